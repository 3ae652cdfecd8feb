import { otherSide, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { loadRuleBooks, RuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { RADIO_TYPES } from '../domain/radio.types.js';
import { isMeasurable } from '../domain/radio-context.js';
import { acknowledgeBy, measureBy } from '../domain/timers.js';
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
  readonly channelId: string | null;
  readonly title: LocalizedText;
  readonly waitsFor: WaitingIssue['waitsFor'];
  readonly reportedSide: Side | null;
  readonly reportedOn: string | null;
  readonly acknowledgedOn: string | null;
  readonly nextCheck: string | null;
  readonly illustrative: boolean;
  readonly today: string;
}

/** Days before a check from which it is shown as work. */
const CHECK_AHEAD_DAYS = 14;
const SHOWN = 50;

/** What waits: reports nobody has acknowledged, measurements not exchanged, checks that are near; of each and for each side the most urgent. */
export async function waitingRadioIssues(reader: Reader): Promise<WaitingIssue[]> {
  const rows = await reader.query<Row>(
    `select w.id, w.channel_id as "channelId", w.title, w."waitsFor", w.reported_side as "reportedSide", ${dayAs('w.reported_at')} as "reportedOn",
            ${dayAs('w.acknowledged_at')} as "acknowledgedOn", w.next_check as "nextCheck", w.illustrative, ${dayAs('forum.now()')} as today
       from (select k.*, row_number() over (partition by k."waitsFor", case k."waitsFor" when 'acknowledge' then k.reported_side end order by k.since, k.id) as place
               from (${kinds}) k
              where k."waitsFor" is not null) w
      where w.place <= ${String(SHOWN)}
      order by w.since, w.id`,
    [RADIO_TYPES.filter((type) => !isMeasurable(type))],
  );
  if (rows.length === 0) return [];
  const [calendar, bookOf] = [await loadCalendar(reader), await loadRuleBooks(reader)];
  const dueOf = (row: Row): string | null => {
    if (row.waitsFor === 'check') return row.nextCheck;
    const rules = row.channelId === null ? RuleBook.standard : bookOf(row.channelId);
    if (row.waitsFor === 'acknowledge') return row.reportedOn && acknowledgeBy(row.reportedOn, calendar, rules);
    return row.acknowledgedOn && measureBy(row.acknowledgedOn, calendar, rules);
  };
  return rows
    .flatMap((row): WaitingIssue[] => {
      const { id, title, waitsFor, illustrative, today } = row;
      const due = dueOf(row);
      if (due === null) return [];
      const daysLeft = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
      const side = waitsFor === 'acknowledge' && row.reportedSide ? otherSide(row.reportedSide) : null;
      return [{ id, title, waitsFor, side, due, daysLeft, illustrative }];
    })
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

const today = `(forum.now() at time zone 'Asia/Seoul')::date`;

/** What each case waits for, if anything, and a day whose order is that of when it is due. */
const kinds = `
  select i.*,
         case i."waitsFor" when 'acknowledge' then i.reported_at::date when 'measure' then i.acknowledged_at::date else i.next_check end as since
    from (select c.*,
                 case when c.status = 'reported' and c.reported_at is not null and c.reported_side is not null then 'acknowledge'
                      when c.status in ('acknowledged','under_measurement') and c.acknowledged_at is not null and coalesce(c.type <> all ($1::text[]), true)
                           and not exists (select 1 from forum.radio_measurement m where m.radio_issue_id = c.id and m.exchanged_at >= c.reported_at) then 'measure'
                      when c.next_check <= ${today} + ${String(CHECK_AHEAD_DAYS)} then 'check' end as "waitsFor"
            from forum.radio_issue c
           where c.id in (select w.id from forum.radio_issue w where w.status = any (array['reported','acknowledged','under_measurement'])
                          union select d.id from forum.radio_issue d where d.next_check <= ${today} + ${String(CHECK_AHEAD_DAYS)}
                                 and d.status not in ('draft','resolved','withdrawn'))) i`;
