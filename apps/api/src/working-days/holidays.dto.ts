import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import {
  HOLIDAY_KINDS,
  HOLIDAY_STATUSES,
  MAX_FILE_BYTES,
  type ChangedField,
  type HolidayKind,
  type HolidayStatus,
  type RowPlan,
} from '#forum/working-days';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { ReadingDto } from '../http/reading.dto.js';
import { IsOneOf, IsPlainDate, IsSideCode, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';
import { CalendarNoteView } from './calendar-notes.dto.js';

const nameRules = { max: 200, optional: true };
const year = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value,
);

export class HolidaysDto extends ReadingDto {
  @ApiProperty({ type: Number, minimum: 1998, maximum: 2097, example: 2027 })
  @year
  @IsWhole(1998, 2097)
  year: number;

  @ApiPropertyOptional({ enum: SIDES, description: 'both sides unless told' })
  @MayBeAbsent()
  @IsSideCode()
  side?: Side;
}

export class HolidayFileDto extends HolidaysDto {
  @ApiProperty({ enum: SIDES })
  @IsSideCode()
  declare side: Side;
}

/** A name per language; the one in the language of the keeping side is the source and must be there. */
export class NamesDto {
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText(nameRules) ko?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText(nameRules) ja?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText(nameRules) en?: string;
}

export class AddHolidayDto {
  @ApiProperty({ example: '2027-10-08' })
  @IsPlainDate()
  date: string;

  @ApiProperty({ enum: HOLIDAY_KINDS })
  @IsOneOf(HOLIDAY_KINDS)
  kind: HolidayKind;

  @ApiProperty({ enum: HOLIDAY_STATUSES })
  @IsOneOf(HOLIDAY_STATUSES)
  status: HolidayStatus;

  @ApiProperty({ type: NamesDto })
  @ValidateNested()
  @Type(() => NamesDto)
  names: NamesDto;

  @ApiPropertyOptional({ maxLength: 300, description: 'the decision or notice; a temporary day needs it' })
  @MayBeAbsent()
  @IsText({ max: 300, optional: true })
  citation?: string;
}

export class ChangeHolidayDto {
  @ApiPropertyOptional({ enum: HOLIDAY_KINDS })
  @MayBeAbsent()
  @IsOneOf(HOLIDAY_KINDS)
  kind?: HolidayKind;

  @ApiPropertyOptional({ enum: HOLIDAY_STATUSES })
  @MayBeAbsent()
  @IsOneOf(HOLIDAY_STATUSES)
  status?: HolidayStatus;

  @ApiPropertyOptional({ type: NamesDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => NamesDto)
  names?: NamesDto;

  @ApiPropertyOptional({ maxLength: 300, description: 'empty takes it away' })
  @MayBeAbsent()
  @IsText({ max: 300, optional: true })
  citation?: string;
}

/** Base64 of the largest file; bytes, so that a file in another encoding is seen as such and never guessed. */
const fileRules = { max: Math.ceil(MAX_FILE_BYTES / 3) * 4 + 400_000, optional: true };

export class PreviewImportDto {
  @ApiProperty({ format: 'byte', description: `CSV in UTF-8, base64; at most ${String(MAX_FILE_BYTES)} bytes` })
  @IsText(fileRules)
  file: string;
}

export class ImportHolidaysDto extends PreviewImportDto {
  @ApiProperty({ description: '`seen` of the preview' })
  @IsText({ max: 64 })
  seen: string;
}

export class HolidayRecordView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() date: string;
  @ApiProperty() rule: string;
  @ApiProperty({ enum: HOLIDAY_KINDS }) kind: HolidayKind;
  @ApiProperty({ enum: HOLIDAY_STATUSES }) status: HolidayStatus;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) citation: LocalizedTextView | null;
  @ApiProperty({ enum: ['rule', 'person'] }) origin: 'rule' | 'person';
  @ApiProperty() withdrawn: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class WorkingDayCountsView {
  @ApiProperty() kr: number;
  @ApiProperty() jp: number;
  @ApiProperty() common: number;
}

export class HolidayListView {
  @ApiProperty() year: number;
  @ApiProperty({ type: [HolidayRecordView] }) items: HolidayRecordView[];
  @ApiProperty({ type: WorkingDayCountsView, description: 'working days of the year' })
  workingDays: WorkingDayCountsView;
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ImportRowView {
  @ApiProperty({ description: 'line of the file' }) line: number;
  @ApiProperty() date: string;
  @ApiProperty({ description: 'name in the language of the side' }) name: string;
  @ApiProperty({ enum: ['added', 'changed', 'unchanged', 'refused'] }) outcome: RowPlan['outcome'];
  @ApiProperty({ enum: ['kind', 'status', 'name', 'citation'], isArray: true }) fields: ChangedField[];
  @ApiProperty({ type: String, nullable: true, description: 'error code of a refused row' }) code: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
}

export class ImportReportView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'to be named by the import' }) seen: string;
  @ApiProperty() applied: boolean;
  @ApiProperty() added: number;
  @ApiProperty() changed: number;
  @ApiProperty() unchanged: number;
  @ApiProperty() refused: number;
  @ApiProperty({ type: [ImportRowView] }) rows: ImportRowView[];
}
