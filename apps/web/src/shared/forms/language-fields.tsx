import { LANGUAGES, type Language } from '#core/kernel';
import type { TextView } from '../api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../i18n/language.js';
import { hasText, ownFirst, textIn } from '../texts.js';
import { AreaField, TextField } from './fields.js';
import { valueOf } from './form.js';
import css from './form.module.css';

interface LanguageFieldsProps {
  /** Name of the text; its fields are `name.ko`, `name.ja`, `name.en`, as the API names their faults. */
  name: string;
  label: string;
  hint?: string;
  /** A long text, with so many rows. */
  rows?: number;
  /** The language that must be there: the source. */
  source: Language;
  /** All three must be there. */
  all?: boolean;
}

/** One text in three languages, the reader's own first. */
export function LanguageFields({ name, label, hint, rows, source, all = false }: LanguageFieldsProps) {
  const own = useLanguage();
  return (
    <fieldset className={css.languages}>
      <legend>{label}</legend>
      {hint ? <p className={css.saved}>{hint}</p> : null}
      {ownFirst(own).map((lang) => {
        const field = {
          name: `${name}.${lang}`,
          label: LANGUAGE_NAMES[lang],
          lang,
          required: all || lang === source,
        };
        return rows ? <AreaField key={lang} rows={rows} {...field} /> : <TextField key={lang} {...field} />;
      })}
    </fieldset>
  );
}

/** What was typed, by language; empty ones are left out. */
export function textsOf(data: FormData, name: string): Partial<Record<Language, string>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((lang) => {
      const text = valueOf(data, `${name}.${lang}`);
      return text === '' ? [] : [[lang, text]];
    }),
  );
}

/** What was typed and is not what stands; undefined when nothing is. */
export function changedTexts(
  data: FormData,
  name: string,
  value: TextView,
): Partial<Record<Language, string>> | undefined {
  const typed = Object.entries(textsOf(data, name)).filter(
    ([lang, text]) => text !== initialTexts(name, value)[`${name}.${lang}`],
  );
  return typed.length > 0 ? Object.fromEntries(typed) : undefined;
}

/** The values of the fields of a text that is there. */
export function initialTexts(name: string, value: TextView | null): Record<string, string> {
  if (!value) return {};
  return Object.fromEntries(
    LANGUAGES.flatMap((lang) => (hasText(value, lang) ? [[`${name}.${lang}`, textIn(value, lang)?.text ?? '']] : [])),
  );
}
