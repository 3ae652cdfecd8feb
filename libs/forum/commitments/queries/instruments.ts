import type { Language, LocalizedText, Side } from '#core/kernel';
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
import { postAsJson, type PostRow } from '#forum/identity';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { CommitmentStatus, InstrumentKind, InstrumentState, LegalForce } from '../domain/commitment.types.js';
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
  readonly state: InstrumentState;
  readonly originSide: Side | null;
  readonly version: number;
}

/** What a side's own law asks of an arrangement, as that side has noted it; dates `YYYY-MM-DD`. */
export interface InstrumentCheckRow {
  readonly makesNoRights: boolean;
  readonly makesNoBudget: boolean;
  readonly makesNoExemption: boolean;
  readonly consultedOn: string | null;
  readonly postedOn: string | null;
  readonly postingUrl: string | null;
  readonly note: string | null;
}

export interface InstrumentDetailRow extends InstrumentRow {
  readonly areas: readonly { readonly id: string; readonly code: string; readonly name: LocalizedText }[];
  readonly session: SessionRef | null;
  /** Who hosted that session. */
  readonly host: Side | null;
  readonly krSignatory: PostRow | null;
  readonly jpSignatory: PostRow | null;
  readonly copyLanguages: readonly Language[];
  /** Of the reader's own side; row security leaves out the other's. */
  readonly check: InstrumentCheckRow | null;
  readonly commitments: readonly CommitmentRow[];
  readonly sources: readonly SourceRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly note: string | null;
  readonly textAvailable: boolean | null;
  readonly evidence: Evidence;
}

const columns = `i.id, i.code, i.name, i.kind, i.date_value as value, i.date_precision as precision, i.legal, i.place, i.illustrative, i.state, i.origin_side as "originSide", i.version,
  coalesce((select jsonb_object_agg(k.status, k.number) from (
    select c.status, count(*)::int as number from forum.commitment c where c.instrument_id = i.id and c.removed_at is null group by c.status) k), '{}') as counts`;

/** Instruments, latest first. */
export async function listInstruments(reader: Reader, ask: PageAsk): Promise<Page<InstrumentRow>> {
  const select = `select ${columns}, i.sort_date::text as "sortKey" from forum.instrument i where i.state <> 'withdrawn'`;
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
            coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'code', a.mark, 'name', a.name) order by a.position) from forum.instrument_area a where a.instrument_id = i.id), '[]') as areas,
            coalesce((select jsonb_agg(to_jsonb(listed) - 'position' order by listed.position) from (
              select ${commitmentColumns('$1::text')}, c.position from forum.commitment c where c.instrument_id = i.id and c.removed_at is null) listed), '[]') as commitments,
            ${sessionRefAs('i.session_id', '$1::text')} as session, (select h.host_side from forum.session h where h.id = i.session_id) as host, ${postAsJson('i.kr_signatory_post_id')} as "krSignatory",
            ${postAsJson('i.jp_signatory_post_id')} as "jpSignatory", i.copy_languages as "copyLanguages",
            (select jsonb_build_object('makesNoRights', k.makes_no_rights, 'makesNoBudget', k.makes_no_budget, 'makesNoExemption', k.makes_no_exemption,
                'consultedOn', k.consulted_on, 'postedOn', k.posted_on, 'postingUrl', k.posting_url, 'note', k.note)
               from forum.instrument_check k where k.instrument_id = i.id and k.side = $1) as check
       from forum.instrument i where i.id = $2`,
    [side, id],
  );
  return row;
}
