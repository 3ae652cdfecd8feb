import { useTranslation } from 'react-i18next';
import type { TimelineChannel } from '../../shared/api/types.js';
import { yearOf, type TimelineMark } from './marks.js';
import css from './picture.module.css';

/** Years without a record after which a line is dotted: nobody says that the channel went on. */
const SILENT_YEARS = 3;
/** Marks closer than this many pixels are drawn beside one another. */
const CLOSE = 14;
const BESIDE = [0, -11, 11] as const;

interface Stretch {
  from: number;
  to: number;
  /** `stopped`: from a suspension until it met again; `silent`: nothing recorded for years, or never more than proposed. */
  kind: 'going' | 'silent' | 'stopped';
}

const meets = (mark: TimelineMark): boolean => mark.shape === 'held' || mark.shape === 'resumed';

/** The life of a channel as stretches between its marks, up to today while it goes on. */
export function stretchesOf(channel: TimelineChannel, marks: readonly TimelineMark[], today: string): Stretch[] {
  const faint = channel.state === 'proposed' || channel.state === 'unknown';
  let stopped = false;
  const stretch = (from: number, to: number): Stretch => ({
    from,
    to,
    kind: stopped ? 'stopped' : faint || to - from > SILENT_YEARS ? 'silent' : 'going',
  });
  const stretches: Stretch[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark.shape === 'stopped') stopped = true;
    if (meets(mark)) stopped = false;
    const next = marks[index + 1];
    if (next) stretches.push(stretch(mark.at, next.at));
  }
  const last = marks.at(-1);
  const now = yearOf(today);
  const goesOn = ['active', 'stalled', 'suspended', 'agreed'].includes(channel.state);
  if (last && goesOn && last.at < now) stretches.push(stretch(last.at, now));
  return stretches;
}

/** How far above or below its lane each mark stands, so that none hides another. */
export function offsetsOf(marks: readonly TimelineMark[], x: (at: number) => number): number[] {
  let cluster = 0;
  return marks.map((mark, index) => {
    const before = marks[index - 1];
    cluster = before && x(mark.at) - x(before.at) < CLOSE ? cluster + 1 : 0;
    return BESIDE[cluster % BESIDE.length] ?? 0;
  });
}

export function LifeLine({ stretches, x, y }: { stretches: Stretch[]; x: (at: number) => number; y: number }) {
  return (
    <g aria-hidden>
      {stretches.map(({ from, to, kind }) => (
        <line key={from} className={css.life} data-kind={kind} x1={x(from)} x2={x(to)} y1={y} y2={y} />
      ))}
    </g>
  );
}

/** What the lines mean, beside the marks of the legend. */
export function LineLegend() {
  const { t } = useTranslation();
  return (
    <>
      {(['silent', 'stopped'] as const).map((kind) => (
        <li key={kind}>
          <svg width="26" height="18" viewBox="0 -9 26 18" aria-hidden>
            <line className={css.life} data-kind={kind} x1="1" x2="25" y1="0" y2="0" />
          </svg>
          {t(`web-channels:legend.line.${kind}`)}
        </li>
      ))}
      <li>
        <svg width="10" height="18" viewBox="-5 -9 10 18" aria-hidden>
          <line className={css.today} x1="0" x2="0" y1="-8" y2="8" />
        </svg>
        {t('web-channels:legend.today')}
      </li>
    </>
  );
}
