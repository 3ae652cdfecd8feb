import type { Language, Side } from '#core/kernel';

/** What one reader is to be told once: the truth, kept outside the product. */
export interface Expected {
  /** Stands in the title of the item, and nowhere else. */
  readonly token: string;
  readonly actionId: string;
  readonly language: Language;
  readonly side: Side;
  readonly address: string;
}

const words: Readonly<Record<Language, string>> = {
  ko: '측정 결과 교환',
  ja: '測定結果の交換',
  en: 'Exchange of measured results',
};

/** The title of an item as its reader has to find it. */
export const titleOf = (token: string, language: Language): string => `${words[language]} ${token}`;
