import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  conflictsAs,
  readPage,
  sourcesAs,
  type ConflictRow,
  type Evidence,
  type Page,
  type PageAsk,
  type Precision,
  type SourceRow,
} from '#forum/provenance';
import type { CommitmentStatus, InstrumentKind, LegalForce } from '../domain/commitment.types.js';
import { commitmentColumns, type CommitmentRow } from './commitments.js';

/** One instrument as lists show it; `counts` are its commitments by status. */
export interface InstrumentRow {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly kind: InstrumentKind;
  readonly value: string;
  readonly precision: Precision;
  readonly legal: LegalForce;
  readonly place: LocalizedText | null;
  readonly counts: Readonly<Partial<Record<CommitmentStatus, number>>>;
  readonly illustrative: boolean;
}

export interface InstrumentDetailRow extends InstrumentRow {
  readonly areas: readonly { readonly code: string; readonly name: LocalizedText }[];
  readonly commitments: readonly CommitmentRow[];
  readonly sources: readonly SourceRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly note: string | null;
  readonly textAvailable: boolean | null;
  readonly evidence: Evidence;
}

const columns = `i.id, i.code, i.name, i.kind, i.date_value as value, i.date_precision as precision, i.legal, i.place, i.illustrative,
  coalesce((select jsonb_object_agg(k.status, k.number) from (
    select c.status, count(*)::int as number from forum.commitment c where c.instrument_id = i.id group by c.status) k), '{}') as counts`;

/** Instruments, latest first. */
export async function listInstruments(reader: Reader, ask: PageAsk): Promise<Page<InstrumentRow>> {
  const select = `select ${columns}, i.sort_date::text as "sortKey" from forum.instrument i`;
  return readPage<InstrumentRow & { id: string }>(reader, { select, params: [], descending: true }, ask);
}

/** One instrument with its areas, commitments, sources and the contradictions of sources about it, in one statement. */
export async function findInstrument(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<InstrumentDetailRow | undefined> {
  const [row] = await reader.query<InstrumentDetailRow>(
    `select ${columns}, i.note, i.text_available as "textAvailable", i.evidence, ${sourcesAs('i.source_codes')} as sources, ${conflictsAs('i.code')} as conflicts,
            coalesce((select jsonb_agg(jsonb_build_object('code', a.mark, 'name', a.name) order by a.position) from forum.instrument_area a where a.instrument_id = i.id), '[]') as areas,
            coalesce((select jsonb_agg(to_jsonb(listed) - 'position' order by listed.position) from (
              select ${commitmentColumns('$1::text')}, c.position from forum.commitment c where c.instrument_id = i.id) listed), '[]') as commitments
       from forum.instrument i where i.id = $2`,
    [side, id],
  );
  return row;
}
