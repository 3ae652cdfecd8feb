import { pair, type Side } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../shared/i18n/language.js';
import css from './brand.module.css';

/** The product's name; beside it whose dialogue this is, in the order of the reader's side. */
export function Brand({ side }: { side: Side | null }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <Link to="/" className={css.brand}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="7" />
        <g fill="none" strokeWidth="2.4" strokeLinecap="round">
          <circle cx="9.5" cy="11" r="3.6" />
          <path d="M9.5 14.6V25M9.5 21.5h3.4" />
          <circle cx="21.5" cy="11" r="3.6" />
          <path d="M21.5 14.6V25M21.5 21.5h3.4" />
        </g>
      </svg>
      <span className={css.name}>{t('web-shell:product')}</span>
      <span className={css.what}>{t('web-shell:dialogue', { pair: pair(side ?? 'neutral', lang) })}</span>
    </Link>
  );
}
