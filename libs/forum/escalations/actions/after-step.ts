import type { Tx } from '#platform/database';
import { raiseItem, takeRaisedItemOff } from '#forum/agenda';
import { setEscalation } from '#forum/radio';
import { channelOf } from '../domain/escalation-context.js';
import { isShared, type EscalationRow, type LadderLevel, type MatterRef } from '../domain/escalation.types.js';
import { escalationPlaced } from '../escalations.events.js';
import { noteEvent, placeEscalation } from '../persistence/escalations.repository.js';
import { carriedItemOf } from '../queries/matters.js';
import { nextSessionOf } from '../queries/targets.js';

/** Minutes of speech that an item gets which rose; both sides change it on the agenda. */
const minutesOfSpeech = 20;

/** What every event about a rise tells. */
export const riseOf = ({ id, matter }: { readonly id: string; readonly matter: MatterRef }) => ({
  escalationId: id,
  matterKind: matter.kind,
  matterId: matter.id,
});

/** Who may come to know that something happened to a rise: its own side, then both. */
export const aboutRise = (row: Pick<EscalationRow, 'id' | 'side' | 'audience'>) =>
  ({ audience: isShared(row) ? 'joint' : row.side, subjectType: 'escalation', subjectId: row.id }) as const;

/**
 * Puts a rise on the agenda of a session as an item of its side that links to the matter. An agenda that is adopted takes no more: the
 * rise waits for the next session. An item that the session has taken up already is the one it stands on.
 */
export async function place(tx: Tx, row: EscalationRow, sessionId: string): Promise<void> {
  const { matter } = row;
  const carried = matter.kind === 'agenda_item' ? await carriedItemOf(tx, matter.id, sessionId) : null;
  const itemId = carried ?? (await putOnAgenda(tx, row, sessionId));
  if (itemId === null) return;
  await placeEscalation(tx, row.id, { sessionId, itemId, made: carried === null });
  await noteEvent(tx, row.id, 'placed', { sessionId });
  await tx.publish(escalationPlaced, { ...riseOf(row), sessionId }, aboutRise({ ...row, audience: 'joint' }));
}

function putOnAgenda(tx: Tx, { matter, side, title }: EscalationRow, sessionId: string): Promise<string | null> {
  return raiseItem(tx, {
    sessionId,
    side,
    minutes: minutesOfSpeech,
    // An item that was put off is taken up as itself, by its own words; everything else is linked.
    ...(matter.kind === 'agenda_item'
      ? { title: null, carriedFromId: matter.id, links: [] }
      : { title, links: [{ kind: matter.kind, id: matter.id }] }),
  });
}

/** Puts a rise on the next session of the channel that is to deal with it; without one it waits until a session is proposed. */
export async function placeNext(tx: Tx, row: EscalationRow): Promise<void> {
  const channelId = channelOf(row);
  if (channelId === null) return;
  await lockPlaces(tx, channelId);
  const sessionId = await nextSessionOf(tx, channelId);
  if (sessionId !== null) await place(tx, row, sessionId);
}

/** A rise that looks for a session and a session that looks for rises do so one after the other, or both would miss the other. */
export async function lockPlaces(tx: Tx, channelId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 47))', [channelId]);
}

/** Takes a rise off the agenda it was put on; an item that stood there before stays. */
export async function unplace(tx: Tx, row: EscalationRow): Promise<void> {
  if (row.itemId !== null && row.itemMade) await takeRaisedItemOff(tx, row.itemId);
}

/** Tells the register at which level a case stands now (domain.md 3.10: a flag and a target channel). */
export async function tellRegister(
  tx: Tx,
  row: EscalationRow,
  level: LadderLevel,
  channelId: string | null,
): Promise<void> {
  if (row.matter.kind === 'radio_issue') await setEscalation(tx, row.matter.id, { level, channelId });
}
