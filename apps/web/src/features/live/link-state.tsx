import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './live.module.css';
import type { Link } from './use-live-stream.js';

/** Whether this screen follows the room; a lost one keeps what it shows and says so. */
export function LinkState({ link }: { link: Link }) {
  const { t } = useTranslation();
  return (
    <span className={css.link} data-link={link} role="status">
      {link === 'lost' ? <IconPlugConnectedX size={18} aria-hidden /> : <IconPlugConnected size={18} aria-hidden />}
      {t(`web-live:link.${link}`)}
    </span>
  );
}
