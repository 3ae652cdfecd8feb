import { wallClock } from '#core/i18n';
import type { Tx } from '#platform/database';
import {
  readArrangement,
  readSessionFacts,
  sessionArrangement,
  sessionContext,
  sessionLifecycle,
  sessionsErrors,
} from '#forum/sessions';
import { openProposal } from '#forum/two-key';
import type { PollRow, SlotRow } from '../domain/date-poll.types.js';

/**
 * Turns the chosen slot into the two-key proposal of the session's date, place, format and level (domain.md 3.3). Place, level and
 * what else belongs to it stay as they stand on the session.
 * @throws sessions.notFound, sessions.notShared, common.wrongState, two-key.alreadyProposed
 */
export async function proposeArrangement(tx: Tx, poll: PollRow, slot: SlotRow, sessionId: string): Promise<void> {
  await tx.query('select id from forum.session where id = $1 for update', [sessionId]);
  const facts = await readSessionFacts(tx, sessionId);
  const terms = await readArrangement(tx, sessionId);
  if (!facts || !terms) throw sessionsErrors.notFound();
  sessionLifecycle.step(facts.state, 'arrange', sessionContext(facts, tx.actor));
  const first = wallClock(slot.startsAt, poll.zone).date;
  const last = wallClock(slot.endsAt, poll.zone).date;
  await openProposal(tx, sessionArrangement, sessionId, {
    ...terms,
    startDate: first,
    endDate: last === first ? null : last,
    startsAt: new Date(slot.startsAt).toISOString(),
    endsAt: new Date(slot.endsAt).toISOString(),
    zone: poll.zone,
    format: poll.format,
    hostSide: poll.host ?? terms.hostSide,
  });
}
