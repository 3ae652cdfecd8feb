import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateIf, ValidateNested } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  directions,
  equipmentKinds,
  modes,
  providers,
  type Direction,
  type Equipment,
  type InterpretationMode,
  type Provider,
} from '#forum/delegations';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsLanguageCode, IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';
import { CalendarNoteView } from '../working-days/calendar-notes.dto.js';
import { PersonNameDto } from './delegations.dto.js';
import { PersonNameView } from './delegations.views.js';

const orNull = (field: keyof ArrangeInterpretationDto): PropertyDecorator =>
  ValidateIf((dto: ArrangeInterpretationDto) => dto[field] !== null);

/** The whole arrangement; what is null is not chosen yet. */
export class ArrangeInterpretationDto {
  @ApiProperty({ enum: directions, nullable: true, type: String })
  @orNull('direction')
  @IsOneOf(directions)
  direction: Direction | null;

  @ApiProperty({ enum: modes, nullable: true, type: String })
  @orNull('mode')
  @IsOneOf(modes)
  mode: InterpretationMode | null;

  @ApiProperty({ enum: providers, nullable: true, type: String })
  @orNull('provider')
  @IsOneOf(providers)
  provider: Provider | null;

  @ApiProperty({ enum: equipmentKinds, isArray: true })
  @IsArray()
  @ArrayMaxSize(equipmentKinds.length)
  @IsOneOf(equipmentKinds, { each: true })
  equipment: Equipment[];

  @ApiProperty({ type: String, nullable: true, maxLength: 60 })
  @orNull('glossaryVersion')
  @IsText({ max: 60 })
  glossaryVersion: string | null;

  @ApiProperty({ type: Number, nullable: true, minimum: 100, maximum: 500, description: 'null takes the mode’s own' })
  @orNull('factorPercent')
  @IsWhole(100, 500)
  factorPercent: number | null;
}

export class NameInterpreterDto {
  @ApiProperty({ type: PersonNameDto })
  @ValidateNested()
  @Type(() => PersonNameDto)
  names: PersonNameDto;

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @IsText({ max: 200, optional: true })
  agency?: string;
}

export class ListPaperDto {
  @ApiProperty({ maxLength: 300, description: 'in the source language' }) @IsText({ max: 300 }) title: string;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() sourceLang: Language;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() targetLang: Language;
  @ApiProperty({ description: 'characters of Korean and Japanese, words of English' })
  @IsWhole(1, 1_000_000)
  amount: number;
  @ApiProperty({ description: 'false keeps it with the own side' }) @IsBoolean() shared: boolean;
}

export class ChangePaperDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsWhole(1, 1_000_000) amount?: number;
  @ApiPropertyOptional() @MayBeAbsent() @IsBoolean() delivered?: boolean;
  @ApiPropertyOptional({ description: 'shows it to the other side; not taken back' })
  @MayBeAbsent()
  @IsBoolean()
  share?: boolean;
}

export class InterpreterView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PersonNameView }) names: PersonNameView;
  @ApiProperty() agency: string;
  @ApiProperty({ type: PostView, nullable: true, description: 'of those who stand on a delegation list' })
  post: PostView | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class TranslationPaperView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: LANGUAGES }) sourceLang: Language;
  @ApiProperty({ enum: LANGUAGES }) targetLang: Language;
  @ApiProperty() amount: number;
  @ApiProperty({ enum: ['characters', 'words'] }) unit: string;
  @ApiProperty({ type: String, nullable: true }) deliveredAt: string | null;
  @ApiProperty() shared: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ModeFactorView {
  @ApiProperty({ enum: modes }) mode: InterpretationMode;
  @ApiProperty() percent: number;
}

export class InterpretationView {
  @ApiProperty() sessionId: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: directions, nullable: true, type: String }) direction: Direction | null;
  @ApiProperty({ enum: modes, nullable: true, type: String }) mode: InterpretationMode | null;
  @ApiProperty({ enum: providers, nullable: true, type: String }) provider: Provider | null;
  @ApiProperty({ enum: equipmentKinds, isArray: true }) equipment: Equipment[];
  @ApiProperty({ type: String, nullable: true }) glossaryVersion: string | null;
  @ApiProperty({ type: Number, nullable: true }) factorPercent: number | null;
  @ApiProperty({ type: [ModeFactorView] }) defaultFactors: ModeFactorView[];
  @ApiProperty({ type: String, nullable: true }) confirmedAt: string | null;
  @ApiProperty({ type: [InterpreterView] }) interpreters: InterpreterView[];
  @ApiProperty({ type: [TranslationPaperView] }) papers: TranslationPaperView[];
  @ApiProperty({ description: 'day on which interpretation and equipment are due' }) dueDate: string;
  @ApiProperty({ description: 'day on which translations are due' }) papersDueDate: string;
  @ApiProperty({ description: 'minutes of the shared agenda' }) agendaMinutes: number;
  @ApiProperty({ description: 'the same with the time interpretation takes' }) runningMinutes: number;
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
