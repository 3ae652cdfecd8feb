import { newId, type Audience } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { AgendaLink } from '../domain/agenda.types.js';

/** Writes what an item is about, in this order; what is not named is taken off. The caller has locked the agenda. */
export async function saveLinks(
  tx: Tx,
  itemId: string,
  audience: Audience,
  links: readonly AgendaLink[],
): Promise<void> {
  await tx.query(
    `update forum.agenda_item_link set removed = true
      where item_id = $1 and removed = false and not (kind || ' ' || target_id::text = any ($2::text[]))`,
    [itemId, links.map(({ kind, id }) => `${kind} ${id}`)],
  );
  for (const [index, { kind, id }] of links.entries()) {
    await tx.query(
      `insert into forum.agenda_item_link (id, item_id, kind, target_id, position, audience) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint uq_agenda_item_link_item_id
       do update set position = excluded.position, audience = excluded.audience, removed = false`,
      [newId(), itemId, kind, id, index + 1, audience],
    );
  }
}

/** Links are read by whoever reads their item: called with every change of an item's audience. */
export async function moveLinks(tx: Tx, itemIds: readonly string[], audience: Audience): Promise<void> {
  await tx.query('update forum.agenda_item_link set audience = $2 where item_id = any ($1::uuid[])', [
    itemIds,
    audience,
  ]);
}
