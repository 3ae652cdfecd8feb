import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** One row of a table and the line it begins on, counted from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that a spreadsheet would run as a formula, in half or full width (pitfalls.md 43). */
const FORMULA = /^'*[=+\-@＝＋－＠]/u;

/**
 * Rows of a tab-separated file, quoted as spreadsheets do or not at all; a quotation mark inside a cell is one. Empty lines are left out.
 */
export function readTsv(text: string): TableRow[] {
  const records = parse(text, {
    delimiter: '\t',
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown[];
  return records.flatMap((entry) => {
    const { record, info } = entry as { record: string[]; info: { lines: number } };
    const cells = record.map(unguarded);
    const spans = record.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
    return cells.some((cell) => cell.trim() !== '') ? [{ line: info.lines - spans, cells }] : [];
  });
}

/** A file that spreadsheets open as it is (pitfalls.md 41): byte order mark, CR LF, tabs, and no cell that could be run. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell.replaceAll('\t', ' ')))),
    { delimiter: '\t', bom: true, record_delimiter: 'windows' },
  );
}

const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
