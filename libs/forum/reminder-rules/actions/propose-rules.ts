import { Injectable } from '@nestjs/common';
import { commonErrors, errorOf, newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { faultsOf } from '../domain/check-rules.js';
import { reminderRulesErrors } from '../domain/reminder-rules.errors.js';
import type { RuleBook } from '../domain/rule-book.js';
import { bookOf, changedRules, changeOf, type ChangedRule, type WantedRule } from '../domain/rule-change.js';
import { closedBecause, findChannelRules, rulesOffers, type ChannelRules } from '../queries/channel-rules.js';
import { reminderRulesChanged } from '../reminder-rules.events.js';
import { channelReminderRules, type ReminderRulesContent } from '../rule-proposals.js';

export interface ProposeReminderRulesInput {
  readonly channelId: string;
  /** How many sets of rules were agreed when the actor read them. */
  readonly agreed: number;
  /** The rules that shall differ from the standard; every other rule is the standard one. */
  readonly rules: readonly WantedRule[];
  /** Read by both sides. */
  readonly reason: string | null;
}

/**
 * Turns the first key on other rules for a channel, all of them at once (domain.md 2, 4); with none it is the standard again.
 * @returns the id of the proposal
 * @throws reminder-rules.channelNotFound, channelNotShared, channelOver, unfit, nothingChanges, common.staleVersion, common.forbidden,
 * two-key.noPost, two-key.alreadyProposed
 */
@Injectable()
export class ProposeReminderRules {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { channelId, agreed, rules, reason }: ProposeReminderRulesInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const channel = await readOpenRules(tx, actor, channelId, true);
      if (channel.agreed !== agreed) throw commonErrors.staleVersion();
      const changes = changesOf(channel.rules, rules);
      return openProposal(tx, channelReminderRules, channelId, { agreed, changes }, { reason });
    });
  }
}

/**
 * The rules of a channel that the actor may change.
 * @throws reminder-rules.channelNotFound, channelNotShared, channelOver, common.forbidden
 */
export async function readOpenRules(
  reader: Pick<Tx, 'query'>,
  actor: Actor,
  channelId: string,
  lock = false,
): Promise<ChannelRules> {
  if (lock && actor.side !== null)
    await reader.query('select id from forum.channel where id = $1 for update', [channelId]);
  const channel = await findChannelRules(reader, channelId);
  if (!channel) throw reminderRulesErrors.channelNotFound();
  const refused = rulesOffers(channel, actor).find(({ action, allowed }) => action === 'propose' && !allowed)?.reason;
  if (refused) throw errorOf(refused);
  return channel;
}

/** What would change, checked. @throws reminder-rules.unfit, reminder-rules.nothingChanges */
export function changesOf(rules: RuleBook, wanted: readonly WantedRule[]): ChangedRule[] {
  const faults = faultsOf(wanted);
  if (faults.length > 0) throw reminderRulesErrors.unfit({}, faults);
  const changes = changedRules(rules, bookOf(wanted));
  if (changes.length === 0) throw reminderRulesErrors.nothingChanges();
  return changes;
}

/**
 * The second key: the rules hold from now on, for every date they name.
 * @throws reminder-rules.rulesMoved when other rules were agreed since, reminder-rules.channelOver
 */
export async function agreeReminderRules(
  tx: Tx,
  { subjectId: channelId, content }: AcceptedProposal<ReminderRulesContent>,
): Promise<void> {
  const channel = await findChannelRules(tx, channelId);
  if (!channel) throw reminderRulesErrors.channelNotFound();
  const closed = closedBecause(channel);
  if (closed !== null) throw errorOf(closed);
  // This proposal is settled already and counts as agreed itself.
  if (channel.agreed !== content.agreed + 1) throw reminderRulesErrors.rulesMoved();
  const rows = content.changes.map(({ code, after }) => ({ id: newId(), code, change: changeOf(code, after) }));
  await tx.query(
    `insert into forum.channel_reminder_rule as r (id, channel_id, code, change, audience)
     select w.id, $1, w.code, w.change, $2 from jsonb_to_recordset($3::jsonb) as w(id uuid, code text, change jsonb)
     on conflict on constraint uq_channel_reminder_rule_channel_id_code
     do update set change = excluded.change, audience = excluded.audience, updated_at = forum.now()`,
    [channelId, channel.audience, JSON.stringify(rows)],
  );
  const about = { audience: 'joint', subjectType: 'channel', subjectId: channelId } as const;
  await tx.publish(reminderRulesChanged, { channelId }, about);
}
