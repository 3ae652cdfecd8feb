import { wallClock } from '#core/i18n';
import { sideOrder, type Actor } from '#core/kernel';
import type { CalendarEntries, CalendarHold, CalendarPollSlot, CalendarSession } from '#forum/calendar';
import { sessionTitle } from '#forum/sessions';
import { calendarNotesOf } from '#forum/working-days';
import type { Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type {
  CalendarDateView,
  CalendarHoldView,
  CalendarPollSlotView,
  CalendarSessionView,
  CalendarView,
} from './calendar.dto.js';

interface Range {
  readonly from: string;
  readonly to: string;
}

/** The days of a range with all that stands on them; the reader's own side comes first. */
export function presentCalendar(entries: CalendarEntries, range: Range, actor: Actor, reading: Reading): CalendarView {
  return {
    today: entries.today,
    days: presentDays(entries, range, actor, reading),
    avoidPeriods: entries.avoidPeriods.map(({ name, ...period }) => ({ ...period, name: presentText(name, reading) })),
    sessions: entries.sessions.map((session) => presentCalendarSession(session, actor, reading)),
    holds: entries.holds.map((hold) => ({ ...presentTime(hold, reading), expiresAt: instantOf(hold.expiresAt) })),
    pollSlots: entries.pollSlots.map((slot) => ({ ...presentTime(slot, reading), deadline: instantOf(slot.deadline) })),
    calendarNotes: calendarNotesOf(
      entries.holidays,
      range.from,
      range.to,
      'common',
      sideOrder(actor.side ?? 'neutral'),
    ),
  };
}

function presentDays(
  { holidays }: CalendarEntries,
  { from, to }: Range,
  actor: Actor,
  reading: Reading,
): CalendarDateView[] {
  const order = sideOrder(actor.side ?? 'neutral');
  return holidays.days(from, to, 'common').map(({ date }) => ({
    date,
    working: { kr: holidays.isWorkingDay(date, 'kr'), jp: holidays.isWorkingDay(date, 'jp') },
    holidays: order
      .flatMap((side) => holidays.holidaysOn(date, side))
      .map(({ side, name, kind, status }) => ({ side, name: presentText(name, reading), kind, status })),
  }));
}

function presentCalendarSession(session: CalendarSession, actor: Actor, reading: Reading): CalendarSessionView {
  const { channelName, ordinalKr, ordinalJp, startsAt, endsAt, place, ...plain } = session;
  return {
    ...plain,
    title: presentText(sessionTitle({ channelName, ordinalKr, ordinalJp }, actor.side), reading),
    startsAt: instantOrNull(startsAt),
    endsAt: instantOrNull(endsAt),
    localStart: startsAt === null ? null : wallClock(startsAt, session.zone).time,
    place: presentTextOrNull(place, reading),
  };
}

/** What holds and slots of polls have in common; a channel names them, since nothing is agreed yet. */
function presentTime(hold: CalendarHold, reading: Reading): CalendarHoldView;
function presentTime(slot: CalendarPollSlot, reading: Reading): CalendarPollSlotView;
function presentTime(time: CalendarHold | CalendarPollSlot, reading: Reading): CalendarHoldView | CalendarPollSlotView {
  const { channelName, ...rest } = time;
  return {
    ...rest,
    title: presentText(channelName, reading),
    startsAt: instantOf(time.startsAt),
    endsAt: instantOf(time.endsAt),
    localStart: wallClock(time.startsAt, time.zone).time,
  };
}

const instantOf = (at: string): string => new Date(at).toISOString();
const instantOrNull = (at: string | null): string | null => (at === null ? null : instantOf(at));
