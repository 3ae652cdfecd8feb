import { formatDate, formatWeekday } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.js';
import css from './calendar.module.css';
import type { DayEntries } from './entries.js';
import { AvoidLine, HoldEntry, HolidayLine, PollEntry, SessionEntry } from './entry.js';
import { monthOf, weekdayOf, weeksOf } from './month-of.js';

interface MonthGridProps {
  month: string;
  label: string;
  today: string | null;
  entries: Map<string, DayEntries>;
  /** The day that the keyboard stands on: the one that Tab reaches. */
  current: string;
  addressOf: (date: string) => string;
}

/** A month as a table of weeks. The arrow keys go from day to day; each day leads to its place in the list. */
export function MonthGrid({ month, label, today, entries, current, addressOf }: MonthGridProps) {
  const lang = useLanguage();
  const weeks = weeksOf(month);
  return (
    <table className={css.month}>
      <caption className="fd-hidden">{label}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((date) => (
            <th key={date} scope="col">
              {formatWeekday(date, lang)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <DayCell
                key={date}
                date={date}
                outside={monthOf(date) !== month}
                today={date === today}
                day={entries.get(date)}
                reached={date === current}
                address={addressOf(date)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  date: string;
  outside: boolean;
  today: boolean;
  day: DayEntries | undefined;
  reached: boolean;
  address: string;
}

function DayCell({ date, outside, today, day, reached, address }: DayCellProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const free = day !== undefined && !(day.working.kr && day.working.jp);
  const number = Number(date.slice(8));
  return (
    <td className={css.day} data-outside={outside || undefined} data-free={free || undefined}>
      <Link
        to={address}
        className={css.number}
        data-day={date}
        data-today={today || undefined}
        aria-current={today ? 'date' : undefined}
        tabIndex={reached ? 0 : -1}
        preventScrollReset
      >
        <span aria-hidden>{number === 1 || (outside && number < 8) ? shortDay(date, lang) : number}</span>
        <span className="fd-hidden">{formatDate(date, lang)}</span>
        {today ? <span className={css.todayWord}>{t('web-calendar:today')}</span> : null}
      </Link>
      {day ? <DayContent date={date} day={day} /> : null}
    </td>
  );
}

function DayContent({ date, day }: { date: string; day: DayEntries }) {
  const named = (from: string): boolean => from === date || weekdayOf(date) === 0;
  return (
    <ul className={css.stack}>
      {day.avoid.map((period) => (
        <li key={period.id}>
          <AvoidLine period={period} quiet={!named(period.from)} />
        </li>
      ))}
      {day.holidays.map((holiday) => (
        <li key={`${holiday.side} ${holiday.name.text}`}>
          <HolidayLine holiday={holiday} />
        </li>
      ))}
      {day.sessions.map((session) => (
        <li key={session.id}>
          <SessionEntry session={session} date={date} />
        </li>
      ))}
      {day.holds.map((hold) => (
        <li key={hold.id}>
          <HoldEntry hold={hold} />
        </li>
      ))}
      {day.pollSlots.map((slot) => (
        <li key={slot.id}>
          <PollEntry slot={slot} />
        </li>
      ))}
    </ul>
  );
}

/** The first of a month names its month: `5. 1.`, `5/1`, `1 May`. */
function shortDay(date: string, lang: string): string {
  const [, month, day] = date.split('-').map(Number);
  if (lang === 'ko') return `${String(month)}. ${String(day)}.`;
  return lang === 'ja'
    ? `${String(month)}/${String(day)}`
    : new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      );
}
