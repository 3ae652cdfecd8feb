import { LANGUAGES, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../i18n/language.js';
import { KoreanWord } from './korean-word.js';
import css from './language-choice.module.css';

const SHORT: Record<Language, string> = { ko: '한', ja: '日', en: 'EN' };

/** The three languages in their own scripts, never flags. The place, its filters and what is typed stay. */
export function LanguageChoice({ onChoose }: { onChoose: (lang: Language) => void }) {
  const { t } = useTranslation();
  const current = useLanguage();
  const drawn = (lang: Language): boolean => lang === 'ko' && current !== 'ko';
  return (
    <div role="group" aria-label={t('web-shell:language')} className={css.group}>
      {LANGUAGES.map((lang) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          aria-pressed={lang === current}
          aria-label={LANGUAGE_NAMES[lang]}
          onClick={() => onChoose(lang)}
        >
          <span className={css.long} aria-hidden>
            {drawn(lang) ? <KoreanWord /> : LANGUAGE_NAMES[lang]}
          </span>
          <span className={css.short} aria-hidden>
            {drawn(lang) ? <KoreanWord short /> : SHORT[lang]}
          </span>
        </button>
      ))}
    </div>
  );
}
