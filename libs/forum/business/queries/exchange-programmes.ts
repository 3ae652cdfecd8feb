import type { LocalizedText } from '#core/kernel';
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

/** An exchange of engineers or researchers and the commitment it rests on (domain.md 3.12). */
export interface ExchangeProgrammeRow {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly commitment: { readonly id: string; readonly code: string; readonly text: LocalizedText } | null;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
}

/** Programmes in the order of the record. */
export async function listExchangeProgrammes(reader: Reader, ask: PageAsk): Promise<Page<ExchangeProgrammeRow>> {
  const select = `select x.id, x.code, x.name, x.evidence, ${sourcesAs('x.source_codes')} as sources, ${numberKey('x.position')} as "sortKey",
      (select jsonb_build_object('id', c.id, 'code', c.code, 'text', c.text) from forum.commitment c where c.id = x.commitment_id) as commitment
      from forum.exchange_programme x`;
  return readPage<ExchangeProgrammeRow & { id: string }>(reader, { select, params: [] }, ask);
}
