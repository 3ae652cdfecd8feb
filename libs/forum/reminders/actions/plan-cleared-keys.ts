import { newId, type Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import { subscribeInTx, type Tx } from '#platform/database';
import { agendaKeysCleared } from '#forum/agenda';
import { zones } from '../domain/planning.js';
import { keysClearedRule } from '../domain/rules.js';
import { keysStillWaited } from '../queries/cleared-keys.js';

/** Edits follow one another: the notice waits this long, in ms, and speaks for all of them. */
const settleMs = 60_000;

/** Plans the notice to both secretariats that an edit cleared their keys, in the transaction of the edit. */
async function planClearedKeys(tx: Tx, sessionId: string): Promise<void> {
  const [now, posts] = [
    await tx.now(),
    await tx.query<{ post_id: string; side: Side }>('select * from forum.secretariat_posts()'),
  ];
  const rows = posts.map(({ post_id, side }) => ({
    id: newId(),
    offset_days: 0,
    recipient_post_id: post_id,
    rule_date: wallClock(now, zones[side]).date,
    due_at: new Date(Date.parse(now) + settleMs).toISOString(),
  }));
  await tx.query('select forum.plan_reminders($1, $2, $3, $4, $5::jsonb)', [
    'session',
    sessionId,
    keysClearedRule,
    keysStillWaited,
    JSON.stringify(rows),
  ]);
}

export function followAgendas(): void {
  subscribeInTx(agendaKeysCleared, (tx, { sessionId }) => planClearedKeys(tx, sessionId));
}
