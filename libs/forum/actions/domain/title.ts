import {
  cleanText,
  commonErrors,
  LANGUAGES,
  newText,
  translateText,
  type Language,
  type LocalizedText,
} from '#core/kernel';

export const TITLE_MAX = 300;

export interface TitleInput {
  readonly title: string;
  readonly lang: Language;
  /** Translations given at once. */
  readonly texts?: { readonly [L in Language]?: string | undefined } | undefined;
}

/**
 * The title as one value, source language first. Translations of a secretariat count as checked, others as drafts (domain.md 2).
 * @throws common.required, common.badText, common.tooLong, common.isTheSource
 */
export function titleOf({ title, lang, texts = {} }: TitleInput, checked: boolean): LocalizedText {
  const source = cleanText(title, { max: TITLE_MAX });
  return LANGUAGES.reduce(
    (text, other) => {
      const given = texts[other];
      if (given === undefined || given.trim() === '') return text;
      const clean = cleanText(given, { max: TITLE_MAX });
      if (other !== lang) return translateText(text, other, clean, checked ? 'checked' : 'draft');
      if (clean === source) return text;
      throw commonErrors.isTheSource({ lang }, [
        { path: `texts.${other}`, code: commonErrors.isTheSource.code, params: { lang } },
      ]);
    },
    newText(lang, source),
  );
}
