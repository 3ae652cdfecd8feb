import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { channelActionRules, type ActionRuleContent } from '../action-proposals.js';
import { channelActionRuleChanged } from '../actions.events.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { actionRuleOf } from '../queries/action-rule.js';
import { countSilenceAnew } from './silence.js';

/**
 * Proposes after how many common working days of silence a report in a channel counts as confirmed, or that it never does; the other
 * side's key sets it (domain.md 3.9).
 * @returns the id of the proposal
 * @throws actions.channelNotFound, actions.ruleUnchanged, common.forbidden, two-key.noPost, two-key.alreadyProposed
 */
@Injectable()
export class ProposeActionRule {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly channelId: string; readonly silenceDays: number | null }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const [channel] = await tx.query<{ audience: string }>(
        `select audience from forum.channel where id = $1 ${actor.side === null ? '' : 'for update'}`,
        [input.channelId],
      );
      if (!channel || channel.audience === 'kr' || channel.audience === 'jp') throw actionsErrors.channelNotFound();
      const before = (await actionRuleOf(tx, input.channelId)).silenceDays;
      if (before === input.silenceDays) throw actionsErrors.ruleUnchanged();
      return openProposal(tx, channelActionRules, input.channelId, { silenceDays: input.silenceDays, before });
    });
  }
}

/** What the second key does: reports that wait are answered by the new rule, counted from today. */
export async function agreeActionRule(tx: Tx, accepted: AcceptedProposal<ActionRuleContent>): Promise<void> {
  const { subjectId: channelId, content } = accepted;
  if ((await actionRuleOf(tx, channelId)).silenceDays !== content.before) throw twoKeyErrors.contentChanged();
  await tx.query(
    `insert into forum.channel_action_rule (id, channel_id, silence_days, audience) values ($1, $2, $3, 'joint')
     on conflict (channel_id) do update set silence_days = excluded.silence_days, updated_at = forum.now()`,
    [newId(), channelId, content.silenceDays],
  );
  await countSilenceAnew(tx, channelId);
  const about = { audience: 'joint', subjectType: 'channel', subjectId: channelId } as const;
  await tx.publish(channelActionRuleChanged, { channelId }, about);
}
