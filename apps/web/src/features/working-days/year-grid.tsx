import { formatPartialDate, formatWeekday } from '#core/i18n';
import { partyName } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import type { HolidayRecord, HolidayYear } from './api.js';
import { monthsOf, weeksOf } from './months.js';
import css from './year-grid.module.css';

/** Twelve months at a glance: a mark per country under each free day, its name for those who ask or listen. */
export function YearGrid({ answer }: { answer: HolidayYear }) {
  const { t } = useTranslation();
  const sides = useSides();
  const days = new Map<string, HolidayRecord[]>();
  for (const day of answer.items) if (!day.withdrawn) days.set(day.date, [...(days.get(day.date) ?? []), day]);
  return (
    <>
      <p className={css.legend}>
        {sides.map((side) => (
          <span key={side}>
            <SideName side={side} suffix={false} />
          </span>
        ))}
        <span>
          <span className={css.both} aria-hidden />
          {t('web-working-days:freeInBoth')}
        </span>
      </p>
      <div className={css.year}>
        {monthsOf(answer.year).map((month) => (
          <Month key={month} month={month} days={days} />
        ))}
      </div>
    </>
  );
}

function Month({ month, days }: { month: string; days: Map<string, HolidayRecord[]> }) {
  const lang = useLanguage();
  const weeks = weeksOf(month);
  return (
    <table className={css.month}>
      <caption>{formatPartialDate({ value: month, precision: 'month' }, lang)}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((date) => (
            <th key={date} scope="col">
              {formatWeekday(date, lang).replace('.', '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date, index) =>
              date.startsWith(month) ? (
                <DayCell key={date} date={date} weekend={index === 0 || index === 6} holidays={days.get(date) ?? []} />
              ) : (
                <td key={date} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ date, weekend, holidays }: { date: string; weekend: boolean; holidays: HolidayRecord[] }) {
  const lang = useLanguage();
  const sides = useSides().filter((side) => holidays.some((day) => day.side === side));
  const names = holidays.map(({ side, name }) => `${partyName(side, lang)} ${name.text}`).join(', ');
  return (
    <td
      className={css.day}
      data-weekend={weekend || undefined}
      data-free={sides.length === 2 ? 'both' : sides[0]}
      title={names || undefined}
    >
      <span>{Number(date.slice(8))}</span>
      {sides.length > 0 ? (
        <>
          <span className={css.marks} aria-hidden>
            {sides.map((side) => (
              <span key={side} data-side={side} />
            ))}
          </span>
          <span className="fd-hidden">{names}</span>
        </>
      ) : null}
    </td>
  );
}
