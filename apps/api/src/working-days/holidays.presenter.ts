import { sideOrder, type Actor, type Side } from '#core/kernel';
import {
  allowedCalendarSteps,
  allowedEntrySteps,
  calendarNotesOf,
  type CalendarSide,
  type HolidayRecord,
  type ImportPlan,
  type WorkingCalendar,
} from '#forum/working-days';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type { HolidayListView, HolidayRecordView, ImportReportView, ImportRowView } from './holidays.dto.js';

export function presentHoliday(holiday: HolidayRecord, actor: Actor, reading: Reading): HolidayRecordView {
  const { id, side, date, rule, kind, status, origin, withdrawn } = holiday;
  return {
    id,
    etag: etagOf(holiday.version),
    side,
    date,
    rule,
    kind,
    status,
    name: presentText(holiday.name, reading),
    citation: presentTextOrNull(holiday.citation, reading),
    origin,
    withdrawn,
    allowedActions: allowedEntrySteps(holiday, actor),
  };
}

/** A year of the tables with what it comes to. */
export function presentHolidays(
  year: number,
  days: readonly HolidayRecord[],
  calendar: WorkingCalendar,
  side: Side | undefined,
  actor: Actor,
  reading: Reading,
): HolidayListView {
  const [from, to] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const count = (one: CalendarSide): number => calendar.countWorkingDays(from, to, one);
  return {
    year,
    items: days.map((day) => presentHoliday(day, actor, reading)),
    workingDays: { kr: count('kr'), jp: count('jp'), common: count('common') },
    calendarNotes: calendarNotesOf(calendar, from, to, side ?? 'common', sideOrder(actor.side ?? 'neutral')),
    allowedActions: allowedCalendarSteps(actor),
  };
}

export function presentImport(plan: ImportPlan, side: Side, applied: boolean): ImportReportView {
  const count = (outcome: ImportRowView['outcome']): number =>
    plan.rows.filter((row) => row.outcome === outcome).length;
  return {
    side,
    seen: plan.seen,
    applied,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    rows: plan.rows.map((plan) => ({
      line: plan.row.line,
      date: plan.row.date,
      name: (side === 'kr' ? plan.row.names.ko : plan.row.names.ja) ?? '',
      outcome: plan.outcome,
      fields: plan.outcome === 'changed' ? [...plan.fields] : [],
      code: plan.outcome === 'refused' ? plan.fault.code : null,
      params: plan.outcome === 'refused' ? plan.fault.params : {},
    })),
  };
}
