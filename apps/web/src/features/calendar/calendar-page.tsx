import { formatPartialDate, wallClock } from '#core/i18n';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides, useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Page } from '../../shared/ui/page.js';
import { Fault, Loading } from '../../shared/ui/states.js';
import css from './calendar.module.css';
import { useDayKeys } from './day-keys.js';
import { DayList } from './day-list.js';
import { byDay, withoutDay, type Calendar, type DayEntries } from './entries.js';
import { SessionEntry } from './entry.js';
import { Legend } from './legend.js';
import { MonthGrid } from './month-grid.js';
import { isMonth, monthOf, weeksOf } from './month-of.js';
import { Toolbar, type View } from './toolbar.js';
import { Ways } from './ways.js';

const NARROW = '(max-width: 47.99em)';

/**
 * Both countries' days and what stands on them, as a month or as a list; the month, the view and the day are in the address.
 * The two views are twins: what one draws the other says, and print has both.
 */
export function CalendarPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [params, setParams] = useSearchParams();
  const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false });
  const asked = params.get('month') ?? '';
  const day = params.get('day') ?? '';
  const view: View = params.get('view') === 'list' || (params.get('view') !== 'month' && narrow) ? 'list' : 'month';

  const zone = useZone();
  // Until the server has said what day it is there, the clock of this machine names the month.
  const [now, setNow] = useState(() => monthOf(wallClock(new Date().toISOString(), zone).date));
  const month = isMonth(asked) ? asked : now;
  const days = weeksOf(month).flat();
  const read = useRead<Calendar>('/calendar', { from: days[0], to: days.at(-1) });
  const today = read.data?.today ?? null;
  if (today !== null && monthOf(today) !== now) setNow(monthOf(today));

  const goTo = (changes: Record<string, string>): void =>
    setParams((old) => ({ ...Object.fromEntries(old), ...changes }), { replace: true, preventScrollReset: true });
  const goToDay = (date: string): void => goTo({ month: monthOf(date), day: date });
  const keys = useDayKeys({ list: view === 'list', today, go: goToDay });
  const frame = useFocusOn(
    day === '' ? '' : `[data-view="${view}"] [data-day="${day}"]`,
    month,
    !read.isPlaceholderData,
  );

  const addressOf = (target: View) => (date: string) => {
    const search = new URLSearchParams({ month: monthOf(date), view: target, day: date });
    return `?${search.toString()}`;
  };
  const entries = useMemo(() => (read.data ? byDay(read.data) : new Map<string, DayEntries>()), [read.data]);
  const current = monthOf(day) === month ? day : today !== null && monthOf(today) === month ? today : `${month}-01`;
  const name = formatPartialDate({ value: month, precision: 'month' }, lang, { westernYear: true });
  const label = t('web-calendar:of', { month: name });
  const shared = { month, label, today, entries, current };

  return (
    <Page
      title={label}
      meta={read.data && !read.isPlaceholderData ? <WorkingDays month={month} entries={entries} /> : undefined}
      aside={<Ways />}
    >
      <div className={css.calendar}>
        <Toolbar
          month={month}
          view={view}
          today={today}
          onMonth={(next) => goTo({ month: next })}
          onView={(next) => goTo({ view: next })}
        />
        {read.error && !read.data ? (
          <Fault problem={read.error} retry={() => void read.refetch()} />
        ) : read.data ? (
          <div ref={frame} onKeyDown={keys} aria-busy={read.isPlaceholderData} className={css.frame}>
            <CalendarNotes notes={read.data.calendarNotes} />
            <MonthOnly calendar={read.data} month={month} />
            <div data-view="month" className={view === 'month' ? undefined : css.printed}>
              <Legend />
              <MonthGrid {...shared} addressOf={addressOf('list')} />
            </div>
            <div
              data-view="list"
              className={view === 'list' ? css.listView : `${css.listView ?? ''} ${css.printed ?? ''}`}
            >
              {read.isPlaceholderData ? (
                <Loading head={false} />
              ) : (
                <DayList {...shared} addressOf={addressOf('month')} />
              )}
            </div>
          </div>
        ) : (
          <Loading head={false} rows={8} />
        )}
      </div>
    </Page>
  );
}

/** Puts the keyboard on an element once it is there: after a key, after a link from the twin view, and when the page opens on a day. */
function useFocusOn(selector: string, month: string, ready: boolean): React.RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const done = useRef('');
  useEffect(() => {
    const key = `${month} ${selector}`;
    if (selector === '' || !ready || done.current === key) return;
    const element = frame.current?.querySelector<HTMLElement>(selector);
    if (!element) return;
    done.current = key;
    element.focus();
  });
  return frame;
}

/** How many days of the month each side works, and how many both do. */
function WorkingDays({ month, entries }: { month: string; entries: Map<string, DayEntries> }) {
  const { t } = useTranslation();
  const sides = useSides();
  const days = [...entries].filter(([date]) => monthOf(date) === month).map(([, { working }]) => working);
  const count = (works: (working: DayEntries['working']) => boolean): number => days.filter(works).length;
  return (
    <>
      <span>{t('web-calendar:workingDays.both', { count: count(({ kr, jp }) => kr && jp) })}</span>
      {sides.map((side) => (
        <span key={side}>
          <SideName side={side} suffix={false} />{' '}
          {t('web-calendar:workingDays.side', { count: count((working) => working[side]) })}
        </span>
      ))}
    </>
  );
}

/** Sessions of which no day is known yet, or none is on record. */
function MonthOnly({ calendar, month }: { calendar: Calendar; month: string }) {
  const { t } = useTranslation();
  const sessions = withoutDay(calendar, month);
  if (sessions.length === 0) return null;
  return (
    <section className={css.monthOnly} aria-label={t('web-calendar:monthOnly')}>
      <h2>{t('web-calendar:monthOnly')}</h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionEntry session={session} full />
          </li>
        ))}
      </ul>
    </section>
  );
}
