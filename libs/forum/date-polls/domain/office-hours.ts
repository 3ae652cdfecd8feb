import type { Side } from '#core/kernel';

/** Minutes of the day between which a ministry works and its people eat (domain.md 6). */
export interface OfficeHours {
  readonly opens: number;
  readonly closes: number;
  readonly lunchFrom: number;
  readonly lunchTo: number;
}

const clock = (hour: number, minute = 0): number => hour * 60 + minute;

/** Korea by the Regulation on Service of Public Officials; Japan about 09:30–18:15 at the ministries. Change them here. */
export const OFFICE_HOURS: Readonly<Record<Side, OfficeHours>> = {
  kr: { opens: clock(9), closes: clock(18), lunchFrom: clock(12), lunchTo: clock(13) },
  jp: { opens: clock(9, 30), closes: clock(18, 15), lunchFrom: clock(12), lunchTo: clock(13) },
};

/** A meeting shorter than this can keep clear of lunch; a longer one plans its own break. */
export const LUNCH_COUNTS_BELOW = 240;

/** Candidates begin on the full and the half hour. */
export const GRID_MINUTES = 30;

/** The zone in which each side's clock runs when its people stay at home. */
export const HOME_ZONES: Readonly<Record<Side, string>> = { kr: 'Asia/Seoul', jp: 'Asia/Tokyo' };

/** Minutes east of UTC, all year round, in both capitals. */
export const HOME_OFFSET = 540;
