import { cleanCode, cleanText, LANGUAGES, readText, textFault, type ErrorParams } from '#core/kernel';
import { decodeUtf8, parseCsv, unguarded, writeCsv, type CsvRecord } from './csv.js';
import type { GivenNames } from './day-names.js';
import type { HolidayRecord } from './holiday.types.js';
import { workingDaysErrors } from './working-days.errors.js';

/** Thirty years of both kinds of days fit ten times over. */
export const MAX_FILE_BYTES = 262_144;
const MAX_FILE_ROWS = 2000;
const MAX_CELL = 300;

const NEEDED = ['date', 'kind', 'status', 'name_ko', 'name_ja', 'name_en'] as const;
const COLUMNS = [...NEEDED, 'rule', 'citation'] as const;
type Column = (typeof COLUMNS)[number];

/** Why a row or a cell cannot be taken. */
export interface RowFault {
  readonly code: string;
  readonly params: ErrorParams;
}

/** One row of a file as written: cleaned, not yet judged. */
export interface FileRow {
  readonly line: number;
  readonly date: string;
  readonly kind: string;
  readonly status: string;
  readonly names: GivenNames;
  readonly rule: string;
  readonly citation: string;
  readonly fault: RowFault | null;
}

/**
 * Rows of a holiday table from the bytes of a CSV file.
 * @throws working-days.fileTooLarge, .fileNotUtf8, .fileQuotes, .fileEmpty, .fileTooManyRows, .columnsMissing, .columnUnknown
 */
export function readHolidayFile(bytes: Uint8Array): FileRow[] {
  const [head, ...records] = parseCsv(decodeUtf8(bytes, MAX_FILE_BYTES));
  if (!head) throw workingDaysErrors.fileEmpty();
  const columns = readHead(head.cells);
  if (records.length === 0) throw workingDaysErrors.fileEmpty();
  if (records.length > MAX_FILE_ROWS)
    throw workingDaysErrors.fileTooManyRows({ rows: records.length, max: MAX_FILE_ROWS });
  return records.map((record) => readRow(record, columns));
}

function readHead(cells: readonly string[]): Column[] {
  const names = cells.map((cell) => cleanCode(cell).toLowerCase());
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length > 0) throw workingDaysErrors.columnsMissing({ columns: missing.join(', ') });
  return names.map((name, index) => {
    const column = COLUMNS.find((known) => known === name);
    if (column === undefined || names.indexOf(name) !== index)
      throw workingDaysErrors.columnUnknown({ column: Array.from(name).slice(0, 40).join('') });
    return column;
  });
}

function readRow({ line, cells }: CsvRecord, columns: readonly Column[]): FileRow {
  const raw = (column: Column): string => unguarded(cells[columns.indexOf(column)] ?? '');
  const code = (column: Column): string => cleanCode(raw(column)).slice(0, MAX_CELL);
  const width = cells.length === columns.length ? null : { cells: cells.length, expected: columns.length };
  const texts = (['name_ko', 'name_ja', 'name_en', 'citation'] as const).map(raw);
  const faulty = texts
    .map((text) => textFault(text, { max: MAX_CELL, optional: true }))
    .find((fault) => fault !== null);
  const fault = width ? workingDaysErrors.rowWidth(width) : faulty;
  const text = (column: Column): string => (fault ? '' : cleanText(raw(column), { max: MAX_CELL, optional: true }));
  return {
    line,
    date: plainDateOf(code('date')),
    kind: code('kind').toLowerCase(),
    status: code('status').toLowerCase(),
    names: { ko: text('name_ko'), ja: text('name_ja'), en: text('name_en') },
    rule: code('rule').toLowerCase(),
    citation: text('citation'),
    fault: fault ? { code: fault.code, params: fault.params } : null,
  };
}

/** `2027-03-01`, and what spreadsheets of both countries make of it: `2027/3/1`, `2027. 3. 1.`; anything else is left as it is. */
function plainDateOf(cell: string): string {
  const [, year, month, day] = /^(\d{4})(?:-|\/|\. ?)(\d{1,2})(?:-|\/|\. ?)(\d{1,2})\.?$/u.exec(cell) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** The table as a file that `readHolidayFile` takes back without a change. */
export function writeHolidayFile(days: readonly HolidayRecord[]): string {
  const rows = days.map((day) => [
    day.date,
    day.kind,
    day.status,
    ...LANGUAGES.map((lang) => day.name[lang]?.text ?? ''),
    day.rule,
    day.citation ? readText(day.citation, day.citation.source).text : '',
  ]);
  return writeCsv([COLUMNS, ...rows]);
}
