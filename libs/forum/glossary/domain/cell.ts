import { LANGUAGES, type Language } from '#core/kernel';
import type { TermForms } from './glossary.types.js';

/** What stands in brackets behind a term and is a remark on it, not another form. */
const REMARK = /[:：]|^(?:가칭|仮称|과장급|課長級|차관급|次官級|일본|열람 전용|閲覧のみ|殿・様)$/u;
const ABBREVIATION = /^[A-Z][A-Z0-9.-]+$/u;

/**
 * A cell of the five-column list: `간섭(혼신)` is a term and another form of it, `Minutes / Record` as well. In English brackets hold an
 * abbreviation or a remark, and a remark is no form.
 */
export function readCell(cell: string, lang: Language): Pick<TermForms, 'term' | 'also'> {
  const [, outer = cell, inner] = /^(.+?)\s?\(([^()]+)\)$/u.exec(cell) ?? [];
  const split = lang === 'en' ? outer.split(' / ') : [outer];
  const [term = cell, ...others] = split.map((form) => form.trim());
  return { term, also: [...others, ...inBrackets(inner, lang)].filter((form) => form !== '' && form !== term) };
}

function inBrackets(inner: string | undefined, lang: Language): string[] {
  if (inner === undefined || REMARK.test(inner)) return [];
  const parts = inner.split(lang === 'en' ? ', ' : /[·・]/u).map((part) => part.trim());
  if (lang === 'en') return parts.every((part) => ABBREVIATION.test(part)) ? parts : [];
  return parts;
}

const PARTS = /[()·・、/]|, /u;
const partsOf = (text: string): string[] =>
  text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * Whether a plain cell says what is stored, in whichever order: then it changes nothing. What stands in brackets may be a form or a
 * remark, so brackets alone neither add nor take a form away; a cell of one form names the agreed one.
 */
export function saysStored(cell: string, lang: Language, stored: TermForms): boolean {
  const { term } = readCell(cell, lang);
  if (term === stored.term) return true;
  const parts = partsOf(cell);
  if (parts.length < 2) return false;
  const known = [stored.term, ...stored.also];
  return known.includes(term) || parts.every((part) => known.flatMap(partsOf).includes(part));
}

/** One value for each language. */
export function perLanguage<Value>(make: (lang: Language) => Value): Record<Language, Value> {
  const [ko, ja, en] = LANGUAGES;
  return { [ko]: make(ko), [ja]: make(ja), [en]: make(en) };
}
