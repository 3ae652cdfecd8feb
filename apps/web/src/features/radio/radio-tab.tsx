import { Button, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Answer, Empty, Loading } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { issuePath, type IssueList, type IssueSummary } from './api.js';
import { Bands } from './bands.js';
import { LevelMark, OwnMark, toneOf } from './marks.js';
import css from './radio.module.css';
import { ALL_AREAS, LEVELS, SERVICES, STATES, TYPES } from './words.js';

const Spectrum = lazy(() => import('./spectrum.js'));

const FILTERS = ['status', 'type', 'service', 'area', 'level', 'q'] as const;

/** The radio register: the bands as a picture, then every case as a row. */
export function RadioTab() {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const asked: Record<string, string> = {};
  for (const name of FILTERS) if (get(name) !== '') asked[name] = get(name);
  const cursor = get('cursor');
  const issues = useRead<IssueList>('/radio-issues', { ...asked, ...(cursor ? { cursor } : {}), limit: '100' });
  const may = (action: string): boolean => allowedIn(issues.data?.allowedActions ?? [], action)?.allowed === true;
  return (
    <>
      <div className={`${css.acts} fd-no-print`}>
        {may('create') ? (
          <Button component={Link} to={issuePath('new')} variant="default">
            {t('web-radio:act.create')}
          </Button>
        ) : null}
        {may('import') ? (
          <Button component={Link} to={issuePath('import')} variant="default">
            {t('web-radio:act.import')}
          </Button>
        ) : null}
      </div>
      <RegisterFilters />
      <Answer read={issues} head={false}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty>{t('web-radio:none')}</Empty>
          ) : (
            <>
              <Suspense fallback={<Loading rows={4} head={false} />}>
                <Spectrum issues={items} />
              </Suspense>
              <IssueTable items={items} />
              {nextCursor ? (
                <Button variant="default" onClick={() => set('cursor', nextCursor)}>
                  {t('web-radio:more')}
                </Button>
              ) : null}
            </>
          )
        }
      </Answer>
    </>
  );
}

function RegisterFilters() {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const all = { value: '', label: t('web-radio:filter.all') };
  const options = (values: readonly string[], key: string) => [
    all,
    ...values.map((value) => ({ value, label: t(`${key}.${value}`) })),
  ];
  return (
    <Filters label={t('web-radio:filter.label')}>
      <TextInput
        size="sm"
        type="search"
        label={t('web-radio:filter.q')}
        defaultValue={get('q')}
        onBlur={(event) => set('q', event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) set('q', event.currentTarget.value.trim());
        }}
      />
      <FilterSelect name="status" label={t('web-radio:status')} options={options(STATES, 'web-words:radioState')} />
      <FilterSelect name="type" label={t('web-radio:type')} options={options(TYPES, 'radio:type')} />
      <FilterSelect name="service" label={t('web-radio:services')} options={options(SERVICES, 'terms:svc')} />
      <FilterSelect name="area" label={t('web-radio:areas')} options={options(ALL_AREAS, 'web-radio:area')} />
      <FilterSelect name="level" label={t('web-radio:level')} options={options(LEVELS, 'web-radio:levels')} />
    </Filters>
  );
}

function IssueTable({ items }: { items: IssueSummary[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('web-records:kind.radio')}
      rows={items}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('web-radio:issue'),
          main: true,
          width: '34%',
          cell: (row) => (
            <>
              {row.code ? <span className={css.code}>{row.code}</span> : null}
              <Link to={issuePath(row.id)}>
                <Words value={row.title} />
              </Link>{' '}
              <OwnMark audience={row.audience} /> <Illustrative show={row.illustrative} />
            </>
          ),
        },
        { key: 'bands', label: t('web-radio:bands'), cell: (row) => <Bands bands={row.bands} /> },
        {
          key: 'services',
          label: t('web-radio:services'),
          cell: (row) => row.services.map((service) => t(`terms:svc.${service}`)).join(' · '),
        },
        {
          key: 'status',
          label: t('web-radio:status'),
          cell: (row) => (
            <>
              <State tone={toneOf(row.status)}>{t(`web-words:radioState.${row.status}`)}</State>{' '}
              <LevelMark level={row.level} />
              {row.nextCheck ? (
                <span className={css.check}>
                  {t('web-radio:nextCheck')} <Day date={row.nextCheck} />
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
