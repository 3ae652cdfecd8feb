import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';

import { LANGUAGES, type Language } from '#core/kernel';
import { IsLanguageCode, IsOneOf, IsText, IsWhole, MayBeAbsent } from './validation.js';

/** What every GET takes: the language of the answer, or all languages of every text (design.md 4). */
export class ReadingDto {
  @ApiPropertyOptional({ enum: LANGUAGES })
  @MayBeAbsent()
  @IsLanguageCode()
  lang?: Language;

  @ApiPropertyOptional({ enum: ['all'] })
  @MayBeAbsent()
  @IsOneOf(['all'])
  texts?: string;
}

const wholeNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
);

/** What every list takes besides: how many, and where to go on. */
export class PageDto extends ReadingDto {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @wholeNumber
  @MayBeAbsent()
  @IsWhole(1, 200)
  limit?: number;

  @ApiPropertyOptional({ description: 'nextCursor of the page before' })
  @MayBeAbsent()
  @IsText({ max: 1000 })
  cursor?: string;
}
