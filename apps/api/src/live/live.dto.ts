import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { LANGUAGES, type Language } from '#core/kernel';
import { ReadingDto } from '../http/reading.dto.js';
import { IsIdentifier, IsLanguageCode, IsOneOf, IsText, IsWhole, MayBeAbsent } from '../http/validation.js';

const longestBreak = 180;
const line = { max: 1000 };

export class LiveGoToDto {
  @ApiProperty({ description: 'a row of the agenda, no section' }) @IsIdentifier() itemId: string;
}

export class LiveBreakDto {
  @ApiProperty({ minimum: 1, maximum: longestBreak }) @IsWhole(1, longestBreak) minutes: number;
}

export class LiveAskFloorDto {
  @ApiPropertyOptional({ description: 'a card of the own side’s list; absent is the own card, else the side' })
  @MayBeAbsent()
  @IsIdentifier()
  memberId?: string;
}

export class LiveGiveFloorDto {
  @ApiPropertyOptional({ description: 'absent is the next in turn' })
  @MayBeAbsent()
  @IsIdentifier()
  speakerId?: string;
}

export class LiveLineDto {
  @ApiProperty({ enum: LANGUAGES }) @IsLanguageCode() lang: Language;
  @ApiProperty({ maxLength: line.max }) @IsText(line) text: string;
}

export class LiveEventsDto extends ReadingDto {
  @ApiPropertyOptional({
    example: '0.0',
    description: 'cursor of a view or of the last event read; a `Last-Event-ID` header wins; absent is the beginning',
  })
  @MayBeAbsent()
  @IsText({ max: 40 })
  after?: string;

  @ApiPropertyOptional({ enum: ['projector'], description: 'only what both sides see' })
  @MayBeAbsent()
  @IsOneOf(['projector'])
  screen?: string;
}
