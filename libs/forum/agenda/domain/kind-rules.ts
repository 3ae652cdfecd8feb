import { commonErrors } from '#core/kernel';
import { agendaErrors } from './agenda.errors.js';
import type { ItemKind, Objective } from './agenda.types.js';

/** What only some kinds of rows have; undefined is not said. */
export interface KindFacts {
  readonly minutes?: number | undefined;
  readonly objective?: Objective | undefined;
  readonly lead?: unknown;
}

/** Longest speech of one item, in minutes; a break may last over night. */
export const longestItem = 480;
export const longestBreak = 1440;

/**
 * A section has no time, objective or lead; a break has time alone; an item has all of them.
 * @throws agenda.notForKind, common.outOfRange, each with the field it is about
 */
export function assertFitsKind(kind: ItemKind, facts: KindFacts): void {
  const refused: readonly (keyof KindFacts)[] =
    kind === 'item' ? [] : kind === 'break' ? ['objective', 'lead'] : ['minutes', 'objective', 'lead'];
  const path = refused.find((field) => facts[field] !== undefined && facts[field] !== null);
  if (path !== undefined)
    throw agendaErrors.notForKind({ kind }, [{ path, code: agendaErrors.notForKind.code, params: { kind } }]);
  const params = { min: 1, max: kind === 'break' ? longestBreak : longestItem };
  if (facts.minutes !== undefined && facts.minutes > params.max)
    throw commonErrors.outOfRange(params, [{ path: 'minutes', code: commonErrors.outOfRange.code, params }]);
}

/**
 * The facts a new row starts with.
 * @throws as assertFitsKind, and common.required for what its kind needs
 */
export function factsOfKind(kind: ItemKind, facts: KindFacts): { minutes: number; objective: Objective | null } {
  assertFitsKind(kind, facts);
  if (kind === 'section') return { minutes: 0, objective: null };
  if (facts.minutes === undefined) throw missing('minutes');
  if (kind === 'break') return { minutes: facts.minutes, objective: null };
  if (facts.objective === undefined) throw missing('objective');
  return { minutes: facts.minutes, objective: facts.objective };
}

function missing(path: string) {
  return commonErrors.invalid({}, [{ path, code: commonErrors.required.code }]);
}
