import type { Tx } from '#platform/database';
import { assertArrangement, assertTurn, type Arrangement } from '../domain/arrangement.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import { readTurns, type ChannelTurns } from '../queries/arrangements.js';

const ENDED: readonly string[] = ['concluded', 'superseded', 'withdrawn'];

/** The day it is at a venue. */
async function todayIn(tx: Tx, zone: string): Promise<string> {
  const [row] = await tx.query<{ today: string }>('select forum.today($1) as today', [zone]);
  if (!row) throw new TypeError('sessions.noDay');
  return row.today;
}

/**
 * Whether an arrangement can stand by itself: a channel that goes on, a day to come, a place, a meeting it is in the margins of.
 * @returns the channel's turns before the day
 * @throws sessions.channelNotFound, sessions.channelEnded, sessions.marginsNotFound, or what `assertArrangement` says
 */
export async function checkArrangement(
  tx: Tx,
  channelId: string,
  sessionId: string | null,
  terms: Arrangement,
): Promise<ChannelTurns> {
  const turns = await readTurns(tx, channelId, terms.startDate, sessionId);
  if (!turns) throw sessionsErrors.channelNotFound();
  if (ENDED.includes(turns.state)) throw sessionsErrors.channelEnded();
  assertArrangement(terms, await todayIn(tx, terms.zone));
  const { marginsOfSessionId } = terms;
  if (marginsOfSessionId === null) return turns;
  // Only of a session that both sides know of: a draft of the own side would be told by it.
  const known = await tx.query(
    `select 1 from forum.session where id = $1 and id is distinct from $2 and audience = 'joint'`,
    [marginsOfSessionId, sessionId],
  );
  if (known.length === 0) throw sessionsErrors.marginsNotFound();
  return turns;
}

/** As `checkArrangement`, and that it is the host's turn; hosts alternate unless the channel says otherwise. @throws sessions.sameHostTwice, sessions.sameHostReason */
export async function checkTurn(
  tx: Tx,
  channelId: string,
  sessionId: string | null,
  terms: Arrangement,
  reason: string | null,
): Promise<ChannelTurns> {
  const turns = await checkArrangement(tx, channelId, sessionId, terms);
  if (turns.hostingRule === null || turns.hostingRule === 'alternating') assertTurn(terms, turns.last, reason);
  return turns;
}
