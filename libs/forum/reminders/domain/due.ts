import type { Side } from '#core/kernel';
import type { ReminderRule } from '#forum/reminder-rules';
import { ruleDate, isInDigest } from '#forum/reminder-rules';
import { addDays, daysBetween, type PlainDay, type WorkingCalendar } from '#forum/working-days';
import type { Cause, ReminderDelivery } from './reminder.types.js';
import { planDays } from './planning.js';

/** One date that a rule of domain.md 4 sets an object, and who has to keep it. */
export interface Due {
  /** Code of the rule in the channel's rule book. */
  readonly rule: string;
  /** The fact the date is counted from. */
  readonly anchor: PlainDay;
  /** Comes again each time the rule's days have passed without news, e.g. the review of a promise. */
  readonly repeats?: boolean;
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

/** A date that repeats counts as the present one for so many days, so that its reminders on and after it are told. */
const graceDays = 14;

/** The day the rule names for a due: of one that repeats, the present or the next one. */
export function dateOf(rule: ReminderRule, due: Due, calendar: WorkingCalendar, today: PlainDay): PlainDay {
  const rounds =
    due.repeats && rule.offset > 0 ? Math.floor((daysBetween(due.anchor, today) - graceDays) / rule.offset) : 0;
  return ruleDate(rule, addDays(due.anchor, Math.max(0, rounds) * rule.offset), calendar);
}

/** When the posts of one side are told of a date. @param offsets days from it */
export function dueDays(
  rule: ReminderRule,
  date: PlainDay,
  offsets: readonly number[],
  side: Side,
  calendar: WorkingCalendar,
): DueDay[] {
  if (!rule.enabled || offsets.length === 0) return [];
  return planDays({ offsets }, date, side, calendar).map(({ offsetDays, dueAt }) => ({
    offsetDays,
    ruleDate: date,
    dueAt,
    delivery: isInDigest(rule, offsetDays) ? 'digest' : 'single',
  }));
}
