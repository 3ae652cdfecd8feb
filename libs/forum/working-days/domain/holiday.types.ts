import type { LocalizedText, Side } from '#core/kernel';

/** A calendar date `YYYY-MM-DD` without time or zone; both capitals keep UTC+9 without daylight saving (domain.md 5). */
export type PlainDay = string;

/** Whose working days are asked for; `common` = a working day in both countries. */
export type CalendarSide = Side | 'common';

/** How sure a day is: printed in the Gazette, computed from the law in force, or computed ahead of any Gazette (domain.md 5). */
export const HOLIDAY_STATUSES = ['gazetted', 'computed', 'predicted'] as const;
export type HolidayStatus = (typeof HOLIDAY_STATUSES)[number];

/** Why the day is free. `closure` = ministries closed by their own law, not a public holiday (29 December – 3 January, Japan). */
export const HOLIDAY_KINDS = ['public', 'substitute', 'sandwiched', 'election', 'temporary', 'closure'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** Name of a day in the three languages. */
export interface HolidayNames {
  readonly ko: string;
  readonly ja: string;
  readonly en: string;
}

/** One free day of one side as the law gives it. Two holidays on one date are two values. */
export interface RuleHoliday {
  readonly side: Side;
  readonly date: PlainDay;
  /** Which rule gave the day, for example `seollal` or `substitute.seollal`; with side and date it is unique. */
  readonly rule: string;
  readonly kind: HolidayKind;
  readonly status: HolidayStatus;
  readonly names: HolidayNames;
}

/** One free day of one side as stored; people may add, rename or withdraw them. */
export interface Holiday {
  readonly side: Side;
  readonly date: PlainDay;
  readonly kind: HolidayKind;
  readonly status: HolidayStatus;
  readonly name: LocalizedText;
}

/** A free day as the table keeps it, also when withdrawn. */
export interface HolidayRecord extends Holiday {
  readonly id: string;
  /** Which rule gave the day, or `person.<kind>`; with side and date it is unique. */
  readonly rule: string;
  readonly origin: 'rule' | 'person';
  readonly withdrawn: boolean;
  /** The decision or notice that the day rests on. */
  readonly citation: LocalizedText | null;
  readonly version: number;
}
