import { newId, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { agendaExchanged, agendaItemWithdrawn } from '../agenda.events.js';
import { agendaHash } from '../domain/agenda-content.js';
import { itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared, type AgendaLink } from '../domain/agenda.types.js';
import { keepVersion, lockAgenda, saveAgenda, saveItem } from '../persistence/agenda.repository.js';
import { saveLinks } from '../persistence/links.repository.js';
import { agendaOfItem, agendaOfSession } from '../queries/agenda-of-session.js';
import { afterSharedChange } from './after-change.js';

export interface RaisedItem {
  readonly sessionId: string;
  /** The side that proposes it. */
  readonly side: Side;
  /** Words of its own; null only for an item that is carried over, which has those of its origin. */
  readonly title: LocalizedText | null;
  readonly carriedFromId?: string | undefined;
  readonly links: readonly AgendaLink[];
  /** Minutes of speech. */
  readonly minutes: number;
}

/**
 * Puts an item before both sides of a session within the transaction of another capability: what rises from a lower channel is proposed
 * by its side and shared at once, after what is shared already, and clears the keys like every other change.
 * @returns the id of the item, or null where the agenda is adopted and takes none
 * @throws agenda.notFound, agenda.alreadyShared for an item that the session has taken up before
 */
export async function raiseItem(tx: Tx, raised: RaisedItem): Promise<string | null> {
  const agenda = await lockAgenda(tx, raised.sessionId);
  if (agenda.state === 'adopted') return null;
  const itemId = newId();
  const position = Math.max(0, ...agenda.items.filter(isShared).map((item) => item.position)) + 1;
  await tx.query(
    `insert into forum.agenda_item (id, agenda_id, position, proposer_side, minutes, objective, title, state, audience, kind, carried_from_id)
     values ($1, $2, $3, $4, $5, 'decide', $6, 'exchanged', 'joint', 'item', $7)`,
    [itemId, agenda.id, position, raised.side, raised.minutes, raised.title, raised.carriedFromId ?? null],
  );
  await saveLinks(tx, itemId, 'joint', raised.links);
  if (agenda.state === 'draft') await saveAgenda(tx, agenda, 'exchanged');
  else await afterSharedChange(tx, agenda, 'exchange');
  const now = await agendaOfSession(tx, tx.actor.side, agenda.sessionId);
  const hash = now && agendaHash(now.items);
  if (now && hash) await keepVersion(tx, now, hash, 'exchange');
  const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, version: now?.version ?? agenda.version };
  await tx.publish(agendaExchanged, payload, { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id });
  return itemId;
}

/** Takes an item off again that rose and was refused, returned or taken back; one that was adopted or is gone stays as it is. */
export async function takeRaisedItemOff(tx: Tx, itemId: string): Promise<void> {
  const seen = await agendaOfItem(tx, tx.actor.side, itemId);
  if (!seen) return;
  const agenda = await lockAgenda(tx, seen.sessionId);
  const item = agenda.items.find(({ id }) => id === itemId);
  if (!item || !itemLifecycle.find(item.state, 'withdraw')) return;
  await saveItem(tx, { ...item, state: 'withdrawn' });
  await afterSharedChange(tx, agenda, 'proposal');
  const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, itemId, version: item.version + 1 };
  await tx.publish(agendaItemWithdrawn, payload, {
    audience: 'joint',
    subjectType: 'agenda_item',
    subjectId: itemId,
  });
}
