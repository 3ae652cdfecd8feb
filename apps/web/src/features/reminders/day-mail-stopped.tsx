import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#core/i18n';
import { useRead } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import type { MailPreferences } from './api.js';
import css from './day-mail-stopped.module.css';

/** When and by what the daily mail was stopped: whoever did not do it learns that somebody else had the link. */
export function DayMailStopped({ stopped }: { stopped: NonNullable<MailPreferences['stopped']> }) {
  const { t } = useTranslation();
  const at = formatDateTime(stopped.at, useZone(), useLanguage());
  return (
    <p className={css.stopped}>
      {stopped.by === 'link'
        ? t('web-reminders:settings.stoppedByLink', { at })
        : t('web-reminders:settings.stoppedHere', { at })}
    </p>
  );
}

/** The same above the inbox, which is then all that its reader is told by. */
export function DayMailNotice() {
  const { t } = useTranslation();
  const stopped = useRead<MailPreferences>('/me/mail-preferences').data?.stopped;
  if (!stopped) return null;
  return (
    <div role="note" className={css.notice}>
      <p>{t('web-reminders:inbox.stopped')}</p>
      {stopped.by === 'link' ? <DayMailStopped stopped={stopped} /> : null}
    </div>
  );
}
