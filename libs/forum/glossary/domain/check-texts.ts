import { LANGUAGES, type Language } from '#core/kernel';
import { findForms, type Found } from './find-forms.js';
import { findFalseFriends, type FalseFriend, type GivenTexts } from './find-false-friends.js';
import { findSigns } from './find-signs.js';
import { bothOrders, type Lexicon, type LexiconTerm } from './lexicon.js';
import { saysForm } from './says-form.js';

/** An agreed term that a text uses, with what the other languages call it. */
export interface TermHit {
  readonly term: LexiconTerm;
  readonly lang: Language;
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

/**
 * A text that departs from the glossary: it uses a form to avoid (`found`, `start`, `end`), or it lacks the agreed form of what the
 * source says (`found` null, `source` says where the source says it).
 */
export interface OffGlossary {
  readonly term: LexiconTerm;
  readonly lang: Language;
  readonly found: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** What to write instead. */
  readonly offer: string;
  readonly source: Omit<TermHit, 'term'> | null;
}

export interface GlossaryCheck {
  readonly hits: readonly TermHit[];
  readonly offGlossary: readonly OffGlossary[];
  readonly falseFriends: readonly FalseFriend[];
}

export interface CheckInput {
  readonly texts: GivenTexts;
  /** The language the other texts are translated from. Without it nothing can be missing from a text. */
  readonly source?: Language | undefined;
}

/** Reads texts that say one thing in several languages against the agreed terms. Pure, one pass over each text. */
export function checkTexts(lexicon: Lexicon, { texts, source }: CheckInput): GlossaryCheck {
  const written = LANGUAGES.filter((lang) => (texts[lang] ?? '').trim() !== '');
  const found = new Map(written.map((lang) => [lang, findForms(texts[lang] ?? '', lang, lexicon.index[lang])]));
  const hitsOf = (lang: Language): TermHit[] =>
    (found.get(lang) ?? []).filter(({ form }) => form.kind === 'agreed').map((one) => hitOf(one, lang, texts));
  const avoided = written.flatMap((lang) => [
    ...(found.get(lang) ?? []).filter(({ form }) => form.kind === 'avoid').map((one) => avoidedOf(one, lang, texts)),
    ...findSigns(texts[lang] ?? '', lang, lexicon).map((one) => ({
      ...one,
      lang,
      offer: one.found.normalize('NFKC'),
      source: null,
    })),
  ]);
  const missing =
    source === undefined
      ? []
      : written
          .filter((lang) => lang !== source)
          .flatMap((lang) => missingIn(lang, texts[lang] ?? '', hitsOf(source), lexicon));
  // What is named by the form to avoid is not missing as well.
  const open = missing.filter(({ term, lang }) => !avoided.some((one) => one.lang === lang && one.term.id === term.id));
  return {
    hits: written.flatMap(hitsOf),
    offGlossary: [...avoided, ...open],
    falseFriends: findFalseFriends(texts, source),
  };
}

function hitOf({ form, start, end }: Found, lang: Language, texts: GivenTexts): TermHit {
  return { term: form.term, lang, start, end, found: (texts[lang] ?? '').slice(start, end) };
}

function avoidedOf(one: Found, lang: Language, texts: GivenTexts): OffGlossary {
  return { ...hitOf(one, lang, texts), offer: one.form.term.words[lang].term, source: null };
}

/** Terms the source uses and the target says in no agreed form, once each. One word may be several terms: any of theirs will do. */
function missingIn(lang: Language, text: string, hits: readonly TermHit[], lexicon: Lexicon): OffGlossary[] {
  const seen = new Set<string>();
  return hits.flatMap(({ term, ...source }) => {
    if (!term.binding || isPlainWord(source) || seen.has(term.id)) return [];
    seen.add(term.id);
    const namesakes = lexicon.terms.filter((other) => sharesForm(other, term, source.lang));
    const said = namesakes.some(({ words }) =>
      [words[lang].term, ...words[lang].also, ...abbreviationsOf(words)]
        .flatMap((form) => bothOrders(form, lang))
        .some((form) => saysForm(text, form, lang)),
    );
    return said ? [] : [{ term, lang, found: null, start: null, end: null, offer: term.words[lang].term, source }];
  });
}

/** A single English word (translation, agenda) means too many things for its translation to be missed. */
const isPlainWord = ({ lang, found }: Pick<TermHit, 'lang' | 'found'>): boolean =>
  lang === 'en' && /^\p{L}?\p{Ll}+$/u.test(found);

/** Abbreviations are the same in all three languages: WRC-27, ITU, MoU. */
const abbreviationsOf = (words: LexiconTerm['words']): string[] =>
  LANGUAGES.flatMap((lang) => words[lang].also).filter((form) => /^[A-Z][A-Za-z0-9.-]*[A-Z0-9]$/u.test(form));

function sharesForm(one: LexiconTerm, other: LexiconTerm, lang: Language): boolean {
  const formsOf = ({ words }: LexiconTerm): string[] => [words[lang].term, ...words[lang].also];
  return one.id === other.id || formsOf(one).some((form) => formsOf(other).includes(form));
}
