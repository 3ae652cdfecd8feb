import { otherSide, type Side } from '#core/kernel';
import { ruleDate, type RuleBook } from '#forum/reminder-rules';
import type { PlainDay, WorkingCalendar } from '#forum/working-days';
import { isMeasurable } from './radio-context.js';
import { LIVING_STATES } from './radio.lifecycle.js';
import type { RadioIssueDetailRow } from './radio-issue.types.js';

/** Default of domain.md 3.10. */
export const MEETINGS_WITHOUT_PROGRESS = 2;

export const TIMER_RULES = ['acknowledge', 'measure', 'progress', 'check'] as const;
export type TimerRule = (typeof TIMER_RULES)[number];

export interface RadioTimer {
  readonly rule: TimerRule;
  /** Who has to act; null is both. */
  readonly side: Side | null;
  /** Null where meetings are counted and not days. */
  readonly due: PlainDay | null;
  /** Days to go, negative when late. */
  readonly daysLeft: number | null;
  readonly late: boolean;
  /** True when running out suggests the next level; people decide. */
  readonly suggestsLevel: boolean;
}

type TimedIssue = Pick<
  RadioIssueDetailRow,
  | 'status'
  | 'type'
  | 'reportedSide'
  | 'reportedOn'
  | 'acknowledgedOn'
  | 'statusSince'
  | 'measurementCount'
  | 'raised'
  | 'nextCheck'
  | 'today'
>;

/**
 * What runs for a case, derived from its dates and never stored (design.md decision 8).
 * @param rules those of the case's channel
 */
export function radioTimers(issue: TimedIssue, calendar: WorkingCalendar, rules: RuleBook): RadioTimer[] {
  const { status, today } = issue;
  if (!LIVING_STATES.includes(status)) return [];
  const timers: RadioTimer[] = [];
  const add = (rule: TimerRule, side: Side | null, due: PlainDay, suggestsLevel: boolean): void => {
    const late = due < today;
    timers.push({ rule, side, due, daysLeft: daysTo(today, due), late, suggestsLevel: suggestsLevel && late });
  };
  if (status === 'reported' && issue.reportedOn !== null && issue.reportedSide !== null) {
    const due = acknowledgeBy(issue.reportedOn, calendar, rules);
    add('acknowledge', otherSide(issue.reportedSide), due, true);
  }
  const measuring = status === 'acknowledged' || status === 'under_measurement';
  if (measuring && issue.acknowledgedOn !== null && issue.measurementCount === 0 && isMeasurable(issue.type))
    add('measure', null, measureBy(issue.acknowledgedOn, calendar, rules), true);
  if (meetingsWithoutProgress(issue) >= MEETINGS_WITHOUT_PROGRESS)
    timers.push({ rule: 'progress', side: null, due: null, daysLeft: null, late: true, suggestsLevel: true });
  if (issue.nextCheck !== null) add('check', null, issue.nextCheck, false);
  return timers;
}

/** The day by which a report is acknowledged, as the channel of the case has it. */
export const acknowledgeBy = (reportedOn: PlainDay, calendar: WorkingCalendar, rules: RuleBook): PlainDay =>
  ruleDate(rules.get('radio-acknowledge'), reportedOn, calendar);

/** The day by which measurements are exchanged, as the channel of the case has it. */
export const measureBy = (acknowledgedOn: PlainDay, calendar: WorkingCalendar, rules: RuleBook): PlainDay =>
  ruleDate(rules.get('radio-measure'), acknowledgedOn, calendar);

/** Meetings of directors-general that had the case before them since its state last changed. */
function meetingsWithoutProgress({ raised, statusSince }: TimedIssue): number {
  if (statusSince === null) return 0;
  return raised.filter((one) => one.held && one.level === 'dg' && one.startDate >= statusSince.slice(0, 10)).length;
}

function daysTo(from: PlainDay, to: PlainDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
