import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { agendaItemDeferred } from '../agenda.events.js';
import { itemContext } from '../domain/agenda-context.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { itemDeferral, type Deferral } from '../domain/proposals.js';
import { lockItem, saveItem } from '../persistence/agenda.repository.js';
import { agendaOfItem } from '../queries/agenda-of-session.js';
import { afterSharedChange } from './after-change.js';

export interface DeferItemInput {
  readonly itemId: string;
  readonly version: number;
  /** Read by both sides. */
  readonly reason: string | null;
}

/**
 * Proposes to put an item off to a later session; it is put off when the other side agrees (domain.md 3.6).
 * @returns the id of the proposal
 * @throws agenda.itemNotFound, agenda.notForKind, two-key.alreadyProposed, common.wrongState, common.staleVersion, common.forbidden
 */
@Injectable()
export class DeferItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version, reason }: DeferItemInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { item } = await lockItem(tx, itemId, version);
      itemLifecycle.step(item.state, 'defer', itemContext(item, actor));
      return openProposal(tx, itemDeferral, item.id, { title: item.title }, { reason });
    });
  }
}

/**
 * The second key on a deferral. Before the adoption the item leaves the agenda, which clears both keys of it; at the session it stays
 * part of what was adopted. @throws agenda.itemNotFound, common.wrongState once it is discussed or withdrawn
 */
export async function putOff(tx: Tx, { subjectId }: AcceptedProposal<Deferral>): Promise<void> {
  const agenda = await agendaOfItem(tx, tx.actor.side, subjectId);
  const item = agenda?.items.find(({ id }) => id === subjectId);
  if (!agenda || !item) throw agendaErrors.itemNotFound();
  const state = itemLifecycle.step(item.state, 'put-off', itemContext(item, tx.actor, true));
  const deferredIn = agenda.state === 'adopted' ? 'session' : 'preparation';
  const version = await saveItem(tx, { ...item, state, deferredIn });
  await afterSharedChange(tx, agenda, 'proposal');
  const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version };
  await tx.publish(agendaItemDeferred, payload, {
    audience: item.audience,
    subjectType: 'agenda_item',
    subjectId: item.id,
  });
}
