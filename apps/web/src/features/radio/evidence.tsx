import { formatFrequency } from '#core/i18n';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { Button } from '@mantine/core';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { useIssueWrite, type Issue, type Measurement } from './api.js';
import css from './radio.module.css';

const MeasurementForm = lazy(async () => ({ default: (await import('./measurement-form.js')).MeasurementForm }));

/** What a case rests on: measures agreed, measurements, stations, references to the ITU, and what does not fit the table. */
export function Evidence({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  return (
    <>
      {issue.measures.length > 0 ? (
        <Section title={t('web-radio:measures')}>
          <ul className={css.rows}>
            {issue.measures.map((one) => (
              <li key={one.id}>
                <span>{one.dueOn ? <Day date={one.dueOn} /> : null}</span>
                <span>
                  <Words value={one.text} />{' '}
                  {one.actingSide ? <SideName side={one.actingSide} /> : <span>{t('web-radio:bothSides')}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Measurements issue={issue} />
      <Stations issue={issue} />
      {issue.references.length > 0 ? (
        <Section title={t('web-radio:references')}>
          <ul className={css.rows}>
            {issue.references.map((one, index) => (
              <li key={index}>
                <span>{one.dated ? <Day date={one.dated} /> : null}</span>
                <span>
                  {t(`web-radio:reference.${one.kind}`)} · {one.reference}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {issue.warnings.length > 0 ? (
        <ul className={css.warnings}>
          {issue.warnings.map((warning, index) => (
            <li key={index}>
              {t('web-radio:warning', {
                service: t(`terms:svc.${warning.service}`),
                band: formatFrequencyOf(warning.band.lowHz ?? warning.band.nominalHz),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const formatFrequencyOf = (hertz: string | null): string =>
  hertz === null ? '' : formatFrequency(Number(hertz), 'en');

function Measurements({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [adding, setAdding] = useState(false);
  const may = allowedIn(issue.allowedActions, 'measure');
  if (issue.measurements.length === 0 && may?.allowed !== true) return null;
  return (
    <Section
      title={t('web-radio:measurements')}
      aside={
        adding ? null : (
          <ActionButton
            may={may}
            className="fd-no-print"
            size="compact-md"
            variant="default"
            onClick={() => setAdding(true)}
          >
            {t('web-radio:act.measure')}
          </ActionButton>
        )
      }
    >
      {adding ? (
        <Suspense>
          <MeasurementForm issue={issue} onDone={() => setAdding(false)} />
        </Suspense>
      ) : null}
      {issue.measurements.length === 0 ? (
        <p className={css.muted}>{t('web-radio:noMeasurement')}</p>
      ) : (
        <DataTable
          label={t('web-radio:measurements')}
          rows={issue.measurements}
          idOf={(row) => row.id}
          columns={[
            { key: 'day', label: t('web-radio:measuredOn'), main: true, cell: (row) => <Day date={row.measuredOn} /> },
            { key: 'side', label: t('web-radio:measuredBy'), cell: (row) => <SideName side={row.side} /> },
            {
              key: 'place',
              label: t('web-radio:place'),
              cell: (row) => (
                <>
                  {row.area ? t(`web-radio:area.${row.area}`) : null} {row.place ? <Words value={row.place} /> : null}
                </>
              ),
            },
            {
              key: 'frequency',
              label: t('web-radio:frequency'),
              cell: (row) => (row.frequencyHz ? formatFrequency(Number(row.frequencyHz), lang) : null),
            },
            {
              key: 'bandwidth',
              label: t('web-radio:bandwidth'),
              cell: (row) => (row.bandwidthHz ? formatFrequency(Number(row.bandwidthHz), lang) : null),
            },
            {
              key: 'strength',
              label: t('web-radio:strength'),
              cell: (row) => t('web-radio:strengthValue', { value: row.strength }),
            },
            {
              key: 'method',
              label: t('web-radio:method'),
              cell: (row) => (row.method ? <Words value={row.method} /> : null),
            },
            { key: 'state', label: t('web-radio:exchanged'), cell: (row) => <Exchange issue={issue} row={row} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Exchange({ issue, row }: { issue: Issue; row: Measurement }) {
  const { t } = useTranslation();
  const me = useMe();
  const textOf = useProblemText();
  const write = useIssueWrite();
  if (row.exchangedAt) return <State tone="done">{t('web-radio:exchangedYes')}</State>;
  const leads = me?.roles.some((role) => role === 'secretariat' || role === 'head') === true;
  const send = (act: 'exchange' | 'remove'): void => {
    write
      .mutateAsync({
        method: 'POST',
        path: `/radio-issues/${issue.id}/measurements/${row.id}/${act}`,
        ifMatch: row.etag,
      })
      .then(() => toast(t(`web-radio:done.${act}-measurement`)))
      .catch(() => undefined);
  };
  return (
    <span className={css.inline}>
      <State tone="amber">{t('common:badges.internal')}</State>
      {leads ? (
        <Button size="compact-sm" className="fd-no-print" loading={write.isPending} onClick={() => send('exchange')}>
          {t('web-radio:act.exchange')}
        </Button>
      ) : null}
      <Button size="compact-sm" variant="default" className="fd-no-print" onClick={() => send('remove')}>
        {t('web-radio:act.remove')}
      </Button>
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
    </span>
  );
}

function Stations({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  if (issue.stationList.length === 0) return null;
  const rows = issue.stationList.map((station, index) => ({ ...station, id: String(index) }));
  const number = (value: number | null, key: string): string | null =>
    value === null ? null : t(`web-radio:${key}`, { value });
  return (
    <Section title={t('web-radio:stations')}>
      <DataTable
        label={t('web-radio:stations')}
        rows={rows}
        idOf={(row) => row.id}
        columns={[
          {
            key: 'class',
            label: t('web-radio:stationClass'),
            main: true,
            cell: (row) => `${t(`web-radio:role.${row.role}`)} · ${row.class}`,
          },
          {
            key: 'operator',
            label: t('web-radio:operator'),
            cell: (row) =>
              row.holder === 'civil' ? (row.operator ?? t('web-radio:redacted')) : t(`web-radio:holder.${row.holder}`),
          },
          {
            key: 'site',
            label: t('web-radio:site'),
            cell: (row) => (
              <>
                {row.area ? t(`web-radio:area.${row.area}`) : null}{' '}
                {row.latitude !== null && row.longitude !== null
                  ? t('web-radio:siteValue', { latitude: row.latitude, longitude: row.longitude })
                  : null}
              </>
            ),
          },
          { key: 'height', label: t('web-radio:height'), cell: (row) => number(row.height, 'heightValue') },
          { key: 'eirp', label: t('web-radio:eirp'), cell: (row) => number(row.eirp, 'eirpValue') },
          {
            key: 'antenna',
            label: t('web-radio:antenna'),
            cell: (row) =>
              [row.antenna, row.polarisation ? t(`web-radio:polarisation.${row.polarisation}`) : null]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
      />
      <p className={css.muted}>{t('web-radio:siteNote')}</p>
    </Section>
  );
}
