import { createHash } from 'node:crypto';
import { canonicalJson, type Audience, type Side } from '#core/kernel';

/** What of an entry is sealed: everything but its place and hash. `at` is ISO 8601 in UTC. */
export interface SealableEntry {
  readonly id: string;
  readonly at: string;
  readonly zone: string;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly actorUserId: string | null;
  readonly actorSide: Side | null;
  readonly actorPostId: string | null;
  readonly params: object;
  readonly audience: Audience;
}

export interface SealedEntry extends SealableEntry {
  readonly position: number;
  readonly hash: string;
}

/** What stands before the first entry. */
export const genesis = '0'.repeat(64);

/** SHA-256 over the hash before it, the place in the chain and the entry as canonical JSON: none of them can change unseen. */
export function sealOf(entry: SealableEntry, position: number, previousHash: string): string {
  const { id, at, zone, event, subjectType, subjectId, actorUserId, actorSide, actorPostId, params, audience } = entry;
  const content = {
    id,
    at,
    zone,
    event,
    subjectType,
    subjectId,
    actorUserId,
    actorSide,
    actorPostId,
    params,
    audience,
    position,
  };
  return createHash('sha256').update(previousHash).update(canonicalJson(content)).digest('hex');
}

/** Where a chain is first found wrong, or null. `previous` is what stands before the first entry given. */
export function firstBreak(
  entries: readonly SealedEntry[],
  previous: { position: number; hash: string } = { position: 0, hash: genesis },
): number | null {
  let last = previous;
  for (const entry of entries) {
    const expected = last.position + 1;
    if (entry.position !== expected || entry.hash !== sealOf(entry, expected, last.hash)) return expected;
    last = entry;
  }
  return null;
}
