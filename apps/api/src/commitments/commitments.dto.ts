import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import {
  ACTING_SIDES,
  CLAUSE_MAX,
  COMMITMENT_STATUSES,
  COMMITMENT_STEPS,
  EVIDENCE_KINDS,
  EVIDENCE_TEXT_MAX,
  EVIDENCE_URL_MAX,
  NOTE_MAX,
  QUOTE_MAX,
  STRENGTHS,
  type ActingSide,
  type CommitmentStatus,
  type CommitmentStep,
  type EvidenceKind,
  type Strength,
} from '#forum/commitments';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsPlainDate, IsText, MayBeAbsent } from '../http/validation.js';
import { PageDto } from '../record/page.js';

/** What the list of commitments and its export are narrowed by. */
export class ListCommitmentsDto extends PageDto {
  @ApiPropertyOptional({ description: 'id of an instrument' }) @MayBeAbsent() @IsIdentifier() instrument?: string;

  @ApiPropertyOptional({ enum: COMMITMENT_STATUSES })
  @MayBeAbsent()
  @IsOneOf(COMMITMENT_STATUSES)
  status?: CommitmentStatus;

  @ApiPropertyOptional({ description: 'code of a topic' }) @MayBeAbsent() @IsText({ max: 40 }) topic?: string;
  @ApiPropertyOptional({ enum: STRENGTHS }) @MayBeAbsent() @IsOneOf(STRENGTHS) strength?: Strength;

  @ApiPropertyOptional({ description: 'year of the instrument or session', example: '2023' })
  @MayBeAbsent()
  @IsText({ max: 4 })
  year?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'what both sides stand behind, or only the rest' })
  @MayBeAbsent()
  @IsOneOf(['true', 'false'])
  agreed?: 'true' | 'false';
}

export class CommitmentTextsDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: CLAUSE_MAX, multiline: true, optional: true }) ko?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: CLAUSE_MAX, multiline: true, optional: true }) ja?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsText({ max: CLAUSE_MAX, multiline: true, optional: true }) en?: string;
}

/** A text in the languages at hand. */
export class CommitmentTextDto {
  @ApiProperty({ enum: LANGUAGES, description: 'the language it was written in' }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: CommitmentTextsDto })
  @ValidateNested()
  @Type(() => CommitmentTextsDto)
  texts: CommitmentTextsDto;
}

export class CommitmentQuoteDto {
  @ApiProperty({ maxLength: QUOTE_MAX }) @IsText({ max: QUOTE_MAX, multiline: true }) text: string;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
}

export class CommitmentEvidenceDto {
  @ApiProperty({ enum: EVIDENCE_KINDS }) @IsOneOf(EVIDENCE_KINDS) kind: EvidenceKind;

  @ApiPropertyOptional({ maxLength: EVIDENCE_TEXT_MAX, description: 'in the language of the writer' })
  @MayBeAbsent()
  @IsText({ max: EVIDENCE_TEXT_MAX, multiline: true, optional: true })
  text?: string;

  @ApiPropertyOptional({ maxLength: EVIDENCE_URL_MAX, description: 'http or https' })
  @MayBeAbsent()
  @IsText({ max: EVIDENCE_URL_MAX, optional: true })
  url?: string;

  @ApiPropertyOptional({ description: 'the meeting that shows it' }) @MayBeAbsent() @IsIdentifier() sessionId?: string;
  @ApiPropertyOptional({ description: 'the paper that shows it' }) @MayBeAbsent() @IsIdentifier() paperId?: string;
}

export class CommitmentStepDto {
  @ApiProperty({ enum: COMMITMENT_STEPS }) @IsOneOf(COMMITMENT_STEPS) action: CommitmentStep;

  @ApiPropertyOptional({ type: CommitmentEvidenceDto, description: 'every change of status needs it' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => CommitmentEvidenceDto)
  evidence?: CommitmentEvidenceDto;

  @ApiPropertyOptional({ example: '2027-03-11', description: 'the day from which it holds; today unless told' })
  @MayBeAbsent()
  @IsPlainDate()
  asOf?: string;

  @ApiPropertyOptional({ maxLength: NOTE_MAX, description: 'both sides read it' })
  @MayBeAbsent()
  @IsText({ max: NOTE_MAX, multiline: true, optional: true })
  note?: string;
}

/** Who acts, by what it is measured, by when; what is left out stays, null takes it away. */
export class CommitmentDetailsDto {
  @ApiPropertyOptional({ enum: ACTING_SIDES, nullable: true, type: String })
  @IsOptional()
  @IsOneOf(ACTING_SIDES)
  actingSide?: ActingSide | null;

  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsIdentifier() krPostId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsIdentifier() jpPostId?: string | null;

  @ApiPropertyOptional({ type: CommitmentTextDto, nullable: true, description: 'measure of success' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommitmentTextDto)
  measure?: CommitmentTextDto | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'YYYY, YYYY-MM or YYYY-MM-DD' })
  @IsOptional()
  @IsText({ max: 10 })
  due?: string | null;

  @ApiPropertyOptional({ type: CommitmentQuoteDto, description: 'the original words, fixed once recorded' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => CommitmentQuoteDto)
  quote?: CommitmentQuoteDto;
}

export class CommitmentChangeDto extends CommitmentDetailsDto {
  @ApiPropertyOptional({ maxLength: NOTE_MAX, description: 'both sides read it' })
  @MayBeAbsent()
  @IsText({ max: NOTE_MAX, multiline: true, optional: true })
  reason?: string;
}
