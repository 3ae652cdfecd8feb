import {
  formatCountdown,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDueCountdown,
  formatPartialDate,
} from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { PartialDate, SessionSummary } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import css from './dates.module.css';

export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(date, useLanguage())}</time>;
}

export function KnownDate({ date }: { date: PartialDate }) {
  return <time dateTime={date.value}>{formatPartialDate(date, useLanguage())}</time>;
}

/** The day or days of a session, as exactly as they are known. */
export function SessionDate({ session }: { session: Pick<SessionSummary, 'date' | 'dateEnd'> }) {
  const lang = useLanguage();
  if (session.date.precision !== 'day') return <KnownDate date={session.date} />;
  return <time dateTime={session.date.value}>{formatDateRange(session.date.value, session.dateEnd, lang)}</time>;
}

/** A day, month or year that the record keeps as text; anything else is shown as it is. */
export function AsOf({ text }: { text: string }) {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[text.length];
  if (precision && /^\d{4}(-\d{2}){0,2}$/u.test(text)) return <KnownDate date={{ value: text, precision }} />;
  return <>{text}</>;
}

/** The zone is not broken: it goes onto the next line as a whole. */
export function Moment({ at, zone }: { at: string; zone: string }) {
  const text = formatDateTime(at, zone, useLanguage());
  const cut = text.lastIndexOf('(');
  return (
    <time dateTime={at}>
      {text.slice(0, cut)}
      <span className={css.zone}>{text.slice(cut)}</span>
    </time>
  );
}

/** Days to a session: plain, since nothing is owed. */
export function Countdown({ days }: { days: number }) {
  return <span className={css.countdown}>{formatCountdown(days, useLanguage())}</span>;
}

/** Days to a due date: the word and date stand first, colour comes second (amber within a week, red after). */
export function Due({ date, days, done = false }: { date: string; days: number | null; done?: boolean }) {
  const lang = useLanguage();
  const { t } = useTranslation();
  const state = days === null || done ? 'plain' : days < 0 ? 'late' : days <= 7 ? 'soon' : 'plain';
  return (
    <span className={css.due} data-state={state}>
      <time dateTime={date}>{formatDate(date, lang)}</time>
      {days === null || done ? null : (
        <span className={css.days}>
          {state === 'late' && lang === 'ko' ? `${t('common:badges.overdue')} ` : null}
          {formatDueCountdown(days, lang)}
        </span>
      )}
    </span>
  );
}
