import { formatBand, formatFrequency, wallClock } from '#core/i18n';
import { readText, type Language, type LocalizedText, type Side, type Viewer } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Fact, Line, ModelRun } from '#platform/documents';
import {
  copyLine,
  copyRun,
  dateRun,
  endMarks,
  inColumns,
  inOrderOf,
  lineOf,
  marksOf,
  run,
  sideOfLanguage,
  sideWord,
  textRuns,
  titleRun,
  word,
  type PrintOrder,
  type SessionHead,
} from '#forum/documents';
import type { BandRow } from '#forum/radio';
import type { EscalationRow } from './escalation.types.js';

/** A channel by the name each side has for it (domain.md 1.1). */
export type ChannelNames = { readonly [V in Viewer]: LocalizedText };

export interface SummaryToPrint {
  readonly rise: EscalationRow;
  /** As its owner has it; null when the reader sees none. */
  readonly matter: LocalizedText | null;
  /** Of a case of the register. */
  readonly bands: readonly BandRow[];
  readonly from: ChannelNames | null;
  readonly to: ChannelNames | null;
  readonly session: SessionHead | null;
  /** SHA-256 of the words. */
  readonly hash: string;
  /** The day of printing, `YYYY-MM-DD`. */
  readonly today: string;
}

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

const placeOf = ({ session }: SummaryToPrint, lang: Language, columns: readonly Language[]) => ({
  lang,
  host: session?.host ?? null,
  columns,
});

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
    { kind: 'facts', rows: facts(print, lang, columns) },
  ];
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return one(only);
  return [
    { kind: 'parallel', columns: columns.map((lang) => ({ side: sideOfLanguage(lang) ?? null, blocks: one(lang) })) },
  ];
}

function facts(print: SummaryToPrint, lang: Language, columns: readonly Language[]): Fact[] {
  const { rise, matter, session } = print;
  const host = session?.host ?? null;
  const level = (key: string): ModelRun => run(` (${word(lang, `escalations:print.level.${key}`)})`, lang);
  const channel = (names: ChannelNames): ModelRun =>
    copyRun('CHANNEL', readText(names.neutral, lang).lang, (copy) => nameFor(names, copy, lang, host));
  const itu = word(lang, 'escalations:print.itu', { articles: rise.ituArticles.join(', ') });
  const rows: (readonly [string, Line] | null)[] = [
    ['about', matter ? lineOf(...textRuns(matter, placeOf(print, lang, columns))) : lineOf(run('–', lang))],
    print.bands.length > 0
      ? ['bands', lineOf(run(print.bands.map((band) => bandWords(band, lang)).join(' · '), lang))]
      : null,
    [
      'way',
      lineOf(
        ...(print.from ? [channel(print.from)] : []),
        level(rise.fromLevel),
        run(' → ', lang),
        ...(print.to ? [channel(print.to), level(rise.toLevel)] : [run(itu, lang)]),
      ),
    ],
    print.to
      ? [
          'session',
          session
            ? lineOf(titleRun(session, lang), run(' ', lang), dateRun(session.startDate, lang))
            : lineOf(run(word(lang, 'escalations:print.noSession'), lang)),
        ]
      : null,
    [
      'raisedBy',
      lineOf(
        run(sideWord(rise.side, lang), lang),
        ...(rise.raisedAt ? [run(' ', lang), dateRun(dayAt(rise.raisedAt, rise.side), lang)] : []),
      ),
    ],
  ];
  return rows.flatMap((row) =>
    row ? [{ label: lineOf(run(word(lang, `escalations:print.${row[0]}`), lang)), lines: [row[1]] }] : [],
  );
}

const nameFor = (names: ChannelNames, copy: Viewer, lang: Language, host: Side | null): string => {
  const view = readText(names[copy], lang);
  return inOrderOf(copy, view.text, view.lang, host);
};

const dayAt = (instant: string, side: Side): string =>
  wallClock(instant, side === 'jp' ? 'Asia/Tokyo' : 'Asia/Seoul').date;

function bandWords({ lowHz, highHz, nominalHz, label }: BandRow, lang: Language): string {
  if (lowHz !== null && highHz !== null) return formatBand(Number(lowHz), Number(highHz), lang);
  return nominalHz === null ? (label ?? '') : formatFrequency(Number(nominalHz), lang);
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
