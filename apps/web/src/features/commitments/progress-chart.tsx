import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../shared/ui/use-width.js';
import css from './commitments.module.css';
import { GROUPS, type Group } from './progress.js';

/** The hues of the bars on every page; what nobody knows is an empty frame, so that it is no fourth colour. */
const FILL: Readonly<Record<Group, string>> = {
  kept: 'var(--fd-green)',
  moving: 'var(--fd-accent)',
  ended: 'var(--fd-line-strong)',
  unknown: 'var(--fd-page)',
};

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
  const room = width < 560 ? 104 : 232;
  const most = Math.floor(room / 13);
  return (
    <div ref={ref} role="img" aria-label={label} className={css.picture}>
      <BarChart
        h="100%"
        data={rows}
        dataKey="name"
        type="stacked"
        orientation="vertical"
        series={GROUPS.map((group) => ({
          name: group,
          label: t(`web-commitments:group.${group}`),
          color: FILL[group],
        }))}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 44 }}
        gridAxis="x"
        tickLine="none"
        yAxisProps={{
          width: room,
          interval: 0,
          tickFormatter: (name: string) => (name.length > most ? `${name.slice(0, most)}…` : name),
        }}
        xAxisProps={{ allowDecimals: false }}
        maxBarWidth={24}
        barProps={({ name }) => ({
          isAnimationActive: false,
          ...(name === 'unknown' ? { stroke: 'var(--fd-line-strong)', strokeDasharray: '3 3' } : {}),
        })}
        barChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}
