import { formatDate } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { Address } from './address.js';
import type { DeskReminder } from './api.js';
import { ReminderActs } from './reminder-acts.js';
import css from './reminders.module.css';
import { toneOf, useKind, useReason } from './words.js';

/** Reminders with to whom, when, in which language and how; what the relay left open is settled in the row. */
export function ReminderTable({ items, post = true }: { items: DeskReminder[]; post?: boolean }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('web-reminders:title')}
      rows={items}
      idOf={(row) => row.id}
      columns={[
        { key: 'title', label: t('web-reminders:subject'), main: true, cell: (row) => <Subject row={row} /> },
        ...(post
          ? [
              {
                key: 'to',
                label: t('web-reminders:recipient'),
                width: '22%',
                cell: (row: DeskReminder) => <To row={row} />,
              },
            ]
          : []),
        { key: 'when', label: t('web-reminders:when'), width: '23%', cell: (row) => <When row={row} /> },
        { key: 'state', label: t('web-reminders:state'), width: '30%', cell: (row) => <Standing row={row} /> },
      ]}
    />
  );
}

function Subject({ row }: { row: DeskReminder }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const kindOf = useKind();
  return (
    <div className={css.cell}>
      <Link to={row.path}>
        <Words value={row.title} />
      </Link>
      <span className={css.under}>
        <span>{kindOf(row.rule)}</span>
        <span>{t('web-reminders:ruleDate', { date: formatDate(row.ruleDate, lang) })}</span>
      </span>
    </div>
  );
}

function To({ row }: { row: DeskReminder }) {
  return (
    <div className={css.cell}>
      <Link to={`/reminders/posts/${row.recipient.id}`}>
        <Words value={row.recipient.title} />
      </Link>
      {row.sentTo ? (
        <span className={css.under}>
          <Address text={row.sentTo} />
        </span>
      ) : null}
    </div>
  );
}

function When({ row }: { row: DeskReminder }) {
  const { t } = useTranslation();
  const marks = [
    row.late ? t('web-reminders:marks.late') : null,
    row.doubtedAt !== null && row.state !== 'in_doubt' ? t('web-reminders:marks.doubted') : null,
    row.mailed === false ? t('web-reminders:marks.inboxOnly') : null,
    row.delivery === 'digest' ? t('web-reminders:marks.digest') : null,
    row.resent > 0 ? t('web-reminders:marks.resent', { count: row.resent }) : null,
  ].filter((mark) => mark !== null);
  return (
    <div className={css.cell}>
      <Moment at={row.sentAt ?? row.dueAt} zone={row.zone} />
      <span className={css.under}>
        {row.language ? <span lang={row.language}>{LANGUAGE_NAMES[row.language]}</span> : null}
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </span>
    </div>
  );
}

function Standing({ row }: { row: DeskReminder }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const reason = reasonOf(row.reason, row.state);
  return (
    <div className={css.cell}>
      <State tone={toneOf(row.state)}>{t(`reminders:states.${row.state}`)}</State>
      {reason === null ? null : <p className={css.reason}>{reason}</p>}
      {row.relayAnswer === null ? null : (
        <p className={css.reason}>
          {t('web-reminders:answer')}
          <code lang="en">{row.relayAnswer}</code>
        </p>
      )}
      <ReminderActs reminder={row} />
    </div>
  );
}
