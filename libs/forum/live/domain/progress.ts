import { runningMinutes, type ItemKind, type SessionClock } from '#forum/agenda';
import type { SegmentRow } from './live.types.js';

/** One row of the adopted agenda as the clock needs it. */
export interface RunningRow {
  readonly id: string;
  readonly kind: ItemKind;
  /** Minutes of speech, or of the break; 0 for a section. */
  readonly minutes: number;
  /** True once it is over without having been timed: marked as discussed, or put off at the session. */
  readonly settled: boolean;
}

/** Where a row stands. Instants are ISO 8601 UTC, times whole seconds. */
export interface RowProgress {
  readonly id: string;
  readonly place: 'done' | 'on' | 'coming';
  /** With the time interpretation takes. */
  readonly plannedSeconds: number;
  readonly elapsedSeconds: number;
  /** Negative once it takes longer than planned. */
  readonly remainingSeconds: number;
  /** When a coming row begins, as things stand; null for the others. */
  readonly expectedAt: string | null;
}

export interface Progress {
  readonly rows: readonly RowProgress[];
  /** What is on: a row, or a break that the agenda does not have. */
  readonly on: {
    readonly itemId: string | null;
    readonly startedAt: string;
    readonly plannedSeconds: number;
    readonly elapsedSeconds: number;
    readonly remainingSeconds: number;
  } | null;
  /** When the last row ends, as things stand; null once all is over, and while no time is agreed. */
  readonly expectedEnd: string | null;
  /** Whole minutes by which that is later than agreed; 0 when it fits, null where either is missing. */
  readonly overrunMinutes: number | null;
}

const seconds = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));

/**
 * Elapsed and remaining time of everything, and what follows for the rest of the day.
 * @param from ISO 8601 UTC: what is to come is counted from here: now while the session runs, its agreed start before; null when it is over
 */
export function progressOf(
  rows: readonly RunningRow[],
  segments: readonly SegmentRow[],
  clock: Pick<SessionClock, 'mode' | 'factorPercent' | 'endsAt'>,
  now: string,
  from: string | null = now,
): Progress {
  const spent = (own: readonly SegmentRow[]) =>
    own.reduce((sum, segment) => sum + seconds(segment.startedAt, segment.endedAt ?? now), 0);
  const open = segments.find((segment) => segment.endedAt === null) ?? null;
  const timed = rows.map((row) => {
    const own = segments.filter((segment) => segment.itemId === row.id);
    const plannedSeconds = runningMinutes(row, clock) * 60;
    const elapsedSeconds = spent(own);
    const isOn = open?.itemId === row.id;
    const place: RowProgress['place'] = isOn ? 'on' : own.length > 0 || row.settled ? 'done' : 'coming';
    return { id: row.id, place, plannedSeconds, elapsedSeconds, remainingSeconds: plannedSeconds - elapsedSeconds };
  });
  const on = open && { itemId: open.itemId, startedAt: open.startedAt, ...timesOf(open, timed, now) };
  let at = from === null ? null : Date.parse(from) + Math.max(0, on?.remainingSeconds ?? 0) * 1000;
  const placed = timed.map((row): RowProgress => {
    if (row.place !== 'coming' || at === null) return { ...row, expectedAt: null };
    const expectedAt = new Date(at).toISOString();
    at += row.plannedSeconds * 1000;
    return { ...row, expectedAt };
  });
  const end = clock.endsAt === null ? null : Date.parse(clock.endsAt);
  return {
    rows: placed,
    on,
    expectedEnd: at === null ? null : new Date(at).toISOString(),
    overrunMinutes: end === null || at === null ? null : Math.max(0, Math.ceil((at - end) / 60_000)),
  };
}

function timesOf(
  open: SegmentRow,
  rows: readonly Omit<RowProgress, 'expectedAt'>[],
  now: string,
): Pick<RowProgress, 'plannedSeconds' | 'elapsedSeconds' | 'remainingSeconds'> {
  const row = rows.find(({ id }) => id === open.itemId);
  if (row) {
    const { plannedSeconds, elapsedSeconds, remainingSeconds } = row;
    return { plannedSeconds, elapsedSeconds, remainingSeconds };
  }
  const plannedSeconds = (open.minutes ?? 0) * 60;
  const elapsedSeconds = seconds(open.startedAt, now);
  return { plannedSeconds, elapsedSeconds, remainingSeconds: plannedSeconds - elapsedSeconds };
}
