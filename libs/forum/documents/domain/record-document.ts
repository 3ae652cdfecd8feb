import type { Language } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Line, ModelRun, Row } from '#platform/documents';
import { awaitsConfirmation, type RecordParagraph, type RecordRow } from '#forum/records';
import { copyLine, endMarks, marksOf } from './document-frame.js';
import type { PrintOrder } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { dayOf, footLine, signingFacts } from './record-signing.js';
import { inAll, lineOf, run, textRuns, word, type Place } from './words.js';

/** States in which the words are closed; before, the title says that it is a draft. */
const CLOSED: readonly RecordRow['state'][] = ['final', 'signed', 'adopted', 'released', 'archived'];

/**
 * A text as one side's original: both copies come from the same words, and differ where a token of the alternat stands or the columns
 * take the copy's order, and nowhere else (domain.md 3.7, 8 case 2).
 */
export function recordDocument(record: RecordRow, order: PrintOrder): DocumentModel {
  const columns = inColumns(order.languages);
  const lang = columns[0] ?? 'en';
  const only = columns.length === 1 ? columns[0] : undefined;
  const open = record.audience === 'public';
  return {
    lang,
    title: titleLine(record, lang, columns),
    date: `${dayOf(record, record.now)}T00:00:00Z`,
    paper: columns.length > 2 ? 'landscape' : 'portrait',
    copyLine: copyLine(columns),
    marks: [
      ...marksOf({ open, illustrative: record.illustrative, order }, columns),
      ...(awaitsConfirmation(record) ? [inWords(columns, 'documents:record.adReferendum')] : []),
    ],
    foot: [footLine(record, lang)],
    blocks: [
      ...headBlocks(record, columns),
      ...(only === undefined
        ? [parallelText(record, columns)]
        : record.paragraphs.flatMap((one) => block(one, only, record))),
      ...signingFacts(record, lang),
      ...endMarks(columns),
    ],
  };
}

const placeOf = (record: RecordRow, lang: Language, columns: readonly Language[]): Place => ({
  lang,
  host: record.session?.host ?? null,
  columns,
});

function titleLine(record: RecordRow, lang: Language, columns: readonly Language[]): Line {
  const draft = CLOSED.includes(record.state) ? [] : [run(word(lang, 'documents:record.draft'), lang)];
  return lineOf(...textRuns(record.title, placeOf(record, lang, columns)), ...draft);
}

function headBlocks(record: RecordRow, columns: readonly Language[]): Block[] {
  const head = (lang: Language): Block => ({
    kind: 'title',
    lines: [
      titleLine(record, lang, columns),
      ...(record.corrigendumOfId === null ? [] : [corrigendumLine(record, lang)]),
    ],
  });
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return [head(only)];
  return [
    {
      kind: 'parallel',
      columns: columns.map((lang) => ({ side: sideOfLanguage(lang) ?? null, blocks: [head(lang)] })),
    },
  ];
}

const corrigendumLine = ({ corrigendumNumber }: RecordRow, lang: Language): Line =>
  lineOf(
    run(
      corrigendumNumber === null
        ? word(lang, 'documents:record.corrigendumDraft')
        : word(lang, 'documents:record.corrigendum', { n: corrigendumNumber }),
      lang,
    ),
  );

const inWords = (columns: readonly Language[], key: string): Line =>
  lineOf(...inAll(columns, (lang) => run(word(lang, key), lang, { strong: true })));

/** One row for each paragraph, one column for each language, so that the languages can be laid side by side. */
function parallelText(record: RecordRow, columns: readonly Language[]): Block {
  return {
    kind: 'table',
    columns: columns.map((lang): Column => ({ width: { share: 1 }, side: sideOfLanguage(lang) })),
    head: columns.map((lang): Cell => ({
      lines: [lineOf(run(word(lang, 'documents:record.language'), lang, { strong: true }))],
    })),
    rows: record.paragraphs.map((paragraph): Row => ({
      kind: 'plain',
      cells: columns.map((lang): Cell => ({ lines: linesOf(paragraph, lang, record, columns) })),
    })),
  };
}

function block(paragraph: RecordParagraph, lang: Language, record: RecordRow): Block[] {
  const lines = linesOf(paragraph, lang, record, [lang]);
  if (paragraph.kind !== 'heading') return [{ kind: 'text', align: 'start', lines }];
  return lines.map((line) => ({ kind: 'heading', line }));
}

function linesOf(
  { kind, text }: RecordParagraph,
  lang: Language,
  record: RecordRow,
  columns: readonly Language[],
): Line[] {
  const looks = kind === 'heading' ? { strong: true } : {};
  return byLine(textRuns(text, placeOf(record, lang, columns), looks));
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
