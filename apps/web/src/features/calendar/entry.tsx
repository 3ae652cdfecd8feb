import { formatDateRange, formatTimeIn, sameWallClock, wallClock } from '#core/i18n';
import type { Side } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { Illustrative, SideName } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './calendar.module.css';
import type { AvoidPeriod, Holiday, Hold, PollSlot, Session } from './entries.js';

/** Settled enough to plan on; what is only proposed or put off is drawn with a dashed border. */
const SETTLED = new Set(['date_agreed', 'preparing', 'ready', 'in_session', 'held', 'closed']);
const OVER = new Set(['held', 'closed']);

/** A clock at the venue with its zone; beneath it the reader's own where they differ, with the day when that differs, too. */
function Clock({ at, zone }: { at: string; zone: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const own = useZone();
  return (
    <span className={css.clock}>
      <time dateTime={at}>{formatTimeIn(at, zone, lang)}</time>
      {sameWallClock(at, zone, own) ? null : (
        <span className={css.ownClock}>
          {t('web-calendar:ownClock')}{' '}
          {wallClock(at, zone).date === wallClock(at, own).date ? (
            <time dateTime={at}>{formatTimeIn(at, own, lang)}</time>
          ) : (
            <Moment at={at} zone={own} />
          )}
        </span>
      )}
    </span>
  );
}

export function HolidayLine({ holiday }: { holiday: Holiday }) {
  return (
    <span className={css.holiday}>
      <SideName side={holiday.side} suffix={false} /> <Words value={holiday.name} marks={false} />
    </span>
  );
}

/** A soft period on one of its days: the days after the first only go on with its hatching; `full` says how long it lasts. */
export function AvoidLine({
  period,
  quiet = false,
  full = false,
}: {
  period: AvoidPeriod;
  quiet?: boolean;
  full?: boolean;
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <span className={css.avoid}>
      <span className={quiet ? 'fd-hidden' : undefined}>
        {t('web-calendar:avoid')} <SideName side={period.side} suffix={false} />{' '}
        <Words value={period.name} marks={false} />
        {full ? <span className={css.kind}>{formatDateRange(period.from, period.to, lang)}</span> : null}
      </span>
    </span>
  );
}

/** @param date the day on which it is drawn; a session of several days says which of them this is */
export function SessionEntry({ session, date, full = false }: { session: Session; date?: string; full?: boolean }) {
  const { t } = useTranslation();
  const settled = SETTLED.has(session.state);
  const first = date === undefined || date === session.from;
  return (
    <span
      className={css.entry}
      data-kind="session"
      data-open={!settled || undefined}
      data-over={OVER.has(session.state) || undefined}
      data-off={session.state === 'cancelled' || undefined}
    >
      {first && session.startsAt ? <Clock at={session.startsAt} zone={session.zone} /> : null}
      {first ? null : <span className={css.clock}>{t('web-calendar:continued')}</span>}
      <Link to={`/sessions/${session.id}`}>
        <Words value={session.title} marks={full} />
      </Link>
      <span className={css.facts}>
        {full || !settled ? <span>{t(`web-words:sessionState.${session.state}`)}</span> : null}
        {full ? <span>{t(`web-words:level.${session.level}`)}</span> : null}
        {full && session.place ? <Words value={session.place} marks={false} /> : null}
        {full || session.format === 'in_person' ? null : <span>{t(`common:forms.${session.format}`)}</span>}
        {full && session.format !== 'in_person' ? <span>{t(`common:forms.${session.format}`)}</span> : null}
        {session.illustrative ? <Illustrative /> : null}
      </span>
    </span>
  );
}

export function HoldEntry({ hold, full = false }: { hold: Hold; full?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={css.entry} data-kind="hold">
      <Clock at={hold.startsAt} zone={hold.zone} />
      <Link to={hold.sessionId ? `/sessions/${hold.sessionId}` : `/date-polls/${hold.pollId}`}>
        <Words value={hold.title} marks={full} />
      </Link>
      <span className={css.facts}>
        <span>{t('web-calendar:kinds.hold')}</span>
        {full ? <PlacedBy side={hold.placedBy} /> : null}
        {full ? (
          <span>
            {t('web-calendar:until')} <Moment at={hold.expiresAt} zone={hold.zone} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

const PlacedBy = ({ side }: { side: Side }) => <SideName side={side} />;

export function PollEntry({ slot, full = false }: { slot: PollSlot; full?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={css.entry} data-kind="poll">
      <Clock at={slot.startsAt} zone={slot.zone} />
      <Link to={`/date-polls/${slot.pollId}`}>
        <Words value={slot.title} marks={full} />
      </Link>
      <span className={css.facts}>
        <span>{t('web-calendar:kinds.poll')}</span>
        {slot.shared ? null : <span>{t('common:badges.internal')}</span>}
        {full ? (
          <span>
            {t('web-calendar:answerBy')} <Moment at={slot.deadline} zone={slot.zone} />
          </span>
        ) : null}
      </span>
    </span>
  );
}
