import { formatSpan, sameWallClock } from '#core/i18n';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import css from './date-polls.module.css';

/** A slot at the venue, and beneath it on the reader's own clock when that shows another time. */
export function SlotTime({ slot, zone }: { slot: { startsAt: string; endsAt: string }; zone: string }) {
  const lang = useLanguage();
  const own = useZone();
  return (
    <span className={css.time}>
      <time dateTime={slot.startsAt}>{formatSpan(slot.startsAt, slot.endsAt, zone, lang)}</time>
      {sameWallClock(slot.startsAt, zone, own) ? null : (
        <time dateTime={slot.startsAt} className={css.ownTime}>
          {formatSpan(slot.startsAt, slot.endsAt, own, lang)}
        </time>
      )}
    </span>
  );
}
