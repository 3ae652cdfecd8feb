import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  grades,
  supersedeKinds,
  widenTargets,
  type Grade,
  type ReleaseTarget,
  type SupersedeKind,
  type WidenTarget,
} from '#forum/papers';
import { IsIdentifier, IsInstant, IsLanguageCode, IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';

const titleRules = { max: 300 };
const maxItems = 20;

export class SupersedesDto {
  @ApiProperty() @IsIdentifier() paperId: string;

  @ApiProperty({ enum: supersedeKinds, description: 'a new text of it, a correction, an addition' })
  @IsOneOf(supersedeKinds)
  kind: SupersedeKind;
}

export class AnnouncePaperDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of the title and of the original' })
  @IsLanguageCode()
  lang: Language;

  @ApiProperty({ maxLength: 300, description: 'working title, the own side’s until the paper is released' })
  @IsText(titleRules)
  title: string;

  @ApiProperty({ enum: grades, description: 'nothing that is secret by law may be uploaded at all' })
  @IsOneOf(grades)
  grade: Grade;

  @ApiPropertyOptional({ type: [String], description: 'agenda items of the session' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(maxItems)
  @IsIdentifier({ each: true })
  itemIds?: string[];

  @ApiPropertyOptional({ type: SupersedesDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => SupersedesDto)
  supersedes?: SupersedesDto;
}

export class EditPaperDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  lang: Language;

  @ApiPropertyOptional({ maxLength: 300 })
  @MayBeAbsent()
  @IsText(titleRules)
  title?: string;

  @ApiPropertyOptional({ enum: grades })
  @MayBeAbsent()
  @IsOneOf(grades)
  grade?: Grade;

  @ApiPropertyOptional({ type: [String], description: 'all agenda items it belongs to' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(maxItems)
  @IsIdentifier({ each: true })
  itemIds?: string[];
}

export class TranslateTitleDto {
  @ApiProperty({ maxLength: 300 })
  @IsText(titleRules)
  text: string;

  @ApiProperty({ enum: ['draft', 'checked'] })
  @IsOneOf(['draft', 'checked'])
  status: 'draft' | 'checked';

  @ApiProperty({ description: 'source revision that was translated' })
  @IsWhole(1, 1_000_000)
  ofRevision: number;
}

/** The fields beside the file of an upload. */
export class AddFileDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of the file' })
  @IsLanguageCode()
  language: Language;
}

/** The form of an upload, for the description. */
export class FileFormDto extends AddFileDto {
  @ApiProperty({ type: 'string', format: 'binary' }) file: string;
}

export class ReleasePaperDto {
  @ApiPropertyOptional({ description: 'ISO 8601 with its offset: an embargo; absent is at once' })
  @MayBeAbsent()
  @IsInstant()
  at?: string;
}

export class CancelReleaseDto {
  @ApiProperty({ enum: ['joint', ...widenTargets] })
  @IsOneOf(['joint', ...widenTargets])
  to: ReleaseTarget;
}

export class WidenPaperDto {
  @ApiProperty({ enum: widenTargets })
  @IsOneOf(widenTargets)
  audience: WidenTarget;

  @ApiPropertyOptional({ description: 'ISO 8601 with its offset: an embargo; absent is when both keys are turned' })
  @MayBeAbsent()
  @IsInstant()
  at?: string;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}
