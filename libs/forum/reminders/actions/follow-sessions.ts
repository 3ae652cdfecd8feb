import { subscribeInTx, type Tx } from '#platform/database';
import { agendaAdopted, agendaAgreed, agendaExchanged, agendaKeysCleared } from '#forum/agenda';
import { channelChanged } from '#forum/channels';
import { delegationChanged, delegationSubmitted, interpretationConfirmed } from '#forum/delegations';
import { findRuleBook } from '#forum/reminder-rules';
import {
  sessionCancelled,
  sessionClosed,
  sessionDateAgreed,
  sessionHeld,
  sessionOpened,
  sessionPostponed,
} from '#forum/sessions';
import {
  findTranslation,
  translationCancelled,
  translationChecked,
  translationReopened,
  translationRequested,
} from '#forum/translation';
import { recordExchanged, recordFinal, recordWithdrawn } from '#forum/records';
import { proposalOpened, proposalRefused, proposalWithdrawn } from '#forum/two-key';
import { sessionsOfChannel } from '../queries/affected.js';
import { planSessionReminders, readPlanningTable } from './plan-session-reminders.js';

/** Plans the deadlines of a session anew in the transaction of everything they depend on: its date, its state, and what is already done. */
export function followSessions(): void {
  const replan = (tx: Tx, { sessionId }: { readonly sessionId: string }) => planSessionReminders(tx, sessionId);
  for (const event of [
    sessionDateAgreed,
    sessionPostponed,
    sessionCancelled,
    sessionOpened,
    sessionHeld,
    sessionClosed,
  ]) {
    subscribeInTx(event, replan);
  }
  for (const event of [agendaExchanged, agendaAgreed, agendaAdopted]) subscribeInTx(event, replan);
  subscribeInTx(agendaKeysCleared, replan);
  for (const event of [delegationSubmitted, delegationChanged]) subscribeInTx(event, replan);
  subscribeInTx(interpretationConfirmed, replan);
  for (const event of [recordExchanged, recordFinal, recordWithdrawn]) subscribeInTx(event, replan);
  for (const event of [translationRequested, translationChecked, translationReopened, translationCancelled]) {
    subscribeInTx(event, async (tx, { requestId }, { audience }) => {
      // What a side has translated for itself alone moves no date of the other side's.
      const request = audience === 'joint' ? await findTranslation(tx, tx.actor, requestId) : undefined;
      if (request?.sessionId) await planSessionReminders(tx, request.sessionId);
    });
  }
  for (const event of [proposalOpened, proposalRefused, proposalWithdrawn]) {
    subscribeInTx(event, async (tx, { subjectType, subjectId }) => {
      if (subjectType === 'session') await planSessionReminders(tx, subjectId);
    });
  }
  subscribeInTx(channelChanged, async (tx, { channelId }) => {
    const sessions = await sessionsOfChannel(tx, channelId, [await findRuleBook(tx, channelId)]);
    if (sessions.length === 0) return;
    const table = await readPlanningTable(tx);
    for (const sessionId of sessions) await planSessionReminders(tx, sessionId, table);
  });
}
