import { partyName, type Side } from '#core/kernel';
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import css from './badges.module.css';

/** The badge of invented rows; it stands on the row, the page and the print. */
export function Illustrative({ show = true }: { show?: boolean }) {
  const { t } = useTranslation();
  if (!show) return null;
  return (
    <span className={css.illustrative}>
      <IconFlask size={14} aria-hidden />
      {t('common:badges.illustrative')}
    </span>
  );
}

export type Tone = 'plain' | 'accent' | 'done' | 'amber' | 'open';

/** A state in words; the tone only repeats it. An `open` state is drawn with a dashed border: shared but not agreed. */
export function State({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) {
  return (
    <span className={css.state} data-tone={tone}>
      {children}
    </span>
  );
}

/** One of the two sides, in words beside its hue. */
export function SideName({ side, suffix = true }: { side: Side; suffix?: boolean }) {
  const lang = useLanguage();
  const { t } = useTranslation();
  return (
    <span className={css.side} data-side={side}>
      {suffix ? t(`common:sides.${side}Side`) : partyName(side, lang)}
    </span>
  );
}

const STEPS: readonly (readonly Level[])[] = [
  ['expert', 'division'],
  ['dg'],
  ['vice_minister'],
  ['minister', 'summit'],
];

/** Four steps; where the matter stands is filled. A nominal level that differs is outlined, and the words say "held at …". */
export function Ladder({ level, nominal, held = false }: { level: Level; nominal?: Level; held?: boolean }) {
  const { t } = useTranslation();
  const at = STEPS.findIndex((step) => step.includes(level));
  const planned = nominal ? STEPS.findIndex((step) => step.includes(nominal)) : -1;
  const word = t(`web-words:level.${level}`);
  const differs = nominal !== undefined && nominal !== level;
  return (
    <span className={css.ladder}>
      {at < 0 ? null : (
        <svg width="30" height="18" viewBox="0 0 30 18" aria-hidden className={css.steps}>
          {STEPS.map((step, index) => (
            <rect
              key={step[0]}
              x={index * 8 + 0.75}
              y={13 - index * 4}
              width="5"
              height={4.25 + index * 4}
              data-at={index === at || undefined}
              data-planned={index === planned || undefined}
            />
          ))}
        </svg>
      )}
      <span>
        {held && differs ? t('web-words:heldAt', { level: word }) : word}
        {differs ? (
          <span className={css.nominal}>{t('web-words:nominally', { level: t(`web-words:level.${nominal}`) })}</span>
        ) : null}
      </span>
    </span>
  );
}

/** Own papers: a strip at the edge and the word, never colour alone. */
export function Private({ children, label }: { children: ReactNode; label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={`${css.private} fd-private`}>
      <span className={css.privateWord}>{label ?? t('common:badges.internal')}</span>
      {children}
    </div>
  );
}
