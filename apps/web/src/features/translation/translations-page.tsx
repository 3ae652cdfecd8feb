import { Button, Checkbox } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Due } from '../../shared/ui/dates.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { PAIRS, STATES, useSessions, useTranslations, type TranslationSummary } from './api.js';
import { Amount, isDone, Pair, StateMarks, Subject, Translator } from './marks.js';
import css from './translation.module.css';

const pairWords = (pair: string): string =>
  pair
    .split('-')
    .map((lang) => (lang in LANGUAGE_NAMES ? LANGUAGE_NAMES[lang as keyof typeof LANGUAGE_NAMES] : lang))
    .join(' → ');

/** What is to be translated, by whom and by when. The filters are in the address. */
export function TranslationsPage() {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const list = useTranslations({
    mine: get('mine'),
    overdue: get('overdue'),
    state: get('state'),
    pair: get('pair'),
    session: get('session'),
  });
  const sessions = useSessions();
  const all = { value: '', label: t('web-shell:all') };
  const may = allowedIn(list.data?.allowedActions ?? [], 'request');
  return (
    <Page
      title={t('web-translation:title')}
      aside={
        <>
          <Button component={Link} to="/glossary" variant="default" leftSection={<IconBook2 size={18} aria-hidden />}>
            {t('web-translation:glossary')}
          </Button>
          {may?.allowed ? (
            <Button
              component={Link}
              to="/translations/new"
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
            >
              {t('web-translation:request.title')}
            </Button>
          ) : null}
        </>
      }
    >
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="mine"
          label={t('web-translation:whose')}
          options={[all, { value: 'true', label: t('web-translation:mine') }]}
        />
        <FilterSelect
          name="state"
          label={t('web-translation:stateLabel')}
          options={[all, ...STATES.map((state) => ({ value: state, label: t(`web-translation:state.${state}`) }))]}
        />
        <FilterSelect
          name="pair"
          label={t('web-translation:languages')}
          options={[all, ...PAIRS.map((pair) => ({ value: pair, label: pairWords(pair) }))]}
        />
        <FilterSelect
          name="session"
          label={t('web-translation:session')}
          options={[
            all,
            ...(sessions.data?.items ?? []).map((session) => ({ value: session.id, label: session.title.text })),
          ]}
        />
        <Checkbox
          checked={get('overdue') === 'true'}
          onChange={(event) => set('overdue', event.currentTarget.checked ? 'true' : '')}
          label={t('web-translation:onlyOverdue')}
          mb={8}
        />
      </Filters>
      <Answer read={list} head={false}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <Empty>{t('web-translation:none')}</Empty>
          ) : (
            <>
              <p className={css.count} aria-live="polite">
                {t(hasMore ? 'web-translation:countMore' : 'web-translation:count', { count: items.length })}
              </p>
              <Table rows={items} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Table({ rows }: { rows: TranslationSummary[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <DataTable
      label={t('web-translation:title')}
      rows={rows}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'subject',
          label: t('web-translation:what'),
          main: true,
          cell: (row) => (
            <>
              <Link to={`/translations/${row.id}`}>
                <Subject row={row} />
              </Link>
              {row.label && row.session ? (
                <span className={css.origin}>
                  <Words value={row.session.title} marks={false} />
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: 'pair',
          label: t('web-translation:languages'),
          width: '11rem',
          cell: (row) => (
            <>
              <Pair from={row.fromLang} to={row.toLang} />
              <span className={css.small}>
                <Amount amount={row.amount} />
              </span>
            </>
          ),
        },
        {
          key: 'who',
          label: t('web-translation:translator'),
          width: '20%',
          cell: (row) => <Translator translator={row.translator} />,
        },
        {
          key: 'due',
          label: t('web-translation:due'),
          width: lang === 'ja' ? '12rem' : '11rem',
          cell: (row) => <Due date={row.dueOn} days={row.daysLeft} done={isDone(row.state)} />,
        },
        {
          key: 'state',
          label: t('web-translation:stateLabel'),
          width: '9rem',
          cell: (row) => <StateMarks row={row} />,
        },
      ]}
    />
  );
}
