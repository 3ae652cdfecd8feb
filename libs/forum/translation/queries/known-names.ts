import { LANGUAGES, type Language } from '#core/kernel';
import type { Reader } from '#platform/database';
import { areaOf, readLexicon, type LexiconTerm } from '#forum/glossary';
import type { KnownName } from '../domain/name-facts.js';

/** Bodies and their offices: what a text names in one language it has to name in the others. Other terms are the glossary's own matter. */
const NAMED_AREAS: readonly string[] = ['org'];

/** The names that the agreed glossary knows in several languages. */
export async function knownNames(reader: Reader): Promise<readonly KnownName[]> {
  const { terms } = await readLexicon(reader);
  return terms.filter((term) => NAMED_AREAS.includes(areaOf(term.code))).map(asName);
}

function asName({ code, words }: LexiconTerm): KnownName {
  const forms: Partial<Record<Language, readonly string[]>> = {};
  for (const lang of LANGUAGES) {
    const { term, also, avoid } = words[lang];
    // A form to avoid still names the body; the glossary warns of the form.
    forms[lang] = [term, ...also, ...avoid].filter((form) => form !== '');
  }
  return { id: code, forms };
}
