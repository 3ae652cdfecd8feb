import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import {
  AREAS,
  RADIO_LEVELS,
  RADIO_SERVICES,
  RADIO_STATES,
  RADIO_TYPES,
  type Area,
  type RadioLevel,
  type RadioService,
  type RadioState,
  type RadioType,
} from '#forum/radio';
import { PageDto, ReadingDto } from '../http/reading.dto.js';
import { IsIdentifier, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';

const words = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? value.split(',') : undefined,
);

export class ListRadioIssuesDto extends PageDto {
  @ApiPropertyOptional({
    type: String,
    description: 'one state or several, separated by commas',
    example: 'reported,draft',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(RADIO_STATES, { each: true })
  status?: RadioState[];

  @ApiPropertyOptional({
    type: String,
    description: 'one type or several, separated by commas',
    example: 'interference_case',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(RADIO_TYPES, { each: true })
  type?: RadioType[];

  @ApiPropertyOptional({
    type: String,
    description: 'one service or several, separated by commas',
    example: 'land_mobile,mobile',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(RADIO_SERVICES, { each: true })
  service?: RadioService[];

  @ApiPropertyOptional({
    type: String,
    description: 'one area or several, separated by commas',
    example: 'busan,tsushima',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(AREAS, { each: true })
  area?: Area[];

  @ApiPropertyOptional({ type: String, description: 'one level or several, separated by commas', example: 'experts' })
  @words
  @MayBeAbsent()
  @IsOneOf(RADIO_LEVELS, { each: true })
  level?: RadioLevel[];

  @ApiPropertyOptional({ maxLength: 200, description: 'words of the title, or the code', example: 'MHz' })
  @MayBeAbsent()
  @IsText({ max: 200, optional: true })
  q?: string;
}

export class FindRadioOverlapsDto extends ReadingDto {
  @ApiProperty({ example: '810-830', description: 'two edges; several separated by semicolons' })
  @IsText({ max: 300 })
  band: string;

  @ApiPropertyOptional({
    type: String,
    description: 'one area or several, separated by commas; absent is everywhere',
    example: 'busan',
  })
  @words
  @MayBeAbsent()
  @IsOneOf(AREAS, { each: true })
  area?: Area[];

  @ApiPropertyOptional({ description: 'a case that is no answer' })
  @MayBeAbsent()
  @IsIdentifier()
  except?: string;
}
