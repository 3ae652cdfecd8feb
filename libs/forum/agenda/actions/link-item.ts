import { Injectable } from '@nestjs/common';
import type { Actor, FieldFault, Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { agendaErrors } from '../domain/agenda.errors.js';
import { itemContext } from '../domain/agenda-context.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared, type AgendaLink } from '../domain/agenda.types.js';
import { agendaItemLinked } from '../agenda.events.js';
import { linkedObjects, linkKey } from '../linked-objects.js';
import { lockItem, saveItem } from '../persistence/agenda.repository.js';
import { saveLinks } from '../persistence/links.repository.js';
import { afterSharedChange } from './after-change.js';

export interface LinkItemInput {
  readonly itemId: string;
  readonly version: number;
  /** All of them, in their order; what is missing is taken off. */
  readonly links: readonly AgendaLink[];
}

/**
 * Says what an item is about. Links are part of what is signed, so on a shared item both keys are cleared.
 * @throws agenda.itemNotFound, agenda.linkNotFound (also for what is not the actor's to know of), agenda.linkPrivate when a shared item
 *   would point to what only the own side can read, agenda.notForKind, common.staleVersion, common.forbidden
 */
@Injectable()
export class LinkItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: LinkItemInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { agenda, item } = await lockItem(tx, input.itemId, input.version);
      const state = itemLifecycle.step(item.state, 'link', itemContext(item, actor));
      await assertLinks(tx, actor.side, input.links, isShared(item));
      await saveLinks(tx, item.id, item.audience, input.links);
      const version = await saveItem(tx, { ...item, state });
      if (isShared(item)) await afterSharedChange(tx, agenda, 'proposal');
      const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId: item.id, version };
      await tx.publish(agendaItemLinked, payload, {
        audience: item.audience,
        subjectType: 'agenda_item',
        subjectId: item.id,
      });
    });
  }
}

/** @throws agenda.linkNotFound, agenda.linkPrivate, naming every link that cannot stand */
export async function assertLinks(
  tx: Tx,
  side: Side | null,
  links: readonly AgendaLink[],
  shared: boolean,
): Promise<void> {
  const found = await linkedObjects(tx, side, links);
  const faults = (code: string, wrong: (link: AgendaLink) => boolean): FieldFault[] =>
    links.flatMap((link, index) => (wrong(link) ? [{ path: `links.${String(index)}.id`, code }] : []));
  const missing = faults(agendaErrors.linkNotFound.code, (link) => !found.has(linkKey(link)));
  if (missing.length > 0) throw agendaErrors.linkNotFound({}, missing);
  if (!shared) return;
  const inside = faults(agendaErrors.linkPrivate.code, (link) => {
    const object = found.get(linkKey(link));
    return object !== undefined && !isShared(object);
  });
  if (inside.length > 0) throw agendaErrors.linkPrivate({}, inside);
}
