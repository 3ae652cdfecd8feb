import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import { SIDES, type Side } from '#core/kernel';
import { HOLIDAY_STATUSES, type CalendarSide, type HolidayStatus } from '#forum/working-days';
import { LocalizedTextView } from '../http/text.view.js';
import { ReadingDto } from '../http/reading.dto.js';
import { IsOneOf, IsPlainDate, IsWhole, MayBeAbsent } from '../http/validation.js';
import { CalendarNoteView } from './calendar-notes.dto.js';

const calendarSides = [...SIDES, 'common'] as const;

/** A whole number of an address, negative too; anything else is left for the check to refuse. */
const signedNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : value,
);

class CalendarSideDto extends ReadingDto {
  @ApiPropertyOptional({ enum: calendarSides, default: 'common' })
  @MayBeAbsent()
  @IsOneOf(calendarSides)
  side?: CalendarSide;
}

export class WorkingDaysDto extends CalendarSideDto {
  @ApiProperty({ example: '2027-02-01', description: 'first day, included' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ example: '2027-02-28', description: 'last day, included; at most 732 days' })
  @IsPlainDate()
  to: string;
}

export class OffsetDto extends CalendarSideDto {
  @ApiProperty({ example: '2026-09-28', description: 'the day counted from; never counted itself' })
  @IsPlainDate()
  date: string;

  @ApiProperty({
    type: Number,
    minimum: -500,
    maximum: 500,
    description: 'working days after the date, before it when negative',
  })
  @signedNumber
  @IsWhole(-500, 500)
  n: number;
}

export class DeriveDto extends CalendarSideDto {
  @ApiProperty({ example: '2027-03-11', description: 'day of the session, due date or other anchor' })
  @IsPlainDate()
  anchor: string;

  @ApiProperty({
    type: Number,
    minimum: -1000,
    maximum: 1000,
    description: 'calendar days from the anchor; a day before rolls back, any other rolls forward',
  })
  @signedNumber
  @IsWhole(-1000, 1000)
  offset: number;
}

export class HolidayView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: HOLIDAY_STATUSES }) status: HolidayStatus;
}

export class CalendarDayView {
  @ApiProperty({ description: 'YYYY-MM-DD' }) date: string;
  @ApiProperty() working: boolean;
  @ApiProperty({ type: [HolidayView] }) holidays: HolidayView[];
}

export class WorkingDaysView {
  @ApiProperty({ type: [CalendarDayView] }) days: CalendarDayView[];
  @ApiProperty({ description: 'number of working days in the range' }) count: number;
  @ApiProperty({ type: [CalendarNoteView], description: 'years of the range that are not wholly gazetted' })
  calendarNotes: CalendarNoteView[];
}

export class OffsetView {
  @ApiProperty({ description: 'the working day that was asked for; the day itself when n is 0' }) date: string;
  @ApiProperty() from: string;
  @ApiProperty() n: number;
  @ApiProperty({ enum: calendarSides }) side: CalendarSide;
  @ApiProperty({ type: [CalendarDayView], description: 'holidays from Monday to Friday that were passed over' })
  passed: CalendarDayView[];
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
}

export class DeriveView {
  @ApiProperty({ description: 'the working day that follows from anchor and offset' }) date: string;
  @ApiProperty() anchor: string;
  @ApiProperty() offset: number;
  @ApiProperty({ enum: calendarSides }) side: CalendarSide;
  @ApiProperty({ description: 'anchor and offset in calendar days, before any rolling' }) calendarDate: string;
  @ApiProperty({ enum: ['none', 'back', 'forward'], description: 'how the date was moved to a working day' })
  rolled: 'none' | 'back' | 'forward';
  @ApiProperty({ type: [CalendarDayView], description: 'holidays from Monday to Friday that were rolled over' })
  passed: CalendarDayView[];
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
}
