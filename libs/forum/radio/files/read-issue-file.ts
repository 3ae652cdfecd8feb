import { createTranslator } from '#core/i18n';
import { cleanText, DomainError, LANGUAGES, textFault, type ErrorParams, type Language } from '#core/kernel';
import { isPartialDate } from '#forum/provenance';
import { parseCsv } from '#forum/working-days';
import { areaOf, type Area } from '../domain/areas.js';
import { radioErrors } from '../domain/radio.errors.js';
import {
  ALLOCATIONS,
  RADIO_SERVICES,
  RADIO_TYPES,
  type Allocation,
  type RadioService,
  type RadioType,
} from '../domain/radio.types.js';
import { readBand } from '../domain/read-band.js';
import { columnOf, type IssueColumn } from './columns.js';

/** Bytes of the largest file, and rows it may have. */
export const MAX_ISSUE_FILE_BYTES = 500_000;
export const MAX_ISSUE_ROWS = 500;
const MAX_BANDS = 20;

/** How Korean and Japanese spreadsheets save, where they do not save as UTF-8: CP949 and CP932 under the names of the web. */
export const FILE_ENCODINGS = ['utf-8', 'euc-kr', 'shift_jis'] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];

export interface RowFault {
  readonly column: IssueColumn;
  readonly code: string;
  readonly params: ErrorParams;
}

/** One row of a file as it was understood. */
export interface IssueFileRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly title: string;
  readonly type: RadioType | undefined;
  readonly bands: readonly string[];
  readonly services: readonly RadioService[];
  readonly areas: readonly Area[];
  readonly regions: string | undefined;
  readonly stations: string | undefined;
  readonly allocation: Allocation | undefined;
  readonly firstSeen: string | undefined;
  readonly seasonFrom: number | undefined;
  readonly seasonTo: number | undefined;
  readonly times: string | undefined;
  readonly faults: readonly RowFault[];
}

/** The text of a file in an encoding, or null when its bytes are none of it; a byte order mark is taken away. */
export function decodeFile(bytes: Uint8Array, encoding: FileEncoding): string | null {
  if (bytes.length > MAX_ISSUE_FILE_BYTES) throw radioErrors.fileTooLarge({ max: MAX_ISSUE_FILE_BYTES });
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // what is not of this encoding is refused, and never guessed
    return null;
  }
}

/**
 * The rows of a CSV file whose first line names its columns, by code or in any of the three languages.
 * @throws radio.fileHeader, radio.fileEmpty, radio.fileTooLong, working-days.fileQuotes
 */
export function readIssueFile(text: string): IssueFileRow[] {
  const [header, ...records] = parseCsv(text);
  const columns = header?.cells.map(columnOf) ?? [];
  const missing = (['title', 'bands'] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0) throw radioErrors.fileHeader({ missing: missing.join(', ') });
  if (records.length === 0) throw radioErrors.fileEmpty();
  if (records.length > MAX_ISSUE_ROWS) throw radioErrors.fileTooLong({ max: MAX_ISSUE_ROWS });
  return records.map(({ line, cells }) => {
    const cell = (column: IssueColumn): string => cells[columns.indexOf(column)]?.trim() ?? '';
    return readRow(line, cell);
  });
}

function readRow(line: number, cell: (column: IssueColumn) => string): IssueFileRow {
  const faults: RowFault[] = [];
  const refuse = (column: IssueColumn, { code, params }: DomainError): undefined => {
    faults.push({ column, code, params });
    return undefined;
  };
  const words = (column: IssueColumn, max: number): string | undefined => {
    const rules = { max, optional: column !== 'title' };
    const fault = textFault(cell(column), rules);
    if (fault) {
      refuse(column, fault);
      return undefined;
    }
    return cleanText(cell(column), rules) || undefined;
  };
  const list = (column: IssueColumn): string[] =>
    cell(column)
      .split(/[;；、\n]/u)
      .map((word) => word.trim())
      .filter(Boolean);
  const each = <Found>(column: IssueColumn, find: (word: string) => Found | null): Found[] =>
    list(column).flatMap((word) => {
      const found = find(word);
      if (found !== null) return [found];
      refuse(column, radioErrors.fileWord({ text: word }));
      return [];
    });
  const one = <Found>(column: IssueColumn, find: (word: string) => Found | null): Found | undefined =>
    cell(column) === ''
      ? undefined
      : (find(cell(column)) ?? refuse(column, radioErrors.fileWord({ text: cell(column) })));
  const bands = list('bands');
  for (const band of bands) {
    const read = readBand(band);
    if (read instanceof DomainError) refuse('bands', read);
  }
  if (bands.length > MAX_BANDS) refuse('bands', radioErrors.tooManyBands({ max: MAX_BANDS }));
  return {
    line,
    title: words('title', 300) ?? '',
    type: one('type', (word) => named('radio:type', RADIO_TYPES, word)),
    bands,
    services: each('services', (word) => named('terms:svc', RADIO_SERVICES, word.replace(/^svc\./u, ''))),
    areas: each('areas', areaOf),
    regions: words('regions', 500),
    stations: words('stations', 500),
    allocation: one('allocation', (word) => named('radio:allocation', ALLOCATIONS, word)),
    firstSeen: one('first_seen', dateOf),
    seasonFrom: one('season_from', monthOf),
    seasonTo: one('season_to', monthOf),
    times: words('times', 200),
    faults,
  };
}

/** A code by itself or by its word in any of the three languages. */
function named<Code extends string>(namespace: string, codes: readonly Code[], word: string): Code | null {
  const plain = word.normalize('NFKC').toLowerCase();
  return (
    codes.find((code) => code === plain) ??
    codes.find((code) => LANGUAGES.some((lang) => wordOf(lang, `${namespace}.${code}`) === plain)) ??
    null
  );
}

const wordOf = (lang: Language, key: string): string => createTranslator(lang).t(key).normalize('NFKC').toLowerCase();

/** `2026-11`, `2026.11`, `2026/11/3` with figures of any width. */
function dateOf(word: string): string | null {
  const parts = word
    .normalize('NFKC')
    .replace(/[./\s]+$/u, '')
    .split(/\s*[-./]\s*/u);
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
  return isPartialDate(date) ? date : null;
}

function monthOf(word: string): number | null {
  const found = /^(\d{1,2})\s*(?:월|月)?$/u.exec(word.normalize('NFKC'));
  const month = Number(found?.[1] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}
