import { Injectable } from '@nestjs/common';
import { commonErrors, isId, newId, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { readCalendarMessage, readCalendarPart, type CalendarMessage } from '#platform/calendar-files';
import { invitationsErrors } from '../domain/invitations.errors.js';
import { mayReceiveReplies } from '../domain/who-receives.js';
import { calendarReplyReceived } from '../invitations.events.js';
import { saveReply } from '../persistence/replies.repository.js';

export type ReplyForm = 'calendar' | 'mail';

export interface ReceivedReply {
  readonly sessionId: string;
  /** Why the answer was not recorded, as an error code: it is about an earlier invitation, or was here before. Null when it was. */
  readonly ignored: string | null;
}

/**
 * Takes an answer to an invitation (RFC 5546 REPLY, COUNTER) from the secretariat of the side whose person gave it. A COUNTER moves
 * nothing: it is shown, and people decide whether to propose another arrangement. What was received twice, or answers an earlier
 * number, is left out without harm.
 * @throws common.forbidden, calendar-files.*, invitations.uidUnknown, numberUnknown, attendeeUnknown, stampInFuture
 */
@Injectable()
export class ReceiveCalendarReply {
  constructor(private readonly database: Database) {}

  /** @param form what the bytes are: a calendar file, or a mail with one in it */
  async run(actor: Actor, bytes: Uint8Array, form: ReplyForm): Promise<ReceivedReply> {
    const { side } = actor;
    if (side === null || !mayReceiveReplies(actor)) throw commonErrors.forbidden();
    const message = readCalendarMessage(form === 'mail' ? await readCalendarPart(bytes) : bytes);
    return this.database.runInTx(actor, async (tx) => {
      const sequence = await lockInvitation(tx, message);
      const guest = await findGuest(tx, message, side);
      const sessionId = message.uid;
      if (message.sequence < sequence) return { sessionId, ignored: invitationsErrors.replyOutdated.code };
      if (await isKnown(tx, message, guest.userId)) return { sessionId, ignored: invitationsErrors.replyKnown.code };
      const replyId = newId();
      await saveReply(tx, { id: replyId, message, ...guest, side });
      await tx.publish(
        calendarReplyReceived,
        { sessionId, replyId },
        { audience: side, subjectType: 'session', subjectId: sessionId },
      );
      return { sessionId, ignored: null };
    });
  }
}

/** The number that stands now; answers to one session are taken one after the other. */
async function lockInvitation(tx: Tx, { uid, sequence }: CalendarMessage): Promise<number> {
  if (!isId(uid)) throw invitationsErrors.uidUnknown();
  const [row] = await tx.query<{ sequence: number }>(
    `select i.sequence from forum.session_invitation i where i.session_id = $1
        and exists (select 1 from forum.session s where s.id = i.session_id) for update`,
    [uid],
  );
  if (!row) throw invitationsErrors.uidUnknown();
  if (sequence > row.sequence) throw invitationsErrors.numberUnknown();
  return row.sequence;
}

/** A person of the own side only; accounts of the other one are not to be seen, so both unknowns answer alike. */
async function findGuest(
  tx: Tx,
  { attendee, stampedAt }: CalendarMessage,
  side: Side,
): Promise<{ userId: string; postId: string | null }> {
  const [row] = await tx.query<{ userId: string; postId: string | null; early: boolean }>(
    `select u.id as "userId", $2::timestamptz > forum.now() + interval '1 day' as early,
            (select h.post_id from forum.post_holder h
              where h.user_id = u.id and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(u.side)))
                and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(u.side)))
              order by h.held_from desc nulls last, h.id limit 1) as "postId"
       from forum.user_account u where u.email = $1 and u.side = $3 and u.disabled_at is null`,
    [attendee, stampedAt, side],
  );
  if (!row) throw invitationsErrors.attendeeUnknown();
  // A stamp far ahead would make every later answer of this person look old.
  if (row.early) throw invitationsErrors.stampInFuture();
  return { userId: row.userId, postId: row.postId };
}

/** True for an answer that is here, or older than one that is. */
async function isKnown(tx: Tx, message: CalendarMessage, userId: string): Promise<boolean> {
  const found = await tx.query(
    `select 1 from forum.calendar_reply
      where session_id = $1 and user_id = $2 and kind = $3 and sequence = $4 and stamped_at >= $5 limit 1`,
    [message.uid, userId, message.method.toLowerCase(), message.sequence, message.stampedAt],
  );
  return found.length > 0;
}
