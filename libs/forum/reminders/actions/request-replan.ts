import { isSide, newId, type Audience } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { channelChanged } from '#forum/channels';
import { reminderRulesChanged } from '#forum/reminder-rules';
import { holidaysChanged } from '#forum/working-days';
import type { ReplanCause, ReplanScope } from '../domain/replan.types.js';

/** Has reminders planned anew once the transaction of the change is through; until then, and if it is undone, nothing happens. */
export async function requestReplan(
  tx: Tx,
  cause: ReplanCause,
  { channelId = null, from = null, to = null }: Partial<ReplanScope>,
  audience: Audience = 'joint',
): Promise<void> {
  await tx.query(
    `insert into forum.reminder_replan (id, cause, channel_id, from_day, to_day, audience) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), cause, channelId, from, to, isSide(audience) ? audience : 'joint'],
  );
}

/** A holiday was entered, moved or withdrawn: what lies around it is planned anew, the rest is left alone. */
export function followHolidays(): void {
  subscribeInTx(holidaysChanged, (tx, { from, to }) => requestReplan(tx, 'holidays', { from, to }));
}

/** Both sides agreed on other rules for a channel: what belongs to it is planned anew. */
export function followRules(): void {
  subscribeInTx(reminderRulesChanged, (tx, { channelId }, { audience }) =>
    requestReplan(tx, 'rules', { channelId }, audience),
  );
}

/** What the side that suspends or resumes cannot see is planned by the worker, which sees both. */
export function followChannels(): void {
  subscribeInTx(channelChanged, async (tx, { channelId, what }, { audience }) => {
    if (what === 'suspended' || what === 'resumed') await requestReplan(tx, 'channel', { channelId }, audience);
  });
}
