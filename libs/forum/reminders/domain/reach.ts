import type { ReminderRule, RuleAnchor, RuleBook } from '#forum/reminder-rules';

/** Days before and after its anchor in which anything is told by these rules, with room for days that roll over holidays. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

/** More than a day ever rolls, once to the rule date and once to the day of the reminder (domain.md 5: nine days in a row are free). */
const rolls = 30;

/** How far the rules of one anchor reach, over every channel's rules; a free day outside moves nothing of the object. */
export function reachOf(anchor: RuleAnchor, books: readonly RuleBook[]): Reach {
  const days = books.flatMap((book) => book.all.filter((rule) => rule.anchor === anchor).flatMap(toldOn));
  return { before: rolls - Math.min(0, ...days), after: rolls + Math.max(0, ...days) };
}

const toldOn = ({ offset, remindAt, escalations }: ReminderRule): number[] =>
  [0, ...remindAt, ...escalations.map(({ at }) => at)].map((at) => offset + at);
