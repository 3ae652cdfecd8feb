import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Timeline } from '../../shared/api/types.js';
import { Illustrative } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { Glyph } from './mark-shape.js';
import { FIRST_YEAR, marksOf } from './marks.js';
import css from './picture.module.css';

/** The same picture for a narrow screen: one rail from the newest year down. */
export function Rail({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation();
  const all = timeline.channels
    .flatMap((channel) => marksOf(channel).map((mark) => ({ mark, channel })))
    .filter(({ mark }) => mark.at >= FIRST_YEAR)
    .sort((a, b) => b.mark.at - a.mark.at);
  const years = [...new Set(all.map(({ mark }) => Math.floor(mark.at)))];
  return (
    <div>
      {years.map((year) => (
        <section key={year} className={css.railYear}>
          <h2>{year}</h2>
          <ol className={css.rail}>
            {all
              .filter(({ mark }) => Math.floor(mark.at) === year)
              .map(({ mark, channel }) => (
                <li key={mark.id}>
                  <svg
                    width="22"
                    height="22"
                    viewBox="-11 -11 22 22"
                    className={css.mark}
                    data-shape={mark.shape}
                    aria-hidden
                  >
                    <Glyph shape={mark.shape} radius={6} />
                  </svg>
                  <div>
                    <span className={css.railWhen}>
                      <KnownDate date={mark.date} /> · {t(`web-words:event.${mark.type}`)}
                    </span>
                    <Link to={mark.href}>
                      <Words value={channel.name} />
                    </Link>{' '}
                    <Illustrative show={mark.session?.illustrative ?? false} />
                    {mark.event?.text ? (
                      <p>
                        <Words value={mark.event.text} />
                      </p>
                    ) : null}
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
