import type { Language } from '#core/kernel';

const collators = new Map<Language, Intl.Collator>();

/** Sort order of one language: Korean 가나다, Japanese by kana, English by letter; numbers inside texts by value. */
export function collator(lang: Language): Intl.Collator {
  const made = collators.get(lang) ?? new Intl.Collator(lang, { numeric: true });
  collators.set(lang, made);
  return made;
}

/** What is sorted by: the text, and its kana reading for Japanese when known (kanji alone have no reading order). */
export interface SortKey {
  readonly text: string;
  readonly reading?: string | null | undefined;
}

/** Compares two keys in the reader's order; Japanese by reading where there is one. */
export function compareTexts(lang: Language): (a: SortKey, b: SortKey) => number {
  const { compare } = collator(lang);
  const main = (key: SortKey): string => (lang === 'ja' ? (key.reading ?? key.text) : key.text);
  return (a, b) => compare(main(a), main(b)) || compare(a.text, b.text);
}

/** A sorted copy. */
export function sortByText<T>(items: readonly T[], lang: Language, keyOf: (item: T) => SortKey): T[] {
  const compare = compareTexts(lang);
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}
