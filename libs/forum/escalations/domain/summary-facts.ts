import { formatBand, formatFrequency, wallClock } from '#core/i18n';
import { readText, type Language, type LocalizedText, type Side, type Viewer } from '#core/kernel';
import type { Fact, Line, ModelRun } from '#platform/documents';
import {
  copyRun,
  dateRun,
  inOrderOf,
  lineOf,
  run,
  sideWord,
  textRuns,
  titleRun,
  word,
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

/** Where a text of the summary is printed. */
export const placeOf = ({ session }: SummaryToPrint, lang: Language, columns: readonly Language[]) => ({
  lang,
  host: session?.host ?? null,
  columns,
});

/** What stands at its head: the matter, its bands, its way, the session, and who raised it when. */
export function summaryFacts(print: SummaryToPrint, lang: Language, columns: readonly Language[]): Fact[] {
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
