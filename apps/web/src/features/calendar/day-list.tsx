import { formatDate } from '#core/i18n';
import { SIDES } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Empty } from '../../shared/ui/states.js';
import css from './calendar.module.css';
import { isBusy, type AvoidPeriod, type DayEntries } from './entries.js';
import { AvoidLine, HoldEntry, HolidayLine, PollEntry, SessionEntry } from './entry.js';
import { weekdayOf } from './month-of.js';

interface DayListProps {
  month: string;
  label: string;
  today: string | null;
  entries: Map<string, DayEntries>;
  current: string;
  addressOf: (date: string) => string;
}

/** The list says a soft period once: on its first day, or on the first of the month into which it reaches. */
const beginsHere = (period: AvoidPeriod, date: string): boolean => period.from === date || date.endsWith('-01');

/** The same month day by day, with everything in words; days on which nothing stands are left out. */
export function DayList({ month, label, today, entries, current, addressOf }: DayListProps) {
  const { t } = useTranslation();
  const days = [...entries]
    .filter(([date]) => date.startsWith(month))
    .map(([date, day]) => [date, { ...day, avoid: day.avoid.filter((period) => beginsHere(period, date)) }] as const)
    .filter(([date, day]) => isBusy(day) || day.avoid.length > 0 || date === today);
  if (!days.some(([, day]) => isBusy(day) || day.avoid.length > 0)) return <Empty>{t('web-calendar:none')}</Empty>;
  const reached = days.some(([date]) => date === current) ? current : days[0]?.[0];
  return (
    <ol className={css.list} aria-label={label}>
      {days.map(([date, day]) => (
        <Day
          key={date}
          date={date}
          day={day}
          today={date === today}
          reached={date === reached}
          address={addressOf(date)}
        />
      ))}
    </ol>
  );
}

interface DayProps {
  date: string;
  day: DayEntries;
  today: boolean;
  reached: boolean;
  address: string;
}

function Day({ date, day, today, reached, address }: DayProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <li className={css.listDay} data-today={today || undefined}>
      <div className={css.listHead}>
        <Link
          to={address}
          className={css.listDate}
          data-day={date}
          aria-current={today ? 'date' : undefined}
          tabIndex={reached ? 0 : -1}
          preventScrollReset
        >
          <time dateTime={date}>{formatDate(date, lang)}</time>
        </Link>
        {today ? <span className={css.todayWord}>{t('web-calendar:today')}</span> : null}
        <WorkingWord date={date} working={day.working} />
      </div>
      <ul className={css.listEntries}>
        {day.holidays.map((holiday) => (
          <li key={`${holiday.side} ${holiday.name.text}`}>
            <HolidayLine holiday={holiday} />
            <span className={css.kind}>{t(`web-calendar:holidayKind.${holiday.kind}`)}</span>
            {holiday.status === 'gazetted' ? null : (
              <span className={css.kind}>{t(`working-days:statuses.${holiday.status}`)}</span>
            )}
          </li>
        ))}
        {day.sessions.map((session) => (
          <li key={session.id}>
            <SessionEntry session={session} date={date} full />
          </li>
        ))}
        {day.holds.map((hold) => (
          <li key={hold.id}>
            <HoldEntry hold={hold} full />
          </li>
        ))}
        {day.pollSlots.map((slot) => (
          <li key={slot.id}>
            <PollEntry slot={slot} full />
          </li>
        ))}
        {day.avoid.map((period) => (
          <li key={period.id}>
            <AvoidLine period={period} full />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Who works on a day that is not an ordinary one; a weekend is free for both and says so by its weekday. */
function WorkingWord({ date, working }: { date: string; working: DayEntries['working'] }) {
  const { t } = useTranslation();
  const sides = useSides();
  const closed = sides.filter((side) => !working[side]);
  if (closed.length === 0 || [0, 6].includes(weekdayOf(date))) return null;
  return (
    <span className={css.closed}>
      {closed.length === SIDES.length ? (
        t('web-calendar:closedBoth')
      ) : (
        <>
          {t('web-calendar:closed')}{' '}
          {closed.map((side) => (
            <SideName key={side} side={side} />
          ))}
        </>
      )}
    </span>
  );
}
