import { formatDate, formatWeekday, wallClock } from '#core/i18n';
import { partyName } from '#core/kernel';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import type { SuggestionDay } from './api.js';
import css from './date-polls.module.css';
import { isAmong, leading } from './month-strip-days.js';
import { useReasonText } from './reasons.js';

interface MonthStripProps {
  days: readonly SuggestionDay[];
  slots: readonly string[];
  taken: readonly string[];
  zone: string;
  onToggle: (start: string) => void;
}

/** Both calendars day by day: a day that can be held is a button for its best slot, another says whose holiday it is. */
export function MonthStrip({ days, slots, taken, zone, onToggle }: MonthStripProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const textOf = useReasonText();
  const [first] = days;
  if (!first) return null;
  return (
    <>
      <h3 className={css.stripHead}>{t('web-date-polls:strip')}</h3>
      <ol className={css.strip} style={{ '--lead': leading(first.date) + 1 } as CSSProperties}>
        {days.map((day) => {
          const { best } = day;
          const free = sides.flatMap((side) =>
            day.holidays.filter((holiday) => holiday.side === side).map(({ name }) => ({ side, name })),
          );
          const why = day.reasons.map(textOf).join(' · ');
          const label = `${formatDate(day.date, lang)} ${why || t('web-date-polls:clear')}`;
          const body = (
            <>
              <span className={css.dayNumber}>
                {Number(day.date.slice(8))}
                <span className={css.weekday}> {formatWeekday(day.date, lang)}</span>
              </span>
              {free.map(({ side, name }) => (
                <span key={`${side} ${name.text}`} className={css.holiday} data-side={side} lang={name.lang}>
                  {partyName(side, lang)} {name.text}
                </span>
              ))}
              {best ? <span className={css.best}>{wallClock(best.startsAt, zone).time}</span> : null}
            </>
          );
          return (
            <li key={day.date}>
              {best ? (
                <button
                  type="button"
                  className={css.day}
                  data-good={best.score >= 75 || undefined}
                  aria-pressed={isAmong(best.startsAt, [...slots, ...taken])}
                  disabled={isAmong(best.startsAt, taken)}
                  aria-label={label}
                  title={why}
                  onClick={() => onToggle(best.startsAt)}
                >
                  {body}
                </button>
              ) : (
                <span className={css.day} data-closed title={why}>
                  <span className="fd-hidden">{label}</span>
                  <span aria-hidden>{body}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
