import type { PlainDay } from './holiday.types.js';
import { isPlainDay } from './plain-day.js';
import { workingDaysErrors } from './working-days.errors.js';

/** The days a question or an entry may name: a century, wide enough for the record and any plan. */
export const REACH = { first: '1998-01-01', last: '2097-12-31' } as const;

export const isWithinReach = (date: PlainDay): boolean => isPlainDay(date) && date >= REACH.first && date <= REACH.last;

/** @throws working-days.dateOutOfReach */
export function assertWithinReach(date: PlainDay): void {
  if (!isWithinReach(date)) throw workingDaysErrors.dateOutOfReach({ date, ...REACH });
}
