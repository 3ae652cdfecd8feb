import type { Audience, LocalizedText } from '#core/kernel';
import { sessionsErrors } from './sessions.errors.js';

export const PROGRAMME_KINDS = [
  'opening',
  'closed_part',
  'press',
  'dinner',
  'courtesy_call',
  'site_visit',
  'other',
] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** One point of a programme. Times are clock times `HH:MM` at the venue on the `day`-th day. */
export interface ProgrammeItem {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: ProgrammeKind;
  readonly day: number;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly title: LocalizedText;
  readonly place: LocalizedText | null;
  readonly audience: Audience;
  readonly version: number;
}

/** @throws sessions.dayOutOfRange, sessions.endBeforeStart, sessions.timesIncomplete (an end needs a start) */
export function assertProgrammeTimes(
  item: Pick<ProgrammeItem, 'day' | 'startTime' | 'endTime'>,
  sessionDays: number,
): void {
  if (item.day < 1 || item.day > sessionDays) throw sessionsErrors.dayOutOfRange({ days: sessionDays });
  if (item.endTime === null) return;
  if (item.startTime === null) throw sessionsErrors.timesIncomplete();
  if (item.endTime <= item.startTime) throw sessionsErrors.endBeforeStart();
}
