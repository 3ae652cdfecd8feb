import type { Side } from '#core/kernel';
import type { HolidayNames, PlainDay } from './holiday.types.js';
import { LUNAR_TABLE, RULE_YEARS } from './lunar-table.js';
import { addDays, plainDay } from './plain-day.js';
import { workingDaysErrors } from './working-days.errors.js';

/** A stretch of days that a side would rather not meet on, both ends included. */
export interface RuleAvoidPeriod {
  readonly side: Side;
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly rule: 'golden-week' | 'obon' | 'year-end' | 'seollal' | 'chuseok';
  readonly names: HolidayNames;
}

const NAMES = {
  'golden-week': { ko: '골든위크', ja: 'ゴールデンウィーク', en: 'Golden Week' },
  obon: { ko: '오본(8월 중순)', ja: 'お盆', en: 'Obon (mid-August)' },
  'year-end': { ko: '연말연시', ja: '年末年始', en: 'Turn of the year' },
  seollal: { ko: '설 전후', ja: 'ソルラル(旧正月)前後', en: 'Around Seollal' },
  chuseok: { ko: '추석 전후', ja: '秋夕(チュソク)前後', en: 'Around Chuseok' },
} as const satisfies Record<RuleAvoidPeriod['rule'], HolidayNames>;

/** Days before and after the feast itself on which people travel. */
const AROUND_A_FEAST = 3;

/**
 * The soft periods of whole years (domain.md 5): Golden Week and Obon in Japan, around Seollal and Chuseok in Korea, and the turn of
 * the year, when Japanese ministries are closed by law and Korean ones are not. Parliamentary sittings are not foreseen.
 * @throws working-days.yearUnknown for a year outside the lunar table
 */
export function avoidPeriodsByRule(firstYear: number, lastYear: number): RuleAvoidPeriod[] {
  const periods: RuleAvoidPeriod[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const lunar = LUNAR_TABLE[year];
    if (lunar === undefined) throw workingDaysErrors.yearUnknown({ year, ...RULE_YEARS });
    periods.push(
      around('seollal', lunar.seollal),
      period('jp', 'golden-week', plainDay(year, 4, 29), plainDay(year, 5, 5)),
      period('jp', 'obon', plainDay(year, 8, 13), plainDay(year, 8, 16)),
      around('chuseok', lunar.chuseok),
      period('kr', 'year-end', plainDay(year, 12, 29), plainDay(year + 1, 1, 3)),
      period('jp', 'year-end', plainDay(year, 12, 29), plainDay(year + 1, 1, 3)),
    );
  }
  return periods;
}

const period = (side: Side, rule: RuleAvoidPeriod['rule'], from: PlainDay, to: PlainDay): RuleAvoidPeriod => ({
  side,
  from,
  to,
  rule,
  names: NAMES[rule],
});

const around = (rule: 'seollal' | 'chuseok', feast: PlainDay): RuleAvoidPeriod =>
  period('kr', rule, addDays(feast, -AROUND_A_FEAST), addDays(feast, AROUND_A_FEAST));
