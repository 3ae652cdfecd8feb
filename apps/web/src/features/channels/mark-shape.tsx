import { formatPartialDate } from '#core/i18n';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import type { TimelineMark } from './marks.js';
import css from './picture.module.css';

/** The higher the level at which it was held, the larger the circle. */
const SIZES: Record<Level, number> = {
  expert: 4.5,
  division: 4.5,
  local: 4.5,
  private: 4.5,
  dg: 5.5,
  vice_minister: 7,
  minister: 8.5,
  summit: 10,
};

interface ShapeProps {
  mark: TimelineMark;
  channel: string;
  x: number;
  y: number;
  focusable: boolean;
  onChoose: () => void;
  onOpen: () => void;
  onKey: (event: KeyboardEvent) => void;
}

export function MarkShape({ mark, channel, x, y, focusable, onChoose, onOpen, onKey }: ShapeProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const label = [channel, formatPartialDate(mark.date, lang), t(`web-words:event.${mark.type}`)].join(', ');
  return (
    <g
      className={css.mark}
      data-mark={mark.id}
      data-shape={mark.shape}
      transform={`translate(${String(x)} ${String(y)})`}
      role="link"
      aria-label={label}
      tabIndex={focusable ? 0 : -1}
      onFocus={onChoose}
      onMouseEnter={onChoose}
      onClick={onOpen}
      onKeyDown={onKey}
    >
      <circle r="12" className={css.target} />
      <Glyph shape={mark.shape} radius={mark.level ? SIZES[mark.level] : 5.5} />
    </g>
  );
}

export function Glyph({ shape, radius }: { shape: TimelineMark['shape']; radius: number }) {
  if (shape === 'held' || shape === 'planned') return <circle r={radius} className={css.glyph} />;
  if (shape === 'founded') return <path d="M0-7 7 0 0 7-7 0Z" className={css.glyph} />;
  if (shape === 'resumed') return <path d="M-5-7 7 0-5 7Z" className={css.glyph} />;
  if (shape === 'stopped') return <path d="M-3.5-7v14M3.5-7v14" className={css.glyph} />;
  return <path d="M-4.5-4.5h9v9h-9Z" className={css.glyph} />;
}

const LEGEND: readonly TimelineMark['shape'][] = ['held', 'founded', 'stopped', 'resumed', 'note', 'planned'];

/** What the marks mean; `children` are more entries. */
export function Legend({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ul className={css.legend} aria-label={t('web-channels:legend.label')}>
      {LEGEND.map((shape) => (
        <li key={shape}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" className={css.mark} data-shape={shape} aria-hidden>
            <Glyph shape={shape} radius={5.5} />
          </svg>
          {t(`web-channels:legend.${shape}`)}
        </li>
      ))}
      {children}
      <li className={css.legendNote}>{t('web-channels:legend.size')}</li>
    </ul>
  );
}
