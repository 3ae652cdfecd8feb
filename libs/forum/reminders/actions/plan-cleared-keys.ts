import { subscribeInTx } from '#platform/database';
import { agendaKeysCleared } from '#forum/agenda';
import { keysClearedRule } from '../domain/rules.js';
import { keysStillWaited } from '../queries/cleared-keys.js';
import { planNotice, secretariats } from './plan-rows.js';

/** Plans the notice to both secretariats that an edit cleared their keys, in the transaction of the edit. */
export function followAgendas(): void {
  subscribeInTx(agendaKeysCleared, async (tx, { sessionId }) => {
    const plan = {
      subjectType: 'session',
      subjectId: sessionId,
      rule: keysClearedRule,
      cause: keysStillWaited,
    } as const;
    await planNotice(tx, plan, await secretariats(tx));
  });
}
