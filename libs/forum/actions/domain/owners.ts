import type { Side } from '#core/kernel';
import { actionsErrors } from './actions.errors.js';

/** What a person may name as owner; `both` is understood only to be refused with advice. */
export const BOTH = 'both';

export interface OwnersInput {
  readonly ownerPostId?: string | undefined;
  /** One post of each side: the item is split into two (domain.md 3.9). */
  readonly ownerPostIds?: readonly string[] | undefined;
}

export interface OwnerPost {
  readonly id: string;
  readonly side: Side | null;
}

/** The ids of the posts named: one, or two for a split. @throws actions.bothOwners, actions.ownerUnknown */
export function namedOwners({ ownerPostId, ownerPostIds }: OwnersInput): readonly string[] {
  if (ownerPostId === BOTH)
    throw actionsErrors.bothOwners({}, [{ path: 'ownerPostId', code: actionsErrors.bothOwners.code }]);
  if (ownerPostIds !== undefined && ownerPostIds.length > 0) return ownerPostIds;
  if (ownerPostId === undefined)
    throw actionsErrors.ownerUnknown({}, [{ path: 'ownerPostId', code: actionsErrors.ownerUnknown.code }]);
  return [ownerPostId];
}

/**
 * The owners with their sides, in the order named.
 * @throws actions.ownerUnknown when a post is missing or belongs to no side; actions.splitNeedsTwoSides unless two posts are of two sides
 */
export function checkOwners(
  named: readonly string[],
  found: readonly OwnerPost[],
): { readonly id: string; readonly side: Side }[] {
  const owners = named.map((id) => {
    const post = found.find((one) => one.id === id);
    if (!post?.side)
      throw actionsErrors.ownerUnknown({}, [{ path: 'ownerPostId', code: actionsErrors.ownerUnknown.code }]);
    return { id: post.id, side: post.side };
  });
  const sides = new Set(owners.map(({ side }) => side));
  if (owners.length > 1 && (owners.length !== 2 || sides.size !== 2)) {
    throw actionsErrors.splitNeedsTwoSides({}, [{ path: 'ownerPostIds', code: actionsErrors.splitNeedsTwoSides.code }]);
  }
  return owners;
}

/** Two halves have two owners, and each its own deputy; so a split names none. @throws actions.deputyUnfit */
export function checkDeputy(
  owners: readonly { readonly id: string; readonly side: Side }[],
  deputy: OwnerPost | undefined,
): string | null {
  if (deputy === undefined) return null;
  const [owner, ...more] = owners;
  if (more.length > 0 || !owner || deputy.id === owner.id || deputy.side !== owner.side)
    throw actionsErrors.deputyUnfit({}, [{ path: 'deputyPostId', code: actionsErrors.deputyUnfit.code }]);
  return deputy.id;
}
