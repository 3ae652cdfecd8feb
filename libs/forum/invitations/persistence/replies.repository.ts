import type { Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { CalendarMessage } from '#platform/calendar-files';

export interface NewReply {
  readonly id: string;
  readonly message: CalendarMessage;
  readonly userId: string;
  readonly postId: string | null;
  readonly side: Side;
}

/** Stores an answer for its own side alone. */
export async function saveReply(tx: Tx, { id, message, userId, postId, side }: NewReply): Promise<void> {
  const { proposed } = message;
  const timed = proposed?.kind === 'timed' ? proposed : null;
  const days = proposed?.kind === 'days' ? proposed : null;
  await tx.query(
    `insert into forum.calendar_reply (id, session_id, user_id, post_id, kind, partstat, sequence, stamped_at, comment,
                                       proposed_starts_at, proposed_ends_at, proposed_from, proposed_to, proposed_zone, received_by_user_id, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      message.uid,
      userId,
      postId,
      message.method.toLowerCase(),
      message.partstat,
      message.sequence,
      message.stampedAt,
      message.comment,
      timed?.startsAt ?? null,
      timed?.endsAt ?? null,
      days?.from ?? null,
      days?.to ?? null,
      timed?.zone ?? null,
      tx.actor.userId,
      side,
    ],
  );
}
