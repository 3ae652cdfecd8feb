import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '#core/kernel';
import { IsLanguageCode, MayBeAbsent } from '../http/validation.js';
import { IsDraft } from './glossary.validation.js';

export class DraftTextsDto {
  @ApiPropertyOptional({ maxLength: 20000 }) @MayBeAbsent() @IsDraft() ko?: string;
  @ApiPropertyOptional({ maxLength: 20000 }) @MayBeAbsent() @IsDraft() ja?: string;
  @ApiPropertyOptional({ maxLength: 20000 }) @MayBeAbsent() @IsDraft() en?: string;
}

export class CheckTextsDto {
  @ApiProperty({ type: DraftTextsDto, description: 'what says one thing in several languages, as it stands' })
  @ValidateNested()
  @Type(() => DraftTextsDto)
  texts: DraftTextsDto;

  @ApiPropertyOptional({ enum: LANGUAGES, description: 'what the others are translated from' })
  @MayBeAbsent()
  @IsLanguageCode()
  source?: Language;
}

export class AgreedTermsView {
  @ApiProperty() ko: string;
  @ApiProperty() ja: string;
  @ApiProperty() en: string;
}

/** Offsets are UTF-16 code units of the text as it was sent. */
export class TextSpanView {
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() start: number;
  @ApiProperty() end: number;
  @ApiProperty() found: string;
}

export class TermHitView extends TextSpanView {
  @ApiProperty() termId: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: AgreedTermsView }) agreed: AgreedTermsView;
}

export class OffGlossaryView {
  @ApiProperty() termId: string;
  @ApiProperty() code: string;
  @ApiProperty({ enum: LANGUAGES, description: 'the language of the text that departs' }) lang: Language;
  @ApiProperty({ type: String, nullable: true, description: 'the form to avoid; null when the agreed form is missing' })
  found: string | null;
  @ApiProperty({ type: Number, nullable: true }) start: number | null;
  @ApiProperty({ type: Number, nullable: true }) end: number | null;
  @ApiProperty({ description: 'what to write instead' }) offer: string;
  @ApiProperty({ type: TextSpanView, nullable: true, description: 'where the source says it' })
  source: TextSpanView | null;
  @ApiProperty({ type: AgreedTermsView }) agreed: AgreedTermsView;
}

export class FriendMarkView extends TextSpanView {
  @ApiProperty({ type: [String], description: 'what to write instead; empty where nothing is to be changed' })
  offers: string[];
}

export class FalseFriendView {
  @ApiProperty({ example: 'officeHead' }) code: string;
  @ApiProperty({ enum: ['clash', 'caution'], description: 'two texts differ, or a word that is easily mistranslated' })
  kind: 'clash' | 'caution';
  @ApiProperty({ description: "why, in the reader's language" }) explanation: string;
  @ApiProperty({ type: String, nullable: true }) termId: string | null;
  @ApiProperty({ type: [FriendMarkView] }) marks: FriendMarkView[];
}

export class GlossaryCheckView {
  @ApiProperty({ type: [TermHitView] }) hits: TermHitView[];
  @ApiProperty({ type: [OffGlossaryView] }) offGlossary: OffGlossaryView[];
  @ApiProperty({ type: [FalseFriendView] }) falseFriends: FalseFriendView[];
}
