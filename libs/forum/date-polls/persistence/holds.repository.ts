import { newId, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { PollRow, SlotRow } from '../domain/date-poll.types.js';

/** Stores a hold; one that has run out on the same slot makes room. @throws date-polls.slotHeld */
export async function insertHold(tx: Tx, poll: PollRow, slot: SlotRow, side: Side, until: string): Promise<string> {
  await tx.query(
    `update forum.session_hold set released_at = expires_at where slot_id = $1 and released_at is null and expires_at <= forum.now()`,
    [slot.id],
  );
  const id = newId();
  await tx.query(
    `insert into forum.session_hold (id, slot_id, channel_id, session_id, starts_at, ends_at, zone, placed_by_side, expires_at, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'joint')`,
    [id, slot.id, poll.channelId, poll.session?.id ?? null, slot.startsAt, slot.endsAt, poll.zone, side, until],
  );
  return id;
}

/** The poll and slot of a hold that stands, or undefined. */
export async function findHold(tx: Tx, id: string): Promise<{ pollId: string; slotId: string } | undefined> {
  const [row] = await tx.query<{ pollId: string; slotId: string }>(
    `select s.poll_id as "pollId", s.id as "slotId" from forum.session_hold h join forum.date_poll_slot s on s.id = h.slot_id
      where h.id = $1 and h.released_at is null and h.expires_at > forum.now()`,
    [id],
  );
  return row;
}

/** Releases the holds of a poll, all of them or all but one slot's. */
export async function releaseHolds(tx: Tx, poll: PollRow, butSlotId?: string): Promise<void> {
  await tx.query(
    `update forum.session_hold h set released_at = forum.now()
      where h.slot_id = any ($1::uuid[]) and h.released_at is null and h.slot_id is distinct from $2::uuid`,
    [poll.slots.map(({ id }) => id), butSlotId ?? null],
  );
}

export async function releaseHold(tx: Tx, id: string): Promise<void> {
  await tx.query('update forum.session_hold set released_at = forum.now() where id = $1', [id]);
}
