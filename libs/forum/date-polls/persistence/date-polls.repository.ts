import { commonErrors, newId, type Audience, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { DATE_POLL_SUBJECT } from '../date-polls.events.js';
import type { PollRow, PollState } from '../domain/date-poll.types.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { findPoll } from '../queries/polls.js';

/** The side of the actor. @throws common.forbidden for who has none */
export function sideOf(tx: Tx): Side {
  if (tx.actor.side === null) throw commonErrors.forbidden();
  return tx.actor.side;
}

/** Locks a poll; every change of what both sides see goes through this lock. */
export async function lockPoll(tx: Tx, id: string, version?: number): Promise<PollRow> {
  await tx.query('select id from forum.date_poll where id = $1 for update', [id]);
  return readLocked(tx, id, version);
}

/** Keeps a poll from being closed or withdrawn meanwhile, without keeping anybody else from answering. */
export async function sharePollLock(tx: Tx, id: string): Promise<PollRow> {
  await tx.query('select id from forum.date_poll where id = $1 for share', [id]);
  return readLocked(tx, id);
}

async function readLocked(tx: Tx, id: string, version?: number): Promise<PollRow> {
  const poll = await findPoll(tx, tx.actor.side, id);
  if (!poll) throw datePollsErrors.notFound();
  if (version !== undefined && poll.version !== version) throw commonErrors.staleVersion();
  return poll;
}

/** The poll a slot belongs to. @throws date-polls.slotNotFound */
export async function pollOfSlot(tx: Tx, slotId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select poll_id as id from forum.date_poll_slot where id = $1', [
    slotId,
  ]);
  if (!row) throw datePollsErrors.slotNotFound();
  return row.id;
}

export interface NewPoll {
  readonly channelId: string;
  readonly sessionId: string | null;
  readonly zone: string;
  readonly minutes: number;
  readonly format: string;
  readonly host: Side | null;
  readonly deadline: string;
  readonly bothHeads: boolean;
}

/** Stores a poll as a draft of `side`. */
export async function insertPoll(tx: Tx, side: Side, poll: NewPoll): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.date_poll (id, channel_id, session_id, zone, minutes, format, host_side, deadline, both_heads, proposed_by_side, proposed_by_post_id, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10)`,
    [
      id,
      poll.channelId,
      poll.sessionId,
      poll.zone,
      poll.minutes,
      poll.format,
      poll.host,
      poll.deadline,
      poll.bothHeads,
      side,
      tx.actor.postIds[0] ?? null,
    ],
  );
  return id;
}

/** Adds slots of the poll's length. @throws date-polls.slotKnown */
export async function insertSlots(
  tx: Tx,
  poll: { readonly id: string; readonly minutes: number; readonly audience: Audience },
  starts: readonly string[],
): Promise<void> {
  for (const start of starts) {
    await tx.query(
      `insert into forum.date_poll_slot (id, poll_id, starts_at, ends_at, audience)
       values ($1, $2, $3::timestamptz, $3::timestamptz + make_interval(mins => $4), $5)`,
      [newId(), poll.id, start, poll.minutes, poll.audience],
    );
  }
}

/** Writes the state (and a new deadline) and counts a change that both sides see. */
export async function savePoll(tx: Tx, poll: PollRow, state: PollState, deadline?: string): Promise<void> {
  await tx.query(
    `update forum.date_poll set state = $2, deadline = coalesce($3::timestamptz, deadline), version = version + 1, updated_at = forum.now() where id = $1`,
    [poll.id, state, deadline ?? null],
  );
}

/** Publishes an event of a poll to those who see the poll, or to one side alone. */
export function publishPoll<Payload extends { readonly pollId: string }>(
  tx: Tx,
  event: DomainEvent<Payload>,
  payload: Payload,
  audience: Audience,
): Promise<void> {
  return tx.publish(event, payload, { audience, subjectType: DATE_POLL_SUBJECT, subjectId: payload.pollId });
}

/** Who learns of what happens to a poll: its side until it is shared, then both. */
export const audienceOf = (poll: PollRow): Audience => (poll.shared ? 'joint' : poll.proposedBy);
