import { formatDate, wallClock } from '#core/i18n';
import type { Language, Side } from '#core/kernel';
import type { Block, Fact, Line, ModelRun } from '#platform/documents';
import { recordHash, type RecordRow } from '#forum/records';
import { sideWord } from './session-head.js';
import { dateRun, lineOf, officeRuns, run, word, type Place } from './words.js';

/** When, where and by whom it was signed; who signs for which side stands in the order of the copy. */
export function signingFacts(record: RecordRow, lang: Language): Block[] {
  const { signing } = record;
  if (!signing) return [];
  const fact = (label: string, runs: readonly ModelRun[], side?: Side): Fact => ({
    label: lineOf(run(label, lang)),
    lines: [lineOf(...runs)],
    ...(side === undefined ? {} : { side }),
  });
  const place = { lang, host: record.session?.host ?? null, columns: [lang] } satisfies Place;
  return [
    {
      kind: 'facts',
      rows: [
        fact(word(lang, 'documents:record.signedOn'), [dateRun(signing.on, lang)]),
        ...(signing.place === null ? [] : [fact(word(lang, 'documents:fact.place'), [run(signing.place, lang)])]),
        ...(['kr', 'jp'] as const).flatMap((side) => {
          const post = signing[side];
          return post ? [fact(sideWord(side, lang), officeRuns(post, place), side)] : [];
        }),
      ],
    },
  ];
}

export function footLine(record: RecordRow, lang: Language): Line {
  const version =
    record.versionNumber === 0 ? [] : [word(lang, 'documents:version', { version: record.versionNumber })];
  const released = record.releasedAt === null ? [] : [formatDate(dayOf(record, record.releasedAt), lang)];
  return lineOf(run([...version, ...released, `SHA-256 ${recordHash(record)}`].join(' · '), lang));
}

/** The day of an instant at the venue; who does not know the session gets the day in both capitals. */
export const dayOf = (record: RecordRow, at: string): string =>
  wallClock(at, record.session?.zone ?? 'Asia/Seoul').date;
