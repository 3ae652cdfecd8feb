import type { ReminderRule, RuleAnchor, RuleChange } from './rule.types.js';
import { standardRules } from './standard-rules.js';

/** The rules that hold in one channel: the standard ones, with what both sides changed there. */
export class RuleBook {
  static readonly standard = new RuleBook(new Map());

  private readonly rules: ReadonlyMap<string, ReminderRule>;

  /** @param changes by code of the rule; a code that is no rule any more is passed over */
  constructor(changes: ReadonlyMap<string, RuleChange>) {
    this.rules = new Map(standardRules.map((rule) => [rule.code, { ...rule, ...changes.get(rule.code) }]));
  }

  get all(): readonly ReminderRule[] {
    return [...this.rules.values()];
  }

  /** The rules counted from one fact, earliest first; rules of one day stand as in the standard. */
  of(anchor: RuleAnchor): readonly ReminderRule[] {
    return this.all.filter((rule) => rule.anchor === anchor).sort((one, other) => one.offset - other.offset);
  }

  /** @throws TypeError for a code that is no rule: a programming error */
  get(code: string): ReminderRule {
    const rule = this.rules.get(code);
    if (!rule) throw new TypeError(`reminder-rules.unknown ${code}`);
    return rule;
  }

  find(code: string): ReminderRule | undefined {
    return this.rules.get(code);
  }
}

/** Whether a reminder of a rule, so many days from its date, shares the reader's one mail of the day (domain.md 4, job rules). */
export function isInDigest(rule: Pick<ReminderRule, 'delivery'>, offsetDays: number): boolean {
  return rule.delivery === 'digest' || (rule.delivery === 'by_day' && offsetDays < 0);
}
