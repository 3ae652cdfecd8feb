import { wallClock } from '#core/i18n';

const DAY = 86_400_000;

/** The date some days later; counted at noon UTC, so that no clock is changed on the way. */
export function addDays(date: string, days: number): string {
  const noon = Date.parse(`${date}T12:00:00Z`) + days * DAY;
  return wallClock(new Date(noon).toISOString(), 'UTC').date;
}

/** The month a date is in, from that date on: what is looked at first. */
export function firstDays(from: string): { from: string; to: string } {
  return { from, to: addDays(from, 34) };
}

/** Whether an instant is among others, however each is written. */
export function isAmong(instant: string, others: readonly string[]): boolean {
  return others.some((other) => Date.parse(other) === Date.parse(instant));
}

/** Empty cells before the first day of a week that begins on Monday. */
export function leading(date: string): number {
  return (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
}
