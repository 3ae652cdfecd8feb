import type { Language } from '#core/kernel';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './clock.module.css';

/** Whole seconds since an answer came: added to the server's own figures, so that no screen's clock matters. */
export function useSecondsSince(receivedAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - receivedAt) / 1000));
}

/** `12:05`, `1:02:05`; always without a sign. */
export function clockText(seconds: number): string {
  const whole = Math.abs(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}

export interface Timed {
  plannedSeconds: number;
  elapsedSeconds: number;
  remainingSeconds: number;
}

/** What is left and what has passed, in figures and as a bar; beyond its time it says by how much. */
export function BigClock({ timed, receivedAt, lang }: { timed: Timed; receivedAt: number; lang?: Language }) {
  const { t: own, i18n } = useTranslation();
  const t = lang ? i18n.getFixedT(lang) : own;
  const since = useSecondsSince(receivedAt);
  const elapsed = timed.elapsedSeconds + since;
  const remaining = timed.remainingSeconds - since;
  const over = remaining < 0;
  const share = timed.plannedSeconds === 0 ? 1 : Math.min(1, elapsed / timed.plannedSeconds);
  return (
    <div className={css.clock} role="timer" data-over={over || undefined} lang={lang}>
      <p className={css.remaining}>
        <span className={css.word}>{t(over ? 'web-live:clock.over' : 'web-live:clock.remaining')}</span>{' '}
        <span className={css.figures}>{clockText(remaining)}</span>
      </p>
      <div className={css.bar} aria-hidden>
        <span style={{ inlineSize: `${String(share * 100)}%` }} />
      </div>
      <p className={css.elapsed}>
        {t('web-live:clock.elapsed', { elapsed: clockText(elapsed), planned: clockText(timed.plannedSeconds) })}
      </p>
    </div>
  );
}
