import { sideOrder, type Side, type Viewer } from '#core/kernel';
import type { Block, Cell, DocumentModel, Line, ModelRun, PrintableDocument, TextRun } from './document-model.js';

export interface CopyOptions {
  /** Whose copy it is. */
  readonly copy: Viewer;
  /** Who stands first on a neutral copy. */
  readonly host?: Side | undefined;
}

/** What XML and PDF cannot hold: control characters but tab and line break, lone surrogates, non-characters. */
const unprintable = /[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/gu;

/**
 * One copy of a document. Tokens become the copy's words and what stands by sides takes the copy's order; everything else is the same
 * in every copy (domain.md 3.7, 8 case 2).
 */
export function copyOf(model: DocumentModel, { copy, host }: CopyOptions): PrintableDocument {
  const order = sideOrder(copy, host);
  const line = (one: Line): Line<TextRun> => ({
    ...one,
    runs: inOrder(one.runs, order)
      .map((run) => wordsOf(run, copy))
      .filter((run) => run.text !== ''),
  });
  const lines = (all: readonly Line[]): Line<TextRun>[] => inOrder(all, order).map(line);
  const cells = (all: readonly Cell[]): Cell<TextRun>[] => all.map((cell) => ({ lines: lines(cell.lines) }));
  const block = (one: Block): Block<TextRun>[] => {
    switch (one.kind) {
      case 'title':
      case 'text':
        return [{ ...one, lines: lines(one.lines) }];
      case 'heading':
        return [{ ...one, line: line(one.line) }];
      case 'facts':
        return [
          {
            ...one,
            rows: inOrder(one.rows, order).map((row) => ({ label: line(row.label), lines: lines(row.lines) })),
          },
        ];
      case 'sides':
        return order.flatMap((side) => one[side].flatMap(block));
      case 'parallel': {
        const columns = inOrder(one.columns, order);
        return [{ ...one, columns: columns.map((column) => ({ ...column, blocks: column.blocks.flatMap(block) })) }];
      }
      case 'table': {
        const places = arranged(one.columns, order);
        const placed = <T>(all: readonly T[]): T[] =>
          all.length === places.length ? places.map((at) => all[at]).filter((part) => part !== undefined) : [...all];
        return [
          {
            ...one,
            columns: placed(one.columns),
            head: cells(placed(one.head)),
            rows: one.rows.map((row) => ({ ...row, cells: cells(placed(row.cells)) })),
          },
        ];
      }
    }
  };
  const copyLine = model.copyLine && line(model.copyLine);
  return {
    ...model,
    title: line(model.title),
    copyLine: copyLine && copyLine.runs.length > 0 ? copyLine : null,
    marks: lines(model.marks),
    foot: lines(model.foot),
    blocks: model.blocks.flatMap(block),
  };
}

/** Where each column comes from: those of a side share their places among them in the order of sides, all others stay. */
function arranged(columns: readonly { readonly side?: Side | null | undefined }[], order: readonly Side[]): number[] {
  const sided = columns.flatMap(({ side }, at) => (side ? [{ side, at }] : []));
  const inOrder = order.flatMap((side) => sided.filter((column) => column.side === side));
  let next = 0;
  return columns.map(({ side }, at) => (side ? (inOrder[next++]?.at ?? at) : at));
}

const inOrder = <T extends { readonly side?: Side | null | undefined }>(
  all: readonly T[],
  order: readonly Side[],
): T[] =>
  arranged(all, order)
    .map((at) => all[at])
    .filter((one) => one !== undefined);

function wordsOf(run: ModelRun, copy: Viewer): TextRun {
  const { lang, strong, tone, whole } = run;
  return { text: clean('text' in run ? run.text : run.values[copy]), lang, strong, tone, whole };
}

const clean = (text: string): string => text.replace(unprintable, '');
