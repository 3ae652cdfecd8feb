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
import type { RadioService, RadioState, RadioType } from '../domain/radio.types.js';

/** One radio issue. Band edges are integer hertz as decimal text: they pass through no floating point. */
export interface RadioIssueRow {
  readonly id: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly type: RadioType | null;
  readonly services: readonly RadioService[];
  readonly bands: readonly {
    readonly nominalHz: string | null;
    readonly lowHz: string | null;
    readonly highHz: string | null;
  }[];
  readonly regions: LocalizedText | null;
  readonly status: RadioState;
  readonly statusAsOf: string | null;
  readonly season: string | null;
  readonly illustrative: boolean;
}

export interface RadioIssueDetailRow extends RadioIssueRow {
  readonly stations: LocalizedText | null;
  readonly positionKr: LocalizedText | null;
  readonly positionJp: LocalizedText | null;
  readonly history: readonly {
    readonly value: string | null;
    readonly precision: Precision | null;
    readonly end: string | null;
    readonly text: LocalizedText;
  }[];
  readonly evidence: Evidence | null;
  readonly sources: readonly SourceRow[];
  /** Issues whose bands share spectrum with this one (domain.md 3.10). */
  readonly overlaps: readonly { readonly id: string; readonly code: string; readonly title: LocalizedText }[];
}

const columns = `i.id, i.code, i.title, i.type, i.services, i.regions, i.status, i.status_as_of as "statusAsOf", i.season, i.illustrative,
  coalesce((select jsonb_agg(jsonb_build_object('nominalHz', b.nominal_hz::text, 'lowHz', b.low_hz::text, 'highHz', b.high_hz::text) order by b.position)
            from forum.radio_band b where b.radio_issue_id = i.id), '[]') as bands`;

/** The register in the order of the record. */
export async function listRadioIssues(reader: Reader, ask: PageAsk): Promise<Page<RadioIssueRow>> {
  const select = `select ${columns}, ${numberKey('i.position')} as "sortKey" from forum.radio_issue i`;
  return readPage<RadioIssueRow & { id: string }>(reader, { select, params: [] }, ask);
}

/** One issue with positions, history and overlapping issues; undefined when there is none to see. */
export async function findRadioIssue(reader: Reader, id: string): Promise<RadioIssueDetailRow | undefined> {
  const [row] = await reader.query<RadioIssueDetailRow>(
    `select ${columns}, i.stations, i.position_kr as "positionKr", i.position_jp as "positionJp", i.evidence, ${sourcesAs('i.source_codes')} as sources,
            coalesce((select jsonb_agg(jsonb_build_object('value', h.date_value, 'precision', h.date_precision, 'end', h.date_end, 'text', h.text) order by h.position)
                       from forum.radio_event h where h.radio_issue_id = i.id), '[]') as history,
            coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'title', o.title) order by o.position) from forum.radio_issue o
                       where o.id <> i.id and exists (select 1 from forum.radio_band mine join forum.radio_band theirs on mine.low_hz < theirs.high_hz and mine.high_hz > theirs.low_hz
                         where mine.radio_issue_id = i.id and theirs.radio_issue_id = o.id)), '[]') as overlaps
       from forum.radio_issue i where i.id = $1`,
    [id],
  );
  return row;
}
