import { Temporal } from 'temporal-polyfill';
import { sessionsErrors } from './sessions.errors.js';

/** A stretch of time as people say it: days and clock times in one zone. Without times it is whole days. */
export interface LocalSpan {
  /** First and last day at the venue, `YYYY-MM-DD`; no last day means the same one. */
  readonly startDate: string;
  readonly endDate: string | null;
  /** `HH:MM`; both or neither. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  /** IANA name. */
  readonly zone: string;
  /** Which of two, where the clocks are put back and an hour comes twice. */
  readonly repeated: 'earlier' | 'later' | null;
}

/**
 * The instants of a span in ISO 8601 UTC, both null for whole days.
 * @throws sessions.timeDoesNotExist in the hour that is left out when clocks are put forward, sessions.timeTwice in one that comes
 * twice and is not told apart, sessions.endBeforeStart, sessions.timesIncomplete
 */
export function instantsOf(span: LocalSpan): { startsAt: string | null; endsAt: string | null } {
  const lastDay = span.endDate ?? span.startDate;
  if (lastDay < span.startDate) throw sessionsErrors.endBeforeStart();
  if (span.startTime === null && span.endTime === null) return { startsAt: null, endsAt: null };
  if (span.startTime === null || span.endTime === null) throw sessionsErrors.timesIncomplete();
  const startsAt = instantOf(span.startDate, span.startTime, span);
  const endsAt = instantOf(lastDay, span.endTime, span);
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw sessionsErrors.endBeforeStart();
  return { startsAt: startsAt.toString(), endsAt: endsAt.toString() };
}

function instantOf(date: string, time: string, { zone, repeated }: LocalSpan): Temporal.Instant {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(wall)) throw sessionsErrors.timeDoesNotExist({ date, time, zone });
  if (earlier.equals(later)) return earlier.toInstant();
  if (repeated === null) throw sessionsErrors.timeTwice({ date, time, zone });
  return (repeated === 'earlier' ? earlier : later).toInstant();
}

/** True for a zone that the runtime's time zone data names, such as `Europe/Zurich`; offsets like `+09:00` are no zones. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
