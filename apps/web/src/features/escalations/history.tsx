import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import type { RiseEvent } from './api.js';
import css from './escalations.module.css';

/** Every step, oldest first: who, when, where to and why. */
export function RiseHistory({ events }: { events: readonly RiseEvent[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <ol className={css.events}>
      {events.map((event) => (
        <li key={event.id}>
          <span className={css.muted}>
            <Moment at={event.at} zone={zone} />
          </span>
          <div>
            <p className={css.meta}>
              <strong>{t(`web-escalations:event.${event.kind}`)}</strong>
              {event.side ? <SideName side={event.side} /> : null}
              {event.post ? (
                <span className={css.muted}>
                  <Words value={event.post.title} marks={false} />
                </span>
              ) : null}
            </p>
            <p className={css.meta}>
              {event.level ? <span>{t(`web-escalations:level.${event.level}`)}</span> : null}
              {event.channel ? <Words value={event.channel.name} marks={false} /> : null}
              {event.session ? (
                <Link to={`/sessions/${event.session.id}/agenda`}>
                  <Words value={event.session.title} marks={false} /> (<Day date={event.session.startDate} />)
                </Link>
              ) : null}
            </p>
            {event.reason ? <p className={css.reason}>{event.reason}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
