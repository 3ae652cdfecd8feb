import { newId, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { identityErrors } from '#forum/identity';
import { twoKeyErrors } from '../domain/two-key.errors.js';
import { bothTurned, type KeyedSubject } from '../domain/two-key.types.js';
import { standingKeys } from '../queries/standing-keys.js';

/**
 * Turns the key of the actor's own side on exactly this content. The caller has locked the subject and computed `hash` from what is
 * stored, so nobody signs a content that changed meanwhile. The database refuses a turn for the other side.
 * @returns true when both keys now stand on this hash
 * @throws two-key.alreadyTurned, two-key.noPost (a key belongs to a named post), identity.notAllowed
 */
export async function turnKey(tx: Tx, subject: KeyedSubject, hash: string): Promise<boolean> {
  const { side, postIds, userId } = tx.actor;
  const postId = postIds[0];
  if (side === null) throw identityErrors.notAllowed();
  if (postId === undefined) throw twoKeyErrors.noPost();
  const keys = await standingKeys(tx, subject);
  if (keys.some((key) => key.side === side)) throw twoKeyErrors.alreadyTurned();
  await tx.query(
    `insert into forum.key_turn (id, subject_type, subject_id, content_hash, side, post_id, user_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), subject.subjectType, subject.subjectId, hash, side, postId, userId],
  );
  return bothTurned([...keys, { side, hash }], hash);
}

/**
 * Clears every key that stands on the subject: any edit after a key was turned clears both (domain.md 3.6).
 * @param reason a code such as `edited` or `withdrawn`
 * @returns the sides whose key was cleared
 */
export async function clearKeys(tx: Tx, subject: KeyedSubject, reason: string, only?: Side): Promise<Side[]> {
  const rows = await tx.query<{ side: Side }>(
    `update forum.key_turn set cleared_at = forum.now(), cleared_by_side = $3, cleared_reason = $4
      where subject_type = $1 and subject_id = $2 and cleared_at is null and ($5::text is null or side = $5) returning side`,
    [subject.subjectType, subject.subjectId, tx.actor.side, reason, only ?? null],
  );
  return rows.map((row) => row.side);
}

/**
 * Takes the actor's own key back.
 * @throws two-key.notTurned
 */
export async function takeKeyBack(tx: Tx, subject: KeyedSubject): Promise<void> {
  const { side } = tx.actor;
  if (side === null) throw identityErrors.notAllowed();
  const cleared = await clearKeys(tx, subject, 'withdrawn', side);
  if (cleared.length === 0) throw twoKeyErrors.notTurned();
}
