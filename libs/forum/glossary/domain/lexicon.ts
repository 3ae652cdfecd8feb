import { LANGUAGES, pair, SIDES, type Language } from '#core/kernel';
import { areaOf, INTERFACE_AREAS, type TermRow } from './glossary.types.js';
import { fold, foldForm } from './fold.js';

/** One form of a term as it is looked for. */
export interface Form {
  /** Folded. */
  readonly text: string;
  readonly written: string;
  readonly term: LexiconTerm;
  readonly kind: 'agreed' | 'avoid';
  /** An abbreviation: only capitals are it. */
  readonly capitals: boolean;
}

export type LexiconTerm = Pick<TermRow, 'id' | 'code' | 'words' | 'binding'>;

/** What texts of one language are searched for, by the first letter of the form, longest first. */
export type FormIndex = ReadonlyMap<string, readonly Form[]>;

/** All agreed terms made ready for one pass over a text. */
export interface Lexicon {
  readonly index: Readonly<Record<Language, FormIndex>>;
  readonly terms: readonly LexiconTerm[];
}

/** Marks of a pattern, not of a word: 제○차, {n} days, ~계기. */
const PATTERN = /[○{}~〜]/u;
/** The names of both countries together: the alternat prints them, no term does. */
const PAIRS = new Set(SIDES.flatMap((side) => LANGUAGES.map((lang) => foldForm(pair(side, lang), lang))));

export function compileLexicon(terms: readonly LexiconTerm[]): Lexicon {
  const indexOf = (lang: Language): FormIndex => {
    const index = new Map<string, Form[]>();
    for (const form of terms.flatMap((term) => formsOfTerm(term, lang))) {
      const first = form.text[0] ?? '';
      const known = index.get(first);
      if (known) known.push(form);
      else index.set(first, [form]);
    }
    // Of forms of one length what is agreed comes before what is to be avoided.
    for (const forms of index.values())
      forms.sort((a, b) => b.text.length - a.text.length || Number(a.kind === 'avoid') - Number(b.kind === 'avoid'));
    return index;
  };
  return { index: { ko: indexOf('ko'), ja: indexOf('ja'), en: indexOf('en') }, terms };
}

function formsOfTerm(term: LexiconTerm, lang: Language): Form[] {
  const { also, avoid, term: agreed } = term.words[lang];
  const spoken = !INTERFACE_AREAS.includes(areaOf(term.code));
  const right = spoken ? [agreed, ...also].flatMap((form) => bothOrders(form, lang)) : [];
  const make =
    (kind: Form['kind']) =>
    (written: string): Form => {
      const { text, capitals } = fold(written, lang);
      return { text: text.trim(), written, term, kind, capitals: isAbbreviation(text, capitals) };
    };
  const all = [...right.map(make('agreed')), ...avoid.map(make('avoid'))];
  return all.filter((form) => isSearchable(form, lang));
}

/** A form both sides write with their own country first, in either order (domain.md 3.7). */
export function bothOrders(form: string, lang: Language): string[] {
  const [kr, jp] = [pair('kr', lang), pair('jp', lang)];
  if (form.includes(kr)) return [form, form.replace(kr, jp)];
  return form.includes(jp) ? [form, form.replace(jp, kr)] : [form];
}

function isSearchable({ text, written, kind, term }: Form, lang: Language): boolean {
  // A sign such as ㎒ folds to what is right; it is looked for as it is written (`signs`).
  if (text === '' || PATTERN.test(written) || PAIRS.has(text) || isSign(written)) return false;
  if (lang !== 'en') return text.length > 1;
  // A single plain English word (Open, Round, Host) means too much to be known by.
  return kind === 'avoid' || text.includes(' ') || /^\P{Ll}+$/u.test(written) || term.binding;
}

/** A single character that stands for several letters. */
export const isSign = (written: string): boolean => Array.from(written).length === 1 && /[㎀-㏟]/u.test(written);

function isAbbreviation(text: string, capitals: readonly boolean[]): boolean {
  const letters = [...text].flatMap((letter, at) => (/\p{Script=Latin}/u.test(letter) ? [capitals[at] === true] : []));
  return letters.length > 1 && letters.length === text.replace(/[^\p{L}]/gu, '').length && letters.every(Boolean);
}
