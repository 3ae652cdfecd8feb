import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  ALLOCATIONS,
  AREAS,
  POLARISATIONS,
  RADIO_SERVICES,
  RADIO_TYPES,
  REFERENCE_KINDS,
  STATION_HOLDERS,
  STATION_ROLES,
  type Allocation,
  type Area,
  type Polarisation,
  type RadioService,
  type RadioType,
  type ReferenceKind,
  type StationHolder,
  type StationRole,
} from '#forum/radio';
import {
  IsIdentifier,
  IsLanguageCode,
  IsOneOf,
  IsPlainDate,
  IsSideCode,
  IsText,
  IsWhole,
  MayBeAbsent,
} from '../http/validation.js';
import { IsPartialDate, IsTenths } from './radio.validation.js';

export class RadioBandDto {
  @ApiProperty({ maxLength: 60, example: '806–821 MHz', description: 'two edges or one frequency; MHz unless said' })
  @IsText({ max: 60 })
  text: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'what people call it' })
  @MayBeAbsent()
  @IsText({ max: 60, optional: true })
  label?: string;
}

export class RadioStationDto {
  @ApiProperty({ enum: STATION_ROLES }) @IsOneOf(STATION_ROLES) role: StationRole;
  @ApiPropertyOptional({ enum: SIDES }) @MayBeAbsent() @IsSideCode() side?: Side;
  @ApiProperty({ maxLength: 20, example: 'FB' }) @IsText({ max: 20 }) class: string;
  @ApiProperty({ enum: STATION_HOLDERS }) @IsOneOf(STATION_HOLDERS) holder: StationHolder;

  @ApiPropertyOptional({ maxLength: 120, description: 'absent is redacted' })
  @MayBeAbsent()
  @IsText({ max: 120, optional: true })
  operator?: string;

  @ApiPropertyOptional({ enum: AREAS }) @MayBeAbsent() @IsOneOf(AREAS) area?: Area;

  @ApiPropertyOptional({ description: 'degrees north; kept to a tenth' })
  @MayBeAbsent()
  @IsTenths(-90, 90)
  latitude?: number;

  @ApiPropertyOptional({ description: 'degrees east; kept to a tenth' })
  @MayBeAbsent()
  @IsTenths(-180, 180)
  longitude?: number;

  @ApiPropertyOptional({ description: 'metres above ground' }) @MayBeAbsent() @IsWhole(0, 40_000) height?: number;
  @ApiPropertyOptional({ description: 'e.i.r.p. in dBW' }) @MayBeAbsent() @IsTenths(-200, 200) eirp?: number;

  @ApiPropertyOptional({ maxLength: 120 })
  @MayBeAbsent()
  @IsText({ max: 120, optional: true })
  antenna?: string;

  @ApiPropertyOptional({ enum: POLARISATIONS }) @MayBeAbsent() @IsOneOf(POLARISATIONS) polarisation?: Polarisation;
}

export class RadioReferenceDto {
  @ApiProperty({ enum: REFERENCE_KINDS }) @IsOneOf(REFERENCE_KINDS) kind: ReferenceKind;
  @ApiProperty({ maxLength: 120 }) @IsText({ max: 120 }) reference: string;
  @ApiPropertyOptional({ description: 'YYYY-MM-DD' }) @MayBeAbsent() @IsPlainDate() dated?: string;
}

const list = (max: number): PropertyDecorator => {
  const rules = [MayBeAbsent(), IsArray(), ArrayMaxSize(max)];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
};

class RadioFactsDto {
  @ApiPropertyOptional({ enum: RADIO_TYPES }) @MayBeAbsent() @IsOneOf(RADIO_TYPES) type?: RadioType;

  @ApiPropertyOptional({ enum: RADIO_SERVICES, isArray: true })
  @list(21)
  @IsOneOf(RADIO_SERVICES, { each: true })
  services?: RadioService[];

  @ApiPropertyOptional({ type: [RadioBandDto] })
  @list(20)
  @ValidateNested({ each: true })
  @Type(() => RadioBandDto)
  bands?: RadioBandDto[];

  @ApiPropertyOptional({ enum: AREAS, isArray: true })
  @list(18)
  @IsOneOf(AREAS, { each: true })
  areas?: Area[];

  @ApiPropertyOptional({ maxLength: 500, description: 'places in words; empty takes them away' })
  @MayBeAbsent()
  @IsText({ max: 500, optional: true })
  regions?: string;

  @ApiPropertyOptional({ maxLength: 500, description: 'stations in words; empty takes them away' })
  @MayBeAbsent()
  @IsText({ max: 500, optional: true })
  stations?: string;

  @ApiPropertyOptional({ enum: ALLOCATIONS, nullable: true, type: String })
  @IsOptional()
  @IsOneOf(ALLOCATIONS)
  allocation?: Allocation | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'YYYY, YYYY-MM or YYYY-MM-DD' })
  @IsOptional()
  @IsPartialDate()
  firstSeen?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'month, 1–12' })
  @IsOptional()
  @IsWhole(1, 12)
  seasonFrom?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'month, 1–12' })
  @IsOptional()
  @IsWhole(1, 12)
  seasonTo?: number | null;

  @ApiPropertyOptional({ maxLength: 200, description: 'times of day; empty takes them away' })
  @MayBeAbsent()
  @IsText({ max: 200, optional: true })
  times?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'the talks that deal with it' })
  @IsOptional()
  @IsIdentifier()
  channelId?: string | null;

  @ApiPropertyOptional({ type: [RadioStationDto] })
  @list(50)
  @ValidateNested({ each: true })
  @Type(() => RadioStationDto)
  stationList?: RadioStationDto[];

  @ApiPropertyOptional({ type: [RadioReferenceDto] })
  @list(50)
  @ValidateNested({ each: true })
  @Type(() => RadioReferenceDto)
  references?: RadioReferenceDto[];

  @ApiProperty({ enum: LANGUAGES, description: 'language of the words' }) @IsLanguageCode() lang: Language;
}

export class DraftRadioIssueDto extends RadioFactsDto {
  @ApiProperty({ maxLength: 300 }) @IsText({ max: 300 }) title: string;
}

export class EditRadioIssueDto extends RadioFactsDto {
  @ApiPropertyOptional({ maxLength: 300 }) @MayBeAbsent() @IsText({ max: 300 }) title?: string;
}

export class ChangeRadioIssueDto extends EditRadioIssueDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

export class ResolveRadioIssueDto {
  @ApiPropertyOptional({ maxLength: 1000, description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000, multiline: true, optional: true })
  reason?: string;
}

export class RadioMeasureDto extends ResolveRadioIssueDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ maxLength: 500 }) @IsText({ max: 500, multiline: true }) text: string;
  @ApiPropertyOptional({ enum: SIDES, description: 'who acts; absent is both' })
  @MayBeAbsent()
  @IsSideCode()
  actingSide?: Side;
  @ApiPropertyOptional({ description: 'a working day of both countries' }) @MayBeAbsent() @IsPlainDate() dueOn?: string;
}

export class ReopenRadioIssueDto {
  @ApiProperty({ type: [RadioBandDto], description: 'what is heard now' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RadioBandDto)
  bands: RadioBandDto[];

  @ApiProperty({ enum: AREAS, isArray: true, description: 'where it is heard now' })
  @IsArray()
  @ArrayMaxSize(18)
  @IsOneOf(AREAS, { each: true })
  areas: Area[];
}

export class RadioPositionDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ maxLength: 2000 }) @IsText({ max: 2000, multiline: true }) text: string;
}

export class RadioMeasurementDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsPlainDate() measuredOn: string;
  @ApiPropertyOptional({ enum: AREAS }) @MayBeAbsent() @IsOneOf(AREAS) area?: Area;
  @ApiPropertyOptional({ maxLength: 200 }) @MayBeAbsent() @IsText({ max: 200, optional: true }) place?: string;
  @ApiPropertyOptional({ maxLength: 60 }) @MayBeAbsent() @IsText({ max: 60, optional: true }) frequency?: string;
  @ApiPropertyOptional({ maxLength: 60 }) @MayBeAbsent() @IsText({ max: 60, optional: true }) bandwidth?: string;
  @ApiProperty({ description: 'dBµV/m' }) @IsTenths(-200, 300) strength: number;
  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @IsText({ max: 500, multiline: true, optional: true })
  method?: string;
}

export class RadioNextCheckDto {
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD; null takes it away' })
  @ValidateIf((dto: RadioNextCheckDto) => dto.on !== null)
  @IsPlainDate()
  on: string | null;
}

export class RaiseRadioIssueDto {
  @ApiProperty({ description: 'id of a session both sides see' }) @IsIdentifier() sessionId: string;
}

export class LinkRadioIssueDto {
  @ApiProperty({ description: 'id of the other case' }) @IsIdentifier() otherId: string;
}
