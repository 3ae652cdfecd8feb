import { formatDateRange, formatPartialDate, formatSpan } from '#core/i18n';
import { readText, type Language, type Viewer } from '#core/kernel';
import type { Block, Line, ModelRun } from '#platform/documents';
import { sessionTitle } from '#forum/sessions';
import type { PrintOrder, SessionHead } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { copyRun, inOrderOf, lineOf, run, textRuns, word } from './words.js';

/** The session's title, named and counted as the side of each copy does (domain.md 1.1). */
export function titleRun(session: SessionHead, lang: Language): ModelRun {
  const titleFor = (copy: Viewer): string => {
    const side = copy === 'neutral' ? null : copy;
    const view = readText(sessionTitle({ ...session, channelName: session.names[copy] }, side), lang);
    return inOrderOf(copy, view.text, view.lang, session.host);
  };
  return copyRun('TITLE', readText(session.names.neutral, lang).lang, titleFor);
}

/** The head of a document: its title and the session's facts, in one language or in parallel columns. */
export function headBlocks(
  session: SessionHead,
  { languages }: PrintOrder,
  name: (lang: Language) => Line,
  facts: (lang: Language) => readonly { readonly label: Line; readonly lines: readonly Line[] }[] = () => [],
): Block[] {
  const head = (lang: Language): Block[] => [
    { kind: 'title', lines: [lineOf(titleRun(session, lang)), name(lang)] },
    { kind: 'facts', rows: [...sessionFacts(session, lang), ...facts(lang)] },
  ];
  const columns = inColumns(languages);
  const [only] = columns;
  if (only !== undefined && columns.length === 1) return head(only);
  return [
    {
      kind: 'parallel',
      columns: columns.map((lang) => ({ side: sideOfLanguage(lang) ?? null, blocks: head(lang) })),
    },
  ];
}

function sessionFacts(session: SessionHead, lang: Language): { label: Line; lines: Line[] }[] {
  const fact = (key: string, ...runs: ModelRun[]) => ({
    label: lineOf(run(word(lang, `documents:fact.${key}`), lang)),
    lines: [lineOf(...runs)],
  });
  return [
    fact('when', run(whenOf(session, lang), lang)),
    ...(session.place ? [fact('place', ...textRuns(session.place, { lang, host: session.host, columns: [] }))] : []),
    ...(session.host ? [fact('host', run(sideWord(session.host, lang), lang))] : []),
  ];
}

export const sideWord = (side: 'kr' | 'jp', lang: Language): string => word(lang, `common:sides.${side}Side`);

function whenOf(session: SessionHead, lang: Language): string {
  const { startsAt, endsAt, zone, startDate, endDate, datePrecision, dateValue } = session;
  if (startsAt !== null && endsAt !== null) return formatSpan(startsAt, endsAt, zone, lang);
  if (datePrecision === 'day') return formatDateRange(startDate, endDate, lang);
  return formatPartialDate({ value: dateValue, precision: datePrecision }, lang);
}
