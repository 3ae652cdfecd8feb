import css from './radio.module.css';

/** Ways to fill a bar that are told apart without colour: full, slanted, dotted, upright, crossed, level, slanted back. */
const FILLS = ['full', 'slanted', 'dotted', 'upright', 'crossed', 'level', 'back'] as const;
const HUES = 6;

const idOf = (index: number, legend: boolean): string => `spectrum-${legend ? 'legend-' : ''}${String(index)}`;

/** The fill of a service; a case without one is left empty. */
export const patternOf = (index: number, legend = false): string =>
  index < 0 ? 'var(--fd-page)' : `url(#${idOf(index, legend)})`;

/** One of the fills; after all of them the hues make further ones. */
export function Pattern({ index, legend = false }: { index: number; legend?: boolean }) {
  const fill = FILLS[index % FILLS.length];
  return (
    <pattern
      id={idOf(index, legend)}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      className={css.pattern}
      data-hue={index % HUES}
    >
      <rect width="8" height="8" className={css.ground} />
      {fill === 'full' ? <rect width="8" height="8" className={css.ink} /> : null}
      {fill === 'slanted' || fill === 'crossed' ? (
        <path d="M-2 10 10 -2M-2 2 2 -2M6 10 10 6" className={css.stroke} />
      ) : null}
      {fill === 'back' || fill === 'crossed' ? (
        <path d="M-2 -2 10 10M6 -2 10 2M-2 6 2 10" className={css.stroke} />
      ) : null}
      {fill === 'dotted' ? <circle cx="4" cy="4" r="2" className={css.ink} /> : null}
      {fill === 'upright' ? <path d="M2 0V8M6 0V8" className={css.stroke} /> : null}
      {fill === 'level' ? <path d="M0 2H8M0 6H8" className={css.stroke} /> : null}
    </pattern>
  );
}
