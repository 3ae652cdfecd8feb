import type { Side } from '#core/kernel';
import type { ReminderRule } from '#forum/reminder-rules';
import { ruleDate, isInDigest } from '#forum/reminder-rules';
import type { PlainDay, WorkingCalendar } from '#forum/working-days';
import type { Cause, ReminderDelivery } from './reminder.types.js';
import { planDays } from './planning.js';

/** One date that a rule of domain.md 4 sets an object, and who has to keep it. */
export interface Due {
  /** Code of the rule in the channel's rule book. */
  readonly rule: string;
  /** The fact the date is counted from. */
  readonly anchor: PlainDay;
  readonly owedBy: readonly Side[];
  /** What has to hold still when the mail leaves. */
  readonly fingerprint: string;
}

/** Something with dates of its own, as a reminder about it tells of it. */
export interface DueObject extends Pick<Cause, 'title' | 'number' | 'path' | 'facts' | 'side'> {
  readonly id: string;
  /** Whose rules hold; null: the standard ones. */
  readonly channelId: string | null;
  readonly dues: readonly Due[];
}

/** Marks the reminder that goes up inside the side that is late; the rest of its code is the rule's. */
const overdueMark = '-overdue';

export const overdueRule = (rule: string): string => rule + overdueMark;

/** The rule a code belongs to, and whether it is told one level up. */
export function ruleOfCode(code: string): { readonly rule: string; readonly up: boolean } {
  const up = code.endsWith(overdueMark);
  return { rule: up ? code.slice(0, -overdueMark.length) : code, up };
}

/** The due of an object that a reminder's code speaks of, for a side that has to keep it. */
export function dueOf(object: DueObject | undefined, code: string, side: Side): Due | undefined {
  const { rule } = ruleOfCode(code);
  return object?.dues.find((due) => due.rule === rule && due.owedBy.includes(side));
}

export interface DueDay {
  readonly offsetDays: number;
  readonly ruleDate: PlainDay;
  readonly dueAt: string;
  readonly delivery: ReminderDelivery;
}

/** When the posts of one side are told of a date. @param offsets days from it */
export function dueDays(
  rule: ReminderRule,
  anchor: PlainDay,
  offsets: readonly number[],
  side: Side,
  calendar: WorkingCalendar,
): DueDay[] {
  if (!rule.enabled || offsets.length === 0) return [];
  const date = ruleDate(rule, anchor, calendar);
  return planDays({ offsets }, date, side, calendar).map(({ offsetDays, dueAt }) => ({
    offsetDays,
    ruleDate: date,
    dueAt,
    delivery: isInDigest(rule, offsetDays) ? 'digest' : 'single',
  }));
}
