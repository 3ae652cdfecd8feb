import { formatDate, formatPartialDate, formatWeekday, wallClock } from '#core/i18n';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe, useZone } from '../../shared/me.js';
import { Empty, Fault, Loading } from '../../shared/ui/states.js';
import type { DeskDay, DeskDays } from './api.js';
import css from './desk-month.module.css';
import { addMonths, isMonth, lastDayOf, weekdayOf } from './month.js';

/** A month of the own side: how much is told on each day, and in how many mails. On a phone only the days that hold something. */
export function DeskMonth() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const me = useMe();
  const [params] = useSearchParams();
  const asked = params.get('month') ?? '';
  const today = me?.today ?? wallClock(new Date().toISOString(), zone).date;
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  const read = useRead<DeskDays>('/reminders/days', { from: `${month}-01`, to: lastDayOf(month) });
  const name = t('web-reminders:month.of', {
    month: formatPartialDate({ value: month, precision: 'month' }, lang, { westernYear: true }),
  });
  const to = (target: string): string => `?${new URLSearchParams({ view: 'month', month: target }).toString()}`;
  return (
    <section aria-label={name}>
      <div className={css.head}>
        <Link
          to={to(addMonths(month, -1))}
          aria-label={t('web-reminders:month.previous')}
          preventScrollReset
          className={css.step ?? ''}
        >
          <IconChevronLeft size={20} stroke={1.6} aria-hidden />
        </Link>
        <h2>{name}</h2>
        <Link
          to={to(addMonths(month, 1))}
          aria-label={t('web-reminders:month.next')}
          preventScrollReset
          className={css.step ?? ''}
        >
          <IconChevronRight size={20} stroke={1.6} aria-hidden />
        </Link>
        <Link to="?view=month" preventScrollReset>
          {t('web-reminders:month.today')}
        </Link>
      </div>
      {read.error && !read.data ? <Fault problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading head={false} /> : null}
      {read.data ? <Days days={read.data} busy={read.isPlaceholderData} /> : null}
    </section>
  );
}

const holds = (day: DeskDay): boolean => day.planned + day.sent + day.failed + day.inDoubt > 0;

function Days({ days: { items, today }, busy }: { days: DeskDays; busy: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const first = items[0];
  if (!first || !items.some(holds)) return <Empty>{t('web-reminders:month.none')}</Empty>;
  // Any week shows the names of its days, from Sunday on as wall calendars of both countries do.
  const week = ['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-09'];
  return (
    <div aria-busy={busy}>
      <div className={css.week} aria-hidden>
        {week.map((date) => (
          <span key={date}>{formatWeekday(date, lang)}</span>
        ))}
      </div>
      <ol className={css.days}>
        {items.map((day, index) => (
          <li
            key={day.date}
            className={css.day}
            data-free={!day.working || undefined}
            data-empty={!holds(day) || undefined}
            aria-current={day.date === today ? 'date' : undefined}
            style={index === 0 ? ({ '--from': weekdayOf(day.date) + 1 } as React.CSSProperties) : undefined}
          >
            <Cell day={day} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Cell({ day }: { day: DeskDay }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const address = `?${new URLSearchParams({ from: day.date, to: day.date, show: 'all' }).toString()}`;
  const number = (
    <>
      <span className={css.number} aria-hidden>
        {Number(day.date.slice(8))}
      </span>
      <span className={css.whole}>{formatDate(day.date, lang)}</span>
      {day.working ? null : <span className="fd-hidden">{t('web-reminders:month.free')}</span>}
    </>
  );
  if (!holds(day)) return <span className={css.date}>{number}</span>;
  return (
    <>
      <Link to={address} className={css.date ?? ''}>
        {number}
      </Link>
      <ul className={css.counts}>
        {day.planned > 0 ? (
          <li>
            {t('web-reminders:month.planned', { count: day.planned })}
            {day.mails < day.planned ? (
              <span className={css.mails}>{t('web-reminders:month.mails', { count: day.mails })}</span>
            ) : null}
          </li>
        ) : null}
        {day.sent > 0 ? <li data-tone="done">{t('web-reminders:month.sent', { count: day.sent })}</li> : null}
        {day.failed > 0 ? <li data-tone="amber">{t('web-reminders:month.failed', { count: day.failed })}</li> : null}
        {day.inDoubt > 0 ? <li data-tone="amber">{t('web-reminders:month.inDoubt', { count: day.inDoubt })}</li> : null}
      </ul>
    </>
  );
}
