import { japaneseHolidays } from './japanese-holidays.js';
import { koreanHolidays } from './korean-holidays.js';
import type { RuleHoliday } from './holiday.types.js';
import { LUNAR_TABLE, RULE_YEARS } from './lunar-table.js';
import { workingDaysErrors } from './working-days.errors.js';

/**
 * Free days of both sides for whole years, in date order within a year.
 * @throws working-days.yearUnknown for a year outside the lunar table.
 */
export function holidaysByRule(firstYear: number, lastYear: number): RuleHoliday[] {
  const days: RuleHoliday[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const lunar = LUNAR_TABLE[year];
    if (lunar === undefined) throw workingDaysErrors.yearUnknown({ year, ...RULE_YEARS });
    days.push(...koreanHolidays(year, lunar), ...japaneseHolidays(year, lunar));
  }
  return days;
}
