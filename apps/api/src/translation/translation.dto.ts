import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateIf } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import { REASON_MAX, translationStates, type TranslationState } from '#forum/translation';
import { PageDto } from '../http/reading.dto.js';
import {
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';

/** Language pairs as an address names them: source, then target. */
export const pairs = ['ko-ja', 'ko-en', 'ja-ko', 'ja-en', 'en-ko', 'en-ja'] as const;
export type PairWord = (typeof pairs)[number];

/** What can be translated at the desk. */
const subjects = ['agenda', 'paper', 'radio_issue', 'radio_position', 'record'] as const;
const scopes = ['shared', 'own'] as const;
const flags = ['true', 'false'] as const;

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);

export class ListTranslationsDto extends PageDto {
  @ApiPropertyOptional({ enum: flags, description: 'what the reader translates, checks or asked for' })
  @MayBeAbsent()
  @IsOneOf(flags)
  mine?: 'true' | 'false';

  @ApiPropertyOptional({ enum: flags })
  @MayBeAbsent()
  @IsOneOf(flags)
  overdue?: 'true' | 'false';

  @ApiPropertyOptional({
    type: String,
    description: 'one state or several, separated by commas',
    example: 'requested,in_work',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(translationStates, { each: true })
  state?: TranslationState[];

  @ApiPropertyOptional({ description: 'id of a session' })
  @MayBeAbsent()
  @IsIdentifier()
  session?: string;

  @ApiPropertyOptional({ enum: pairs, description: 'source and target' })
  @MayBeAbsent()
  @IsOneOf(pairs)
  pair?: PairWord;
}

export class RequestTranslationDto {
  @ApiProperty({ enum: subjects, description: 'what the texts belong to' })
  @IsOneOf(subjects)
  subjectType: (typeof subjects)[number];

  @ApiProperty({ description: 'id of the agenda, paper or text' })
  @IsIdentifier()
  subjectId: string;

  @ApiProperty({ enum: scopes, description: 'what both sides see, or the own side’s drafts' })
  @IsOneOf(scopes)
  scope: (typeof scopes)[number];

  @ApiPropertyOptional({ type: [String], description: 'only these items; without it all, and those that come later' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsIdentifier({ each: true })
  objectIds?: string[];

  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  fromLang: Language;

  @ApiProperty({ enum: LANGUAGES })
  @IsLanguageCode()
  toLang: Language;

  @ApiPropertyOptional({ example: '2027-04-07', description: 'without it the day of the session’s own rule' })
  @MayBeAbsent()
  @IsPlainDate()
  dueOn?: string;

  @ApiPropertyOptional({ description: 'id of a post of the own side; without it whoever takes it up' })
  @MayBeAbsent()
  @IsIdentifier()
  translatorPostId?: string;

  @ApiPropertyOptional({ description: 'id of a post of the own side' })
  @MayBeAbsent()
  @IsIdentifier()
  checkerPostId?: string;

  @ApiPropertyOptional({ maxLength: 1000 })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  note?: string;
}

export class AssignTranslationDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'null: whoever takes it up' })
  @ValidateIf((dto: AssignTranslationDto) => dto.translatorPostId !== undefined && dto.translatorPostId !== null)
  @IsIdentifier()
  translatorPostId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @ValidateIf((dto: AssignTranslationDto) => dto.checkerPostId !== undefined && dto.checkerPostId !== null)
  @IsIdentifier()
  checkerPostId?: string | null;

  @ApiPropertyOptional({ example: '2027-04-07' })
  @MayBeAbsent()
  @IsPlainDate()
  dueOn?: string;
}

export class WriteUnitDto {
  @ApiProperty({ maxLength: 5000 })
  @IsText({ max: 5000, multiline: true })
  text: string;

  @ApiProperty({ description: 'source revision that was translated' })
  @IsWhole(1, 1_000_000)
  ofRevision: number;
}

export class CheckTranslationDto {
  @ApiProperty({ description: 'the hash that was shown, 64 hex digits' })
  @IsText({ max: 64 })
  hash: string;
}

export class ReturnTranslationDto {
  @ApiPropertyOptional({ maxLength: REASON_MAX, description: 'what has to be done; required' })
  @MayBeAbsent()
  @IsText({ max: REASON_MAX, multiline: true, optional: true })
  reason?: string;
}
