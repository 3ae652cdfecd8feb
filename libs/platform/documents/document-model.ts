import type { Language, Side, Viewer } from '#core/kernel';

/**
 * A document before it is a file: blocks, tables and runs of words, each run with its language. Nothing here knows Typst, Word or HTML,
 * nor whose copy it will be: what differs between the copies is a token or stands in an order of sides (domain.md 3.7).
 */

/** How a run looks: `note` is small print, `mark` says something about the text beside it. */
export type Tone = 'note' | 'mark';

interface RunStyle {
  readonly lang: Language;
  readonly strong?: boolean | undefined;
  readonly tone?: Tone | undefined;
  /** Stays on one line, as a date should. Only for what fits into its column. */
  readonly whole?: boolean | undefined;
  /** Runs of a side share their places in the line, in the copy's order of sides. */
  readonly side?: Side | undefined;
}

export interface TextRun extends RunStyle {
  readonly text: string;
}

/** Words that each copy prints in its own way. */
export interface TokenRun extends RunStyle {
  readonly token: string;
  readonly values: { readonly [V in Viewer]: string };
}

/** A run of a document that is not yet a copy. */
export type ModelRun = TextRun | TokenRun;

/** One line of words. `marker` stands before it, the text hangs beside it; `inside` lines are the reader's own side's only. */
export interface Line<R = ModelRun> {
  readonly runs: readonly R[];
  readonly marker?: string | undefined;
  readonly inside?: boolean | undefined;
  /** Lines of a side share their places among the lines beside them, as runs do. */
  readonly side?: Side | undefined;
}

export interface Cell<R = ModelRun> {
  readonly lines: readonly Line<R>[];
}

/** A column of a table. Columns with a side stand in the order of sides of the copy, in the places they share. */
export interface Column {
  /** A width in millimetres, or a share of what is left. */
  readonly width: { readonly mm: number } | { readonly share: number };
  readonly align?: 'start' | 'center' | 'end' | undefined;
  readonly side?: Side | undefined;
}

/** A row has a cell for every column, or one for all of them. `section` heads the rows below it. */
export interface Row<R = ModelRun> {
  readonly kind: 'plain' | 'section' | 'break' | 'inside';
  readonly cells: readonly Cell<R>[];
}

export interface TableBlock<R = ModelRun> {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Repeated on every page that the table reaches. */
  readonly head: readonly Cell<R>[];
  readonly rows: readonly Row<R>[];
}

export interface ParallelColumn<R = ModelRun> {
  readonly side: Side | null;
  readonly blocks: readonly Block<R>[];
}

/** A label and what belongs to it; facts of a side share their places, as lines do. */
export interface Fact<R = ModelRun> {
  readonly label: Line<R>;
  readonly lines: readonly Line<R>[];
  readonly side?: Side | undefined;
}

export type Block<R = ModelRun> =
  | { readonly kind: 'title'; readonly lines: readonly Line<R>[] }
  | { readonly kind: 'heading'; readonly line: Line<R> }
  | { readonly kind: 'facts'; readonly rows: readonly Fact<R>[] }
  | { readonly kind: 'text'; readonly align: 'start' | 'center' | 'end'; readonly lines: readonly Line<R>[] }
  /** Side by side, as the head of a document in several languages. */
  | { readonly kind: 'parallel'; readonly columns: readonly ParallelColumn<R>[] }
  /** One after the other, in the copy's order of sides. */
  | { readonly kind: 'sides'; readonly kr: readonly Block<R>[]; readonly jp: readonly Block<R>[] }
  | TableBlock<R>;

export interface DocumentModel<R = ModelRun> {
  /** Language of what is not said otherwise, and of the file as a whole. */
  readonly lang: Language;
  /** Name of the document in the file's own data. */
  readonly title: Line<R>;
  /** ISO 8601 instant that the file carries as its date. */
  readonly date: string;
  readonly paper: 'portrait' | 'landscape';
  /** At the top of every page: whose copy it is, and how it may be handed on. */
  readonly copyLine: Line<R> | null;
  readonly marks: readonly Line<R>[];
  /** At the foot of every page, beside the page number. */
  readonly foot: readonly Line<R>[];
  readonly blocks: readonly Block<R>[];
}

/** A document that can be printed: one copy, in its order, without tokens. */
export type PrintableDocument = DocumentModel<TextRun>;
export type PrintableBlock = Exclude<Block<TextRun>, { readonly kind: 'sides' }>;
