import type { PlainDay } from './holiday.types.js';

/** The days of one year that no simple month rule gives. */
export interface LunarYear {
  readonly seollal: PlainDay;
  readonly buddha: PlainDay;
  readonly chuseok: PlainDay;
  readonly vernal: PlainDay;
  readonly autumnal: PlainDay;
}

/**
 * Korean lunar days and Japanese equinoxes by year, in KST/JST.
 * 2024–2040: reference table of the record (`history.json`, `calendar_reference.lunar`); a computation from new moons and
 * solar terms agrees except in 2033–2034, where the leap month breaks simple rules, so the table is kept (domain.md 5).
 * 2023: the two Gazettes.
 */
export const LUNAR_TABLE: Readonly<Record<number, LunarYear>> = {
  2023: year('2023-01-22', '2023-05-27', '2023-09-29', '2023-03-21', '2023-09-23'),
  2024: year('2024-02-10', '2024-05-15', '2024-09-17', '2024-03-20', '2024-09-22'),
  2025: year('2025-01-29', '2025-05-05', '2025-10-06', '2025-03-20', '2025-09-23'),
  2026: year('2026-02-17', '2026-05-24', '2026-09-25', '2026-03-20', '2026-09-23'),
  2027: year('2027-02-07', '2027-05-13', '2027-09-15', '2027-03-21', '2027-09-23'),
  2028: year('2028-01-27', '2028-05-02', '2028-10-03', '2028-03-20', '2028-09-22'),
  2029: year('2029-02-13', '2029-05-20', '2029-09-22', '2029-03-20', '2029-09-23'),
  2030: year('2030-02-03', '2030-05-09', '2030-09-12', '2030-03-20', '2030-09-23'),
  2031: year('2031-01-23', '2031-05-28', '2031-10-01', '2031-03-21', '2031-09-23'),
  2032: year('2032-02-11', '2032-05-16', '2032-09-19', '2032-03-20', '2032-09-22'),
  2033: year('2033-01-31', '2033-05-06', '2033-09-08', '2033-03-20', '2033-09-23'),
  2034: year('2034-02-19', '2034-05-25', '2034-09-27', '2034-03-20', '2034-09-23'),
  2035: year('2035-02-08', '2035-05-15', '2035-09-16', '2035-03-21', '2035-09-23'),
  2036: year('2036-01-28', '2036-05-03', '2036-10-04', '2036-03-20', '2036-09-22'),
  2037: year('2037-02-15', '2037-05-22', '2037-09-24', '2037-03-20', '2037-09-23'),
  2038: year('2038-02-04', '2038-05-11', '2038-09-13', '2038-03-20', '2038-09-23'),
  2039: year('2039-01-24', '2039-04-30', '2039-10-02', '2039-03-21', '2039-09-23'),
  2040: year('2040-02-12', '2040-05-18', '2040-09-21', '2040-03-20', '2040-09-22'),
};

/** First and last year the rules can answer for; Korean substitute rules took their present shape in May 2023. */
export const RULE_YEARS = { first: 2023, last: 2040 } as const;

function year(seollal: PlainDay, buddha: PlainDay, chuseok: PlainDay, vernal: PlainDay, autumnal: PlainDay): LunarYear {
  return { seollal, buddha, chuseok, vernal, autumnal };
}
