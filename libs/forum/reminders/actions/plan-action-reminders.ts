import { newId } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { loadCalendar } from '#forum/working-days';
import {
  actionDoneClaimed,
  actionDoneConfirmed,
  actionDueExtended,
  actionRecorded,
  actionReturned,
} from '#forum/actions';
import { planDays } from '../domain/planning.js';
import { actionItemRule } from '../domain/rules.js';
import { findActionCause, type ActionCause } from '../queries/action-cause.js';

/**
 * Plans what an action item's owner is to be told from now on and cancels what no longer holds, in the transaction of the
 * change. Days already past are left out, never sent at once (pitfalls.md 25); what was sent stays sent.
 */
export async function planActionReminders(tx: Tx, actionId: string): Promise<void> {
  const cause = await findActionCause(tx, actionId);
  const rows = cause ? await rowsOf(tx, cause) : [];
  await tx.query('select forum.plan_reminders($1, $2, $3, $4, $5::jsonb)', [
    'action_item',
    actionId,
    actionItemRule.code,
    cause?.fingerprint ?? '',
    JSON.stringify(rows),
  ]);
}

async function rowsOf(tx: Tx, cause: ActionCause): Promise<object[]> {
  const calendar = await loadCalendar(tx);
  return planDays(actionItemRule, cause.due, cause.ownerSide, calendar).map(({ offsetDays, dueAt }) => ({
    id: newId(),
    offset_days: offsetDays,
    recipient_post_id: cause.ownerPostId,
    rule_date: cause.due,
    due_at: dueAt,
  }));
}

/** Starting work changes neither date nor owner, so it re-plans nothing. */
export function followActions(): void {
  for (const event of [actionRecorded, actionDueExtended, actionReturned, actionDoneClaimed, actionDoneConfirmed]) {
    subscribeInTx(event, (tx, { actionId }) => planActionReminders(tx, actionId));
  }
}
