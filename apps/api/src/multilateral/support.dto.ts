import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { AUDIENCES, LANGUAGES, SIDES, type Audience, type Language, type Side } from '#core/kernel';
import { supportStates, type SupportState } from '#forum/multilateral';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsLanguageCode, IsText, MayBeAbsent } from '../http/validation.js';
import { MultilateralWordsDto } from './multilateral.dto.js';

const noteRules = { max: 1000, multiline: true, optional: true };

export class EditSupportDto {
  @ApiProperty({ enum: LANGUAGES, description: 'language of the note' }) @IsLanguageCode() lang: Language;

  @ApiPropertyOptional({ type: MultilateralWordsDto, description: 'the office that is sought' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  office?: MultilateralWordsDto;

  @ApiPropertyOptional({ maxLength: 120, description: 'as in the passport' })
  @MayBeAbsent()
  @IsText({ max: 120 })
  candidate?: string;

  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeAbsent() @IsText(noteRules) note?: string;
}

export class AddSupportDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralWordsDto, description: 'the office that is sought' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  office: MultilateralWordsDto;

  @ApiProperty({ maxLength: 120, description: 'as in the passport' }) @IsText({ max: 120 }) candidate: string;
  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeAbsent() @IsText(noteRules) note?: string;
}

export class AnswerSupportDto {
  @ApiPropertyOptional({ enum: LANGUAGES, description: 'language of the text' })
  @MayBeAbsent()
  @IsLanguageCode()
  lang?: Language;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(noteRules)
  text?: string;
}

/** A request for support of a candidate: restricted, for members of the two sides. */
export class SupportView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ type: LocalizedTextView }) office: LocalizedTextView;
  @ApiProperty() candidate: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) note: LocalizedTextView | null;
  @ApiProperty({ enum: supportStates }) state: SupportState;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) answer: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) answeredAt: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class SupportListView {
  @ApiProperty() meetingId: string;
  @ApiProperty({ type: [SupportView] }) items: SupportView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
