import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useRead } from '../shared/api/hooks.js';
import css from './bell.module.css';
import { REMINDERS } from './navigation.js';

/** The inbox, with how much of it is unread: asked for when the page has what it shows. */
export function Bell({ ready }: { ready: boolean }) {
  const { t } = useTranslation();
  const { data } = useRead<{ unread: number }>('/inbox/unread', {}, ready);
  const unread = data?.unread ?? 0;
  return (
    <NavLink to={REMINDERS.to} className={css.bell ?? ''} title={t('web-shell:to.reminders')}>
      <IconBell size={22} stroke={1.6} aria-hidden />
      <span className="fd-hidden">{t('web-shell:to.reminders')}</span>
      {unread > 0 ? (
        <>
          <span className={css.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
          <span className="fd-hidden">{t('web-shell:unread', { count: unread })}</span>
        </>
      ) : null}
    </NavLink>
  );
}
