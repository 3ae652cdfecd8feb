import { formatPartialDate } from '#core/i18n';
import { partyName, type Side } from '#core/kernel';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.js';
import { useSides } from '../me.js';
import css from './calendar-notes.module.css';

export interface CalendarNote {
  year: number;
  side: Side;
  status: string;
}

/** Says which years were counted without a table in the Gazette; nothing when all were printed (domain.md 5). */
export function CalendarNotes({ notes }: { notes: readonly CalendarNote[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  if (notes.length === 0) return null;
  const ordered = [...notes].sort((a, b) => a.year - b.year || sides.indexOf(a.side) - sides.indexOf(b.side));
  return (
    <div className={css.notes} role="note">
      <IconCalendarQuestion size={18} stroke={1.6} aria-hidden className={css.icon ?? ''} />
      <div>
        <p>{t('web-words:calendarNotes.lead')}</p>
        <ul>
          {ordered.map(({ year, side, status }) => (
            <li key={`${String(year)} ${side}`}>
              {t('web-words:calendarNotes.year', {
                year: formatPartialDate({ value: String(year), precision: 'year' }, lang),
                side: partyName(side, lang),
                status: t(`working-days:statuses.${status}`),
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
