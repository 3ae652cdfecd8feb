import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { channelsErrors } from '#forum/channels';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { channelRecordRules, type RecordRules } from '../domain/proposals.js';
import { recordsErrors } from '../domain/records.errors.js';
import { recordRulesOf } from '../queries/record-session.js';
import { recordRulesAgreed } from '../records.events.js';

export interface ProposeRecordRulesInput extends RecordRules {
  readonly channelId: string;
  readonly reason: string | null;
}

/** Who turns keys may propose: secretariats and heads (domain.md 2). */
export const mayProposeRules = (actor: Actor): boolean =>
  actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));

/**
 * Proposes for how long the releases of one side are shown to the other before; it holds when the other side agrees.
 * @returns the id of the proposal
 * @throws channels.notFound, records.ruleUnchanged, records.channelNotShared, two-key.alreadyProposed, common.forbidden
 */
@Injectable()
export class ProposeRecordRules {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { channelId, showHours, reason }: ProposeRecordRulesInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const [channel] = await tx.query<{ audience: string }>(
        'select audience from forum.channel where id = $1 for update',
        [channelId],
      );
      if (!channel) throw channelsErrors.notFound();
      if (channel.audience === 'kr' || channel.audience === 'jp') throw recordsErrors.channelNotShared();
      if ((await recordRulesOf(tx, channelId))?.showHours === showHours) throw recordsErrors.ruleUnchanged();
      return openProposal(tx, channelRecordRules, channelId, { showHours }, { reason });
    });
  }
}

/** The second key: from now on releases of one side are planned by it; what is planned stays planned. */
export async function agreeRecordRules(tx: Tx, { subjectId, content }: AcceptedProposal<RecordRules>): Promise<void> {
  const [row] = await tx.query<{ version: number }>(
    `insert into forum.channel_record_rule (id, channel_id, show_hours) values ($1, $2, $3)
     on conflict on constraint uq_channel_record_rule_channel_id
     do update set show_hours = excluded.show_hours, version = forum.channel_record_rule.version + 1, updated_at = forum.now() returning version`,
    [newId(), subjectId, content.showHours],
  );
  const payload = { channelId: subjectId, version: row?.version ?? 1 };
  await tx.publish(recordRulesAgreed, payload, { audience: 'joint', subjectType: 'channel', subjectId });
}
