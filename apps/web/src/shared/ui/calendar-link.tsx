import { IconCalendarDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { API } from '../api/client.js';
import type { SessionSummary } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';

/** The session as a file for the reader's own calendar program; nothing while no day is agreed. */
export function CalendarLink({ session }: { session: Pick<SessionSummary, 'id' | 'state' | 'date'> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if (session.state === 'proposed' || session.date.precision !== 'day') return null;
  return (
    <a href={`${API}/sessions/${session.id}/calendar.ics?lang=${lang}`} download className="fd-no-print">
      <IconCalendarDown size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('web-words:calendarFile')}
    </a>
  );
}
