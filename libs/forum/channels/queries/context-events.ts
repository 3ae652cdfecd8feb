import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  readPage,
  sourcesAs,
  type Evidence,
  type Page,
  type PageAsk,
  type Precision,
  type SourceRow,
} from '#forum/provenance';
import type { Sensitivity } from '../domain/channel.types.js';

/** An event around the channels, with who says so and, where the governments word it differently, both wordings (domain.md 3.14). */
export interface ContextEventRow {
  readonly id: string;
  readonly code: string;
  readonly value: string;
  readonly precision: Precision;
  readonly text: LocalizedText;
  readonly wording: LocalizedText | null;
  readonly attribution: string;
  readonly sensitivity: Sensitivity;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
}

/** Context events, oldest first. Row security keeps them from the public. */
export async function listContextEvents(reader: Reader, ask: PageAsk): Promise<Page<ContextEventRow>> {
  const select = `select x.id, x.code, x.date_value as value, x.date_precision as precision, x.text, x.wording, x.attribution, x.sensitivity, x.evidence,
                         ${sourcesAs('x.source_codes')} as sources, x.sort_date::text as "sortKey" from forum.context_event x`;
  return readPage<ContextEventRow & { id: string }>(reader, { select, params: [] }, ask);
}
