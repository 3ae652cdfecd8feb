import type { Level } from '#forum/channels';
import { addDays } from '#forum/working-days';

/** Days before the session until which its level may change (domain.md 3.3), calendar days at the venue. */
export const LEVEL_CHANGE_DAYS = 3;

/** The last day on which both sides may still change the level. */
export const lastLevelDay = (startDate: string): string => addDays(startDate, -LEVEL_CHANGE_DAYS);

/** The rank of a head who fits a level, by the rank table of domain.md 3.4; null where heads are not ranked. */
const RANKS: Readonly<Record<Level, number | null>> = {
  summit: 10,
  minister: 30,
  vice_minister: 45,
  dg: 60,
  division: 70,
  expert: null,
  local: null,
  private: null,
};

/** How far a head's rank may lie from the level, and the heads' from one another, before both secretariats are warned. */
export const RANK_TOLERANCE = 5;

export const rankOfLevel = (level: Level): number | null => RANKS[level];

/** True when a head of this rank does not fit the level. */
export function isOffLevel(rank: number, level: Level): boolean {
  const fitting = RANKS[level];
  return fitting !== null && Math.abs(rank - fitting) > RANK_TOLERANCE;
}

/** What a proposal of another level says. */
export interface LevelChange {
  readonly level: Level;
}
