import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { PROGRAMME_KINDS, type ProgrammeKind } from '#forum/sessions';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsClockTime, IsOneOf, IsWhole, MayBeAbsent } from '../http/validation.js';
import { TextDto } from './arrangement.dto.js';

export class ProgrammeItemDto {
  @ApiProperty({ enum: PROGRAMME_KINDS }) @IsOneOf(PROGRAMME_KINDS) kind: ProgrammeKind;
  @ApiProperty({ minimum: 1, description: 'the n-th day of the session' }) @IsWhole(1, 31) day: number;
  @ApiPropertyOptional({ description: 'HH:MM at the venue' }) @MayBeAbsent() @IsClockTime() startTime?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsClockTime() endTime?: string;
  @ApiProperty({ type: TextDto }) @ValidateNested() @Type(() => TextDto) title: TextDto;
  @ApiPropertyOptional({ type: TextDto }) @MayBeAbsent() @ValidateNested() @Type(() => TextDto) place?: TextDto;
}

export class ProgrammeItemView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: PROGRAMME_KINDS }) kind: ProgrammeKind;
  @ApiProperty() day: number;
  @ApiProperty({ description: 'YYYY-MM-DD at the venue' }) date: string;
  @ApiProperty({ type: String, nullable: true }) startTime: string | null;
  @ApiProperty({ type: String, nullable: true }) endTime: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
}

export class ProgrammeView {
  @ApiProperty({ description: 'IANA name of the zone of all times' }) zone: string;
  @ApiProperty({ minimum: 1 }) days: number;
  @ApiProperty({ type: [ProgrammeItemView] }) items: ProgrammeItemView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
