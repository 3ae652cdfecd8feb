import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  CHECK_NOTE_MAX,
  EVIDENCE_URL_MAX,
  INSTRUMENT_KINDS,
  LEGAL_FORCES,
  NOTE_MAX,
  STRENGTHS,
  type InstrumentKind,
  type LegalForce,
  type Strength,
} from '#forum/commitments';
import {
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsSideCode,
  IsText,
  MayBeAbsent,
} from '../http/validation.js';
import { CommitmentDetailsDto, CommitmentTextDto } from './commitments.dto.js';

const mostTopics = 10;

export class InstrumentDto {
  @ApiProperty({ type: CommitmentTextDto })
  @ValidateNested()
  @Type(() => CommitmentTextDto)
  name: CommitmentTextDto;

  @ApiProperty({ enum: INSTRUMENT_KINDS }) @IsOneOf(INSTRUMENT_KINDS) kind: InstrumentKind;
  @ApiProperty({ enum: LEGAL_FORCES }) @IsOneOf(LEGAL_FORCES) legal: LegalForce;
  @ApiProperty({ description: 'YYYY, YYYY-MM or YYYY-MM-DD', example: '2027-03-11' }) @IsText({ max: 10 }) date: string;

  @ApiPropertyOptional({ type: CommitmentTextDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommitmentTextDto)
  place?: CommitmentTextDto | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'where it was agreed' })
  @IsOptional()
  @IsIdentifier()
  sessionId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsIdentifier() krSignatoryPostId?:
    string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsIdentifier() jpSignatoryPostId?:
    string | null;

  @ApiPropertyOptional({ enum: LANGUAGES, isArray: true, description: 'languages of the originals' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(LANGUAGES.length)
  @IsLanguageCode({ each: true })
  copyLanguages?: Language[];
}

export class InstrumentAreaDto {
  @ApiProperty({ type: CommitmentTextDto })
  @ValidateNested()
  @Type(() => CommitmentTextDto)
  name: CommitmentTextDto;
}

export class ClauseDto extends CommitmentDetailsDto {
  @ApiProperty({ type: CommitmentTextDto, description: 'what it says, in our words' })
  @ValidateNested()
  @Type(() => CommitmentTextDto)
  text: CommitmentTextDto;

  @ApiProperty({ enum: STRENGTHS }) @IsOneOf(STRENGTHS) strength: Strength;

  @ApiPropertyOptional({ enum: SIDES, nullable: true, type: String, description: 'whose intent or proposal it is' })
  @IsOptional()
  @IsSideCode()
  strengthSide?: Side | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'id of an area of the instrument' })
  @IsOptional()
  @IsIdentifier()
  areaId?: string | null;

  @ApiPropertyOptional({ description: 'a heading without a duty' }) @MayBeAbsent() @IsBoolean() chapeau?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'codes of topics' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(mostTopics)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  topicCodes?: string[];
}

export class ProposeInstrumentDto {
  @ApiPropertyOptional({ maxLength: NOTE_MAX, description: 'both sides read it' })
  @MayBeAbsent()
  @IsText({ max: NOTE_MAX, multiline: true, optional: true })
  reason?: string;
}

/** What Korean law asks of an arrangement between agencies (its own side's matter). */
export class InstrumentCheckDto {
  @ApiProperty() @IsBoolean() makesNoRights: boolean;
  @ApiProperty() @IsBoolean() makesNoBudget: boolean;
  @ApiProperty() @IsBoolean() makesNoExemption: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'day of the consultation' })
  @IsOptional()
  @IsPlainDate()
  consultedOn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsPlainDate() postedOn?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'http or https' })
  @IsOptional()
  @IsText({ max: EVIDENCE_URL_MAX, optional: true })
  postingUrl?: string | null;

  @ApiPropertyOptional({ maxLength: CHECK_NOTE_MAX })
  @MayBeAbsent()
  @IsText({ max: CHECK_NOTE_MAX, multiline: true, optional: true })
  note?: string;
}
