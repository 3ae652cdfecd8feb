import { LANGUAGES, type Language } from '#core/kernel';
import { datesIn, sameDate } from './date-facts.js';
import type { Fact } from './facts.js';
import { frequenciesIn } from './frequency-facts.js';
import { namesIn, type KnownName } from './name-facts.js';
import { numbersIn } from './number-facts.js';

export const warningKinds = ['number', 'frequency', 'date', 'name'] as const;
export type WarningKind = (typeof warningKinds)[number];

/** What differs between the languages of one text. It warns and never refuses: a person judges (domain.md 3.5). */
export interface TextWarning {
  readonly kind: WarningKind;
  /** What stands in each language and has no counterpart in another, as it is written there; a language that lacks it has no entry. */
  readonly values: Partial<Record<Language, string>>;
}

type Texts = Partial<Record<Language, string>>;
type FactsByLanguage = Partial<Record<Language, readonly Fact[]>>;

/**
 * Compares numbers, frequencies, dates and known names across the languages that are present; one warning for each kind that differs.
 * @param texts words per language, as stored
 * @param names bodies and terms known in several languages; none unless given
 */
export function textWarnings(texts: Texts, names: readonly KnownName[] = []): TextWarning[] {
  const present = LANGUAGES.filter((lang) => (texts[lang] ?? '').trim() !== '');
  if (present.length < 2) return [];
  const facts: Record<WarningKind, FactsByLanguage> = { number: {}, frequency: {}, date: {}, name: {} };
  for (const lang of present) {
    const text = (texts[lang] ?? '').normalize('NFKC');
    const known = namesIn((texts[lang] ?? '').normalize('NFC'), lang, names);
    const frequencies = frequenciesIn(text, lang);
    const dates = datesIn(frequencies.rest, lang);
    const years = dates.facts.filter(isYear);
    facts.name[lang] = known;
    facts.frequency[lang] = frequencies.facts;
    facts.date[lang] = dates.facts.filter((fact) => !isYear(fact));
    facts.number[lang] = [...years, ...numbersIn(dates.rest, lang).facts];
  }
  return warningKinds.flatMap((kind) => {
    const values = unanswered(kind, present, facts[kind], names);
    return Object.keys(values).length === 0 ? [] : [{ kind, values }];
  });
}

/** A year alone is a number: `2027년` and `2027` say the same. */
const isYear = ({ value }: Fact): boolean => /^\d{4}$/u.test(value);

/** Per language, the facts that at least one other language does not say. */
function unanswered(
  kind: WarningKind,
  present: readonly Language[],
  facts: FactsByLanguage,
  names: readonly KnownName[],
): Texts {
  const values: Texts = {};
  for (const lang of present) {
    const alone = (facts[lang] ?? []).filter(
      (fact) =>
        fact.inWords !== true &&
        present.some((other) => other !== lang && mustSay(kind, fact, other, names) && !says(kind, facts[other], fact)),
    );
    const raw = [...new Set(alone.map((fact) => fact.raw))];
    if (raw.length > 0) values[lang] = raw.join(', ');
  }
  return values;
}

function says(kind: WarningKind, facts: readonly Fact[] = [], fact: Fact): boolean {
  return facts.some(({ value }) => (kind === 'date' ? sameDate(value, fact.value) : value === fact.value));
}

/** A name is expected only in a language that has one. */
function mustSay(kind: WarningKind, fact: Fact, lang: Language, names: readonly KnownName[]): boolean {
  return kind !== 'name' || names.some((name) => name.id === fact.value && (name.forms[lang]?.length ?? 0) > 0);
}
