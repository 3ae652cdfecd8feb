import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { commonErrors, LANGUAGES, type Language } from '#core/kernel';
import { agreedLines, forums, type AgreedLine, type Forum } from '#forum/multilateral';
import { isTimeZone } from '#forum/sessions';
import { PageDto } from '../http/reading.dto.js';
import {
  IsClockTime,
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsText,
  MayBeAbsent,
} from '../http/validation.js';

const shortRules = { max: 300 };
const longRules = { max: 4000, multiline: true };

/** A short text in one to three languages. */
export class MultilateralWordsDto {
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortRules) ko?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortRules) ja?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortRules) en?: string;
}

/** A longer text in one to three languages. */
export class MultilateralTextsDto {
  @ApiPropertyOptional({ maxLength: 4000 }) @MayBeAbsent() @IsText(longRules) ko?: string;
  @ApiPropertyOptional({ maxLength: 4000 }) @MayBeAbsent() @IsText(longRules) ja?: string;
  @ApiPropertyOptional({ maxLength: 4000 }) @MayBeAbsent() @IsText(longRules) en?: string;
}

/** A text that both sides will speak: all three languages. */
export class MultilateralLineTextsDto {
  @ApiProperty({ maxLength: 4000 }) @IsText(longRules) ko: string;
  @ApiProperty({ maxLength: 4000 }) @IsText(longRules) ja: string;
  @ApiProperty({ maxLength: 4000 }) @IsText(longRules) en: string;
}

/** The zone of a meeting or a deadline. @throws common.notATimeZone */
export function assertZone(zone: string, path: string): void {
  if (!isTimeZone(zone)) throw commonErrors.invalid({}, [{ path, code: commonErrors.notATimeZone.code }]);
}

export class ListMeetingsDto extends PageDto {
  @ApiPropertyOptional({ enum: forums }) @MayBeAbsent() @IsOneOf(forums) forum?: Forum;

  @ApiPropertyOptional({ enum: ['upcoming', 'past'] })
  @MayBeAbsent()
  @IsOneOf(['upcoming', 'past'])
  when?: 'upcoming' | 'past';
}

export class AddMeetingDto {
  @ApiProperty({ enum: forums }) @IsOneOf(forums) forum: Forum;
  @ApiProperty({ enum: LANGUAGES, description: 'language of the sources' }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralWordsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  name: MultilateralWordsDto;

  @ApiPropertyOptional({ type: MultilateralWordsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  place?: MultilateralWordsDto;

  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsPlainDate() from: string;
  @ApiPropertyOptional({ description: 'YYYY-MM-DD' }) @MayBeAbsent() @IsPlainDate() to?: string;
  @ApiProperty({ description: 'IANA name, e.g. Europe/Zurich' }) @IsText({ max: 60 }) zone: string;
}

/** All facts; of a shared meeting this proposes the change to the other side. */
export class EditMeetingDto extends AddMeetingDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

const numberRules = { max: 20, optional: true };

export class AddMeetingItemDto {
  @ApiPropertyOptional({ maxLength: 20, description: 'as the organisation numbers it, e.g. 1.7' })
  @MayBeAbsent()
  @IsText(numberRules)
  number?: string;

  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralWordsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  title: MultilateralWordsDto;
}

export class EditMeetingItemDto {
  @ApiPropertyOptional({ maxLength: 20 }) @MayBeAbsent() @IsText(numberRules) number?: string;

  @ApiPropertyOptional({ type: MultilateralWordsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  title?: MultilateralWordsDto;
}

export class DraftPositionDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralTextsDto, description: 'the own side’s until it is exchanged' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralTextsDto)
  texts: MultilateralTextsDto;
}

export class EditPositionDto {
  @ApiProperty({ type: MultilateralTextsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralTextsDto)
  texts: MultilateralTextsDto;
}

export class ProposeLineDto {
  @ApiProperty({ enum: agreedLines }) @IsOneOf(agreedLines) line: AgreedLine;
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralLineTextsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralLineTextsDto)
  text: MultilateralLineTextsDto;

  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

/** A deadline as the organisation names it. */
export class ForumDeadlineDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsPlainDate() date: string;
  @ApiProperty({ description: 'HH:MM' }) @IsClockTime() time: string;
  @ApiProperty({ description: 'IANA name, e.g. Europe/Zurich' }) @IsText({ max: 60 }) zone: string;
}

class ContributionFactsDto {
  @ApiPropertyOptional({ type: String, nullable: true, description: 'null takes it off' })
  @IsOptional()
  @IsIdentifier()
  itemId?: string | null;

  @ApiPropertyOptional({ description: 'in the name of both sides' }) @MayBeAbsent() @IsBoolean() joint?: boolean;

  @ApiPropertyOptional({ maxLength: 60, description: 'document number of the organisation' })
  @MayBeAbsent()
  @IsText({ max: 60, optional: true })
  symbol?: string;

  @ApiPropertyOptional({ maxLength: 2000, description: 'http or https' })
  @MayBeAbsent()
  @IsText({ max: 2000, optional: true })
  url?: string;
}

export class EditContributionDto extends ContributionFactsDto {
  @ApiPropertyOptional({ type: MultilateralWordsDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  title?: MultilateralWordsDto;

  @ApiPropertyOptional({ type: ForumDeadlineDto })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => ForumDeadlineDto)
  deadline?: ForumDeadlineDto;
}

export class AddContributionDto extends ContributionFactsDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;

  @ApiProperty({ type: MultilateralWordsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MultilateralWordsDto)
  title: MultilateralWordsDto;

  @ApiProperty({ type: ForumDeadlineDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ForumDeadlineDto)
  deadline: ForumDeadlineDto;
}
