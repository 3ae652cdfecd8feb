import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  numberKey,
  readPage,
  sourcesAs,
  type Evidence,
  type Page,
  type PageAsk,
  type SourceRow,
} from '#forum/provenance';

/** An exhibition at which one side receives the other's companies; `sample` is an edition the sources tell of. */
export interface ExhibitionRow {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly side: Side;
  readonly place: LocalizedText;
  /** 1–12. */
  readonly usualMonth: number;
  readonly sampleFrom: string | null;
  readonly sampleTo: string | null;
  readonly sampleNote: string | null;
  readonly organiser: LocalizedText | null;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
}

/** Exhibitions in the order of the record. */
export async function listExhibitions(reader: Reader, ask: PageAsk): Promise<Page<ExhibitionRow>> {
  const select = `select x.id, x.code, x.name, x.side, x.place, x.usual_month as "usualMonth", x.sample_from as "sampleFrom", x.sample_to as "sampleTo", x.sample_note as "sampleNote", x.evidence,
      (select n.name from forum.body_name n where n.body_id = x.organiser_id order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1) as organiser,
      ${sourcesAs('x.source_codes')} as sources, ${numberKey('x.position')} as "sortKey" from forum.exhibition x`;
  return readPage<ExhibitionRow & { id: string }>(reader, { select, params: [] }, ask);
}
