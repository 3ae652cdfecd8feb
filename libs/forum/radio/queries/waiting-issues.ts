import { otherSide, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { addDays, loadCalendar } from '#forum/working-days';
import type { RadioType } from '../domain/radio.types.js';
import { isMeasurable } from '../domain/radio-context.js';
import { ACKNOWLEDGE_WORKING_DAYS, MEASURE_DAYS } from '../domain/timers.js';
import { dayAs } from './issue-columns.js';

/** A case that waits for one of the sides, or for both. */
export interface WaitingIssue {
  readonly id: string;
  readonly title: LocalizedText;
  readonly waitsFor: 'acknowledge' | 'measure' | 'check';
  /** Null is both. */
  readonly side: Side | null;
  readonly due: string;
  readonly daysLeft: number;
  readonly illustrative: boolean;
}

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly type: RadioType | null;
  readonly status: string;
  readonly reportedSide: Side | null;
  readonly reportedOn: string | null;
  readonly acknowledgedOn: string | null;
  readonly nextCheck: string | null;
  readonly measured: boolean;
  readonly illustrative: boolean;
  readonly today: string;
}

/** Days before a check from which it is shown as work. */
const CHECK_AHEAD_DAYS = 14;
const SHOWN = 50;

/** What waits: reports nobody has acknowledged, measurements not exchanged, checks that are near (domain.md 3.10). */
export async function waitingRadioIssues(reader: Reader): Promise<WaitingIssue[]> {
  const rows = await reader.query<Row>(
    `select i.id, i.title, i.type, i.status, i.reported_side as "reportedSide", ${dayAs('i.reported_at')} as "reportedOn",
            ${dayAs('i.acknowledged_at')} as "acknowledgedOn", i.next_check as "nextCheck", i.illustrative, ${dayAs('forum.now()')} as today,
            exists (select 1 from forum.radio_measurement m where m.radio_issue_id = i.id and m.exchanged_at >= i.reported_at) as measured
       from forum.radio_issue i
      where i.id in (select w.id from forum.radio_issue w where w.status = any (array['reported','acknowledged','under_measurement'])
                     union select c.id from forum.radio_issue c where c.next_check <= ((forum.now() at time zone 'Asia/Seoul')::date + ${String(CHECK_AHEAD_DAYS)})
                            and c.status not in ('draft','resolved','withdrawn'))
      order by coalesce(i.reported_at, i.updated_at) limit ${String(SHOWN)}`,
  );
  if (rows.length === 0) return [];
  const calendar = await loadCalendar(reader);
  return rows.flatMap((row): WaitingIssue[] => {
    const { id, title, illustrative, today } = row;
    const at = (waitsFor: WaitingIssue['waitsFor'], side: Side | null, due: string): WaitingIssue => {
      const daysLeft = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
      return { id, title, waitsFor, side, due, daysLeft, illustrative };
    };
    if (row.status === 'reported' && row.reportedOn !== null && row.reportedSide !== null) {
      const due = calendar.addWorkingDays(row.reportedOn, ACKNOWLEDGE_WORKING_DAYS, 'common');
      return [at('acknowledge', otherSide(row.reportedSide), due)];
    }
    const measuring = row.status === 'acknowledged' || row.status === 'under_measurement';
    const open = measuring && !row.measured && isMeasurable(row.type);
    if (open && row.acknowledgedOn !== null)
      return [at('measure', null, calendar.rollForward(addDays(row.acknowledgedOn, MEASURE_DAYS), 'common'))];
    return row.nextCheck === null ? [] : [at('check', null, row.nextCheck)];
  });
}
