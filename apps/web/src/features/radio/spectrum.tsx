import { formatBand, formatFrequency } from '#core/i18n';
import { scaleLog } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { useWidth } from '../../shared/ui/use-width.js';
import { Words } from '../../shared/ui/text.js';
import { issuePath, type IssueSummary, type Service } from './api.js';
import css from './radio.module.css';
import { reachOf, servicesOf, sharedParts, stripesOf, type SharedPart, type Stripe } from './plot.js';
import { Pattern, patternOf } from './patterns.js';

const ROW = 30;
const TOP = 8;
const AXIS = 28;
/** Pixels that a figure of the axis takes at least. */
const TICK_WIDTH = 74;
const MARK = 6;

/**
 * The cases over the spectrum on a logarithmic axis: a bar for known edges, a diamond for a nominal frequency, services told apart by
 * pattern and colour, shared spectrum shaded through all rows. The tables beneath say the same in words.
 */
export default function Spectrum({ issues }: { issues: readonly IssueSummary[] }) {
  const { t } = useTranslation();
  const { ref, width } = useWidth();
  const stripes = stripesOf(issues);
  if (stripes.length === 0) return null;
  const shown = issues.filter((issue) => issue.bands.length > 0);
  const services = servicesOf(stripes);
  const shared = sharedParts(stripes);
  return (
    <figure className={css.spectrum} aria-label={t('web-radio:spectrum.label')}>
      <Legend services={services} shared={shared.length > 0} />
      <div ref={ref} className={css.plot}>
        {width > 0 ? <Plot width={width} issues={shown} stripes={stripes} shared={shared} services={services} /> : null}
      </div>
      <figcaption>{t('web-radio:spectrum.caption')}</figcaption>
      {shared.length > 0 ? <SharedTable shared={shared} /> : null}
    </figure>
  );
}

interface PlotProps {
  width: number;
  issues: readonly IssueSummary[];
  stripes: readonly Stripe[];
  shared: readonly SharedPart[];
  services: readonly Service[];
}

function Plot({ width, issues, stripes, shared, services }: PlotProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const x = scaleLog().domain(reachOf(stripes)).range([0, width]);
  const height = TOP + issues.length * ROW + AXIS;
  const ticks = fittingTicks(x.ticks(), x, width);
  const rowOf = (id: string): number => TOP + issues.findIndex((issue) => issue.id === id) * ROW + ROW / 2;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={t('web-radio:spectrum.count', { count: issues.length, shared: shared.length })}
    >
      <defs>
        {services.map((service, index) => (
          <Pattern key={service} index={index} />
        ))}
      </defs>
      {shared.map((part, index) => (
        <rect
          key={index}
          className={css.shared}
          x={x(part.low) - (part.low === part.high ? 2 : 0)}
          width={Math.max(x(part.high) - x(part.low), 4)}
          y={0}
          height={height - AXIS}
        />
      ))}
      {ticks.map((hertz) => (
        <g key={hertz} className={css.tick}>
          <line x1={x(hertz)} x2={x(hertz)} y1={0} y2={height - AXIS} />
          <text x={x(hertz)} y={height - 8} textAnchor="middle">
            {formatFrequency(hertz, lang)}
          </text>
        </g>
      ))}
      {issues.map((issue) => (
        <text
          key={issue.id}
          className={css.rowLabel}
          x={labelAt(issue, stripes, x, width).x}
          textAnchor={labelAt(issue, stripes, x, width).anchor}
          y={rowOf(issue.id) + 5}
        >
          {issue.code ?? t('web-words:radioState.draft')}
        </text>
      ))}
      {stripes.map((stripe, index) => (
        <Bar key={index} stripe={stripe} y={rowOf(stripe.issue.id)} x={x} services={services} />
      ))}
    </svg>
  );
}

type Scale = (hertz: number) => number;

function Bar({ stripe, y, x, services }: { stripe: Stripe; y: number; x: Scale; services: readonly Service[] }) {
  const index = stripe.service === null ? -1 : services.indexOf(stripe.service);
  const fill = patternOf(index);
  const kind = stripe.issue.illustrative ? 'illustrative' : stripe.issue.code === null ? 'draft' : 'real';
  if (stripe.nominal)
    return (
      <path
        className={css.band}
        data-kind={kind}
        data-hue={index}
        fill={fill}
        d={`M${String(x(stripe.low))} ${String(y - MARK)}l${String(MARK)} ${String(MARK)}-${String(MARK)} ${String(MARK)}-${String(MARK)}-${String(MARK)}Z`}
      />
    );
  return (
    <rect
      className={css.band}
      data-kind={kind}
      data-hue={index}
      fill={fill}
      x={x(stripe.low)}
      y={y - 7}
      width={Math.max(x(stripe.high) - x(stripe.low), 4)}
      height={14}
    />
  );
}

/** Pixels that a code takes at most. */
const LABEL_WIDTH = 112;

/** The label stands behind its last mark, else before its first, else behind its first. */
function labelAt(issue: IssueSummary, stripes: readonly Stripe[], x: Scale, width: number) {
  const own = stripes.filter((stripe) => stripe.issue.id === issue.id);
  const right = Math.max(...own.map((stripe) => x(stripe.high)));
  const left = Math.min(...own.map((stripe) => x(stripe.low)));
  if (right < width - LABEL_WIDTH) return { x: right + MARK + 6, anchor: 'start' } as const;
  if (left > LABEL_WIDTH) return { x: left - MARK - 6, anchor: 'end' } as const;
  return { x: left + MARK + 6, anchor: 'start' } as const;
}

/** As many round figures as have room, from 1, 2 and 5. */
function fittingTicks(all: readonly number[], x: Scale, width: number): number[] {
  const round = all.filter((hertz) => /^[125]/u.test(String(hertz)));
  const fine = all.length > 0 && round.length < 3 ? all : round;
  return fine.reduce<number[]>((kept, hertz) => {
    const at = x(hertz);
    const last = kept.at(-1);
    const free = last === undefined || at - x(last) >= TICK_WIDTH;
    return free && at >= TICK_WIDTH / 2 && at <= width - TICK_WIDTH / 2 ? [...kept, hertz] : kept;
  }, []);
}

function Legend({ services, shared }: { services: readonly Service[]; shared: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={css.legend}>
      {services.map((service, index) => (
        <li key={service}>
          <svg width="26" height="14" aria-hidden>
            <defs>
              <Pattern index={index} legend />
            </defs>
            <rect
              className={css.band}
              data-hue={index}
              fill={patternOf(index, true)}
              x="1"
              y="1"
              width="24"
              height="12"
            />
          </svg>
          {t(`terms:svc.${service}`)}
        </li>
      ))}
      {shared ? (
        <li>
          <svg width="26" height="14" aria-hidden>
            <rect className={css.shared} x="1" y="1" width="24" height="12" />
          </svg>
          {t('web-radio:spectrum.shared')}
        </li>
      ) : null}
    </ul>
  );
}

function SharedTable({ shared }: { shared: readonly SharedPart[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const rows = shared.map((part, index) => ({ ...part, id: String(index) }));
  return (
    <details className={css.sharedTable}>
      <summary>{t('web-radio:spectrum.sharedCount', { count: rows.length })}</summary>
      <DataTable
        label={t('web-radio:spectrum.shared')}
        rows={rows}
        idOf={(row) => row.id}
        columns={[
          {
            key: 'band',
            label: t('web-radio:bands'),
            main: true,
            width: '30%',
            cell: ({ low, high }) => (low === high ? formatFrequency(low, lang) : formatBand(low, high, lang)),
          },
          {
            key: 'issues',
            label: t('web-radio:issues'),
            cell: (row) => (
              <ul className={css.plain}>
                {row.issues.map((issue) => (
                  <li key={issue.id}>
                    <Link to={issuePath(issue.id)}>
                      <Words value={issue.title} marks={false} />
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </details>
  );
}
