import type { Level } from '#forum/channels';
import type { SessionState } from '#forum/sessions';
import type { AvoidPeriod, PlainDay, WorkingCalendar } from '#forum/working-days';
import type { LocalizedText, Side } from '#core/kernel';

/** A session as the calendar draws it. Days are those at the venue; instants are ISO 8601 in UTC beside the venue's zone. */
export interface CalendarSession {
  readonly id: string;
  readonly channelName: LocalizedText;
  readonly ordinalKr: number | null;
  readonly ordinalJp: number | null;
  readonly from: PlainDay;
  readonly to: PlainDay;
  /** `month`: only the month is known, and `from` is its first day. */
  readonly precision: 'month' | 'day';
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly zone: string;
  readonly place: LocalizedText | null;
  readonly format: string;
  readonly host: Side | null;
  readonly level: Level;
  readonly state: SessionState;
  readonly illustrative: boolean;
}

/** A time kept free for talks until it is agreed or runs out; an expired hold is gone at once, by the clock. */
export interface CalendarHold {
  readonly id: string;
  readonly pollId: string;
  readonly channelName: LocalizedText;
  readonly sessionId: string | null;
  /** At the venue. */
  readonly day: PlainDay;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly placedBy: Side;
  readonly expiresAt: string;
}

/** A time that an open poll asks about and nobody holds; a side's own draft is seen by that side alone. */
export interface CalendarPollSlot {
  readonly id: string;
  readonly pollId: string;
  readonly channelName: LocalizedText;
  readonly day: PlainDay;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly deadline: string;
  readonly shared: boolean;
}

/** Everything a stretch of days holds for one reader. */
export interface CalendarEntries {
  /** Today at the reader's capital. */
  readonly today: PlainDay;
  /** The whole years of the stretch, so that a year without gazetted data is known. */
  readonly holidays: WorkingCalendar;
  readonly avoidPeriods: readonly AvoidPeriod[];
  readonly sessions: readonly CalendarSession[];
  readonly holds: readonly CalendarHold[];
  readonly pollSlots: readonly CalendarPollSlot[];
}
