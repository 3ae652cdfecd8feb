import { subscribeInTx, type Tx } from '#platform/database';
import { loadCalendar } from '#forum/working-days';
import {
  actionBlocked,
  actionCancelled,
  actionDoneClaimed,
  actionDoneConfirmed,
  actionDueExtended,
  actionReassigned,
  actionRecorded,
  actionReturned,
  actionSuperseded,
  actionUnblocked,
} from '#forum/actions';
import { planDays } from '../domain/planning.js';
import { actionItemRule } from '../domain/rules.js';
import { findActionCause, type ActionCause } from '../queries/action-cause.js';
import { planRows, type PlannedRow } from './plan-rows.js';

/**
 * Plans what an action item's owner is to be told from now on and cancels what no longer holds, in the transaction of the
 * change. Days already past are left out, never sent at once (pitfalls.md 25); what was sent stays sent.
 */
export async function planActionReminders(tx: Tx, actionId: string): Promise<void> {
  const cause = await findActionCause(tx, actionId);
  const rows = cause ? await rowsOf(tx, cause) : [];
  const plan = { subjectType: 'action_item', subjectId: actionId, rule: actionItemRule.code } as const;
  await planRows(tx, { ...plan, cause: cause?.fingerprint ?? '' }, rows);
}

async function rowsOf(tx: Tx, cause: ActionCause): Promise<PlannedRow[]> {
  const calendar = await loadCalendar(tx);
  return planDays(actionItemRule, cause.due, cause.ownerSide, calendar).map(({ offsetDays, dueAt }) => ({
    offsetDays,
    postId: cause.ownerPostId,
    ruleDate: cause.due,
    dueAt,
  }));
}

/** Starting work changes neither date nor owner, so it re-plans nothing. */
export function followActions(): void {
  for (const event of [
    actionRecorded,
    actionDueExtended,
    actionReturned,
    actionDoneClaimed,
    actionDoneConfirmed,
    actionBlocked,
    actionUnblocked,
    actionReassigned,
    actionCancelled,
    actionSuperseded,
  ]) {
    subscribeInTx(event, (tx, { actionId }) => planActionReminders(tx, actionId));
  }
}
