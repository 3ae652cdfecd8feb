import { LANGUAGES, type Language } from '#core/kernel';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import type { Unit, Warning } from './api.js';
import css from './translation.module.css';
import { WordMarks } from './word-marks.js';

/** What is translated, and the third language folded away for whoever reads it better. */
export function SourceColumn({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { source, third } = unit;
  return (
    <div>
      <Tag lang={source.lang} />
      <p lang={source.lang} className={css.prose}>
        {source.text}
      </p>
      {third ? (
        <details className={css.third}>
          <summary>{t('web-translation:thirdLanguage', { language: LANGUAGE_NAMES[third.lang] })}</summary>
          <p lang={third.lang} className={css.prose}>
            {third.text}
          </p>
        </details>
      ) : null}
    </div>
  );
}

/** What changed in the source since it was translated. */
export function Changes({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  if (!unit.changes || !unit.target) return null;
  return (
    <div className={css.changes}>
      <span className={css.tag}>
        {t('web-translation:changes', { of: unit.target.of, revision: unit.source.revision })}
      </span>
      <WordMarks marks={unit.changes} lang={unit.source.lang} />
    </div>
  );
}

export function Tag({ lang }: { lang: Language }) {
  return (
    <span className={css.tag} lang={lang}>
      {LANGUAGE_NAMES[lang]}
    </span>
  );
}

/** Numbers, frequencies, dates and names that stand in one language only. */
export function Warnings({ list }: { list: readonly Warning[] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <ul className={css.warnings}>
      {list.map((warning) => (
        <li key={warning.kind}>
          <IconAlertTriangle size={16} aria-hidden /> {t(`web-translation:warning.${warning.kind}`)}{' '}
          {LANGUAGES.filter((lang) => warning.values[lang]).map((lang) => (
            <span key={lang} lang={lang} className={css.value}>
              {LANGUAGE_NAMES[lang]}: {warning.values[lang]}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
