import { canonicalJson } from '#core/kernel';

export type RowValues = Readonly<Record<string, unknown>>;

/** What an import does to a row it had written before. */
export interface RowMerge {
  /** Columns to write now, with the file's values. */
  readonly write: readonly string[];
  /** Columns people changed since the last import: theirs stay, even when the file changed too. */
  readonly kept: readonly string[];
}

/**
 * Three-way merge of one row: the row as the import left it, as it is now, and as the file has it. A column that differs from what the
 * import left was changed by people and is kept; of the others those the file changed are written. Pure.
 */
export function mergeRow(left: RowValues, now: RowValues, incoming: RowValues): RowMerge {
  const columns = Object.keys(incoming);
  const kept = columns.filter((column) => !same(left[column], now[column]));
  return { kept, write: columns.filter((column) => !kept.includes(column) && !same(now[column], incoming[column])) };
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
