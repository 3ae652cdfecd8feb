import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import { HOLIDAY_STATUSES, type CalendarSide, type HolidayStatus } from '#forum/working-days';
import { CalendarNoteView } from './calendar-notes.dto.js';
import { LocalizedTextView } from '../http/text.view.js';
import { ReadingDto } from '../http/reading.dto.js';
import { IsOneOf, IsPlainDate } from '../http/validation.js';

const calendarSides = [...SIDES, 'common'] as const;

export class WorkingDaysDto extends ReadingDto {
  @ApiProperty({ example: '2027-02-01', description: 'first day, included' })
  @IsPlainDate()
  from: string;

  @ApiProperty({ example: '2027-02-28', description: 'last day, included; at most 732 days' })
  @IsPlainDate()
  to: string;

  @ApiPropertyOptional({ enum: calendarSides, default: 'common' })
  @IsOptional()
  @IsOneOf(calendarSides)
  side?: CalendarSide;
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
