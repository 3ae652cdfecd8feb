import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LANGUAGES, readAllTexts, readText, type Language, type LocalizedText, type TextView } from '#core/kernel';
import type { Reading } from './decorators.js';

const statuses = ['missing', 'draft', 'machine', 'checked', 'authentic'];

/** One language of a text. `lang` is the language of `text`; it differs from the asked one when that is missing. */
export class LanguageTextView implements TextView {
  @ApiProperty() text: string;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty({ enum: statuses }) status: TextView['status'];
  @ApiProperty() stale: boolean;
  @ApiProperty() of: number;
  @ApiProperty() revision: number;
}

export class AllTextsView {
  @ApiProperty({ type: LanguageTextView }) ko: LanguageTextView;
  @ApiProperty({ type: LanguageTextView }) ja: LanguageTextView;
  @ApiProperty({ type: LanguageTextView }) en: LanguageTextView;
}

/** A text as a reader gets it; with `?texts=all` also all languages. */
export class LocalizedTextView extends LanguageTextView {
  @ApiPropertyOptional({ type: AllTextsView }) all?: AllTextsView;
}

/** A text of the database for a reader (design.md 2.4: never a silent fallback). */
export function presentText(text: LocalizedText, reading: Reading): LocalizedTextView {
  const view = readText(text, reading.language);
  return reading.all ? { ...view, all: readAllTexts(text) } : view;
}

/** As `presentText`, for a text that may be absent. */
export function presentTextOrNull(text: LocalizedText | null | undefined, reading: Reading): LocalizedTextView | null {
  return text ? presentText(text, reading) : null;
}

export class AllowedView {
  @ApiProperty() action: string;
  @ApiProperty() allowed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'error code of the refusal' }) reason: string | null;
}

/** A day, month or year as a source gives it. */
export class PartialDateView {
  @ApiProperty({ description: 'YYYY, YYYY-MM or YYYY-MM-DD' }) value: string;
  @ApiProperty({ enum: ['year', 'month', 'day'] }) precision: 'year' | 'month' | 'day';
}
