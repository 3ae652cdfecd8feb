import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import type { ActionDetail, Evidence, HistoryEntry, ReminderView } from '../../shared/api/types.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { StepForm } from './step-form.js';
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
          {entry.toPost ? (
            <span>
              {' '}
              — {entry.fromPost ? <Words value={entry.fromPost} marks={false} /> : null} →{' '}
              <Words value={entry.toPost} marks={false} />
            </span>
          ) : null}
          {entry.params['to'] && !entry.toPost ? (
            <span>
              {' '}
              — <Day date={entry.params['from'] ?? entry.params['to']} /> → <Day date={entry.params['to']} />
            </span>
          ) : null}
          {entry.params['expectedOn'] ? (
            <span>
              {' '}
              — {t('web-actions:expectedOn')} <Day date={entry.params['expectedOn']} />
            </span>
          ) : null}
          {entry.params['by'] ? <span>{` — ${entry.params['by']}`}</span> : null}
          {entry.params['reason'] ? <span>{` — ${entry.params['reason']}`}</span> : null}
          <span className={css.when}>
            <Moment at={entry.at} zone={zone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What the own side wrote for itself; nobody else reads it. */
export function Comments({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const zone = useZone();
  const [writing, setWriting] = useState(false);
  const may = allowedIn(action.allowedActions, 'comment');
  if (!may?.allowed && action.comments.length === 0) return null;
  return (
    <Section title={t('web-actions:comments')}>
      <Private>
        {action.comments.length > 0 ? (
          <ul className={css.comments}>
            {action.comments.map((comment) => (
              <li key={comment.id}>
                {comment.kind === 'block_reason' ? <strong>{t('web-actions:blockReason')} </strong> : null}
                <Words value={comment.text} marks={false} />
                <span className={css.when}>
                  {comment.post ? <Words value={comment.post} marks={false} /> : null}{' '}
                  <Moment at={comment.at} zone={zone} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={css.count}>{t('web-actions:commentsNone')}</p>
        )}
        {writing ? (
          <StepForm item={action} step="comment" onDone={() => setWriting(false)} />
        ) : (
          <ActionButton may={may} variant="default" className="fd-no-print" onClick={() => setWriting(true)}>
            {t('actions:actions.comment')}
          </ActionButton>
        )}
      </Private>
    </Section>
  );
}

const TONES: Readonly<Partial<Record<ReminderView['state'], Tone>>> = {
  sent: 'done',
  failed: 'amber',
  in_doubt: 'amber',
};

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
        { key: 'rule', label: t('web-reminders:ruleDay'), cell: (row) => <Day date={row.ruleDate} /> },
        {
          key: 'state',
          label: t('web-reminders:state'),
          cell: (row) => <State tone={TONES[row.state] ?? 'plain'}>{t(`reminders:states.${row.state}`)}</State>,
        },
      ]}
    />
  );
}
