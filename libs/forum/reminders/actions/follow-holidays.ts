import { subscribeInTx } from '#platform/database';
import { holidaysChanged } from '#forum/working-days';
import { actionsAround, pollsAround, sessionsAround } from '../queries/affected.js';
import { planActions } from './plan-action-reminders.js';
import { planPollReminders } from './plan-poll-reminders.js';
import { planSessionReminders, readPlanningTable } from './plan-session-reminders.js';

/** A holiday was entered, moved or withdrawn: what lies around it is planned anew, the rest is left alone. */
export function followHolidays(): void {
  subscribeInTx(holidaysChanged, async (tx, { from, to }) => {
    const sessions = await sessionsAround(tx, from, to);
    const table = sessions.length > 0 ? await readPlanningTable(tx) : undefined;
    for (const sessionId of sessions) await planSessionReminders(tx, sessionId, table);
    await planActions(tx, await actionsAround(tx, from, to));
    for (const pollId of await pollsAround(tx, from, to)) await planPollReminders(tx, pollId);
  });
}
