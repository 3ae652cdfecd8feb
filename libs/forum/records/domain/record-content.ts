import { commonErrors, LANGUAGES, textGaps, type FieldFault, type Language, type LocalizedText } from '#core/kernel';
import { agendaErrors } from '#forum/agenda';
import { contentHash } from '#forum/two-key';
import { readableBrackets, type BracketOwner } from './brackets.js';
import { isUnilateral, type ParagraphKind, type RecordKind, type RecordRow } from './record.types.js';
import { recordsErrors } from './records.errors.js';

export type Words = Partial<Record<Language, string>>;

/** What both keys, both clearances and every signature stand on: all words in all languages, in their order. */
export interface RecordContent {
  readonly kind: RecordKind;
  readonly title: Words;
  readonly forSignature: boolean;
  readonly adReferendum: boolean;
  readonly authenticLanguages: readonly Language[];
  readonly prevailingLanguage: Language | null;
  readonly annexOf: string | null;
  readonly corrigendumOf: string | null;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly kind: ParagraphKind;
    readonly agendaItemId: string | null;
    readonly corrects: string | null;
    readonly text: Words;
  }[];
}

export function recordContent(record: RecordRow): RecordContent {
  return {
    kind: record.kind,
    title: wordsOf(record.title),
    forSignature: record.forSignature,
    adReferendum: record.adReferendum,
    authenticLanguages: LANGUAGES.filter((lang) => record.authenticLanguages.includes(lang)),
    prevailingLanguage: record.prevailingLanguage,
    annexOf: record.annexOfId,
    corrigendumOf: record.corrigendumOfId,
    paragraphs: record.paragraphs.map((paragraph) => ({
      id: paragraph.id,
      kind: paragraph.kind,
      agendaItemId: paragraph.agendaItemId,
      corrects: paragraph.correctsId,
      text: wordsOf(paragraph.text),
    })),
  };
}

/** SHA-256 of the content, 64 hex digits. */
export const recordHash = (record: RecordRow): string => contentHash(recordContent(record));

/** A text that is no text to be agreed on yet. */
export interface RecordGap {
  /** Null for the title. */
  readonly paragraphId: string | null;
  readonly lang: Language;
  readonly gap: 'missing' | 'stale' | 'machine' | 'draft';
}

/** Words that stand in brackets. */
export interface OpenBracket {
  /** Null for the title. */
  readonly paragraphId: string | null;
  readonly lang: Language;
  readonly by: BracketOwner;
  readonly words: string;
}

type Part = { readonly paragraphId: string | null; readonly path: string; readonly text: LocalizedText };

const partsOf = (record: Pick<RecordRow, 'title' | 'paragraphs'>): Part[] => [
  { paragraphId: null, path: 'title', text: record.title },
  ...record.paragraphs.map(({ id, text }, at) => ({ paragraphId: id, path: `paragraphs.${String(at)}.text`, text })),
];

/** What is missing, stale, a machine's or unchecked; a release of one side need not be in every language. */
export function gapsOf(record: Pick<RecordRow, 'kind' | 'title' | 'paragraphs'>): RecordGap[] {
  return partsOf(record).flatMap(({ paragraphId, text }) =>
    textGaps(text)
      .filter(({ gap }) => gap !== 'missing' || !isUnilateral(record))
      .map(({ lang, gap }) => ({ paragraphId, lang, gap })),
  );
}

/** Every bracket that is still open, in the order of the text, language by language. */
export function openBracketsOf(record: Pick<RecordRow, 'title' | 'paragraphs'>): OpenBracket[] {
  return partsOf(record).flatMap(({ paragraphId, text }) =>
    LANGUAGES.flatMap((lang) =>
      readableBrackets(text[lang]?.text ?? '').map(({ by, words }) => ({ paragraphId, lang, by, words })),
    ),
  );
}

const codeOfGap: Readonly<Record<RecordGap['gap'], string>> = {
  missing: commonErrors.textMissing.code,
  stale: agendaErrors.textStale.code,
  machine: agendaErrors.textUnchecked.code,
  draft: agendaErrors.textUnchecked.code,
};

/** The refusal of a key, with every open bracket and gap under its path (`paragraphs.2.text.ja`); null when nothing is open. */
export function openFault(record: RecordRow): ReturnType<typeof recordsErrors.notFinal> | null {
  const paths = new Map(partsOf(record).map(({ paragraphId, path }) => [paragraphId, path]));
  const at = (paragraphId: string | null, lang: Language): string => `${paths.get(paragraphId) ?? ''}.${lang}`;
  const gaps = gapsOf(record).map(({ paragraphId, lang, gap }): FieldFault => ({
    path: at(paragraphId, lang),
    code: codeOfGap[gap],
    params: { lang },
  }));
  const brackets = openBracketsOf(record).map(({ paragraphId, lang }): FieldFault => ({
    path: at(paragraphId, lang),
    code: recordsErrors.bracketOpen.code,
    params: { lang },
  }));
  if (gaps.length + brackets.length === 0) return null;
  return recordsErrors.notFinal({ brackets: brackets.length, texts: gaps.length }, [...brackets, ...gaps]);
}

/** How many texts came from a machine and were not seen by a person (domain.md 7: never exchanged). */
export const machineTexts = (record: Pick<RecordRow, 'title' | 'paragraphs'>): number =>
  partsOf(record)
    .flatMap(({ text }) => LANGUAGES.map((lang) => text[lang]))
    .filter((text) => text?.status === 'machine').length;

const KNOWN = ['PAIR', 'PARTY1', 'PARTY2', 'SIGN1', 'SIGN2'];

/** The first token that is none of the alternat's, e.g. `{PAIRS}`; such a text would print its braces (domain.md 3.7). */
export const unknownToken = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name).find((name) => !KNOWN.includes(name));

function wordsOf(text: LocalizedText): Words {
  const words: Words = {};
  for (const lang of LANGUAGES) {
    const translation = text[lang];
    if (translation) words[lang] = translation.text;
  }
  return words;
}
