import type { Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { channelOf, escalationContext } from '../domain/escalation-context.js';
import { escalationLifecycle } from '../domain/escalation.lifecycle.js';
import type { MatterRef } from '../domain/escalation.types.js';
import { escalationSettled } from '../escalations.events.js';
import { lockEscalation, moveEscalation, noteEvent, placeEscalation } from '../persistence/escalations.repository.js';
import { findMatter } from '../queries/matters.js';
import { aboutRise, lockPlaces, place, placeNext, riseOf, unplace } from './after-step.js';

/** Ends what is under way about a matter that was settled where it belongs: a case resolved or withdrawn, an action done or called off. */
export async function followMatter(tx: Tx, ref: MatterRef): Promise<void> {
  const rises = await tx.query<{ id: string }>(
    `select id from forum.escalation where matter_id = $1 and state in ('raised','accepted') order by id`,
    [ref.id],
  );
  if (rises.length === 0 || (await findMatter(tx, tx.actor.side, ref))?.open) return;
  for (const { id } of rises) await lapse(tx, id);
}

/** Ends what is under way about an item that was put off, taken up again below and discussed there. */
export async function followDiscussed(tx: Tx, itemId: string): Promise<void> {
  const rises = await tx.query<{ id: string }>(
    `select e.id from forum.agenda_item i join forum.escalation e on e.matter_id = i.carried_from_id
      where i.id = $1 and e.state in ('raised','accepted') and e.item_id is distinct from i.id order by e.id`,
    [itemId],
  );
  for (const { id } of rises) await lapse(tx, id);
}

async function lapse(tx: Tx, escalationId: string): Promise<void> {
  const row = await lockEscalation(tx, escalationId);
  const state = escalationLifecycle.step(row.state, 'lapse', escalationContext(row, undefined, tx.actor, true));
  await moveEscalation(tx, row.id, state);
  await noteEvent(tx, row.id, 'settled');
  // What the higher level took stays before it; what nobody has let in leaves the agenda. Only a side's own step changes an agenda.
  if (row.state === 'raised' && tx.actor.side !== null) await unplace(tx, row);
  await closeOpenProposals(tx, 'escalation', row.id);
  await tx.publish(escalationSettled, riseOf(row), aboutRise(row));
}

/** Puts on a new session what waits for one of its channel: risen matters, and those given back to it. */
export async function placeWaiting(tx: Tx, sessionId: string): Promise<void> {
  const [session] = await tx.query<{ channelId: string }>(
    'select channel_id as "channelId" from forum.session where id = $1',
    [sessionId],
  );
  if (!session) return;
  await lockPlaces(tx, session.channelId);
  const waiting = await tx.query<{ id: string }>(
    `select e.id from forum.escalation e where e.session_id is null and e.audience = 'joint'
        and (e.state in ('raised','accepted') and e.to_channel_id = $1
          or e.state = 'returned' and $1 = (select v.channel_id from forum.escalation_event v
               where v.escalation_id = e.id and v.kind = 'returned' order by v.id desc limit 1))
      order by e.raised_at, e.id`,
    [session.channelId],
  );
  for (const { id } of waiting) {
    const row = await lockEscalation(tx, id);
    const matter = await findMatter(tx, tx.actor.side, row.matter);
    const stale = row.state === 'returned' && matter?.underWayId !== null;
    if (row.sessionId === null && channelOf(row) === session.channelId && matter?.open && !stale)
      await place(tx, row, sessionId);
  }
}

/** A session was called off: what stood on its agenda goes to the next one of the channel, or waits for one. */
export async function leaveSession(tx: Tx, sessionId: string): Promise<void> {
  const left = await tx.query<{ id: string }>(
    `select id from forum.escalation where session_id = $1 and state in ('raised','accepted','returned') order by raised_at, id`,
    [sessionId],
  );
  for (const { id } of left) {
    await lockEscalation(tx, id);
    await placeEscalation(tx, id, null);
    await placeNext(tx, await lockEscalation(tx, id));
  }
}
