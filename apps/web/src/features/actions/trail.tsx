import { useTranslation } from 'react-i18next';
import type { Evidence, HistoryEntry, ReminderView } from '../../shared/api/types.js';
import { useZone } from '../../shared/me.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './actions.module.css';

export function EvidenceList({ list }: { list: Evidence[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <ul className={css.evidence}>
      {list.map((entry) => (
        <li key={entry.id}>
          <SideName side={entry.side} /> · {t(`actions:evidenceKinds.${entry.kind}`)}
          <span className={css.when}>
            <Moment at={entry.at} zone={zone} />
          </span>
          {entry.text ? (
            <p>
              <Words value={entry.text} />
            </p>
          ) : null}
          {entry.url ? (
            <p>
              <a href={entry.url} target="_blank" rel="noreferrer">
                {entry.url}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function History({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <ol className={css.history}>
      {entries.map((entry) => (
        <li key={`${entry.at}${entry.event}`}>
          {t(`actions:events.${entry.event}`)}
          {entry.side ? (
            <>
              {' · '}
              <SideName side={entry.side} />
            </>
          ) : null}{' '}
          {entry.post ? <Words value={entry.post} marks={false} /> : null}
          {entry.params['reason'] ? <span>{` — ${entry.params['reason']}`}</span> : null}
          <span className={css.when}>
            <Moment at={entry.at} zone={zone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

export function OwnReminders({ list }: { list: ReminderView[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('web-actions:reminders')}
      rows={list}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'at',
          label: t('web-reminders:dueAt'),
          main: true,
          cell: (row) => <Moment at={row.sentAt ?? row.dueAt} zone={row.zone} />,
        },
        { key: 'to', label: t('web-reminders:recipient'), cell: (row) => <Words value={row.recipient.title} /> },
        { key: 'rule', label: t('web-reminders:ruleDate'), cell: (row) => <Day date={row.ruleDate} /> },
        {
          key: 'state',
          label: t('web-reminders:state'),
          cell: (row) => (
            <State tone={row.state === 'sent' ? 'done' : 'plain'}>{t(`reminders:states.${row.state}`)}</State>
          ),
        },
      ]}
    />
  );
}
