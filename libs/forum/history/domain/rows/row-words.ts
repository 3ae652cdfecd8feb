import { historicText, newText, type Language, type LocalizedText, type Side } from '#core/kernel';

/** Texts of the file in all three languages. */
export interface Texts {
  readonly ko: string;
  readonly ja: string;
  readonly en: string;
}

/** Country codes of the record are upper-case; a side of the system is lower-case, and only two countries are sides. */
export function sideOf(country: string): Side | null {
  if (country === 'KR') return 'kr';
  return country === 'JP' ? 'jp' : null;
}

/** The language in which names of a country's offices are authentic. */
export function ownLanguage(country: string): Language {
  if (country === 'KR') return 'ko';
  return country === 'JP' ? 'ja' : 'en';
}

/** Descriptions of the record were written in English and checked in the other two. */
export function described(texts: Texts): LocalizedText {
  return historicText(texts, 'en');
}

export function describedOrNull(texts: Texts | null | undefined): LocalizedText | null {
  return texts ? described(texts) : null;
}

/** A remark the file has in English only; readers of other languages see it marked as English. */
export function englishOnly(text: string): LocalizedText {
  return newText('en', text, 'checked');
}
