import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { ReminderState, ReminderSubject } from '../domain/reminder.types.js';

/** A reminder as its own side sees it. */
export interface ReminderRow {
  id: string;
  rule: string;
  offsetDays: number;
  ruleDate: string;
  dueAt: Date;
  zone: string;
  state: ReminderState;
  sentAt: Date | null;
  recipient: PostRow;
  subjectType: ReminderSubject;
  subjectId: string;
  title: LocalizedText;
}

export interface ReminderFilter {
  readonly states?: readonly ReminderState[] | undefined;
  readonly subject?: { readonly type: ReminderSubject; readonly id: string } | undefined;
  /** Only what is addressed to these posts. */
  readonly recipientPostIds?: readonly string[] | undefined;
  readonly order: 'earliest' | 'latest';
  /** Last row of the page before. */
  readonly after?: { readonly dueAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Reminders the reader's role may see, which are its own side's only; one statement. */
export async function listReminders(reader: Reader, filter: ReminderFilter): Promise<{ items: ReminderRow[]; hasMore: boolean }> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(params.push(value))}`;
  const { states, subject, recipientPostIds, after, order, limit } = filter;
  const [direction, beyond] = order === 'earliest' ? ['asc', '>'] : ['desc', '<'];
  const where = [
    ...(states ? [`r.state = any (${bind(states)}::text[])`] : []),
    ...(subject ? [`r.subject_type = ${bind(subject.type)} and r.subject_id = ${bind(subject.id)}`] : []),
    ...(recipientPostIds ? [`r.recipient_post_id = any (${bind(recipientPostIds)}::uuid[])`] : []),
    ...(after ? [`(r.due_at, r.id) ${beyond} (${bind(after.dueAt)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
  ];
  const rows = await reader.query<ReminderRow>(
    `select r.id, r.rule, r.offset_days as "offsetDays", r.rule_date as "ruleDate", r.due_at as "dueAt", r.zone, r.state, r.sent_at as "sentAt",
            ${postAsJson('r.recipient_post_id')} as recipient, r.subject_type as "subjectType", r.subject_id as "subjectId", i.title
       from forum.reminder r
       join forum.action_item i on r.subject_type = 'action_item' and i.id = r.subject_id
      where ${where.length > 0 ? where.join(' and ') : 'true'}
      order by r.due_at ${direction}, r.id ${direction}
      limit ${bind(limit + 1)}`,
    params,
  );
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}
