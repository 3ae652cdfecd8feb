import { workingDaysErrors } from './working-days.errors.js';

/** One record of a file and the line it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Excel knows UTF-8 by this mark only (pitfalls.md 41). */
export const BYTE_ORDER_MARK = '\ufeff';

/** A cell that a spreadsheet would run as a formula, in half or full width (pitfalls.md 43). */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r]/u;

/** The text of a UTF-8 file, with or without a byte order mark. @throws working-days.fileTooLarge, working-days.fileNotUtf8 */
export function decodeUtf8(bytes: Uint8Array, max: number): string {
  if (bytes.length > max) throw workingDaysErrors.fileTooLarge({ max });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw workingDaysErrors.fileNotUtf8({}, [], { cause });
  }
}

/** Records of an RFC 4180 file; empty lines are left out. @throws working-days.fileQuotes */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    for (let more = true; more;) {
      const cell = readCell(text, at, line);
      cells.push(cell.value);
      line = cell.line;
      more = text[cell.end] === ',';
      at = more ? cell.end + 1 : afterLineBreak(text, cell.end);
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line: begins, cells });
  }
  return records;
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly line: number;
}

function readCell(text: string, start: number, line: number): Cell {
  if (text[start] !== '"') return readPlain(text, start, line);
  let value = '';
  let lines = line;
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"' && text[at + 1] === '"') at += 1;
    else if (letter === '"') {
      const next = text[at + 1];
      if (next !== undefined && !',\r\n'.includes(next)) break;
      return { value, end: at + 1, line: lines };
    }
    if (letter === '\n') lines += 1;
    value += letter;
  }
  throw workingDaysErrors.fileQuotes({ line });
}

function readPlain(text: string, start: number, line: number): Cell {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text[end] ?? '')) end += 1;
  const value = text.slice(start, end);
  if (value.includes('"')) throw workingDaysErrors.fileQuotes({ line });
  return { value, end, line };
}

function afterLineBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}

/** A file that Excel opens as it is: byte order mark, CR LF, and no cell that could be run. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${records.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes away the apostrophe that `writeCsv` has put before a cell. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
