import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { TextView } from '../../shared/api/types.js';
import { AreaField } from '../../shared/forms/fields.js';
import { valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { hasText, ownFirst, sourceOf, textIn } from '../../shared/texts.js';

/** One text in its three languages, the reader's first. */
export function TextsFields({
  name,
  label,
  required = false,
  rows = 2,
}: {
  name: string;
  label: string;
  required?: boolean;
  rows?: number;
}) {
  const { t } = useTranslation();
  const page = useLanguage();
  return (
    <>
      {ownFirst(page).map((lang, index) => (
        <AreaField
          key={lang}
          name={`${name}.texts.${lang}`}
          label={t('web-commitments:field.inLanguage', { label, language: LANGUAGE_NAMES[lang] })}
          lang={lang}
          rows={rows}
          required={required && index === 0}
        />
      ))}
    </>
  );
}

export interface Texts {
  readonly lang: Language;
  readonly texts: Partial<Record<Language, string>>;
}

/** What was typed; the language it was written in is the one it had, else the reader's, else whichever has words. */
export function textsOf(data: FormData, name: string, page: Language, present?: TextView | null): Texts | null {
  const texts: Partial<Record<Language, string>> = {};
  for (const lang of ownFirst(page)) {
    const text = valueOf(data, `${name}.texts.${lang}`);
    if (text !== '') texts[lang] = text;
  }
  const wanted = present ? sourceOf(present) : page;
  const lang = texts[wanted] === undefined ? ownFirst(page).find((one) => texts[one] !== undefined) : wanted;
  return lang === undefined ? null : { lang, texts };
}

/** As `textsOf` for a text that must be there: the server says at its field that it is missing. */
export const neededTexts = (data: FormData, name: string, page: Language, present?: TextView | null): Texts =>
  textsOf(data, name, page, present) ?? { lang: page, texts: {} };

/** The values with which the fields of a text begin. */
export function initialTexts(name: string, value: TextView | null | undefined): Record<string, string> {
  if (!value) return {};
  return Object.fromEntries(
    (['ko', 'ja', 'en'] as const).flatMap((lang) =>
      hasText(value, lang) ? [[`${name}.texts.${lang}`, textIn(value, lang)?.text ?? '']] : [],
    ),
  );
}
