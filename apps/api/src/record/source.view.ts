import { ApiProperty } from '@nestjs/swagger';
import {
  EVIDENCE,
  RELIABILITY,
  shownDate,
  SOURCE_KINDS,
  type ConflictRow,
  type Precision,
  type Reliability,
  type SourceKind,
  type SourceRow,
} from '#forum/provenance';
import type { PartialDateView } from '../http/text.view.js';

/** The source of a fact. */
export class SourceView {
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true, description: 'as the source gives it' }) published: string | null;
  @ApiProperty({ description: 'language of the source' }) lang: string;
  @ApiProperty({ enum: RELIABILITY }) reliability: Reliability;
  @ApiProperty({ type: String, nullable: true, description: 'web address, where it has one' }) address: string | null;
  @ApiProperty({ enum: SOURCE_KINDS }) kind: SourceKind;
}

/** Sources that contradict each other, side by side, and how the record handles it. */
export class ConflictView {
  @ApiProperty() code: string;
  @ApiProperty() topic: string;
  @ApiProperty() text: string;
  @ApiProperty() handling: string;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export const evidenceWords = EVIDENCE;

/** Only web addresses lead anywhere; others name papers of the compilers. */
export function presentSource({ code, title, published, language, reliability, address, kind }: SourceRow): SourceView {
  return {
    code,
    title,
    published,
    lang: language,
    reliability,
    address: address !== null && /^https?:\/\//.test(address) ? address : null,
    kind,
  };
}

export function presentConflict({ code, topic, text, handling, sources }: ConflictRow): ConflictView {
  return { code, topic, text, handling, sources: sources.map(presentSource) };
}

/** A date no finer than its source. */
export function presentDate(value: string, precision: Precision): PartialDateView {
  return shownDate({ value, precision });
}

export function presentDateOrNull(value: string | null, precision: Precision | null): PartialDateView | null {
  return value === null || precision === null ? null : presentDate(value, precision);
}
