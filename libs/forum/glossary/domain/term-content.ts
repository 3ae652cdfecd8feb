import { historicText, LANGUAGES, type DomainError, type Language, type LocalizedText } from '#core/kernel';
import { foldForm, foldForSearch } from './fold.js';
import { glossaryErrors } from './glossary.errors.js';
import type { TermContent, TermForms, TermRow, TermWords } from './glossary.types.js';

/** Code of a term: its area, a point, a name, as in the installation's list. */
const CODE = /^[a-z][a-z0-9_]{1,19}\.[a-z0-9][a-z0-9_]{0,59}$/u;
export const isCode = (code: string): boolean => CODE.test(code);
export const isArea = (area: string): boolean => /^[a-z][a-z0-9_]{1,19}$/u.test(area);

/** A code made of the English term; the caller makes it unique. */
export function codeOf(area: string, english: string): string {
  const name = english
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '')
    .slice(0, 40);
  return `${area}.${name === '' ? 'term' : name}`;
}

/** The fault of one form that is named twice, or is agreed and to be avoided at once. */
export function formFault(words: TermWords): DomainError | null {
  for (const lang of LANGUAGES) {
    const { term, also, avoid } = words[lang];
    const seen = new Set<string>();
    for (const form of [term, ...also, ...avoid]) {
      // A sign and what it stands for (㎒, MHz) fold to one; they are two forms.
      const key = form.length === 1 ? form : foldForm(form, lang);
      if (seen.has(key)) return glossaryErrors.formTwice({ form, lang });
      seen.add(key);
    }
  }
  return null;
}

/** @throws glossary.formTwice */
export function assertForms(words: TermWords): void {
  const fault = formFault(words);
  if (fault) throw fault;
}

/** The terms as one text in three languages; none of them is a translation of another, the first one is only where it begins. */
export const wordsAsText = (words: TermWords): LocalizedText =>
  historicText({ ko: words.ko.term, ja: words.ja.term, en: words.en.term }, 'ko');

/** A remark in the languages it was written in, the English one first. */
export function noteOf(texts: { readonly [L in Language]?: string | undefined }): LocalizedText | null {
  return LANGUAGES.some((lang) => texts[lang]) ? historicText(texts, 'en') : null;
}

/** Only what both keys stand on: rows carry more. */
export function contentOf({ code, words, note, binding }: TermContent): TermContent {
  const forms = ({ term, also, avoid }: TermForms): TermForms => ({ term, also, avoid });
  return { code, words: { ko: forms(words.ko), ja: forms(words.ja), en: forms(words.en) }, note, binding };
}

/** Everything a search for a term may name it by. */
export function foldedOf({ code, words, note }: TermContent): string {
  const forms = LANGUAGES.flatMap((lang) => [words[lang].term, ...words[lang].also, ...words[lang].avoid]);
  const notes = LANGUAGES.flatMap((lang) => note?.[lang]?.text ?? []);
  return [code, ...forms, ...notes].map(foldForSearch).join('\n');
}

export type ChangedPart = Language | 'note' | 'binding';

/** What differs between two contents of one term. */
export function changedParts(before: TermContent | TermRow, after: TermContent): ChangedPart[] {
  const [a, b] = [contentOf(before), contentOf(after)];
  const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
  const noteTexts = (note: LocalizedText | null) => LANGUAGES.map((lang) => note?.[lang]?.text ?? '');
  return [
    ...LANGUAGES.filter((lang) => differs(a.words[lang], b.words[lang])),
    ...(differs(noteTexts(a.note), noteTexts(b.note)) ? (['note'] as const) : []),
    ...(a.binding === b.binding ? [] : (['binding'] as const)),
  ];
}
