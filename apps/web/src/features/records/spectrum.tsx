import { useTranslation } from 'react-i18next';
import { useWidth } from '../../shared/ui/use-width.js';
import type { RadioIssue } from '../../shared/api/types.js';
import css from './records.module.css';

const MHZ = 1_000_000;
const FROM = 600;
const TO = 4000;
const TICKS = [700, 800, 1000, 1500, 2100, 2600, 3500];
const ROW = 20;

/** The issues over the spectrum, on a logarithmic scale: a bar for known edges, a diamond for a nominal band. The table below says the same. */
export function Spectrum({ issues }: { issues: RadioIssue[] }) {
  const { t } = useTranslation();
  const { ref, width } = useWidth();
  const x = (mhz: number): number => (Math.log(mhz / FROM) / Math.log(TO / FROM)) * width;
  const rows = issues.filter((issue) => issue.bands.length > 0);
  const height = 34 + rows.length * ROW;
  return (
    <figure className={css.spectrum} ref={ref}>
      <svg width={width} height={height} role="img" aria-label={t('web-records:spectrum', { count: rows.length })}>
        {TICKS.map((mhz) => (
          <g key={mhz} className={css.tick}>
            <line x1={x(mhz)} x2={x(mhz)} y1={0} y2={height - 20} />
            <text x={x(mhz)} y={height - 5} textAnchor="middle">
              {mhz}
            </text>
          </g>
        ))}
        {rows.map((issue, index) =>
          issue.bands.map((band, at) => {
            const y = 12 + index * ROW;
            if (band.lowHz && band.highHz) {
              const low = x(Number(band.lowHz) / MHZ);
              return (
                <rect
                  key={`${issue.id}${String(at)}`}
                  className={css.band}
                  x={low}
                  y={y - 5}
                  width={Math.max(x(Number(band.highHz) / MHZ) - low, 3)}
                  height="10"
                />
              );
            }
            const mid = x(Number(band.nominalHz) / MHZ);
            return (
              <path
                key={`${issue.id}${String(at)}`}
                className={css.nominal}
                d={`M${String(mid)} ${String(y - 6)}l6 6-6 6-6-6Z`}
              />
            );
          }),
        )}
      </svg>
      <figcaption>{t('web-records:spectrumUnit')}</figcaption>
    </figure>
  );
}
