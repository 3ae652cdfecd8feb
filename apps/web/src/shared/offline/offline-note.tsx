import { formatDateTime } from '#core/i18n';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language.js';
import { useZone } from '../me.js';
import css from './offline-note.module.css';
import { setOffline, useOffline } from './state.js';

/** Says that what is read was kept from before; asks again as soon as the network is back. */
export function OfflineNote() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const client = useQueryClient();
  const offline = useOffline();
  const { pathname } = useLocation();
  useEffect(() => {
    const again = (): void => {
      setOffline(null);
      void client.invalidateQueries();
    };
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [client]);
  if (offline === null) return null;
  return (
    <p role="status" className={css.note}>
      <IconCloudOff size={20} stroke={1.6} aria-hidden />
      <span>
        {t('web-shell:offline.note', { time: formatDateTime(offline.at, zone, lang) })}{' '}
        {pathname === offline.page ? null : <Link to={offline.page}>{t('web-shell:offline.open')}</Link>}
      </span>
    </p>
  );
}
