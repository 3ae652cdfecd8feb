import { ApiProperty, ApiPropertyOptional, IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  HOSTING_RULES,
  LEVELS,
  REFERENCE_KINDS,
  type HostingRule,
  type Level,
  type ReferenceKind,
} from '#forum/channels';
import {
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';

const nameRules = { max: 200 };
const whyRules = { max: 2000, multiline: true, optional: true };

/** Words that go with a change; both sides read them. */
export class WhyDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of the words given' })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ maxLength: 2000, description: 'both sides read it' })
  @MayBeAbsent()
  @IsText(whyRules)
  why?: string;
}

export class GivenNameDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() language: Language;
  @ApiProperty({ maxLength: 200 }) @IsText(nameRules) text: string;
}

export class ReferenceDto {
  @ApiProperty({ enum: REFERENCE_KINDS }) @IsOneOf(REFERENCE_KINDS) kind: ReferenceKind;
  @ApiProperty({ maxLength: 500, description: 'a code, or words that name the text' })
  @IsText({ max: 500 })
  text: string;
}

/** What is given replaces what stands; what is absent stays. */
export class DetailsDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 120, nullable: true, type: Number })
  @ValidateIf((dto: DetailsDto) => dto.cadenceMonths !== undefined && dto.cadenceMonths !== null)
  @IsWhole(1, 120)
  cadenceMonths?: number | null;

  @ApiPropertyOptional({ maxLength: 300, description: 'the cadence in words' })
  @MayBeAbsent()
  @IsText({ max: 300, optional: true })
  cadence?: string;

  @ApiPropertyOptional({ enum: HOSTING_RULES }) @MayBeAbsent() @IsOneOf(HOSTING_RULES) hostingRule?: HostingRule;

  @ApiPropertyOptional({ type: [String], description: 'codes of topics' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[\w.-]{1,60}$/, { each: true })
  topicCodes?: string[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @ValidateIf((dto: DetailsDto) => dto.parentId !== undefined && dto.parentId !== null)
  @IsIdentifier()
  parentId?: string | null;

  @ApiPropertyOptional({ type: [String], description: 'ids of the bodies that meet' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIdentifier({ each: true })
  bodyIds?: string[];
}

export class NewChannelDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: [GivenNameDto], description: 'at most one per language; the own side’s language is needed' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => GivenNameDto)
  names: GivenNameDto[];

  @ApiProperty({ enum: LEVELS }) @IsOneOf(LEVELS) level: Level;
}

export class DraftChannelDto extends IntersectionType(NewChannelDto, DetailsDto) {}

export class EditDraftDto extends IntersectionType(
  PickType(NewChannelDto, ['lang'] as const),
  PartialType(PickType(NewChannelDto, ['names', 'level'] as const)),
  DetailsDto,
) {}

export class SuspendDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiPropertyOptional({ maxLength: 2000, description: 'the own side’s alone, unless shareReason' })
  @MayBeAbsent()
  @IsText(whyRules)
  reason?: string;

  @ApiPropertyOptional() @MayBeAbsent() @IsBoolean() shareReason?: boolean;
}

export class NameDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() language: Language;
  @ApiProperty({ maxLength: 200 }) @IsText(nameRules) text: string;
  @ApiProperty({ description: 'first day it holds' }) @IsPlainDate() from: string;
}

export class AgreeDto extends WhyDto {
  @ApiProperty({ type: ReferenceDto }) @IsDefined() @ValidateNested() @Type(() => ReferenceDto) reference: ReferenceDto;
}

export class ChangeLevelDto extends WhyDto {
  @ApiProperty({ enum: LEVELS }) @IsOneOf(LEVELS) to: Level;
  @ApiProperty({ description: 'the session from which it holds' }) @IsIdentifier() sessionId: string;
}

export class SpawnDto extends IntersectionType(WhyDto, PickType(NewChannelDto, ['names', 'level'] as const)) {
  @ApiProperty({ type: ReferenceDto }) @IsDefined() @ValidateNested() @Type(() => ReferenceDto) reference: ReferenceDto;
}

export class RenameDto extends IntersectionType(WhyDto, NameDto) {}

export class ChangeDetailsDto extends IntersectionType(WhyDto, DetailsDto) {}

export class ConcludeDto extends WhyDto {
  @ApiProperty({ enum: ['concluded', 'superseded'] })
  @IsOneOf(['concluded', 'superseded'])
  end: 'concluded' | 'superseded';

  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() successorId?: string;
}
