import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../shared/ui/use-width.js';
import css from './commitments.module.css';
import { GROUPS, type Group } from './progress.js';

/** The hues of the bars on every page; what nobody knows is hatched, so that it is no fourth colour. */
const FILL: Readonly<Record<Group, string>> = {
  kept: 'var(--fd-green)',
  moving: 'var(--fd-accent)',
  ended: 'var(--fd-line-strong)',
  unknown: 'var(--fd-line)',
};
/** Pixels of one bar with the room around it, and of the numbers beneath. */
const ROW = 40;
const AXIS = 44;
/** Pixels that a full-width character takes. */
const LETTER = 15;

/** Stacked bars, one for each row. The table beneath gives their numbers. */
export default function ProgressChart({
  label,
  rows,
}: {
  label: string;
  rows: ({ name: string } & Record<Group, number>)[];
}) {
  const { t } = useTranslation();
  const { ref, width } = useWidth();
  const hatch = useId();
  const room = width < 560 ? 120 : 256;
  const most = Math.floor(room / LETTER);
  return (
    <figure ref={ref} className={css.picture}>
      <figcaption className={css.legend}>
        {GROUPS.map((group) => (
          <span key={group} data-group={group}>
            {t(`web-commitments:group.${group}`)}
          </span>
        ))}
      </figcaption>
      <div role="img" aria-label={label} className={css.drawing}>
        <BarChart
          h={rows.length * ROW + AXIS}
          data={rows}
          dataKey="name"
          type="stacked"
          orientation="vertical"
          series={GROUPS.map((group) => ({
            name: group,
            label: t(`web-commitments:group.${group}`),
            color: FILL[group],
          }))}
          gridAxis="x"
          tickLine="none"
          yAxisProps={{
            width: room,
            interval: 0,
            tick: { fontSize: 14, fill: 'var(--fd-text)' },
            tickFormatter: (name: string) => (name.length > most ? `${name.slice(0, most - 1)}…` : name),
          }}
          xAxisProps={{ allowDecimals: false, tick: { fontSize: 14, fill: 'var(--fd-muted)' } }}
          maxBarWidth={24}
          barProps={({ name }) => ({
            isAnimationActive: false,
            ...(name === 'unknown' ? { fill: `url(#${hatch})` } : {}),
          })}
          accessibilityLayer={false}
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--fd-page)" />
              <line x1="0" y1="0" x2="0" y2="6" stroke="var(--fd-line-strong)" strokeWidth="2" />
            </pattern>
          </defs>
        </BarChart>
      </div>
    </figure>
  );
}
