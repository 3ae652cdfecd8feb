import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChannelEvent } from '../../shared/api/types.js';
import { Ladder, Private, SideName } from '../../shared/ui/badges.js';
import { Day, KnownDate } from '../../shared/ui/dates.js';
import { Sources } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import css from './channel-page.module.css';

/** The history of a channel, oldest first: what happened, from which level to which, and what it rests on. */
export function EventList({ events }: { events: ChannelEvent[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.rows}>
      {events.map((event) => (
        <li key={event.id}>
          <span className={css.when}>
            <KnownDate date={event.date} />
          </span>
          <span>
            <strong>{t(`web-words:event.${event.type}`)}</strong>{' '}
            {event.side && event.type !== 'proposed' ? <SideName side={event.side} /> : null}{' '}
            {event.text ? <Words value={event.text} /> : null}
            <EventFacts event={event} />
            {event.privateReason ? (
              <Private>
                <Words value={event.privateReason} />
              </Private>
            ) : null}
            <Sources sources={event.sources} />
            {event.note ? (
              <span className={css.line} lang="en">
                {event.note}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function EventFacts({ event }: { event: ChannelEvent }) {
  const { t } = useTranslation();
  const { fromLevel, level, session, related, reference } = event;
  if (!fromLevel && !level && !session && !related && !reference) return null;
  return (
    <span className={css.line}>
      {fromLevel && level ? (
        <span>
          {t('web-channels:levels', { from: t(`web-words:level.${fromLevel}`), to: t(`web-words:level.${level}`) })}
        </span>
      ) : level ? (
        <Ladder level={level} />
      ) : null}
      {session ? (
        <Link to={`/sessions/${session.id}`}>
          {fromLevel ? `${t('web-channels:fromSession')} ` : null}
          <Day date={session.date} />
        </Link>
      ) : null}
      {related ? (
        <Link to={`/channels/${related.id}`}>
          <Words value={related.name} />
        </Link>
      ) : null}
      {reference ? (
        <span>
          {t('web-channels:reference')}: {reference.text}
        </span>
      ) : null}
    </span>
  );
}
