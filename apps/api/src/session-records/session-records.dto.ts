import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  bracketOwners,
  paragraphKinds,
  recordKinds,
  type BracketOwner,
  type ParagraphKind,
  type RecordKind,
} from '#forum/records';
import {
  IsIdentifier,
  IsInstant,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';

const titleRules = { max: 300 };
const textRules = { max: 8000, multiline: true };
const reasonRules = { max: 1000, multiline: true, optional: true };
const mostParagraphs = 500;
const longestChain = 12;

export class DraftSessionRecordDto {
  @ApiProperty({ enum: recordKinds }) @IsOneOf(recordKinds) kind: RecordKind;
  @ApiProperty({ enum: LANGUAGES, description: 'language of the title: its source' }) @IsLanguageCode() lang: Language;

  @ApiProperty({ maxLength: 300, description: 'may hold the tokens of the alternat: {PAIR} {PARTY1} {PARTY2}' })
  @IsText(titleRules)
  title: string;

  @ApiPropertyOptional({ description: 'by its kind unless told' }) @MayBeAbsent() @IsBoolean() forSignature?: boolean;
  @ApiPropertyOptional({ description: 'the text an annex belongs to' })
  @MayBeAbsent()
  @IsIdentifier()
  annexOfId?: string;

  @ApiPropertyOptional({ description: 'with a heading for each shared item of the agenda' })
  @MayBeAbsent()
  @IsBoolean()
  outline?: boolean;
}

export class EditSessionRecordDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of the title' }) @IsLanguageCode() lang: Language;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(titleRules) title?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsBoolean() forSignature?: boolean;

  @ApiPropertyOptional({ type: [String], enum: LANGUAGES })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(LANGUAGES.length)
  @IsLanguageCode({ each: true })
  authenticLanguages?: Language[];

  @ApiPropertyOptional({ enum: LANGUAGES, nullable: true, type: String, description: 'null names none' })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsLanguageCode()
  prevailingLanguage?: Language | null;
}

export class AddRecordParagraphDto {
  @ApiProperty({ enum: paragraphKinds }) @IsOneOf(paragraphKinds) kind: ParagraphKind;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ maxLength: 8000, description: 'words not agreed stand in [KR: …], [JP: …] or [both: …]' })
  @IsText(textRules)
  text: string;

  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() agendaItemId?: string;
  @ApiPropertyOptional({ description: 'its place, from 1; the end unless told' })
  @MayBeAbsent()
  @IsWhole(1, mostParagraphs)
  at?: number;
}

export class EditRecordParagraphDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiPropertyOptional({ maxLength: 8000 }) @MayBeAbsent() @IsText(textRules) text?: string;
  @ApiPropertyOptional({ enum: paragraphKinds }) @MayBeAbsent() @IsOneOf(paragraphKinds) kind?: ParagraphKind;

  @ApiPropertyOptional({ nullable: true, type: String })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsIdentifier()
  agendaItemId?: string | null;
}

export class AcceptBracketsDto {
  @ApiProperty({ description: 'which group of brackets of the source, from 0' }) @IsWhole(0, 200) group: number;
  @ApiProperty({ enum: bracketOwners, description: 'whose words stand then' }) @IsOneOf(bracketOwners) by: BracketOwner;
}

export class MoveRecordParagraphDto {
  @ApiProperty({ description: 'its new place, from 1' }) @IsWhole(1, mostParagraphs) to: number;
}

export class TranslateRecordDto {
  @ApiProperty({ maxLength: 8000 }) @IsText(textRules) text: string;
  @ApiProperty({ enum: ['draft', 'checked'] }) @IsOneOf(['draft', 'checked']) status: 'draft' | 'checked';
  @ApiProperty({ description: 'source revision that was translated' }) @IsWhole(1, 1_000_000) ofRevision: number;
}

export class RecordHashDto {
  @ApiProperty({ description: 'the hash that was read, 64 hex digits' }) @IsText({ max: 64 }) hash: string;
}

export class StartRecordClearanceDto extends RecordHashDto {
  @ApiPropertyOptional({ type: [String], description: 'posts of the own side, in order' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(longestChain)
  @IsIdentifier({ each: true })
  postIds?: string[];
}

export class DecideRecordClearanceDto extends RecordHashDto {
  @ApiProperty({ description: 'false sends it back' }) @IsBoolean() pass: boolean;
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by the own side only' })
  @MayBeAbsent()
  @IsText(reasonRules)
  note?: string;
}

export class RecordReasonDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(reasonRules)
  reason?: string;
}

export class ProposeRecordSigningDto extends RecordReasonDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsPlainDate() on: string;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ max: 200 }) place?: string;
  @ApiProperty({ description: 'post that signs for Korea' }) @IsIdentifier() krPostId: string;
  @ApiProperty({ description: 'post that signs for Japan' }) @IsIdentifier() jpPostId: string;
}

export class ProposeRecordReleaseDto extends RecordReasonDto {
  @ApiPropertyOptional({
    nullable: true,
    type: String,
    description: 'ISO 8601 with its offset: the minute from which everybody reads it; null gives a planned one up',
  })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsInstant()
  at?: string | null;
}

export class SetRecordReleaseDto {
  @ApiProperty({ description: 'ISO 8601 with its offset' }) @IsInstant() at: string;
}

export class DraftCorrigendumDto {
  @ApiProperty({ type: [String], description: 'the paragraphs that were wrong' })
  @IsArray()
  @ArrayMaxSize(mostParagraphs)
  @IsIdentifier({ each: true })
  paragraphIds: string[];
}

export class ProposeRecordRulesDto extends RecordReasonDto {
  @ApiProperty({
    nullable: true,
    type: Number,
    description: 'hours for which a release of one side is shown to the other before; null asks for none',
  })
  @ValidateIf((_, value) => value !== null)
  @IsWhole(1, 720)
  showHours: number | null;
}
