import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentSummary, InstrumentSummary, PartialDate, TextView } from '../../shared/api/types.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './commitments.module.css';
import { countsOf, Progress, toneOf } from './progress.js';
import { Sides } from './sides.js';

/** Where promises were made: a text, a meeting, or an announcement that names neither. */
export interface PlaceOfPromises {
  readonly key: string;
  readonly name: TextView | null;
  readonly path: string | null;
  readonly date: PartialDate | null;
  readonly instrument: InstrumentSummary | null;
  readonly list: readonly CommitmentSummary[];
}

/** Latest first; an instrument without clauses stands there too, announcements without a date come last. */
export function nodesOf(
  instruments: readonly InstrumentSummary[],
  commitments: readonly CommitmentSummary[],
): PlaceOfPromises[] {
  const texts = instruments.map((instrument) => ({
    key: instrument.id,
    name: instrument.name,
    path: `/instruments/${instrument.id}`,
    date: instrument.date,
    instrument,
    list: commitments.filter((item) => item.instrument?.id === instrument.id),
  }));
  const rest = commitments.filter((item) => item.instrument === null);
  const sessions = [...new Map(rest.flatMap(({ session }) => (session ? [[session.id, session]] : []))).values()];
  const meetings = sessions.map((session) => ({
    key: session.id,
    name: session.title,
    path: `/sessions/${session.id}`,
    date: session.date,
    instrument: null,
    list: rest.filter((item) => item.session?.id === session.id),
  }));
  const others = rest.filter((item) => item.session === null);
  const latest = (a: PlaceOfPromises, b: PlaceOfPromises) => (b.date?.value ?? '').localeCompare(a.date?.value ?? '');
  return [
    ...[...texts, ...meetings].sort(latest),
    ...(others.length > 0
      ? [{ key: 'announced', name: null, path: null, date: null, instrument: null, list: others }]
      : []),
  ];
}

export function TreeNode({
  node,
  open,
  onToggle,
}: {
  node: PlaceOfPromises;
  open: boolean;
  onToggle: (open: boolean) => void;
}) {
  const { t } = useTranslation();
  const { name, date, instrument, list } = node;
  const areas = [...new Map(list.flatMap(({ area }) => (area ? [[area.id, area]] : []))).values()];
  return (
    <li>
      <details
        open={open}
        onToggle={(event) => onToggle(event.currentTarget.open)}
        data-state={instrument && instrument.state !== 'recorded' ? 'open' : undefined}
      >
        <summary className={css.place}>
          <span className={css.placeName}>
            {name ? <Words value={name} /> : t('web-commitments:tree.announced')}
            <span className={css.about}>
              {date ? <KnownDate date={date} /> : null}
              {instrument ? (
                <>
                  {' · '}
                  {t(`web-words:instrumentKind.${instrument.kind}`)}
                </>
              ) : date ? (
                <>
                  {' · '}
                  {t('web-commitments:session')}
                </>
              ) : null}{' '}
              {instrument ? <Illustrative show={instrument.illustrative} /> : null}
            </span>
          </span>
          <span className={css.placeProgress}>
            {instrument && instrument.state !== 'recorded' ? (
              <State tone="open">{t(`web-commitments:state.${instrument.state}`)}</State>
            ) : (
              <Progress counts={countsOf(list)} />
            )}
          </span>
        </summary>
        <div className={css.branch}>
          {node.path ? <Link to={node.path}>{t('web-commitments:tree.openPage')}</Link> : null}
          <Leaves list={list.filter(({ area }) => area === null)} />
          {areas.map((area, index) => (
            <section key={area.id} className={css.area}>
              <h3>
                {index + 1}. <Words value={area.name} />
              </h3>
              <Leaves list={list.filter((item) => item.area?.id === area.id)} />
            </section>
          ))}
        </div>
      </details>
    </li>
  );
}

/** The promises themselves, each with what has happened on either side. */
function Leaves({ list }: { list: readonly CommitmentSummary[] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <ul className={css.leaves}>
      {list.map((item) => (
        <li key={item.id} data-open={!item.agreed || undefined}>
          <div className={css.leafHead}>
            <span>
              <span className={css.code}>{item.code}</span>{' '}
              <Link to={`/commitments/${item.id}`}>
                <Words value={item.text} />
              </Link>
            </span>
            <span className={css.end}>
              {item.chapeau ? (
                <State>{t('web-commitments:chapeau')}</State>
              ) : (
                <State tone={toneOf(item.status)}>{t(`web-words:commitment.${item.status}`)}</State>
              )}
            </span>
          </div>
          <p className={css.about}>
            {t(`web-words:strength.${item.strength}`)}
            {item.due ? (
              <>
                {' · '}
                {t('web-commitments:due')} <KnownDate date={item.due} />
              </>
            ) : null}
          </p>
          <Sides sides={item.sides} compact />
          {item.followed ? (
            <p className={css.followed}>
              <Words value={item.followed} />
            </p>
          ) : null}
          {item.channels.length > 0 ? (
            <p className={css.about}>
              {t('web-commitments:chain.channel')}{' '}
              {item.channels.map((channel, index) => (
                <span key={channel.id}>
                  {index > 0 ? ' · ' : null}
                  <Link to={`/channels/${channel.id}`}>
                    <Words value={channel.name} marks={false} />
                  </Link>
                </span>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
