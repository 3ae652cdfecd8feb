import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  numberKey,
  readPage,
  sourcesAs,
  type Evidence,
  type Page,
  type PageAsk,
  type Precision,
  type SourceRow,
} from '#forum/provenance';

/** A meeting of a multilateral forum in which both sides work together (domain.md 3.13). */
export interface MultilateralMeetingRow {
  readonly id: string;
  readonly code: string;
  readonly body: { readonly code: string; readonly name: LocalizedText | null };
  readonly name: LocalizedText;
  readonly value: string | null;
  readonly precision: Precision | null;
  readonly dateEnd: string | null;
  readonly dateRemark: string | null;
  readonly place: LocalizedText | null;
  readonly note: string | null;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
}

/** Meetings in the order of the record. */
export async function listMultilateralMeetings(reader: Reader, ask: PageAsk): Promise<Page<MultilateralMeetingRow>> {
  const select = `select m.id, m.code, m.name, m.date_value as value, m.date_precision as precision, m.date_end as "dateEnd", m.date_remark as "dateRemark", m.place, m.note, m.evidence,
      (select jsonb_build_object('code', b.code, 'name', (select n.name from forum.body_name n where n.body_id = b.id order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1))
         from forum.body b where b.id = m.body_id) as body,
      ${sourcesAs('m.source_codes')} as sources, ${numberKey('m.position')} as "sortKey" from forum.multilateral_meeting m`;
  return readPage<MultilateralMeetingRow & { id: string }>(reader, { select, params: [] }, ask);
}
