import { RuleBook } from './rule-book.js';
import type { ReminderRule, RuleChange } from './rule.types.js';

/** What of a rule two sides agree on. */
export type RuleValues = Required<RuleChange>;

/** A rule as somebody wants it. */
export interface WantedRule extends RuleValues {
  readonly code: string;
}

/** One rule before and after a change, whole, so that both keys stand on what will hold. */
export interface ChangedRule {
  readonly code: string;
  readonly before: RuleValues;
  readonly after: RuleValues;
}

export const valuesOf = ({ offset, remindAt, escalations, delivery, enabled }: RuleValues): RuleValues => ({
  offset,
  remindAt,
  escalations: escalations.map(({ at, to }) => ({ at, to })),
  delivery,
  enabled,
});

/** Values as `valuesOf` writes them, so their fields stand in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What differs from the standard; empty for a rule that is the standard one again. */
export function changeOf(code: string, wanted: RuleValues): RuleChange {
  const standard: Readonly<Record<string, unknown>> = { ...valuesOf(RuleBook.standard.get(code)) };
  return Object.fromEntries(Object.entries(valuesOf(wanted)).filter(([name, value]) => !isSame(value, standard[name])));
}

/** The rules of a channel as wanted: a rule that is not named is the standard one. */
export const bookOf = (wanted: readonly WantedRule[]): RuleBook =>
  new RuleBook(new Map(wanted.map((rule) => [rule.code, changeOf(rule.code, rule)])));

/** The rules in which two books differ, in the order of the standard. */
export function changedRules(before: RuleBook, after: RuleBook): ChangedRule[] {
  return before.all.flatMap((rule: ReminderRule) => {
    const change = { code: rule.code, before: valuesOf(rule), after: valuesOf(after.get(rule.code)) };
    return isSame(change.before, change.after) ? [] : [change];
  });
}
