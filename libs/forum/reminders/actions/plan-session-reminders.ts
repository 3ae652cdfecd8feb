import type { Tx } from '#platform/database';
import { sessionDeadlines, type Deadline } from '#forum/sessions';
import { loadCalendar, type WorkingCalendar } from '#forum/working-days';
import { planDays } from '../domain/planning.js';
import { deadlineFingerprint, isDone, isSilent, type SessionMatters } from '../domain/session-matters.js';
import { deadlineOfRule, isOwner, remindsIn, sessionReminderRules } from '../domain/session-rules.js';
import { readSessionMatters } from '../queries/session-matters.js';
import { heads, planRows, secretariats, type PlannedRow, type SidePost } from './plan-rows.js';

/** What several sessions share, so that re-planning many reads it once. */
export interface PlanningTable {
  readonly calendar: WorkingCalendar;
  readonly secretariats: readonly SidePost[];
  readonly heads: readonly SidePost[];
}

export async function readPlanningTable(tx: Tx): Promise<PlanningTable> {
  return { calendar: await loadCalendar(tx), secretariats: await secretariats(tx), heads: await heads(tx) };
}

/**
 * Plans every deadline of a session from its date as it stands, in the transaction of the change. What was planned for another date, or
 * asks for what is done, is cancelled and stays in the list as such; what was sent is never sent again for the same rule date.
 */
export async function planSessionReminders(tx: Tx, sessionId: string, table?: PlanningTable): Promise<void> {
  const matters = await readSessionMatters(tx, null, sessionId);
  if (!matters) return;
  const known = table ?? (await readPlanningTable(tx));
  const deadlines = isSilent(matters) ? [] : sessionDeadlines(matters.startDate, matters.today, known.calendar);
  for (const rule of sessionReminderRules) {
    const about = deadlineOfRule(rule.code);
    const deadline = deadlines.find((one) => one.rule === about?.deadline);
    const posts = about?.toHeads ? known.heads : known.secretariats;
    const rows = deadline ? rowsOf(rule.offsets, deadline, matters, posts, known.calendar) : [];
    const cause = deadlineFingerprint(matters);
    await planRows(tx, { subjectType: 'session', subjectId: sessionId, rule: rule.code, cause }, rows);
  }
}

function rowsOf(
  offsets: readonly number[],
  deadline: Deadline,
  matters: SessionMatters,
  posts: readonly SidePost[],
  calendar: WorkingCalendar,
): PlannedRow[] {
  if (!remindsIn(matters.state, deadline)) return [];
  const owners = posts.filter(
    ({ side }) => isOwner(deadline.owner, matters.hostSide, side) && !isDone(deadline.rule, matters, side),
  );
  return owners.flatMap(({ postId, side }) =>
    planDays({ code: deadline.rule, offsets }, deadline.date, side, calendar).map(({ offsetDays, dueAt }) => ({
      offsetDays,
      postId,
      ruleDate: deadline.date,
      dueAt,
    })),
  );
}
