import { commonErrors } from '#core/kernel';
import type { Tx } from '#platform/database';
import { registeredBlocks } from '../readiness.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import type { SessionFacts } from '../domain/session.types.js';
import { readSessionFacts } from '../queries/session-facts.js';

/**
 * Locks a session for a change and reads what its steps depend on.
 * @throws sessions.notFound (also when it is not the actor's to know of), common.staleVersion
 */
export async function lockSession(tx: Tx, id: string, version: number): Promise<SessionFacts> {
  const locked = await tx.query('select id from forum.session where id = $1 for update', [id]);
  if (locked.length === 0) throw sessionsErrors.notFound();
  const facts = await readSessionFacts(tx, id);
  if (!facts) throw sessionsErrors.notFound();
  if (facts.version !== version) throw commonErrors.staleVersion();
  return { ...facts, blocks: await registeredBlocks(tx, id) };
}

export interface SessionChange {
  readonly state?: string;
  readonly opened?: boolean;
  readonly held?: boolean;
}

/** Writes a step; gives the new version. */
export async function saveSession(tx: Tx, facts: SessionFacts, change: SessionChange): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.session set state = coalesce($3, state), version = version + 1, updated_at = forum.now(),
            opened_at = case when $4 then forum.now() else opened_at end,
            held_at = case when $5 then forum.now() else held_at end
      where id = $1 and version = $2 returning version`,
    [facts.id, facts.version, change.state ?? null, change.opened ?? false, change.held ?? false],
  );
  if (!row) throw commonErrors.staleVersion();
  return row.version;
}
