import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, Matches, ValidateIf, ValidateNested } from 'class-validator';
import {
  commonErrors,
  LANGUAGES,
  newText,
  SIDES,
  translateText,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import { LEVELS, type Level } from '#forum/channels';
import { FORMATS, instantsOf, isTimeZone, type Arrangement, type SessionFormat } from '#forum/sessions';
import {
  IsClockTime,
  IsIdentifier,
  IsInstant,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsSideCode,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';

const shortText = { max: 300 };

/** Words in the language they were written in, with the others where a person gave them. */
export class TextDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ maxLength: 300 }) @IsText(shortText) text: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortText) ko?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortText) ja?: string;
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText(shortText) en?: string;
}

/** The words as they are stored; other languages count as checked, because a person wrote them. */
export function asText(dto: TextDto): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>(
    (text, lang) => {
      const other = dto[lang];
      return lang === dto.lang || other === undefined ? text : translateText(text, lang, other, 'checked');
    },
    newText(dto.lang, dto.text),
  );
}

export class ArrangementDto {
  @ApiProperty({ description: 'first day at the venue' }) @IsPlainDate() startDate: string;
  @ApiPropertyOptional({ description: 'last day, when it is another' }) @MayBeAbsent() @IsPlainDate() endDate?: string;
  @ApiPropertyOptional({ description: 'HH:MM at the venue; without times whole days' })
  @MayBeAbsent()
  @IsClockTime()
  startTime?: string;
  @ApiPropertyOptional() @MayBeAbsent() @IsClockTime() endTime?: string;
  @ApiPropertyOptional({ enum: ['earlier', 'later'], description: 'which one, in an hour that comes twice' })
  @MayBeAbsent()
  @IsOneOf(['earlier', 'later'])
  repeated?: 'earlier' | 'later';
  @ApiProperty({ description: 'IANA name', example: 'Asia/Seoul' }) @IsText({ max: 64 }) zone: string;
  @ApiPropertyOptional({ type: TextDto }) @MayBeAbsent() @ValidateNested() @Type(() => TextDto) place?: TextDto;
  @ApiPropertyOptional({ description: 'ISO 3166, upper-case', example: 'KR' })
  @MayBeAbsent()
  @Matches(/^[A-Z]{2}$/)
  country?: string;
  @ApiProperty({ enum: FORMATS }) @IsOneOf(FORMATS) format: SessionFormat;
  @ApiProperty({ enum: LEVELS }) @IsOneOf(LEVELS) level: Level;
  @ApiPropertyOptional({ enum: SIDES }) @MayBeAbsent() @IsSideCode() hostSide?: Side;
  @ApiPropertyOptional({ description: 'the session in whose margins it is held' })
  @MayBeAbsent()
  @IsIdentifier()
  marginsOfSessionId?: string;
  @ApiPropertyOptional({ type: TextDto, description: 'or another meeting' })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => TextDto)
  marginsOf?: TextDto;
  @ApiPropertyOptional({ description: 'the same side hosts twice in a row; needs a reason' })
  @MayBeAbsent()
  @IsBoolean()
  sameHostAgain?: boolean;
}

/** What was said at the venue's clock, as instants. @throws common.invalid, sessions.timeDoesNotExist, sessions.timeTwice */
export function asArrangement(dto: ArrangementDto): Arrangement {
  const { startDate, endDate = null, startTime = null, endTime = null, repeated = null, zone } = dto;
  if (!isTimeZone(zone)) throw commonErrors.invalid({}, [{ path: 'zone', code: commonErrors.notATimeZone.code }]);
  return {
    startDate,
    endDate: endDate === startDate ? null : endDate,
    ...instantsOf({ startDate, endDate, startTime, endTime, zone, repeated }),
    zone,
    place: dto.place ? asText(dto.place) : null,
    country: dto.country ?? null,
    format: dto.format,
    level: dto.level,
    hostSide: dto.hostSide ?? null,
    marginsOfSessionId: dto.marginsOfSessionId ?? null,
    marginsOfText: dto.marginsOf ? asText(dto.marginsOf) : null,
    sameHostAgain: dto.sameHostAgain ?? false,
  };
}

export class CreateSessionDto extends ArrangementDto {
  @ApiProperty() @IsIdentifier() channelId: string;
}

const reason = { max: 1000, multiline: true };

export class ProposeSessionDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(reason)
  reason?: string;
}

export class ArrangeSessionDto extends ArrangementDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText(reason)
  reason?: string;
}

export class ProposeLevelDto extends ProposeSessionDto {
  @ApiProperty({ enum: LEVELS }) @IsOneOf(LEVELS) level: Level;
}

export class StopSessionDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ maxLength: 1000, description: 'read by both sides' }) @IsText(reason) reason: string;
}

export class EditSessionDto {
  @ApiPropertyOptional({ nullable: true, type: String, description: 'ISO 8601 with offset; null takes it away' })
  @ValidateIf((dto: EditSessionDto) => dto.embargoAt !== undefined && dto.embargoAt !== null)
  @IsInstant()
  embargoAt?: string | null;
  @ApiPropertyOptional({ type: TextDto, nullable: true })
  @ValidateIf((dto: EditSessionDto) => dto.costSplit !== undefined && dto.costSplit !== null)
  @ValidateNested()
  @Type(() => TextDto)
  costSplit?: TextDto | null;
}

export class CorrectOrdinalDto {
  @ApiProperty({ nullable: true, type: Number, minimum: 1, description: 'null: not counted' })
  @ValidateIf((dto: CorrectOrdinalDto) => dto.ordinal !== null)
  @IsWhole(1, 999)
  ordinal: number | null;
}
