import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsDefined, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import { escalationStates, ituArticles, matterKinds, type EscalationState, type MatterKind } from '#forum/escalations';
import { PageDto } from '../http/reading.dto.js';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsText } from '../http/validation.js';

const titleRules = { max: 200 };
/** One page holds three such texts in one language. */
const textRules = { max: 1500, multiline: true };

export class MatterDto {
  @ApiProperty({ enum: matterKinds }) @IsOneOf(matterKinds) kind: MatterKind;
  @ApiProperty() @IsIdentifier() id: string;
}

export class EscalationTitleDto {
  @ApiPropertyOptional({ maxLength: 200 }) @IsOptional() @IsText(titleRules) ko?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @IsOptional() @IsText(titleRules) ja?: string;
  @ApiPropertyOptional({ maxLength: 200 }) @IsOptional() @IsText(titleRules) en?: string;
}

export class EscalationTextsDto {
  @ApiPropertyOptional({ maxLength: 1500 }) @IsOptional() @IsText(textRules) ko?: string;
  @ApiPropertyOptional({ maxLength: 1500 }) @IsOptional() @IsText(textRules) ja?: string;
  @ApiPropertyOptional({ maxLength: 1500 }) @IsOptional() @IsText(textRules) en?: string;
}

export class EscalationOutcomeDto {
  @ApiProperty({ maxLength: 1500 }) @IsText(textRules) ko: string;
  @ApiProperty({ maxLength: 1500 }) @IsText(textRules) ja: string;
  @ApiProperty({ maxLength: 1500 }) @IsText(textRules) en: string;
}

class EscalationWayDto {
  @ApiPropertyOptional({ description: 'the nearest higher channel unless told' })
  @IsOptional()
  @IsIdentifier()
  toChannelId?: string;

  @ApiPropertyOptional({ enum: ituArticles, isArray: true, description: 'Radio Regulations; instead of a channel' })
  @IsOptional()
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
  @IsOptional()
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

  @ApiProperty({ type: EscalationTextsDto, description: 'what the higher level is asked' })
  @IsDefined()
  @ValidateNested()
  @Type(() => EscalationTextsDto)
  request: EscalationTextsDto;
}

export class EditEscalationDto extends EscalationWayDto {
  @ApiPropertyOptional({ type: EscalationTitleDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => EscalationTitleDto)
  title?: EscalationTitleDto;

  @ApiPropertyOptional({ type: EscalationTextsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => EscalationTextsDto)
  summary?: EscalationTextsDto;

  @ApiPropertyOptional({ type: EscalationTextsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => EscalationTextsDto)
  request?: EscalationTextsDto;
}

export class ReturnEscalationDto {
  @ApiPropertyOptional({ description: 'the channel it came from unless told' })
  @IsOptional()
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
  @IsOptional()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

export class ListEscalationsDto extends PageDto {
  @ApiPropertyOptional({ enum: escalationStates }) @IsOptional() @IsOneOf(escalationStates) state?: EscalationState;
  @ApiPropertyOptional({ description: 'from or to it' }) @IsOptional() @IsIdentifier() channel?: string;
  @ApiPropertyOptional() @IsOptional() @IsIdentifier() session?: string;
  @ApiPropertyOptional() @IsOptional() @IsIdentifier() matter?: string;
}
