import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import { channelNameAs } from '#forum/channels';
import { deskColumns, deskWhere, type DeskFilter, type DeskRow } from './desk-columns.js';
import { exactly } from './exact-time.js';
import type { ReminderState, ReminderSubject } from '../domain/reminder.types.js';
import { subjectPathAs, subjectTitleAs } from './subject-titles.js';

/** A reminder as its own side sees it. */
export interface ReminderRow extends DeskRow {
  id: string;
  rule: string;
  offsetDays: number;
  ruleDate: string;
  dueAt: Date;
  /** `dueAt` to the microsecond, for a cursor. */
  dueAtExact: string;
  zone: string;
  state: ReminderState;
  sentAt: Date | null;
  recipient: PostRow;
  subjectType: ReminderSubject;
  subjectId: string;
  title: LocalizedText;
  /** Path of the page of what it is about. */
  path: string;
  /** Code of why it was not sent, or not yet; null when nothing stood in its way. */
  reason: string | null;
}

export interface ReminderFilter extends DeskFilter {
  readonly states?: readonly ReminderState[] | undefined;
  readonly subject?: { readonly type: ReminderSubject; readonly id: string } | undefined;
  /** What belongs to this session: itself, its proposals, polls and action items. */
  readonly sessionId?: string | undefined;
  /** Only what one mail carries: a reminder of its own, or those of a reader's day. */
  readonly carriedId?: string | undefined;
  /** Only what is addressed to these posts. */
  readonly recipientPostIds?: readonly string[] | undefined;
  readonly order: 'earliest' | 'latest';
  /** Last row of the page before. */
  readonly after?: { readonly dueAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/**
 * Reminders the reader's role may see, which are its own side's only; one statement.
 * @returns `last`: where the next page begins after, also when that row is left out
 */
export async function listReminders(
  reader: Reader,
  filter: ReminderFilter,
): Promise<{ items: ReminderRow[]; hasMore: boolean; last: Pick<ReminderRow, 'id' | 'dueAtExact'> | undefined }> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(params.push(value))}`;
  const { states, subject, sessionId, carriedId, recipientPostIds, after, order, limit } = filter;
  const [direction, beyond] = order === 'earliest' ? ['asc', '>'] : ['desc', '<'];
  const where = [
    ...(states ? [`m.state = any (${bind(states)}::text[])`] : []),
    ...(subject ? [`m.subject_type = ${bind(subject.type)} and m.subject_id = ${bind(subject.id)}`] : []),
    ...(sessionId ? [`m.subject_id in (${subjectsOf(bind(sessionId))})`] : []),
    ...deskWhere(filter, bind),
    ...(carriedId ? [`(m.id = ${bind(carriedId)} or m.digest_id = ${bind(carriedId)})`] : []),
    ...(recipientPostIds ? [`m.recipient_post_id = any (${bind(recipientPostIds)}::uuid[])`] : []),
    ...(after ? [`(m.due_at, m.id) ${beyond} (${bind(after.dueAt)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
  ];
  const rows = await reader.query<Found>(
    `select m.id, m.rule, m.offset_days as "offsetDays", m.rule_date as "ruleDate", m.due_at as "dueAt", ${exactly('m.due_at')} as "dueAtExact", m.zone, m.state, m.sent_at as "sentAt", m.last_error_code as reason,
            ${deskColumns}, m.recipient_side as side,
            ${postAsJson('m.recipient_post_id')} as recipient, m.subject_type as "subjectType", m.subject_id as "subjectId",
            case m.subject_type when 'action_item' then (select i.title from forum.action_item i where i.id = m.subject_id) else ${subjectTitleAs} end as own,
            case m.subject_type when 'session' then ${sessionRefAs('m.subject_id', 'm.recipient_side')}
              when 'proposal' then (select ${sessionRefAs('p.subject_id', 'm.recipient_side')} from forum.proposal p where p.id = m.subject_id and p.subject_type = 'session')
              when 'date_poll' then (select ${sessionRefAs('d.session_id', 'm.recipient_side')} from forum.date_poll d where d.id = m.subject_id)
              when 'translation_request' then (select ${sessionRefAs('q.session_id', 'm.recipient_side')} from forum.translation_request q where q.id = m.subject_id)
              when 'record' then (select ${sessionRefAs('doc.session_id', 'm.recipient_side')} from forum.record doc where doc.id = m.subject_id) end as session,
            case m.subject_type when 'proposal' then (select ${channelNameAs('p.subject_id', 'm.recipient_side')} from forum.proposal p where p.id = m.subject_id and p.subject_type = 'channel')
              when 'date_poll' then (select ${channelNameAs('d.channel_id', 'm.recipient_side')} from forum.date_poll d where d.id = m.subject_id) end as channel,
            case m.subject_type when 'proposal' then (select p.subject_type || 's/' || p.subject_id from forum.proposal p where p.id = m.subject_id)
              when 'record' then (select 'sessions/' || r.session_id || '/texts/' || r.id from forum.record r where r.id = m.subject_id) else ${subjectPathAs} end as place
       from forum.reminder m
      where ${where.length > 0 ? where.join(' and ') : 'true'}
      order by m.due_at ${direction}, m.id ${direction}
      limit ${bind(limit + 1)}`,
    params,
  );
  const page = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  return { items: page.flatMap(titled), hasMore, last: hasMore ? page.at(-1) : undefined };
}

/** One reminder of the reader's own side, or undefined. */
export async function findReminder(reader: Reader, id: string): Promise<ReminderRow | undefined> {
  return (await listReminders(reader, { id, order: 'earliest', limit: 1 })).items[0];
}

interface Found extends Omit<ReminderRow, 'title' | 'path'> {
  side: Side;
  /** The title of what has one of its own. */
  own: LocalizedText | null;
  session: SessionRef | null;
  channel: LocalizedText | null;
  /** Where a proposal is answered. */
  place: string | null;
}

/** SQL for the ids of everything a reminder about one session can be about. */
function subjectsOf(session: string): string {
  return `select ${session}::uuid
          union all select i.id from forum.action_item i where i.session_id = ${session}::uuid
          union all select p.id from forum.proposal p where p.subject_type = 'session' and p.subject_id = ${session}::uuid
          union all select d.id from forum.date_poll d where d.session_id = ${session}::uuid
          union all select q.id from forum.translation_request q where q.session_id = ${session}::uuid
          union all select r.id from forum.record r where r.session_id = ${session}::uuid`;
}

/** A reminder of something the reader can no longer see is left out. */
function titled({ side, own, session, channel, place, ...row }: Found): ReminderRow[] {
  const title = own ?? (session ? sessionTitle(session, side) : channel);
  return title ? [{ ...row, title, path: place === null ? pathOf(row) : `/${place}` }] : [];
}

/** Path of the page of what a reminder is about. */
function pathOf({ subjectType, subjectId }: Pick<ReminderRow, 'subjectType' | 'subjectId'>): string {
  switch (subjectType) {
    case 'action_item':
      return `/actions/${subjectId}`;
    case 'date_poll':
      return `/date-polls/${subjectId}`;
    case 'translation_request':
      return `/translations/${subjectId}`;
    case 'channel':
      return `/channels/${subjectId}`;
    case 'radio_issue':
      return `/radio/${subjectId}`;
    case 'commitment':
      return `/commitments/${subjectId}`;
    case 'instrument':
      return `/instruments/${subjectId}`;
    case 'multilateral_meeting':
      return `/multilateral/${subjectId}`;
    case 'escalation':
      return `/escalations/${subjectId}`;
    case 'exhibition':
    case 'exchange_programme':
    case 'post':
      return '/';
    case 'session':
    case 'record':
    case 'proposal':
    case 'delegation':
      return `/sessions/${subjectId}`;
  }
}
