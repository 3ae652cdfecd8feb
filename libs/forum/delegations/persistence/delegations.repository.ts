import { commonErrors, newId, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { readSessionFacts, sessionsErrors, type SessionFacts } from '#forum/sessions';

/** Locks a session against changes while its delegations change. @throws sessions.notFound, common.staleVersion */
export async function lockSessionAt(tx: Tx, id: string, version: number): Promise<SessionFacts> {
  const locked = await tx.query('select id from forum.session where id = $1 for update', [id]);
  const facts = locked.length === 0 ? undefined : await readSessionFacts(tx, id);
  if (!facts) throw sessionsErrors.notFound();
  if (facts.version !== version) throw commonErrors.staleVersion();
  return facts;
}

/** Stores a submitted delegation list: both sides see it from now on. */
export async function saveDelegation(
  tx: Tx,
  sessionId: string,
  side: Side,
  headPostId: string,
  memberPostIds: readonly string[],
): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into forum.delegation (id, session_id, side, state, submitted_at, audience) values ($1, $2, $3, 'submitted', forum.now(), 'joint')`,
    [id, sessionId, side],
  );
  const members = [headPostId, ...memberPostIds.filter((post) => post !== headPostId)];
  for (const [position, postId] of members.entries()) {
    await tx.query(
      `insert into forum.delegation_member (id, delegation_id, post_id, role, position, audience) values ($1, $2, $3, $4, $5, 'joint')`,
      [newId(), id, postId, position === 0 ? 'head' : 'member', position],
    );
  }
}

/** Marks the interpretation of a session as confirmed. */
export async function saveConfirmation(tx: Tx, sessionId: string): Promise<void> {
  await tx.query(
    `insert into forum.interpretation (id, session_id, confirmed_at) values ($1, $2, forum.now())
     on conflict on constraint uq_interpretation_session_id do update
       set confirmed_at = excluded.confirmed_at, version = interpretation.version + 1, updated_at = forum.now()`,
    [newId(), sessionId],
  );
}
