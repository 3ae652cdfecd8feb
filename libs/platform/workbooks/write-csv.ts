import { stringify } from 'csv-stringify/sync';
import { inBatches, type Cell, type Sheet, type SheetColumn } from './sheet.js';

/**
 * What a spreadsheet would run, or take for something else, when it opens the file: a formula in half or full width, a tab or a line break
 * before one (pitfalls.md 43).
 */
const RUNS = /^[=+\-@＝＋－＠\t\r\n]/u;

/**
 * A table as CSV that spreadsheets open as it is (pitfalls.md 41): UTF-8 with byte order mark, CR LF, days as ISO dates. Only text cells are
 * guarded, with an apostrophe before them; numbers keep their sign.
 */
export async function* writeCsv({ columns, rows }: Sheet): AsyncGenerator<string> {
  yield `\ufeff${lines([columns.map(({ head }) => guarded(head))])}`;
  for await (const batch of inBatches(rows))
    yield lines(batch.map((row) => row.map((cell, at) => field(cell, columns[at]))));
}

function field(cell: Cell, column: SheetColumn | undefined): string {
  if (cell === null) return '';
  return typeof cell === 'number' || column?.kind === 'date' ? String(cell) : guarded(cell);
}

const guarded = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

const lines = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
