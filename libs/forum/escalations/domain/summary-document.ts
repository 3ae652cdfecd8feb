import type { Language } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Line, ModelRun } from '#platform/documents';
import {
  copyLine,
  endMarks,
  inColumns,
  lineOf,
  marksOf,
  run,
  sideOfLanguage,
  textRuns,
  word,
  type PrintOrder,
} from '#forum/documents';
import { placeOf, summaryFacts, type SummaryToPrint } from './summary-facts.js';

/** One page for the higher level, in one to three languages beside each other (domain.md 3.10). */
export function summaryDocument(print: SummaryToPrint, order: PrintOrder): DocumentModel {
  const columns = inColumns(order.languages);
  const lang = columns[0] ?? 'en';
  return {
    lang,
    title: titleLine(print, lang, columns),
    date: `${print.today}T00:00:00Z`,
    paper: columns.length > 2 ? 'landscape' : 'portrait',
    copyLine: copyLine(columns),
    marks: marksOf({ open: false, illustrative: false, order }, columns),
    foot: [lineOf(run(`SHA-256 ${print.hash}`, lang))],
    blocks: [...head(print, columns), body(print, columns), ...endMarks(columns)],
  };
}

function titleLine(print: SummaryToPrint, lang: Language, columns: readonly Language[]): Line {
  const draft = print.rise.state === 'draft' ? [run(word(lang, 'escalations:print.draft'), lang)] : [];
  return lineOf(...textRuns(print.rise.title, placeOf(print, lang, columns)), ...draft);
}

function head(print: SummaryToPrint, columns: readonly Language[]): Block[] {
  const one = (lang: Language): Block[] => [
    {
      kind: 'title',
      lines: [titleLine(print, lang, columns), lineOf(run(word(lang, 'escalations:print.name'), lang))],
    },
    { kind: 'facts', rows: summaryFacts(print, lang, columns) },
  ];
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return one(only);
  return [
    { kind: 'parallel', columns: columns.map((lang) => ({ side: sideOfLanguage(lang) ?? null, blocks: one(lang) })) },
  ];
}

/** One row for each text, one column for each language, so that the languages can be laid side by side. */
function body(print: SummaryToPrint, columns: readonly Language[]): Block {
  const { rise } = print;
  const texts = [
    ['summary', rise.summary],
    ['request', rise.request],
    ...(rise.outcome ? ([['outcome', rise.outcome]] as const) : []),
  ] as const;
  return {
    kind: 'table',
    columns: columns.map((lang): Column => ({ width: { share: 1 }, side: sideOfLanguage(lang) })),
    head: columns.map((lang): Cell => ({
      lines: [lineOf(run(word(lang, 'documents:record.language'), lang, { strong: true }))],
    })),
    rows: texts.map(([key, text]) => ({
      kind: 'plain',
      cells: columns.map((lang): Cell => ({
        lines: [
          lineOf(run(word(lang, `escalations:print.${key}`), lang, { strong: true })),
          ...byLine(textRuns(text, placeOf(print, lang, columns))),
        ],
      })),
    })),
  };
}

/** A line break inside words begins a new line; tokens hold none. */
function byLine(runs: readonly ModelRun[]): Line[] {
  const lines: ModelRun[][] = [[]];
  for (const one of runs) {
    const parts = 'text' in one ? one.text.split('\n').map((text): ModelRun => ({ ...one, text })) : [one];
    for (const [at, part] of parts.entries()) {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push(part);
    }
  }
  return lines.map((line) => lineOf(...line));
}
