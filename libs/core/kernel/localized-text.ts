import { commonErrors } from './common-errors.js';
import { isLanguage, LANGUAGES, type Language } from './vocabulary.js';

/** How far a text may be trusted; `missing` is the absence of the language. */
export type TranslationStatus = 'draft' | 'machine' | 'checked' | 'authentic';

/** One language of a text; `of` is the revision of the source that it says. */
export interface Translation {
  readonly text: string;
  readonly of: number;
  readonly status: TranslationStatus;
}

/** One value in one jsonb column (design.md 2.4). The source language is always present; `of < revision` means stale. */
export interface LocalizedText {
  readonly source: Language;
  readonly revision: number;
  readonly ko?: Translation;
  readonly ja?: Translation;
  readonly en?: Translation;
}

/**
 * What a reader sees. `lang` is the real language of `text`. When the asked language is missing the text is a fallback:
 * `lang` differs from the asked one, `status` is `missing` and `of` is 0.
 */
export interface TextView {
  readonly text: string;
  readonly lang: Language;
  readonly status: TranslationStatus | 'missing';
  readonly stale: boolean;
  readonly of: number;
  readonly revision: number;
}

export interface TextGap {
  readonly lang: Language;
  readonly gap: 'missing' | 'stale' | 'machine' | 'draft';
}

const FALLBACKS: readonly Language[] = ['en', 'ko', 'ja'];

/** A text as its author wrote it, revision 1. Throws common.required for an empty text. */
export function newText(source: Language, text: string, status: TranslationStatus = 'authentic'): LocalizedText {
  return { source, revision: 1, [source]: translation(text, 1, status) };
}

/**
 * Writes one language. In the source language it raises the revision, which makes the others stale; in another language it is a
 * draft of the present revision. The same text again changes nothing.
 */
export function editText(t: LocalizedText, lang: Language, text: string): LocalizedText {
  if (lang !== t.source) return t[lang]?.text === text ? t : translateText(t, lang, text, 'draft');
  if (t[lang]?.text === text) return t;
  const revision = t.revision + 1;
  return { ...t, revision, [lang]: translation(text, revision, 'authentic') };
}

/**
 * Writes a translation of source revision `of` (the present one unless told). Throws common.isTheSource for the source language,
 * common.outOfRange for a revision that never was, common.required for an empty text.
 */
export function translateText(
  t: LocalizedText,
  lang: Language,
  text: string,
  status: TranslationStatus,
  of: number = t.revision,
): LocalizedText {
  if (lang === t.source) throw commonErrors.isTheSource({ lang });
  if (!Number.isInteger(of) || of < 1 || of > t.revision) throw commonErrors.outOfRange({ min: 1, max: t.revision });
  return { ...t, [lang]: translation(text, of, status) };
}

/** Says that the last change of the source needs no change in this language. Throws common.textMissing when there is no text. */
export function confirmNoChange(t: LocalizedText, lang: Language): LocalizedText {
  const present = t[lang];
  if (!present) throw commonErrors.textMissing({ lang });
  return { ...t, [lang]: { ...present, of: t.revision } };
}

/** True when the language is present and says an older revision of the source. */
export const isStale = (t: LocalizedText, lang: Language): boolean => (t[lang]?.of ?? t.revision) < t.revision;

/**
 * The text as the other side first sees it: counted from the start again, so that it tells nothing of how often the draft was changed.
 * What lagged behind its source still does.
 */
export function textAsShared(t: LocalizedText): LocalizedText {
  const revision = LANGUAGES.some((lang) => isStale(t, lang)) ? 2 : 1;
  return LANGUAGES.reduce<LocalizedText>(
    (all, lang) => {
      const words = t[lang];
      return words ? { ...all, [lang]: { ...words, of: isStale(t, lang) ? 1 : revision } } : all;
    },
    { source: t.source, revision },
  );
}

/** What stands between this text and an exchange: every language must be present, current and seen by a person. */
export function textGaps(t: LocalizedText): TextGap[] {
  return LANGUAGES.flatMap((lang) => {
    const gap = gapOf(t, lang);
    return gap ? [{ lang, gap }] : [];
  });
}

function gapOf(t: LocalizedText, lang: Language): TextGap['gap'] | null {
  const status = t[lang]?.status;
  if (!status) return 'missing';
  if (isStale(t, lang)) return 'stale';
  return status === 'machine' || status === 'draft' ? status : null;
}

/** The text for a reader: asked language, else source, English, Korean, Japanese, never silently (see TextView). */
export function readText(t: LocalizedText, lang: Language): TextView {
  const own = t[lang];
  if (own)
    return { text: own.text, lang, status: own.status, stale: isStale(t, lang), of: own.of, revision: t.revision };
  const real = [t.source, ...FALLBACKS].find((other) => t[other]) ?? t.source;
  return {
    text: t[real]?.text ?? '',
    lang: real,
    status: 'missing',
    stale: isStale(t, real),
    of: 0,
    revision: t.revision,
  };
}

/** All three languages as an editor needs them (`?texts=all`). */
export function readAllTexts(t: LocalizedText): Record<Language, TextView> {
  return { ko: readText(t, 'ko'), ja: readText(t, 'ja'), en: readText(t, 'en') };
}

/**
 * A text of the record: the source authentic, the others checked, all at revision 1. Falls back to the first language present when the
 * named source is empty. Throws common.required when all are.
 */
export function historicText(
  texts: { readonly [L in Language]?: string | null | undefined },
  source: Language,
): LocalizedText {
  const real = [source, ...FALLBACKS].find((lang) => texts[lang]) ?? source;
  return LANGUAGES.reduce<LocalizedText>(
    (t, lang) => {
      const text = texts[lang];
      return text && lang !== real ? translateText(t, lang, text, 'checked') : t;
    },
    newText(real, texts[real] ?? ''),
  );
}

/** For values read from jsonb or from a request: the shape and its invariant, not the quality of the texts. */
export function isLocalizedText(value: unknown): value is LocalizedText {
  if (typeof value !== 'object' || value === null) return false;
  const { source, revision, ...texts } = value as Record<string, unknown>;
  if (!isLanguage(source) || !isRevision(revision) || !(source in texts)) return false;
  return Object.entries(texts).every(([lang, text]) => isLanguage(lang) && isTranslation(text) && text.of <= revision);
}

function isTranslation(value: unknown): value is Translation {
  if (typeof value !== 'object' || value === null) return false;
  const { text, of, status } = value as Record<string, unknown>;
  const known = status === 'draft' || status === 'machine' || status === 'checked' || status === 'authentic';
  return known && typeof text === 'string' && text !== '' && isRevision(of);
}

const isRevision = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

function translation(text: string, of: number, status: TranslationStatus): Translation {
  if (text === '') throw commonErrors.required();
  return { text, of, status };
}
