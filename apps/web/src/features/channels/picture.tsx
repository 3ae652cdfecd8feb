import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Timeline } from '../../shared/api/types.js';
import { useMe } from '../../shared/me.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useWidth } from '../../shared/ui/use-width.js';
import { LifeLine, LineLegend, offsetsOf, stretchesOf } from './lane.js';
import { Legend, MarkShape } from './mark-shape.js';
import { MarkNote } from './mark-note.js';
import { marksOf, spanOf, yearOf, type TimelineMark } from './marks.js';
import css from './picture.module.css';
import { Rail } from './rail.js';

const LANE = 46;
const TOP = 26;

/** The picture of all channels: lanes over years on a wide screen, a rail down the years on a phone. */
export function Picture({ timeline }: { timeline: Timeline }) {
  const narrow = useMediaQuery('(max-width: 47.99em)', window.matchMedia('(max-width: 47.99em)').matches, {
    getInitialValueInEffect: false,
  });
  if (timeline.channels.length === 0) return <Empty />;
  return (
    <>
      <Legend>{narrow ? null : <LineLegend />}</Legend>
      {narrow ? <Rail timeline={timeline} /> : <Lanes timeline={timeline} />}
    </>
  );
}

function Lanes({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { ref, width } = useWidth();
  const today = useMe()?.today ?? timeline.to;
  const [chosen, setChosen] = useState<TimelineMark | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { from, to } = spanOf(timeline);
  const lanes = timeline.channels.map((channel) => ({ channel, marks: marksOf(channel) }));
  const height = TOP + lanes.length * LANE;
  const x = (at: number): number => 12 + ((Math.max(at, from) - from) / (to - from)) * Math.max(width - 24, 1);
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const every = width / years.length > 44 ? 1 : width / years.length > 22 ? 2 : 5;
  const visible = lanes.flatMap(({ marks }) => marks.filter((mark) => mark.at >= from));
  const stop = chosen ?? visible[0] ?? null;

  const focus = (mark: TimelineMark | undefined): void => {
    if (!mark) return;
    setChosen(mark);
    svg.current?.querySelector<SVGElement>(`[data-mark="${mark.id}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, mark: TimelineMark): void => {
    const at = visible.indexOf(mark);
    const lane = lanes.findIndex(({ channel }) => channel.id === mark.channelId);
    const nearest = (index: number): TimelineMark | undefined =>
      [...(lanes[index]?.marks ?? [])]
        .filter((other) => other.at >= from)
        .sort((a, b) => Math.abs(a.at - mark.at) - Math.abs(b.at - mark.at))[0];
    const goal =
      event.key === 'ArrowRight'
        ? visible[at + 1]
        : event.key === 'ArrowLeft'
          ? visible[at - 1]
          : event.key === 'ArrowDown'
            ? nearest(lane + 1)
            : event.key === 'ArrowUp'
              ? nearest(lane - 1)
              : undefined;
    if (event.key === 'Enter') void navigate(mark.href);
    else if (goal) {
      event.preventDefault();
      focus(goal);
    }
  };

  return (
    <div className={css.frame}>
      <ul className={css.names} style={{ paddingTop: TOP }}>
        {lanes.map(({ channel }) => (
          <li key={channel.id} style={{ height: LANE }}>
            <Link to={`/channels/${channel.id}`}>
              <Words value={channel.name} />
            </Link>
          </li>
        ))}
      </ul>
      <div ref={ref} className={css.canvas}>
        <svg ref={svg} width={width} height={height} role="group" aria-label={t('web-channels:pictureLabel')}>
          {years.map((year) =>
            (year - from) % every === 0 && year < to ? (
              <g key={year} className={css.year} aria-hidden>
                <line x1={x(year)} x2={x(year)} y1={TOP - 6} y2={height} />
                <text x={x(year) + 3} y={14}>
                  {year}
                </text>
              </g>
            ) : null,
          )}
          <line
            className={css.today}
            x1={x(yearOf(today))}
            x2={x(yearOf(today))}
            y1={TOP - 6}
            y2={height}
            aria-hidden
          />
          {lanes.map(({ channel, marks }, index) => {
            const y = TOP + index * LANE + LANE / 2;
            const last = marks.at(-1);
            const drawn = marks.filter((mark) => mark.at >= from);
            const offsets = offsetsOf(drawn, x);
            return (
              <g key={channel.id}>
                <line
                  className={css.row}
                  x1={0}
                  x2={width}
                  y1={TOP + (index + 1) * LANE - 0.5}
                  y2={TOP + (index + 1) * LANE - 0.5}
                  aria-hidden
                />
                <LifeLine stretches={stretchesOf(channel, marks, today)} x={x} y={y} />
                {last && last.at < from ? (
                  <text x={x(from) + 4} y={y + 5} className={css.before} aria-hidden>
                    {`‹ ${String(Math.floor(last.at))}`}
                  </text>
                ) : null}
                {drawn.map((mark, place) => (
                  <MarkShape
                    key={mark.id}
                    mark={mark}
                    channel={channel.name.text}
                    x={x(mark.at)}
                    y={y + (offsets[place] ?? 0)}
                    focusable={mark.id === stop?.id}
                    onChoose={() => setChosen(mark)}
                    onOpen={() => void navigate(mark.href)}
                    onKey={(event) => onKey(event, mark)}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      </div>
      <MarkNote
        mark={chosen}
        name={lanes.find(({ channel }) => channel.id === chosen?.channelId)?.channel.name ?? null}
      />
    </div>
  );
}
