import { LANGUAGES, type Language } from '#core/kernel';
import type { Fact } from './facts.js';

/** A name that is known in several languages; the first form of each is the one to offer. */
export interface KnownName {
  /** The same for the same body or term, e.g. `org.kr_msit`. */
  readonly id: string;
  readonly forms: Partial<Record<Language, readonly string[]>>;
}

/**
 * The known names a text in `lang` holds; the longest form wins, so `과학기술정보통신부` is not also read as a shorter one inside it. Latin
 * forms stand as whole words and count in every language.
 */
export function namesIn(text: string, lang: Language, names: readonly KnownName[]): Fact[] {
  const forms = names
    .flatMap((name) => formsOf(name, lang).map((form) => ({ id: name.id, form })))
    .sort((a, b) => b.form.length - a.form.length);
  const found: Fact[] = [];
  let rest = text;
  for (const { id, form } of forms) {
    // Most names are nowhere in a text: only those that are get a pattern.
    if (!rest.includes(form) || !patternOf(form).test(rest)) continue;
    found.push({ value: id, raw: form });
    rest = rest.replaceAll(patternOf(form), (match) => ' '.repeat(match.length));
  }
  return found;
}

/** The forms a text in this language may use: its own, and abbreviations in Latin letters such as `MSIT`. */
function formsOf(name: KnownName, lang: Language): string[] {
  const foreign = LANGUAGES.filter((other) => other !== lang).flatMap((other) => name.forms[other] ?? []);
  return [...(name.forms[lang] ?? []), ...foreign.filter((form) => /^[A-Z][A-Za-z0-9&-]{1,9}$/u.test(form))];
}

function patternOf(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
  const latin = /^[\p{Script=Latin}\d]/u.test(form);
  return new RegExp(latin ? `(?<![\\p{Script=Latin}\\d])${escaped}(?![\\p{Script=Latin}\\d])` : escaped, 'gu');
}
