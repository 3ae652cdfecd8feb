import type { Cell, Line, PrintableDocument, PrintableBlock, Row, TableBlock, TextRun } from './document-model.js';
import { drawable, PLACE_TO_BREAK } from './fonts.js';
import { lineEnds } from './line-ends.js';

/**
 * What the template sets, ready made: words already told apart and styles already named, as the compiler computes a hundred times more
 * slowly than this process. Only text and numbers; how they look is the template's.
 */
export interface PrintPlan {
  readonly lang: string;
  readonly title: string;
  readonly wide: boolean;
  readonly copyLine: PlannedLine | null;
  readonly marks: readonly PlannedLine[];
  readonly foot: readonly PlannedLine[];
  readonly blocks: readonly object[];
}

/** Words, words that stay on one line, a line break (0) or a place where a long word may break (1). */
type Part = string | readonly [string] | 0 | 1;
/** Language with `b` for bold and `n` for a note, and the words. */
type PlannedRun = readonly [style: string, words: string | readonly Part[]];
type PlannedLine =
  | readonly PlannedRun[]
  | { readonly runs: readonly PlannedRun[]; readonly marker: string | null; readonly inside: boolean };
/** Lines that stay on one page stand in `whole`. */
type PlannedCell = readonly PlannedLine[] | { readonly whole: readonly PlannedLine[] };

/** Millimetres of text across a page, and of one Korean syllable with the air around it. */
const ACROSS = { landscape: 261, portrait: 170 };
const SYLLABLE = 3.36;

/** Syllables across a page and across one of several columns; and where nothing is kept apart, as there is room. */
const PAGE_WIDE = 40;
const COLUMN_WIDE = 16;
const ROOM = 99;

/** Bytes from which a row may break across pages, and up to which a section's head is repeated there. */
const LONG_ROW = 900;
const SHORT_HEAD = 400;

/** A line of the foot up to this many letters fits across the narrower page. */
const FOOT_LETTERS = 100;

export function printPlan(document: PrintableDocument): PrintPlan {
  const plain = (line: Line<TextRun>): string =>
    drawable(line.runs.map(({ text }) => text).join('')).replaceAll(PLACE_TO_BREAK, '');
  const { lang, copyLine, marks, foot, paper } = document;
  return {
    lang,
    title: plain(document.title),
    wide: paper === 'landscape',
    copyLine: copyLine && inline(copyLine, ROOM),
    marks: marks.map((mark) => inline(mark, ROOM)),
    foot: foot.map((line) => (plain(line).length > FOOT_LETTERS ? planned(line, ROOM) : inline(line, ROOM, false))),
    blocks: document.blocks.flatMap((block) =>
      block.kind === 'sides' ? [] : [blockOf(block, PAGE_WIDE, ACROSS[paper])],
    ),
  };
}

function blockOf(block: PrintableBlock, most: number, across: number): object {
  switch (block.kind) {
    case 'title':
      return { kind: 'title', small: most === COLUMN_WIDE, lines: block.lines.map((line) => inline(line, ROOM)) };
    case 'heading':
      return { kind: 'heading', line: inline(block.line, most) };
    case 'text':
      return { kind: 'text', align: block.align, lines: block.lines.map((line) => planned(line, most)) };
    case 'facts': {
      const rows = block.rows.map(({ label, lines }) => [
        inline(label, ROOM),
        lines.map((line) => planned(line, most)),
      ]);
      return { kind: 'facts', rows };
    }
    case 'parallel': {
      const columns = block.columns.map((column) =>
        column.blocks.flatMap((one) => (one.kind === 'sides' ? [] : [blockOf(one, COLUMN_WIDE, across)])),
      );
      return { kind: 'parallel', columns };
    }
    case 'table':
      return tableOf(block, across);
  }
}

function tableOf({ columns, head, rows }: TableBlock<TextRun>, across: number): object {
  const fixed = columns.reduce((sum, { width }) => sum + ('mm' in width ? width.mm : 0), 0);
  const shares = columns.reduce((sum, { width }) => sum + ('mm' in width ? 0 : width.share), 0);
  const most = columns.map(({ width }) => {
    const mm = 'mm' in width ? width.mm : ((across - fixed) * width.share) / Math.max(shares, 1);
    return Math.floor((mm - 4) / SYLLABLE) - 1;
  });
  return {
    kind: 'table',
    widths: columns.map(({ width }) => ('mm' in width ? [width.mm, 0] : [0, width.share])),
    aligns: columns.map(({ align }) => align ?? 'start'),
    head: head.map((cell, at) => cell.lines.map((line) => planned(line, most[at] ?? ROOM))),
    rows: rows.map((row) => rowOf(row, most)),
  };
}

function rowOf({ kind, cells }: Row<TextRun>, most: readonly number[]): object {
  const longest = Math.max(0, ...cells.map(bytesOf));
  const across = cells.length === 1 && most.length > 1;
  const cellOf = (cell: Cell<TextRun>, at: number): PlannedCell => {
    const room = across ? PAGE_WIDE : (most[at] ?? ROOM);
    const lines = cell.lines.map((line) => planned(line, room, !across));
    return longest > LONG_ROW || (lines.length < 2 && bytesOf(cell) <= room * 3) ? lines : { whole: lines };
  };
  return { kind, across, heads: kind === 'section' && longest < SHORT_HEAD, cells: cells.map(cellOf) };
}

const bytesOf = (cell: Cell<TextRun>): number =>
  cell.lines.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + Buffer.byteLength(text), 0), 0);

function planned(line: Line<TextRun>, most: number, inCell = false): PlannedLine {
  const { marker, inside } = line;
  if (marker === undefined && inside !== true) return inline(line, most, true, inCell);
  return { runs: inline(line, most), marker: marker ?? null, inside: inside === true };
}

/** @param fills whether the line has the column of a table for itself, so that it is known where its words stand */
const inline = ({ runs }: Line<TextRun>, most: number, breaks = true, fills = false): PlannedRun[] =>
  runs.map((run, at) => {
    const style = `${run.lang}${run.strong === true ? 'b' : ''}${run.tone === undefined ? '' : 'n'}`;
    const text = drawable(run.text);
    if (run.whole === true) return [style, [[text.replaceAll(PLACE_TO_BREAK, '')]]];
    // What begins a line and fits into it needs no care for its words.
    const fits = at === 0 && Buffer.byteLength(text) <= most * 2;
    const known = fills && at === 0 && run.tone === undefined;
    const words = breaks ? text : text.replaceAll(PLACE_TO_BREAK, '');
    return [style, partsOf(words, run.lang === 'ko' && !fits ? most : 0, known)];
  });

/** A Korean word stays on one line while it can be expected to fit there; three bytes are about as wide as one syllable. */
function partsOf(text: string, most: number, known: boolean): string | Part[] {
  const parts: Part[] = [];
  let open = '';
  const add = (...more: Part[]): void => {
    if (open !== '') parts.push(open);
    open = '';
    parts.push(...more);
  };
  const pieces = (word: string): void => {
    word.split(PLACE_TO_BREAK).forEach((piece, at) => {
      if (at > 0) add(1);
      open += piece;
    });
  };
  text.split('\n').forEach((row, at) => {
    if (at > 0) add(0);
    if (most === 0) return pieces(row);
    // A column of `most` syllables is one to three ems wider, and a full stop may hang over its edge.
    const staysInLine = lineEnds(known ? [most + 1, most + 3.1] : [0, 0]);
    row.split(' ').forEach((word, place) => {
      if (place > 0) open += ' ';
      const bytes = Buffer.byteLength(word);
      const stays = staysInLine(word);
      if (!stays && bytes > 3 && bytes <= most * 3 && !word.includes(PLACE_TO_BREAK)) add([word]);
      else pieces(word);
    });
  });
  if (parts.length === 0) return open;
  add();
  return parts;
}
