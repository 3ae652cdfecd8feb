import {
  IconBooks,
  IconCalendarMonth,
  IconChecklist,
  IconChevronsLeft,
  IconChevronsRight,
  IconHome,
  IconLanguage,
  IconLink,
  IconTimeline,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import css from './navigation.module.css';

interface Destination {
  to: string;
  name: string;
  icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': boolean }>;
  /** The letter after `g`. */
  letter: string;
}

/** Eight at most. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', name: 'home', icon: IconHome, letter: 'h' },
  { to: '/channels', name: 'channels', icon: IconTimeline, letter: 'c' },
  { to: '/calendar', name: 'calendar', icon: IconCalendarMonth, letter: 'd' },
  { to: '/sessions', name: 'sessions', icon: IconUsersGroup, letter: 's' },
  { to: '/actions', name: 'actions', icon: IconChecklist, letter: 'a' },
  { to: '/commitments', name: 'commitments', icon: IconLink, letter: 'p' },
  { to: '/records', name: 'records', icon: IconBooks, letter: 'r' },
  { to: '/translations', name: 'translations', icon: IconLanguage, letter: 't' },
];

/** Stands at the top beside the account: the reader's inbox, and the desk behind it. */
export const REMINDERS = { to: '/inbox', name: 'reminders', letter: 'n' };

export function Navigation({ narrow, waiting, onNarrow }: { narrow: boolean; waiting: number; onNarrow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.column} data-narrow={narrow || undefined}>
      <ul className={css.list}>
        {DESTINATIONS.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === '/'}
              className={css.link ?? ''}
              title={narrow ? t(`web-shell:to.${name}`) : undefined}
            >
              <Icon size={21} stroke={1.6} aria-hidden />
              <span className={css.word}>{t(`web-shell:to.${name}`)}</span>
              {to === '/' && waiting > 0 ? (
                <span className={css.count}>
                  <span aria-hidden>{waiting}</span>
                  <span className="fd-hidden">{t('web-shell:waiting', { count: waiting })}</span>
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
      <button type="button" className={css.fold} onClick={onNarrow} aria-expanded={!narrow}>
        {narrow ? (
          <IconChevronsRight size={20} stroke={1.6} aria-hidden />
        ) : (
          <IconChevronsLeft size={20} stroke={1.6} aria-hidden />
        )}
        <span className={css.word}>{t(narrow ? 'web-shell:menu.unfold' : 'web-shell:menu.fold')}</span>
      </button>
    </div>
  );
}
