import { scaledMinutes, type InterpretationMode } from '#forum/delegations';
import type { ItemKind } from './agenda.types.js';

/** One row of the list as the clock needs it. */
export interface TimedRow {
  readonly kind: ItemKind;
  /** Minutes of speech or of the break. */
  readonly minutes: number;
  /** False for what takes no time at this session: own drafts, and what was put off. */
  readonly runs: boolean;
}

export interface SessionClock {
  /** ISO 8601 UTC, or null while no clock time is agreed. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly mode: InterpretationMode | null;
  /** The session's own factor, 100 … 500. */
  readonly factorPercent: number | null;
}

/** ISO 8601 UTC. A section runs until the next one. */
export interface ClockSpan {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface ClockTimes {
  /** One per row; null where the row takes no time or none is agreed. */
  readonly rows: readonly (ClockSpan | null)[];
  /** When the last row ends. */
  readonly endsAt: string | null;
  /** Whole minutes by which the rows outlast the session, 0 when they fit; null while an end is missing. */
  readonly overrunMinutes: number | null;
}

const MINUTE = 60_000;

/** Minutes on the clock: speech takes longer when it is interpreted, a break does not (domain.md 3.5). */
export function runningMinutes(
  row: Pick<TimedRow, 'kind' | 'minutes'>,
  clock: Pick<SessionClock, 'mode' | 'factorPercent'>,
): number {
  return row.kind === 'item' ? scaledMinutes(row.minutes, clock.mode, clock.factorPercent) : row.minutes;
}

/** Clock times of all rows, one after the other from the session's start. */
export function clockTimes(rows: readonly TimedRow[], clock: SessionClock): ClockTimes {
  if (clock.startsAt === null) return { rows: rows.map(() => null), endsAt: null, overrunMinutes: null };
  let at = Date.parse(clock.startsAt);
  const spans = rows.map((row) => {
    if (!row.runs) return null;
    const from = at;
    at += runningMinutes(row, clock) * MINUTE;
    return { from, to: at };
  });
  const end = clock.endsAt === null ? null : Date.parse(clock.endsAt);
  return {
    rows: spans.map((span, index) => {
      if (!span) return null;
      const to = rows[index]?.kind === 'section' ? sectionEnd(rows, spans, index) : span.to;
      return { startsAt: instant(span.from), endsAt: instant(to) };
    }),
    endsAt: instant(at),
    overrunMinutes: end === null ? null : Math.max(0, Math.ceil((at - end) / MINUTE)),
  };
}

function sectionEnd(
  rows: readonly TimedRow[],
  spans: readonly ({ readonly from: number; readonly to: number } | null)[],
  section: number,
): number {
  let end = spans[section]?.to ?? 0;
  for (let index = section + 1; index < rows.length; index += 1) {
    const span = spans[index];
    if (!span) continue;
    if (rows[index]?.kind === 'section') break;
    end = span.to;
  }
  return end;
}

const instant = (at: number): string => new Date(at).toISOString();
