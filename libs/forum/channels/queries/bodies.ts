import type { Language, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { readPage, sourcesAs, type Page, type PageAsk, type SourceRow } from '#forum/provenance';

/** A body with all its names in time; `name` is the latest. `from` and `to` are dates as coarse as their source. */
export interface BodyRow {
  readonly id: string;
  readonly code: string;
  readonly side: Side | null;
  readonly country: string;
  readonly kind: string;
  readonly name: LocalizedText;
  readonly shortName: LocalizedText | null;
  readonly names: readonly { readonly name: LocalizedText; readonly from: string | null; readonly to: string | null }[];
  readonly successorId: string | null;
  readonly note: string | null;
  readonly sources: readonly SourceRow[];
}

/** Bodies that take part in the channels, by their latest name in the reader's collation. */
export async function listBodies(reader: Reader, language: Language, ask: PageAsk): Promise<Page<BodyRow>> {
  const select = `select b.id, b.code, b.side, b.country, b.kind, latest.name, latest.short_name as "shortName", b.successor_id as "successorId", b.note,
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'from', n.valid_from, 'to', n.valid_to) order by n.valid_to nulls last)
                from forum.body_name n where n.body_id = b.id), '[]') as names,
      ${sourcesAs('b.source_codes')} as sources, coalesce(latest.name -> $1::text ->> 'text', b.code) as "sortKey"
      from forum.body b cross join lateral (select n.name, n.short_name from forum.body_name n where n.body_id = b.id
        order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1) latest`;
  return readPage<BodyRow & { id: string }>(reader, { select, params: [language], language }, ask);
}
