import type { Language } from '#core/kernel';
import type { Reader } from '#platform/database';

/** One page of a list: how many rows, and the row after which to go on. */
export interface PageAsk {
  /** 1–200. */
  readonly limit: number;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

export interface Page<Row> {
  readonly items: Row[];
  /** Where the next page begins; null on the last one. */
  readonly next: { readonly key: string; readonly id: string } | null;
}

export interface ListQuery {
  /** A select whose columns are the row's, with `id` (uuid) and `sortKey` (text). */
  readonly select: string;
  readonly params: readonly unknown[];
  /** Language whose collation orders the keys; codes, dates and numbers need none. */
  readonly language?: Language | undefined;
  readonly descending?: boolean;
}

const COLLATIONS: Record<Language, string> = { ko: 'ko-x-icu', ja: 'ja-x-icu', en: 'en-x-icu' };

/** Reads one page by key, never by counting rows, in one statement; row security decides what is there. */
export async function readPage<Row extends object>(
  reader: Reader,
  query: ListQuery,
  { limit, after }: PageAsk,
): Promise<Page<Row>> {
  const key = `r."sortKey" collate "${query.language === undefined ? 'C' : COLLATIONS[query.language]}"`;
  const [compare, order] = query.descending === true ? ['<', 'desc'] : ['>', 'asc'];
  const at = query.params.length;
  const rows = await reader.query<Row & { id: string; sortKey: string }>(
    `select r.* from (${query.select}) r
      where $${String(at + 1)}::text is null or (${key}, r.id) ${compare} ($${String(at + 1)}, $${String(at + 2)}::uuid)
      order by ${key} ${order}, r.id ${order} limit $${String(at + 3)}`,
    [...query.params, after?.key ?? null, after?.id ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? { key: last.sortKey, id: last.id } : null };
}

/** SQL of a key that orders a whole number as text. */
export function numberKey(expression: string): string {
  return `lpad(${expression}::text, 10, '0')`;
}
