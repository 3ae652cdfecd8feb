import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { WordMark } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import css from './word-marks.module.css';

/**
 * Two wordings laid over each other: what is gone is struck through, what is new is underlined, and a screen reader hears the word
 * before each; colour only repeats it. `only` leaves out the other wording, for old and new side by side.
 */
export function WordMarks({ marks, lang, only }: { marks: WordMark[]; lang: Language; only?: 'removed' | 'added' }) {
  const { t } = useTranslation();
  const page = useLanguage();
  return (
    <span lang={lang} className={css.text}>
      {marks.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        if (only && kind !== only) return null;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={index}>
            <span className="fd-hidden" lang={page}>
              {t(`web-words:marks.${kind}`)}
            </span>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}
