import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import { LEVELS, type Level } from '#forum/channels';
import { sessionStates, type SessionState } from '#forum/sessions';
import { HOLIDAY_KINDS, HOLIDAY_STATUSES, type HolidayKind, type HolidayStatus } from '#forum/working-days';
import { ReadingDto } from '../http/reading.dto.js';
import { LocalizedTextView } from '../http/text.view.js';
import { IsPlainDate } from '../http/validation.js';
import { CalendarNoteView } from '../working-days/calendar-notes.dto.js';

export class CalendarDto extends ReadingDto {
  @ApiProperty({ example: '2027-04-01', description: 'first day, included' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ example: '2027-04-30', description: 'last day, included; at most 100 days' })
  @IsPlainDate()
  to: string;
}

export class CalendarHolidayView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: HOLIDAY_KINDS }) kind: HolidayKind;
  @ApiProperty({ enum: HOLIDAY_STATUSES }) status: HolidayStatus;
}

export class WorkingStateView {
  @ApiProperty() kr: boolean;
  @ApiProperty() jp: boolean;
}

export class CalendarDateView {
  @ApiProperty({ description: 'YYYY-MM-DD' }) date: string;
  @ApiProperty({ type: WorkingStateView, description: 'whether the ministries of each side work' })
  working: WorkingStateView;
  @ApiProperty({ type: [CalendarHolidayView], description: 'the reader’s own side first' })
  holidays: CalendarHolidayView[];
}

export class CalendarSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'first day at the venue, YYYY-MM-DD' }) from: string;
  @ApiProperty({ description: 'last day at the venue' }) to: string;
  @ApiProperty({ enum: ['month', 'day'], description: 'month: only the month is known' }) precision: 'month' | 'day';
  @ApiProperty({ type: String, nullable: true, description: 'instant' }) startsAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'instant' }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'what the clock at the venue shows when it starts, HH:MM' })
  localStart: string | null;
  @ApiProperty({ description: 'time zone of the venue' }) zone: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty() format: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty({ enum: LEVELS }) level: Level;
  @ApiProperty({ enum: sessionStates }) state: SessionState;
  @ApiProperty() illustrative: boolean;
}

/** A soft period: the side can meet, but would rather not. */
export class CalendarAvoidPeriodView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'first day, included' }) from: string;
  @ApiProperty({ description: 'last day, included' }) to: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

/** A stretch of time at a venue for which nothing is agreed yet. */
class CalendarTimeView {
  @ApiProperty() id: string;
  @ApiProperty() pollId: string;
  @ApiProperty({ type: LocalizedTextView, description: 'name of the channel' }) title: LocalizedTextView;
  @ApiProperty({ description: 'day at the venue, YYYY-MM-DD' }) day: string;
  @ApiProperty({ description: 'instant' }) startsAt: string;
  @ApiProperty({ description: 'instant' }) endsAt: string;
  @ApiProperty({ description: 'what the clock at the venue shows, HH:MM' }) localStart: string;
  @ApiProperty({ description: 'time zone of the venue' }) zone: string;
}

export class CalendarHoldView extends CalendarTimeView {
  @ApiProperty({ type: String, nullable: true }) sessionId: string | null;
  @ApiProperty({ enum: SIDES }) placedBy: Side;
  @ApiProperty({ description: 'instant at which the hold ends by itself' }) expiresAt: string;
}

export class CalendarPollSlotView extends CalendarTimeView {
  @ApiProperty({ description: 'instant until which answers are taken' }) deadline: string;
  @ApiProperty({ description: 'false while only the reader’s own side sees it' }) shared: boolean;
}

export class CalendarView {
  @ApiProperty({ description: 'today at the reader’s capital, YYYY-MM-DD' }) today: string;
  @ApiProperty({ type: [CalendarDateView] }) days: CalendarDateView[];
  @ApiProperty({ type: [CalendarAvoidPeriodView] }) avoidPeriods: CalendarAvoidPeriodView[];
  @ApiProperty({ type: [CalendarSessionView] }) sessions: CalendarSessionView[];
  @ApiProperty({ type: [CalendarHoldView] }) holds: CalendarHoldView[];
  @ApiProperty({ type: [CalendarPollSlotView], description: 'times asked about that nobody holds' })
  pollSlots: CalendarPollSlotView[];
  @ApiProperty({ type: [CalendarNoteView], description: 'years of the range that are not wholly gazetted' })
  calendarNotes: CalendarNoteView[];
}
