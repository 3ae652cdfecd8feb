import type { IssueFacts } from './issue-facts.js';
import type { RadioIssueDetailRow } from './radio-issue.types.js';

export const FACT_KEYS = [
  'title',
  'type',
  'services',
  'bands',
  'areas',
  'regions',
  'stations',
  'allocation',
  'firstSeen',
  'seasonFrom',
  'seasonTo',
  'times',
  'channelId',
  'stationRows',
  'references',
] as const satisfies readonly (keyof IssueFacts)[];

/** What a case says at present. */
export const factsOf = (issue: RadioIssueDetailRow): IssueFacts => {
  const { title, type, services, bands, areas, regions, stations, allocation, firstSeen } = issue;
  const { seasonFrom, seasonTo, times, channelId, stationRows, references } = issue;
  return {
    ...{ title, type, services, bands, areas, regions, stations, allocation, firstSeen },
    ...{ seasonFrom, seasonTo, times, channelId, stationRows, references },
  };
};

/** The facts that differ, as they were and as they are to be. */
export interface FactChange {
  readonly was: Partial<IssueFacts>;
  readonly now: Partial<IssueFacts>;
}

/** What changes between two states of the facts; empty when nothing does. */
export function changeOf(was: IssueFacts, now: IssueFacts): FactChange {
  const keys = FACT_KEYS.filter((key) => !sameFact(was[key], now[key]));
  return { was: picked(was, keys), now: picked(now, keys) };
}

/** True when what a change was made from still holds. */
export function stillHolds(facts: IssueFacts, { was }: FactChange): boolean {
  return FACT_KEYS.every((key) => !(key in was) || sameFact(was[key], facts[key]));
}

const sameFact = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

/** Keys of what comes from the database stand in another order than those of what was written. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function picked(facts: IssueFacts, keys: readonly (keyof IssueFacts)[]): Partial<IssueFacts> {
  return Object.fromEntries(keys.map((key) => [key, facts[key]]));
}
