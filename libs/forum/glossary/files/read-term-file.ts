import { cleanCode, cleanText, LANGUAGES, textFault, type Language } from '#core/kernel';
import {
  decodeFile,
  readTbx,
  readTsv,
  type FileConcept,
  type FileFault,
  type Read,
  type TableRow,
} from '#platform/term-files';
import { perLanguage, readCell } from '../domain/cell.js';
import type { FileTerm, GivenForms, RowFault, TermFileFormat } from '../domain/file-term.types.js';
import { glossaryErrors } from '../domain/glossary.errors.js';

/** Three thousand terms with notes. */
export const MAX_FILE_BYTES = 700_000;
export const MAX_FILE_ROWS = 5000;
const MAX_FORM = 200;
const MAX_NOTE = 1000;

const NEEDED = ['key', 'en', 'ko', 'ja'];
export const TSV_COLUMNS = [
  ...['key', 'en', 'ko', 'ja', 'note', 'en_also', 'ko_also', 'ja_also', 'en_avoid', 'ko_avoid', 'ja_avoid'],
  ...['binding', 'state', 'note_ko', 'note_ja'],
];

/**
 * Terms of a TSV or TBX file.
 * @throws glossary.fileTooLarge, .fileNotUtf8, .fileNotTbx, .fileUnsafe, .fileEmpty, .fileTooManyRows, .columnsMissing
 */
export function readTermFile(bytes: Uint8Array, format: TermFileFormat): FileTerm[] {
  const text = valueOf(decodeFile(bytes, MAX_FILE_BYTES));
  const terms = format === 'tsv' ? readTable(text) : valueOf(readTbx(text)).map(readConcept);
  if (terms.length === 0) throw glossaryErrors.fileEmpty();
  if (terms.length > MAX_FILE_ROWS) throw glossaryErrors.fileTooManyRows({ max: MAX_FILE_ROWS });
  return terms;
}

const FAULTS: Record<FileFault, () => Error> = {
  tooLarge: () => glossaryErrors.fileTooLarge({ max: MAX_FILE_BYTES }),
  notUtf8: () => glossaryErrors.fileNotUtf8(),
  unsafe: () => glossaryErrors.fileUnsafe(),
  notTbx: () => glossaryErrors.fileNotTbx(),
};

function valueOf<Value>(read: Read<Value>): Value {
  if ('fault' in read) throw FAULTS[read.fault]();
  return read.value;
}

function readTable(text: string): FileTerm[] {
  const [head, ...rows] = readTsv(text);
  const columns = (head?.cells ?? []).map((cell) => cleanCode(cell).toLowerCase());
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw glossaryErrors.columnsMissing({ columns: missing.join(', ') });
  return rows.map((row) => readRow(row, columns));
}

function readRow({ line, cells }: TableRow, columns: readonly string[]): FileTerm {
  const has = (column: string): boolean => columns.includes(column);
  const cell = (column: string): string => (has(column) ? (cells[columns.indexOf(column)] ?? '') : '').trim();
  const forms = (lang: Language): GivenForms => {
    const avoid = has(`${lang}_avoid`) ? listOf(cell(`${lang}_avoid`)) : undefined;
    if (has(`${lang}_also`)) return { term: clean(cell(lang)), also: listOf(cell(`${lang}_also`)), avoid, cell: null };
    return { ...readCell(clean(cell(lang)), lang), avoid, cell: clean(cell(lang)) };
  };
  const words = perLanguage(forms);
  const note = has('note')
    ? { en: clean(cell('note')), ko: clean(cell('note_ko')), ja: clean(cell('note_ja')) }
    : undefined;
  const wide = cells.length > columns.length ? fault(glossaryErrors.cellsWrong({ line })) : null;
  const binding = has('binding') ? /^(?:yes|true|1|y)$/iu.test(cell('binding')) : undefined;
  return { line, code: cleanCode(cell('key')), words, note, binding, fault: wide ?? faultOf(words, note) };
}

/** `[한 형태|다른 형태]` of one cell. */
const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map(clean)
    .filter((form) => form !== '');

function readConcept({ id, notes, forms }: FileConcept, index: number): FileTerm {
  const of = (lang: Language): GivenForms => {
    const own = forms.filter((form) => form.lang === lang || form.lang.startsWith(`${lang}-`));
    const avoid = own.filter(({ status }) => status === 'deprecated' || status === 'superseded');
    const right = own.filter((form) => !avoid.includes(form));
    const first = right.find(({ status }) => status === 'preferred') ?? right[0];
    return {
      term: clean(first?.term ?? ''),
      also: right.filter((form) => form !== first).map(({ term }) => clean(term)),
      avoid: avoid.map(({ term }) => clean(term)),
      cell: null,
    };
  };
  const words = perLanguage(of);
  const noteIn = (lang: Language): string =>
    clean(
      notes
        .filter((note) => (note.lang ?? 'en').slice(0, 2) === lang)
        .map(({ text }) => text)
        .join(' '),
    );
  const note = notes.length > 0 ? perLanguage(noteIn) : undefined;
  return { line: index + 1, code: cleanCode(id), words, note, binding: undefined, fault: faultOf(words, note) };
}

/** Composed, trimmed, of one line; what it may hold at all is said by `textFault`. */
const clean = (text: string): string => {
  const line = text.replace(/\s*\n\s*/gu, ' ');
  return textFault(line, { max: MAX_NOTE, optional: true }) ? line : cleanText(line, { max: MAX_NOTE, optional: true });
};

function faultOf(words: FileTerm['words'], note: FileTerm['note']): RowFault | null {
  for (const lang of LANGUAGES) {
    const { term, also, avoid } = words[lang];
    if (term === '') return fault(glossaryErrors.termMissing({ lang }));
    for (const form of [term, ...also, ...(avoid ?? [])]) {
      const wrong = textFault(form, { max: MAX_FORM });
      if (wrong) return fault(wrong);
    }
    const wrong = textFault(note?.[lang] ?? '', { max: MAX_NOTE, optional: true });
    if (wrong) return fault(wrong);
  }
  return null;
}

const fault = ({ code, params }: RowFault): RowFault => ({ code, params });
