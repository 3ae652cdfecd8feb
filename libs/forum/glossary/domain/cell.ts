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

/** Whether a plain cell says what is stored, in whichever order: then it changes nothing. */
export function sameForms(cell: Pick<TermForms, 'term' | 'also'>, stored: TermForms): boolean {
  const given = [cell.term, ...cell.also];
  return given.includes(stored.term) || [stored.term, ...stored.also].includes(cell.term)
    ? given.every((form) => form === stored.term || stored.also.includes(form))
    : false;
}

/** One value for each language. */
export function perLanguage<Value>(make: (lang: Language) => Value): Record<Language, Value> {
  const [ko, ja, en] = LANGUAGES;
  return { [ko]: make(ko), [ja]: make(ja), [en]: make(en) };
}
