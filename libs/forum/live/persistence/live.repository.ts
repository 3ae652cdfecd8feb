import { commonErrors, newId, type Audience, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { sessionsErrors } from '#forum/sessions';
import type { LiveEventKind, RunRow } from '../domain/live.types.js';
import { LIVE_CHANNEL, liveHappened } from '../live.events.js';
import { runOfSession } from '../queries/run-of-session.js';

/**
 * Locks the run of a session and reads it afterwards: whoever changes it waits here, and the state of the session is the one that
 * holds once the wait is over.
 * @throws sessions.notFound, common.staleVersion
 */
export async function lockRun(tx: Tx, sessionId: string, version?: number): Promise<RunRow> {
  const seen = await runOfSession(tx, tx.actor.side, sessionId);
  if (!seen) throw sessionsErrors.notFound();
  if (seen.version === 0 && (await isShared(tx, sessionId)))
    await tx.query('insert into forum.live_run (id, session_id, version) values ($1, $2, 0) on conflict do nothing', [
      newId(),
      sessionId,
    ]);
  await tx.query('select id from forum.live_run where session_id = $1 for update', [sessionId]);
  const run = (await runOfSession(tx, tx.actor.side, sessionId)) ?? seen;
  if (version !== undefined && run.version !== version) throw commonErrors.staleVersion();
  return run;
}

async function isShared(tx: Tx, sessionId: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from forum.session where id = $1 and audience not in ('kr','jp')`, [sessionId]);
  return rows.length > 0;
}

/** Says that what is on, or who has the floor, is no longer what it was. */
export async function raiseVersion(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('update forum.live_run set version = version + 1 where session_id = $1', [sessionId]);
}

export async function startSegment(
  tx: Tx,
  sessionId: string,
  side: Side,
  what: { readonly itemId: string | null; readonly minutes: number | null },
): Promise<void> {
  await tx.query(
    `insert into forum.live_segment (id, session_id, item_id, minutes, started_by_side) values ($1, $2, $3, $4, $5)`,
    [newId(), sessionId, what.itemId, what.minutes, side],
  );
}

/** Ends what is on; gives whether anything was. */
export async function endSegment(tx: Tx, sessionId: string): Promise<boolean> {
  const rows = await tx.query(
    `update forum.live_segment set ended_at = greatest(forum.now(), started_at) where session_id = $1 and ended_at is null returning id`,
    [sessionId],
  );
  return rows.length > 0;
}

/** What an event is about, and who may know of it; both sides unless told. */
export interface Happening {
  readonly subjectId?: string | null;
  readonly audience?: Exclude<Audience, 'business' | 'public'>;
  /** False where another capability has told the trail already. */
  readonly told?: boolean;
}

/**
 * Appends an event to the run, which the caller has locked, and wakes whoever listens once this is committed. The position is the next
 * of its audience: under the lock, so without a gap and never behind one that was read.
 */
export async function happened(tx: Tx, sessionId: string, kind: LiveEventKind, about: Happening = {}): Promise<void> {
  const { subjectId = null, audience = 'joint', told = true } = about;
  await tx.query(
    `insert into forum.live_event (id, session_id, position, kind, subject_id, side, audience)
     values ($1, $2, (select coalesce(max(e.position), 0) + 1 from forum.live_event e where e.session_id = $2 and e.audience = $6), $3, $4, $5, $6)`,
    [newId(), sessionId, kind, subjectId, tx.actor.side, audience],
  );
  await tx.query(`select pg_notify('${LIVE_CHANNEL}', $1::text)`, [sessionId]);
  if (told)
    await tx.publish(
      liveHappened,
      { sessionId, kind, subjectId },
      { audience, subjectType: 'session', subjectId: sessionId },
    );
}
