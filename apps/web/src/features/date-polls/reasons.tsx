import { partyName } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import type { Reason } from './api.js';
import css from './date-polls.module.css';

/** What speaks against a slot or day, in words; nothing when nothing does. */
export function useReasonText(): (reason: Reason) => string {
  const { t } = useTranslation();
  const lang = useLanguage();
  return ({ code, side }) => {
    const text = t(`web-date-polls:reason.${code}`);
    return side ? t('web-date-polls:reasonOf', { side: partyName(side, lang), reason: text }) : text;
  };
}

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const textOf = useReasonText();
  const { t } = useTranslation();
  if (reasons.length === 0) return <span className={css.clear}>{t('web-date-polls:clear')}</span>;
  return (
    <ul className={css.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.side ?? ''}`}>{textOf(reason)}</li>
      ))}
    </ul>
  );
}
