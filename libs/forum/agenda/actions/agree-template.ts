import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type FieldFault } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { channelsErrors } from '#forum/channels';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { agendaTemplateAgreed } from '../agenda.events.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { agendaTemplate } from '../domain/proposals.js';
import type { AgendaTemplate } from '../domain/standing-items.js';

export interface ProposeTemplateInput {
  readonly channelId: string;
  readonly template: AgendaTemplate;
  /** Read by both sides. */
  readonly reason: string | null;
}

/** Who turns keys may propose: secretariats and heads (domain.md 2). */
export function mayProposeTemplate(actor: Actor): boolean {
  return actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
}

/**
 * Proposes other standing items for a channel; the next sessions follow them when the other side agrees.
 * @returns the id of the proposal
 * @throws channels.notFound, agenda.channelNotShared, common.duplicate, two-key.alreadyProposed, common.forbidden
 */
@Injectable()
export class ProposeTemplate {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { channelId, template, reason }: ProposeTemplateInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const [channel] = await tx.query<{ audience: string }>(
        'select audience from forum.channel where id = $1 for update',
        [channelId],
      );
      if (!channel) throw channelsErrors.notFound();
      if (channel.audience === 'kr' || channel.audience === 'jp') throw agendaErrors.channelNotShared();
      assertOnce(template);
      return openProposal(tx, agendaTemplate, channelId, template, { reason });
    });
  }
}

/** The second key on other standing items; agendas that stand keep theirs. */
export async function agreeTemplate(tx: Tx, { subjectId, content }: AcceptedProposal<AgendaTemplate>): Promise<void> {
  const [row] = await tx.query<{ version: number }>(
    `insert into forum.agenda_template (id, channel_id, content) values ($1, $2, $3)
     on conflict on constraint uq_agenda_template_channel_id
     do update set content = excluded.content, version = forum.agenda_template.version + 1, updated_at = forum.now() returning version`,
    [newId(), subjectId, JSON.stringify(content)],
  );
  const payload = { channelId: subjectId, version: row?.version ?? 1 };
  await tx.publish(agendaTemplateAgreed, payload, { audience: 'joint', subjectType: 'channel', subjectId });
}

function assertOnce({ items }: AgendaTemplate): void {
  const faults = items.flatMap((item, index): FieldFault[] =>
    items.findIndex((other) => other.standing === item.standing) < index
      ? [{ path: `items.${String(index)}.standing`, code: commonErrors.duplicate.code }]
      : [],
  );
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
}
