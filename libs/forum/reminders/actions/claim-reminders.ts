import type { Database } from '#platform/database';
import { messageIdOf, type Sender } from '#platform/mail';
import { digestKey, reminderKey } from '../domain/reminder-key.js';
import type { Recipient, ReminderToSend } from '../domain/reminder.types.js';
import { sendLeaseSeconds } from '../domain/retry.js';
import { recipientAs } from '../queries/recipient.js';
import { workerActor } from './worker-actor.js';

/** A reminder that this try holds. */
export interface Claimed extends Omit<ReminderToSend, 'messageId'> {
  readonly messageId: string | null;
  readonly digestId: string | null;
  readonly digestUserId: string | null;
  readonly digestDay: string | null;
  readonly resent: number;
  /** It leaves on a later day than planned. */
  readonly late: boolean;
  /** The day it should have left on, at the recipient's side. */
  readonly dueDay: string;
  /** Today at the recipient's side. */
  readonly today: string;
  /** An earlier try may have reached the relay. */
  readonly inDoubt: boolean;
  /** Who may have it since then. */
  readonly doubtedUserId: string | null;
  /** Who holds the post now; null while nobody does. */
  readonly recipient: Recipient | null;
  /** Its last try ended without a word, and nobody has decided since. */
  readonly unanswered: boolean;
}

/** One try to send one mail, and every reminder it carries. */
export interface Try {
  readonly rows: readonly [Claimed, ...Claimed[]];
  /** Counting this one. */
  readonly attempt: number;
  readonly key: string;
  /** The same for every try: made from the key, and kept with what the first try ended in. */
  readonly messageId: string;
  readonly inDoubt: boolean;
}

/**
 * Takes one mail for one try, and sees to whom it goes. One statement is a transaction by itself: of two that come at once the second finds nothing, and no
 * journey to the database is spent on beginning and ending one. A job that comes when the lease has ended finds nothing: whether it is an
 * hour for mail is asked anew when it is handed over again.
 * @param attempt the tries before this one, as the hand-over counted them: a job that comes late finds nothing either
 */
export async function claimReminders(
  database: Database,
  sender: Sender,
  { carriedId, attempt }: { readonly carriedId: string; readonly attempt: number },
): Promise<Try | undefined> {
  const [first, ...others] = await database.readAs(workerActor.databaseRole).query<Claimed>(
    `with mine as (
       select id, state from forum.reminder
        where ((id = $1 and digest_id is null) or digest_id = $1) and attempt = $2
          and state in ('queued','in_doubt') and lease_until > forum.now()
        order by id for update)
     update forum.reminder r
        set state = 'sending', lease_until = forum.now() + make_interval(secs => $3), attempt = r.attempt + 1
       from mine where r.id = mine.id
     returning mine.state = 'in_doubt' as "inDoubt", r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", r.rule,
               r.offset_days as "offsetDays", r.recipient_post_id as "recipientPostId", r.recipient_side as "recipientSide",
               r.rule_date as "ruleDate", r.occurrence, r.zone, r.attempt, r.cause, r.message_id as "messageId", r.digest_id as "digestId",
               r.digest_user_id as "digestUserId", r.digest_day as "digestDay", r.resent, r.late,
               r.doubted_user_id as "doubtedUserId", r.last_error_code is not distinct from 'mail.unanswered' as unanswered,
               (r.due_at at time zone r.zone)::date as "dueDay", forum.today(r.zone) as today,
               ${recipientAs('r.recipient_post_id')} as recipient`,
    [carriedId, attempt, sendLeaseSeconds],
  );
  if (!first) return undefined;
  const rows: Try['rows'] = [first, ...others];
  const key = keyOf(rows);
  const known = rows.find((row) => row.messageId !== null)?.messageId;
  return {
    rows,
    attempt: first.attempt,
    key,
    messageId: known ?? messageIdOf(key, sender),
    inDoubt: rows.some((row) => row.inDoubt),
  };
}

function keyOf([first, ...others]: Try['rows']): string {
  const { digestUserId, digestDay } = first;
  const resent = Math.max(first.resent, ...others.map((row) => row.resent));
  return first.digestId === null || digestUserId === null || digestDay === null
    ? reminderKey(first, resent)
    : digestKey(digestUserId, digestDay, resent);
}
