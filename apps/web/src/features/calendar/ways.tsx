import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../shared/me.js';
import css from './calendar.module.css';

/** Where a day is changed or found. Only a secretariat of a side asks for one. */
export function Ways() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <nav aria-label={t('web-calendar:ways')} className={`${css.ways ?? ''} fd-no-print`}>
      <Link to="/working-days">{t('web-calendar:workingDays.title')}</Link>
      <Link to="/date-polls">{t('web-calendar:polls')}</Link>
      {me?.side && me.roles.includes('secretariat') ? (
        <Link to="/date-polls/new">{t('web-calendar:newPoll')}</Link>
      ) : null}
    </nav>
  );
}
