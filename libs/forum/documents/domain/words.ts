import { createTranslator, formatDate, type MessageParams } from '#core/i18n';
import {
  pair,
  readText,
  renderTokens,
  SIDES,
  type Language,
  type LocalizedText,
  type PairForm,
  type Side,
  type Viewer,
} from '#core/kernel';
import type { Line, ModelRun, TextRun } from '#platform/documents';
import { documentCopies } from './documents.types.js';
import { sideOfLanguage } from './languages.js';

type Looks = Pick<TextRun, 'strong' | 'tone' | 'whole' | 'side'>;

export const run = (text: string, lang: Language, looks: Looks = {}): TextRun => ({
  text,
  lang,
  ...looks,
});

export const lineOf = (...runs: readonly ModelRun[]): Line => ({ runs });

/** Words by language, key and values: a table asks for the same ones in every row. */
const knownWords = new Map<string, string>();
const KEPT_WORDS = 1000;

/** A word of the catalogue in a language. */
export function word(lang: Language, key: string, params?: MessageParams): string {
  const asked = params ? `${lang} ${key} ${JSON.stringify(params)}` : `${lang} ${key}`;
  const known = knownWords.get(asked);
  if (known !== undefined) return known;
  if (knownWords.size >= KEPT_WORDS) knownWords.clear();
  const found = createTranslator(lang).t(key, params);
  knownWords.set(asked, found);
  return found;
}

/** The same in several languages with a stroke between, those of the sides in the copy's order. */
export const inAll = (columns: readonly Language[], one: (lang: Language) => ModelRun): ModelRun[] =>
  columns.flatMap((lang, at) => [
    ...(at === 0 ? [] : [run(' / ', columns[0] ?? 'en')]),
    { ...one(lang), side: sideOfLanguage(lang) },
  ]);

/** A word of the catalogue with a date in it, on one line. */
export const dated = (lang: Language, key: string, isoDate: string, looks: Pick<TextRun, 'tone'> = {}): TextRun =>
  run(word(lang, key, { date: formatDate(isoDate, lang) }), lang, { ...looks, whole: lang !== 'en' });

/** English dates are long, and may break. */
export const dateRun = (isoDate: string, lang: Language, looks: Pick<TextRun, 'tone'> = {}): TextRun =>
  run(formatDate(isoDate, lang), lang, { ...looks, whole: lang !== 'en' });

const BRACES = /(\{[A-Z]+\d?\})/gu;

/** Where a text is printed: in which language, who is host, and which languages stand beside it. */
export interface Place {
  readonly lang: Language;
  readonly host: Side | null;
  readonly columns: readonly Language[];
}

/**
 * A text of the database in one language. Its tokens of the alternat stay tokens. A text in another language, of an older source or
 * made by a machine says so (design.md 2.4: never silently); where the other language stands beside it, it is not printed twice.
 */
export function textRuns(text: LocalizedText, place: Place, looks: Pick<TextRun, 'strong'> = {}): ModelRun[] {
  const { lang, host, columns } = place;
  const { text: words, lang: real, status, stale } = readText(text, lang);
  const mark = (key: string, before = ''): ModelRun =>
    run(`${before}${word(lang, `documents:remark.${key}`)}`, lang, { tone: 'mark' });
  if (real !== lang && columns.includes(real)) return [mark('missing')];
  const runs = words.split(BRACES).flatMap((part) => (part === '' ? [] : [tokenOrText(part, real, host, looks)]));
  if (real !== lang) return [...runs, mark(`in.${real}`, ' ')];
  if (stale) return [...runs, mark('stale', ' ')];
  return status === 'machine' ? [...runs, mark('machine', ' ')] : runs;
}

/** A post and its body, in the order of each language (domain.md 6). */
export function officeRuns(
  office: { readonly title: LocalizedText; readonly body: LocalizedText },
  place: Place,
): ModelRun[] {
  const [title, body] = [textRuns(office.title, place), textRuns(office.body, place)];
  return place.lang === 'en' ? [...title, run(', ', 'en'), ...body] : [...body, run(' ', place.lang), ...title];
}

function tokenOrText(part: string, lang: Language, host: Side | null, looks: Pick<TextRun, 'strong'>): ModelRun {
  const values = byCopy((copy) => renderTokens(part, { copy, lang, host: host ?? undefined }));
  if (values.neutral === part) return run(part, lang, looks);
  return { token: part.slice(1, -1), values, lang, ...looks };
}

const byCopy = (value: (copy: Viewer) => string): { [V in Viewer]: string } => ({
  neutral: value('neutral'),
  kr: value('kr'),
  jp: value('jp'),
});

/** Words that each copy has in its own way; words that are the same in all are no token. */
export function copyRun(
  token: string,
  lang: Language,
  value: (copy: Viewer) => string,
  looks: Pick<TextRun, 'strong' | 'tone'> = {},
): ModelRun {
  const values = byCopy(value);
  const same = documentCopies.every((copy) => values[copy] === values.neutral);
  return same ? run(values.neutral, lang, looks) : { token, values, lang, ...looks };
}

/**
 * A name of a channel with its pair of countries in the order of a copy; neutral English prints both orders (domain.md 3.7, 8 case 2).
 * Three countries in a row are no pair.
 */
export function inOrderOf(copy: Viewer, name: string, lang: Language, host: Side | null): string {
  const forms: readonly PairForm[] = ['formal', 'short'];
  for (const form of forms) {
    const known = SIDES.map((side) => pair(side, lang, { form }));
    const found = new RegExp(`(?<![·–中])(?:${known.join('|')})(?![·–中])`, 'gu');
    if (found.test(name)) return name.replace(found, () => pair(copy, lang, { form, host: host ?? undefined }));
  }
  return name;
}

/** What stands between two parts of a line. */
export const comma = (lang: Language): string => (lang === 'ja' ? '、' : ', ');
