import { LANGUAGES } from '#core/kernel';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';
import type { List } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import css from './item-warnings.module.css';

type Warning = components['schemas']['AgendaWarningView'];

/** Figures, dates and names that differ between the languages of an item; for those who write. One answer serves all rows. */
export function ItemWarnings({ sessionId, itemId }: { sessionId: string; itemId: string }) {
  const { t } = useTranslation();
  const read = useRead<List<Warning>>(`/sessions/${sessionId}/agenda/warnings`);
  const own = read.data?.items.filter((warning) => warning.itemId === itemId) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className={`${css.warnings} fd-no-print`}>
      {own.map(({ field, kind, values }) => (
        <li key={`${field} ${kind}`}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>
            {t(`web-translation:warning.${kind}`)}{' '}
            {LANGUAGES.filter((lang) => values[lang]).map((lang) => (
              <span key={lang} lang={lang} className={css.value}>
                {LANGUAGE_NAMES[lang]} {values[lang]}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
