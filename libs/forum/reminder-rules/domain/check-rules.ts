import type { ErrorFactory, ErrorParams, FieldFault } from '#core/kernel';
import { reminderRulesErrors as errors } from './reminder-rules.errors.js';
import { RuleBook } from './rule-book.js';
import { bookOf, changeOf, type WantedRule } from './rule-change.js';
import { choosesDate, isOfChannel, MOST_REMINDERS, orderedRules, REACH_DAYS, targetsOf } from './rule-limits.js';
import type { Escalation, ReminderRule } from './rule.types.js';

type Fault = readonly [field: string, error: ErrorFactory, params?: ErrorParams];

const reach = { min: -REACH_DAYS, max: REACH_DAYS };
const within = (day: number): boolean => Number.isInteger(day) && Math.abs(day) <= REACH_DAYS;

/** Everything that is wrong with a set of rules, each fault with the path of its field. */
export function faultsOf(wanted: readonly WantedRule[]): FieldFault[] {
  const own = wanted.flatMap((rule, index) =>
    faultsOfRule(rule, wanted.slice(0, index)).map(([field, error, params]): FieldFault => ({
      path: `rules.${String(index)}.${field}`,
      code: error.code,
      ...(params ? { params } : {}),
    })),
  );
  return own.length > 0 ? own : faultsOfOrder(wanted);
}

function faultsOfRule(rule: WantedRule, before: readonly WantedRule[]): Fault[] {
  const standard = RuleBook.standard.find(rule.code);
  if (!standard) return [['code', errors.unknownRule]];
  if (before.some(({ code }) => code === rule.code)) return [['code', errors.ruleRepeated]];
  if (!isOfChannel(standard) && Object.keys(changeOf(rule.code, rule)).length > 0)
    return [['code', errors.ruleOfNoChannel]];
  return [...faultsOfDate(rule, standard), ...faultsOfDays(rule), ...faultsOfEscalations(rule, standard)];
}

function faultsOfDate({ offset }: WantedRule, standard: ReminderRule): Fault[] {
  if (!choosesDate(standard)) return offset === 0 ? [] : [['offset', errors.dateFixed]];
  if (!within(offset)) return [['offset', errors.dateOutOfReach, reach]];
  return Math.sign(offset) === Math.sign(standard.offset) ? [] : [['offset', errors.dateTurned]];
}

function faultsOfDays({ remindAt, enabled }: WantedRule): Fault[] {
  if (enabled && remindAt.length === 0) return [['remindAt', errors.remindsNobody]];
  if (remindAt.length > MOST_REMINDERS) return [['remindAt', errors.tooManyDays, { max: MOST_REMINDERS }]];
  if (!remindAt.every(within)) return [['remindAt', errors.dayOutOfReach, reach]];
  const sorted = remindAt.every((day, index) => index === 0 || day > (remindAt[index - 1] ?? day));
  return sorted ? [] : [['remindAt', errors.daysUnsorted]];
}

/** Late is told to who stands above: not before the date, never before the owner, and inside the responsible side first (domain.md 4). */
function faultsOfEscalations({ escalations, remindAt }: WantedRule, standard: ReminderRule): Fault[] {
  const field = 'escalations';
  if (escalations.length > MOST_REMINDERS) return [[field, errors.tooManyDays, { max: MOST_REMINDERS }]];
  if (!escalations.every(({ to }) => targetsOf(standard).includes(to))) return [[field, errors.targetUnfit]];
  if (!escalations.every(({ at }) => within(at))) return [[field, errors.dayOutOfReach, { ...reach, min: 0 }]];
  if (new Set(escalations.map(({ at, to }) => `${to} ${String(at)}`)).size < escalations.length)
    return [[field, errors.targetRepeated]];
  if (escalations.some(({ at }) => at < Math.max(0, remindAt[0] ?? 0))) return [[field, errors.escalatesEarly]];
  return tellsOtherSideFirst(escalations) ? [[field, errors.otherSideFirst]] : [];
}

function tellsOtherSideFirst(escalations: readonly Escalation[]): boolean {
  const first = (other: boolean): number =>
    Math.min(...escalations.filter(({ to }) => (to === 'both_secretariats') === other).map(({ at }) => at));
  return escalations.some(({ to }) => to === 'both_secretariats') && first(true) < first(false);
}

/** What has to come first comes first; the second of the pair is named, since it is the one that stands wrong. */
function faultsOfOrder(wanted: readonly WantedRule[]): FieldFault[] {
  const book = bookOf(wanted);
  return orderedRules.flatMap(([first, second]) => {
    if (book.get(first).offset <= book.get(second).offset) return [];
    const at = wanted.findIndex(({ code }) => code === second);
    const index = at >= 0 ? at : wanted.findIndex(({ code }) => code === first);
    return [{ path: `rules.${String(index)}.offset`, code: errors.orderTurned.code, params: { first, second } }];
  });
}
