import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, ValidateNested } from 'class-validator';
import { termStates, type TermState } from '#forum/glossary';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PageDto } from '../http/reading.dto.js';
import { IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';
import { ProposalView } from '../proposals/proposals.dto.js';
import { IsForms } from './glossary.validation.js';

const FORM = { max: 200 };
const NOTE = { max: 1000, optional: true, multiline: true };
const REASON = { max: 1000, optional: true, multiline: true };

const yes = Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class ListTermsDto extends PageDto {
  @ApiPropertyOptional({
    description: 'part of a term, of a form of it, of its code or of a note, in any language',
    example: '주파수',
  })
  @MayBeAbsent()
  @IsText({ max: 100, optional: true })
  q?: string;

  @ApiPropertyOptional({ description: 'the part of the code before its point', example: 'radio' })
  @MayBeAbsent()
  @IsText({ max: 20 })
  area?: string;

  @ApiPropertyOptional({ enum: termStates, description: 'agreed and proposed ones unless told' })
  @MayBeAbsent()
  @IsOneOf(termStates)
  state?: TermState;

  @ApiPropertyOptional({ type: Boolean, example: 'true', description: 'only terms with an open proposal' })
  @yes
  @MayBeAbsent()
  @IsBoolean()
  open?: boolean;
}

export class TermFormsDto {
  @ApiProperty({ maxLength: 200, description: 'the agreed form' })
  @IsText(FORM)
  term: string;

  @ApiPropertyOptional({ type: [String], description: 'other forms that may stand in its place' })
  @MayBeAbsent()
  @IsForms()
  also?: string[];

  @ApiPropertyOptional({ type: [String], description: 'forms to avoid' })
  @MayBeAbsent()
  @IsForms()
  avoid?: string[];
}

export class TermNoteDto {
  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeAbsent() @IsText(NOTE) ko?: string;
  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeAbsent() @IsText(NOTE) ja?: string;
  @ApiPropertyOptional({ maxLength: 1000 }) @MayBeAbsent() @IsText(NOTE) en?: string;
}

export class ProposeChangeDto {
  @ApiProperty({ type: TermFormsDto }) @ValidateNested() @Type(() => TermFormsDto) ko: TermFormsDto;
  @ApiProperty({ type: TermFormsDto }) @ValidateNested() @Type(() => TermFormsDto) ja: TermFormsDto;
  @ApiProperty({ type: TermFormsDto }) @ValidateNested() @Type(() => TermFormsDto) en: TermFormsDto;

  @ApiPropertyOptional({ type: TermNoteDto, description: 'absent: no note' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => TermNoteDto)
  note?: TermNoteDto;

  @ApiPropertyOptional({ default: false, description: 'warn of a text that lacks the agreed form' })
  @MayBeAbsent()
  @IsBoolean()
  binding?: boolean;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(REASON)
  reason?: string;
}

export class ProposeTermDto extends ProposeChangeDto {
  @ApiProperty({ example: 'radio', description: 'small Latin letters' })
  @IsText({ max: 20 })
  area: string;

  @ApiPropertyOptional({ example: 'radio.sandbox', description: 'made of the English term unless told' })
  @MayBeAbsent()
  @IsText({ max: 80 })
  code?: string;
}

export class ProposeEndDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(REASON)
  reason?: string;
}

export class TermFormsView {
  @ApiProperty() term: string;
  @ApiProperty({ type: [String] }) also: string[];
  @ApiProperty({ type: [String] }) avoid: string[];
}

export class TermWordsView {
  @ApiProperty({ type: TermFormsView }) ko: TermFormsView;
  @ApiProperty({ type: TermFormsView }) ja: TermFormsView;
  @ApiProperty({ type: TermFormsView }) en: TermFormsView;
}

export class GlossaryTermView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ example: 'radio.allocation' }) code: string;
  @ApiProperty({ example: 'radio' }) area: string;
  @ApiProperty({ enum: termStates }) state: TermState;
  @ApiProperty({ type: TermWordsView }) words: TermWordsView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) note: LocalizedTextView | null;
  @ApiProperty({ description: 'a text that lacks the agreed form is warned of' }) binding: boolean;
  @ApiProperty({ enum: ['file', 'people'], description: 'from the list of the installation, or agreed here' })
  origin: 'file' | 'people';
  @ApiProperty() updatedAt: string;
  @ApiProperty({ type: [ProposalView], description: 'open proposals; at most one' }) proposals: ProposalView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class AreaCountView {
  @ApiProperty() area: string;
  @ApiProperty() count: number;
}

export class GlossaryView {
  @ApiProperty({ type: [GlossaryTermView] }) items: GlossaryTermView[];
  @ApiProperty({ type: [AreaCountView], description: 'of what the search finds, in all areas' }) areas: AreaCountView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class TermVersionView {
  @ApiProperty() number: number;
  @ApiProperty({ enum: ['file', 'new', 'change', 'retirement', 'restoration'] }) change: string;
  @ApiProperty({ type: TermWordsView }) words: TermWordsView;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) note: LocalizedTextView | null;
  @ApiProperty({ description: 'SHA-256 over all languages' }) hash: string;
  @ApiProperty() at: string;
  @ApiProperty({
    type: ProposalView,
    nullable: true,
    description: 'who turned which key; null for readers of neither side',
  })
  proposal: ProposalView | null;
}

export class TermHistoryView {
  @ApiProperty({ type: [TermVersionView], description: 'the latest first' }) items: TermVersionView[];
}
