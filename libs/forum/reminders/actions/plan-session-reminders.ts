import { newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { loadRuleBooks, type RuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { deadlineFingerprint } from '../domain/session-matters.js';
import { planSession, type SessionReaders } from '../domain/session-plan.js';
import { readSessionMatters } from '../queries/session-matters.js';
import { heads, secretariats } from './plan-rows.js';

/** What several sessions share, so that re-planning many reads it once. */
export interface PlanningTable extends SessionReaders {
  /** The rules of a channel by its id. */
  readonly rulesOf: (channelId: string) => RuleBook;
}

export async function readPlanningTable(tx: Tx): Promise<PlanningTable> {
  return {
    calendar: await loadCalendar(tx),
    secretariats: await secretariats(tx),
    heads: await heads(tx),
    rulesOf: await loadRuleBooks(tx),
  };
}

/**
 * Plans every deadline of a session from its date and its channel's rules as they stand, in the transaction of the change. What was
 * planned for another date, or asks for what is done, is cancelled and stays in the list as such; what was sent is never sent again
 * for the same rule date.
 */
export async function planSessionReminders(tx: Tx, sessionId: string, table?: PlanningTable): Promise<void> {
  const matters = await readSessionMatters(tx, null, sessionId);
  if (!matters) return;
  const known = table ?? (await readPlanningTable(tx));
  const plans = planSession(matters, known.rulesOf(matters.channelId), known).map(({ rule, deadline, rows }) => ({
    rule,
    cause: deadlineFingerprint(matters, deadline),
    rows: rows.map((row) => ({
      id: newId(),
      offset_days: row.offsetDays,
      recipient_post_id: row.postId,
      rule_date: row.ruleDate,
      due_at: row.dueAt,
      delivery: row.delivery,
    })),
  }));
  await tx.query(
    `select forum.plan_reminders('session', $1, p.rule, p.cause, p.rows)
       from jsonb_to_recordset($2::jsonb) as p(rule text, cause text, rows jsonb)`,
    [sessionId, JSON.stringify(plans)],
  );
}
