/**
 * The classes of ranks (domain.md 3.4); lower numbers stand higher. What titles belong to each stands in the catalogues
 * (`web-delegations:rank`), as examples: titles of the two countries are never matched by machine (domain.md 1.9).
 */
export const rankTable = [10, 20, 30, 40, 45, 50, 60, 65, 70, 75, 80, 90] as const;

export const highestRank = 10;
export const lowestRank = 90;

/** Heads of delegation should stand within this many points of each other. */
const parityPoints = 5;

/** How far apart two heads are, when that is too far; null when they match or one of them is not known. */
export function parityGap(one: number | null | undefined, other: number | null | undefined): number | null {
  if (one === null || one === undefined || other === null || other === undefined) return null;
  const gap = Math.abs(one - other);
  return gap > parityPoints ? gap : null;
}

/** A list's order: rank, then the order its side gave. Never alphabetical (domain.md 3.4). */
export function inListOrder<Card extends { readonly rank: number; readonly position: number }>(
  cards: readonly Card[],
): Card[] {
  return [...cards].sort((one, other) => one.rank - other.rank || one.position - other.position);
}
