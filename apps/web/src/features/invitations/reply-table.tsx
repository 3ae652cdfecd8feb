import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTimeRange,
  formatZone,
  sameWallClock,
  wallClock,
} from '#core/i18n';
import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import type { CalendarReply } from './api.js';
import css from './invitations.module.css';

export function ReplyTable({ replies, label }: { replies: CalendarReply[]; label: string }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <DataTable
      label={label}
      rows={replies}
      idOf={(reply) => reply.id}
      columns={[
        {
          key: 'who',
          label: t('web-invitations:replies.who'),
          main: true,
          width: '16rem',
          cell: (reply) => <Who reply={reply} />,
        },
        { key: 'answer', label: t('web-invitations:replies.answer'), cell: (reply) => <Said reply={reply} /> },
        {
          key: 'comment',
          label: t('web-invitations:replies.comment'),
          cell: (reply) => (reply.comment === null ? '–' : <span className={css.comment}>{reply.comment}</span>),
        },
        {
          key: 'at',
          label: t('web-invitations:replies.at'),
          cell: (reply) => <Moment at={reply.stampedAt} zone={zone} />,
        },
      ]}
    />
  );
}

export function Who({ reply }: { reply: CalendarReply }) {
  return (
    <span className={css.who}>
      {reply.post ? <Words value={reply.post.title} marks={false} /> : null}
      <span className={css.mail}>{reply.email}</span>
    </span>
  );
}

function Said({ reply }: { reply: CalendarReply }) {
  const { t } = useTranslation();
  const tone = reply.superseded ? 'plain' : reply.partstat === 'ACCEPTED' ? 'done' : 'accent';
  return (
    <span className={css.said}>
      <State tone={tone}>{t(`web-invitations:partstat.${reply.partstat}`)}</State>
      {reply.kind === 'counter' ? <ProposedTime reply={reply} /> : null}
      {reply.superseded ? <span className={css.hint}>{t('web-invitations:replies.superseded')}</span> : null}
    </span>
  );
}

/** The time asked for, as clocks there show it, and below it as the reader's own do when they differ. */
export function ProposedTime({ reply: { proposed } }: { reply: CalendarReply }) {
  const lang = useLanguage();
  const home = useZone();
  if (proposed?.from) return <span>{formatDateRange(proposed.from, proposed.to, lang)}</span>;
  if (!proposed?.startsAt) return null;
  const { startsAt, endsAt, zone } = proposed;
  const there = zone ?? home;
  return (
    <span className={css.times}>
      <span>{spanIn(startsAt, endsAt, there, lang)}</span>
      {sameWallClock(startsAt, there, home) ? null : (
        <span className={css.hint}>{spanIn(startsAt, endsAt, home, lang)}</span>
      )}
    </span>
  );
}

/** `2027. 3. 18.(목) 10:00~12:00 (KST, UTC+9)`; two whole moments when the day changes in between. */
function spanIn(startsAt: string, endsAt: string | null, zone: string, lang: Language): string {
  if (endsAt === null) return formatDateTime(startsAt, zone, lang);
  const [start, end] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  if (start.date !== end.date) return `${formatDateTime(startsAt, zone, lang)} – ${formatDateTime(endsAt, zone, lang)}`;
  const times = formatTimeRange(start.time, end.time, lang);
  return `${formatDate(start.date, lang)} ${times} (${formatZone(startsAt, zone, lang)})`;
}
