import { defineErrors } from '#core/kernel';

/** Faults of the calendar; texts under `working-days:errors.*`. */
export const workingDaysErrors = defineErrors('working-days', {
  /** No table for this year (params: year, first, last). */
  yearUnknown: 422,
  /** The range ends before it begins (params: from, to). */
  rangeInverted: 422,
  /** The range is longer than can be shown at once (params: days, max). */
  rangeTooLong: 422,
});
