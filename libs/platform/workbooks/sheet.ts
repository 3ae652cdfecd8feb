/** A text, a number, or a plain day `YYYY-MM-DD`, by the kind of its column; null is an empty cell. */
export type Cell = string | number | null;

export interface SheetColumn {
  readonly head: string;
  readonly kind: 'text' | 'number' | 'date';
  /** Width in digits, as spreadsheets count it. */
  readonly width: number;
}

/** One table of any length. Rows are asked for only as fast as they are taken, so that a long one costs no more memory than a short one. */
export interface Sheet {
  /** Name of the sheet, cut to what spreadsheets allow. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** Rows written at a time. */
const BATCH = 200;

export async function* inBatches<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A whole day; a month or a year stays the text that it is, since a cell with a date would claim a day. */
export const isDay = (value: Cell): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
