import type { Language } from '#core/kernel';
import type { ReminderDelivery } from '../domain/reminder.types.js';

/** What the desk knows of a reminder beyond what it tells. */
export interface DeskRow {
  delivery: ReminderDelivery;
  /** Left on a later day than planned. */
  late: boolean;
  /** When a try first ended without an answer; stays when the mail was sent after all. */
  doubtedAt: Date | null;
  relayAnswer: string | null;
  /** How often a person had it told again on purpose. */
  resent: number;
  /** Rises with each try and each telling again: what `If-Match` names. */
  version: number;
  /** While it is in doubt: who may have it. */
  sentTo: string | null;
  language: Language | null;
  /** What carries it: itself, or the mail of its reader's day. */
  carriedId: string;
  /** False: it was put into the inbox only; null while it has not left. */
  mailed: boolean | null;
}

export interface DeskFilter {
  readonly id?: string | undefined;
  readonly postId?: string | undefined;
  /** Due at or after this instant, ISO 8601. */
  readonly from?: string | undefined;
  /** Due before this instant, ISO 8601. */
  readonly before?: string | undefined;
  readonly late?: boolean | undefined;
  /** Once ended without an answer, whatever became of it. */
  readonly doubted?: boolean | undefined;
}

/** Of `forum.reminder m`. */
export const deskColumns = `m.delivery, m.late, m.doubted_at as "doubtedAt", m.relay_answer as "relayAnswer", m.resent,
            m.attempt + m.resent as version, m.sent_to as "sentTo", m.language, coalesce(m.digest_id, m.id) as "carriedId",
            (select s.mailed from forum.sent_mail s where s.carried_id = coalesce(m.digest_id, m.id)) as mailed`;

export function deskWhere(filter: DeskFilter, bind: (value: unknown) => string): string[] {
  const { id, postId, from, before, late, doubted } = filter;
  return [
    ...(id ? [`m.id = ${bind(id)}`] : []),
    ...(postId ? [`m.recipient_post_id = ${bind(postId)}`] : []),
    ...(from ? [`m.due_at >= ${bind(from)}::timestamptz`] : []),
    ...(before ? [`m.due_at < ${bind(before)}::timestamptz`] : []),
    ...(late ? ['m.late'] : []),
    ...(doubted ? ['m.doubted_at is not null'] : []),
  ];
}
