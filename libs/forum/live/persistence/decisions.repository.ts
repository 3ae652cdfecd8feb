import { commonErrors, newId, type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { liveErrors } from '../domain/live.errors.js';
import type { DecisionRow, RunRow } from '../domain/live.types.js';
import { findDecision } from '../queries/live-decisions.js';
import { lockRun } from './live.repository.js';

export interface NewDecision {
  readonly itemId: string | null;
  readonly text: LocalizedText;
  readonly side: Side;
}

/** Stores a decision under the next number of its session; the caller has locked the run. */
export async function insertDecision(tx: Tx, sessionId: string, decision: NewDecision): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.live_decision (id, session_id, item_id, number, text, side, worded_side, post_id)
     values ($1, $2, $3, (select coalesce(max(d.number), 0) + 1 from forum.live_decision d where d.session_id = $2), $4, $5, $5, $6)`,
    [id, sessionId, decision.itemId, decision.text, decision.side, tx.actor.postIds[0] ?? null],
  );
  return id;
}

/** A decision under the lock of its run. @throws live.decisionNotFound, common.staleVersion */
export async function lockDecision(
  tx: Tx,
  id: string,
  version: number,
): Promise<{ readonly run: RunRow; readonly decision: DecisionRow }> {
  const seen = await findDecision(tx, id);
  if (!seen) throw liveErrors.decisionNotFound();
  const run = await lockRun(tx, seen.sessionId);
  const decision = (await findDecision(tx, id)) ?? seen;
  if (decision.version !== version) throw commonErrors.staleVersion();
  return { run, decision };
}

export async function saveDecision(
  tx: Tx,
  decision: Pick<DecisionRow, 'id' | 'text' | 'wordedSide' | 'state'>,
): Promise<void> {
  await tx.query(
    'update forum.live_decision set text = $2, worded_side = $3, state = $4, version = version + 1 where id = $1',
    [decision.id, decision.text, decision.wordedSide, decision.state],
  );
}

export async function insertNote(
  tx: Tx,
  sessionId: string,
  note: { readonly itemId: string | null; readonly lang: Language; readonly text: string; readonly side: Side },
): Promise<string> {
  const id = newId();
  await tx.query(
    'insert into forum.live_note (id, session_id, item_id, lang, text, post_id, audience) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, sessionId, note.itemId, note.lang, note.text, tx.actor.postIds[0] ?? null, note.side],
  );
  return id;
}
