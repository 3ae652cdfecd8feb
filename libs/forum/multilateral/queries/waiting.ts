import { wallClock } from '#core/i18n';
import type { Actor, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Precision } from '#forum/provenance';
import { daysBetween, loadCalendar } from '#forum/working-days';
import { contributionDeadlines } from '../domain/deadlines.js';
import { mayDraft } from '../domain/multilateral-context.js';

/** What waits about a meeting of another organisation: a contribution whose day is near, a request for support without an answer. */
export interface WaitingWork {
  readonly what: 'contribution' | 'support-answer';
  readonly meetingId: string;
  /** Of a request only the meeting is told: every reading of the request itself is logged. */
  readonly title: LocalizedText;
  /** Who has to act; null is both. */
  readonly side: Side | null;
  readonly due: string | null;
  readonly daysLeft: number | null;
}

/** domain.md 4: a week before, the day before, on the day. */
const AHEAD_DAYS = 7;
const SHOWN = 100;

/** What waits for those who write for one of the sides. */
export async function waitingMultilateral(reader: Reader, actor: Actor): Promise<WaitingWork[]> {
  if (!mayDraft(actor)) return [];
  const [contributions, requests] = await Promise.all([dueContributions(reader), openRequests(reader)]);
  return [...contributions, ...requests];
}

interface Due {
  readonly meetingId: string;
  readonly title: LocalizedText;
  readonly side: Side | null;
  readonly dueAt: Date;
  readonly zone: string;
  readonly value: string | null;
  readonly precision: Precision | null;
  readonly today: string;
}

async function dueContributions(reader: Reader): Promise<WaitingWork[]> {
  const rows = await reader.query<Due>(
    `select c.meeting_id as "meetingId", c.title, case when c.joint and c.audience = 'joint' then null else c.origin_side end as side,
            c.due_at as "dueAt", c.zone, m.date_value as value, m.date_precision as precision, forum.today(coalesce(m.zone, 'Asia/Seoul')) as today
       from forum.multilateral_contribution c join forum.multilateral_meeting m on m.id = c.meeting_id
      where c.state in ('draft','shared') order by c.due_at, c.id limit ${String(SHOWN)}`,
  );
  if (rows.length === 0) return [];
  const calendar = await loadCalendar(reader);
  return rows.flatMap(({ meetingId, title, side, dueAt, zone, today, ...meeting }): WaitingWork[] => {
    const deadline = { dueAt: dueAt.toISOString(), zone };
    const days = contributionDeadlines(meeting, deadline, calendar, today).filter(({ passed }) => !passed);
    // Past the last of its own days, the organisation's deadline is what counts.
    const due = days.map(({ date }) => date).sort()[0] ?? wallClock(deadline.dueAt, zone).date;
    const daysLeft = daysBetween(today, due);
    return daysLeft > AHEAD_DAYS ? [] : [{ what: 'contribution', meetingId, title, side, due, daysLeft }];
  });
}

async function openRequests(reader: Reader): Promise<WaitingWork[]> {
  const rows = await reader.query<Pick<WaitingWork, 'meetingId' | 'title' | 'side'>>(
    `select distinct s.meeting_id as "meetingId", m.name as title, case s.origin_side when 'kr' then 'jp' else 'kr' end as side
       from forum.multilateral_support s join forum.multilateral_meeting m on m.id = s.meeting_id
      where s.state = 'asked' limit ${String(SHOWN)}`,
  );
  return rows.map((row) => ({ what: 'support-answer', ...row, due: null, daysLeft: null }));
}
