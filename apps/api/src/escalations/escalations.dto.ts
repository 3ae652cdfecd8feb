import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsDefined, IsIn, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import { escalationStates, ituArticles, matterKinds, type EscalationState, type MatterKind } from '#forum/escalations';
import { PageDto } from '../http/reading.dto.js';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';

/** So much fits on one page, the languages beside each other; English takes twice the letters. */
const LIMITS = { title: [50, 100], text: [250, 500], request: [120, 250] } as const;
const short = { max: LIMITS.title[0] };
const shortEnglish = { max: LIMITS.title[1] };
const long = { max: LIMITS.text[0], multiline: true };
const longEnglish = { max: LIMITS.text[1], multiline: true };
const request = { max: LIMITS.request[0], multiline: true };
const requestEnglish = { max: LIMITS.request[1], multiline: true };

export class MatterDto {
  @ApiProperty({ enum: matterKinds }) @IsOneOf(matterKinds) kind: MatterKind;
  @ApiProperty() @IsIdentifier() id: string;
}

export class EscalationTitleDto {
  @ApiPropertyOptional({ maxLength: 50 }) @MayBeAbsent() @IsText(short) ko?: string;
  @ApiPropertyOptional({ maxLength: 50 }) @MayBeAbsent() @IsText(short) ja?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @MayBeAbsent() @IsText(shortEnglish) en?: string;
}

export class EscalationTextsDto {
  @ApiPropertyOptional({ maxLength: 250 }) @MayBeAbsent() @IsText(long) ko?: string;
  @ApiPropertyOptional({ maxLength: 250 }) @MayBeAbsent() @IsText(long) ja?: string;
  @ApiPropertyOptional({ maxLength: 500 }) @MayBeAbsent() @IsText(longEnglish) en?: string;
}

export class EscalationRequestDto {
  @ApiPropertyOptional({ maxLength: 120 }) @MayBeAbsent() @IsText(request) ko?: string;
  @ApiPropertyOptional({ maxLength: 120 }) @MayBeAbsent() @IsText(request) ja?: string;
  @ApiPropertyOptional({ maxLength: 250 }) @MayBeAbsent() @IsText(requestEnglish) en?: string;
}

export class EscalationOutcomeDto {
  @ApiProperty({ maxLength: 250 }) @IsText(long) ko: string;
  @ApiProperty({ maxLength: 250 }) @IsText(long) ja: string;
  @ApiProperty({ maxLength: 500 }) @IsText(longEnglish) en: string;
}

class EscalationWayDto {
  @ApiPropertyOptional({ description: 'the nearest higher channel unless told' })
  @MayBeAbsent()
  @IsIdentifier()
  toChannelId?: string;

  @ApiPropertyOptional({ enum: ituArticles, isArray: true, description: 'Radio Regulations; instead of a channel' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsIn(ituArticles, { each: true })
  ituArticles?: number[];
}

export class DraftEscalationDto extends EscalationWayDto {
  @ApiProperty({ type: MatterDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MatterDto)
  matter: MatterDto;

  @ApiPropertyOptional({ description: 'only of a case that belongs to no channel' })
  @MayBeAbsent()
  @IsIdentifier()
  fromChannelId?: string;

  @ApiProperty({ enum: LANGUAGES, description: 'language of the sources' }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: EscalationTitleDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => EscalationTitleDto)
  title: EscalationTitleDto;

  @ApiProperty({ type: EscalationTextsDto, description: 'what it is about and what was tried' })
  @IsDefined()
  @ValidateNested()
  @Type(() => EscalationTextsDto)
  summary: EscalationTextsDto;

  @ApiProperty({ type: EscalationRequestDto, description: 'what the higher level is asked' })
  @IsDefined()
  @ValidateNested()
  @Type(() => EscalationRequestDto)
  request: EscalationRequestDto;
}

export class EditEscalationDto extends EscalationWayDto {
  @ApiPropertyOptional({ type: EscalationTitleDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => EscalationTitleDto)
  title?: EscalationTitleDto;

  @ApiPropertyOptional({ type: EscalationTextsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => EscalationTextsDto)
  summary?: EscalationTextsDto;

  @ApiPropertyOptional({ type: EscalationRequestDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => EscalationRequestDto)
  request?: EscalationRequestDto;
}

export class ReturnEscalationDto {
  @ApiPropertyOptional({ description: 'the channel it came from unless told' })
  @MayBeAbsent()
  @IsIdentifier()
  channelId?: string;

  @ApiProperty({ maxLength: 1000, description: 'read by both sides' })
  @IsText({ max: 1000, multiline: true })
  reason: string;
}

export class SettleEscalationDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: EscalationOutcomeDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => EscalationOutcomeDto)
  outcome: EscalationOutcomeDto;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

export class ListEscalationsDto extends PageDto {
  @ApiPropertyOptional({ enum: escalationStates }) @MayBeAbsent() @IsOneOf(escalationStates) state?: EscalationState;
  @ApiPropertyOptional({ description: 'from or to it' }) @MayBeAbsent() @IsIdentifier() channel?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() session?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() matter?: string;
}
