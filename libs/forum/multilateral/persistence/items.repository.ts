import { newId, textAsShared, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { CommonLine, ItemRow, ItemState, PositionRow } from '../domain/multilateral.types.js';
import { sharedVersion } from './meetings.repository.js';

/** Stores an item that only its own side sees; gives its id. */
export async function insertItem(
  tx: Tx,
  side: Side,
  item: Pick<ItemRow, 'meetingId' | 'number' | 'title'>,
): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.multilateral_item (id, meeting_id, origin_side, number, title, audience) values ($1, $2, $3, $4, $5, $3)`,
    [id, item.meetingId, side, item.number, item.title],
  );
  return id;
}

export async function saveItem(tx: Tx, item: Pick<ItemRow, 'id' | 'number' | 'title'>): Promise<void> {
  await tx.query(
    `update forum.multilateral_item set number = $2, title = $3, version = version + 1, updated_at = forum.now() where id = $1`,
    [item.id, item.number, item.title],
  );
}

/** Moves an item into a state; exchanged, both sides see it. */
export async function moveItem(tx: Tx, { id, title }: Pick<ItemRow, 'id' | 'title'>, state: ItemState): Promise<void> {
  await tx.query(
    `update forum.multilateral_item set state = $2, title = $3, audience = case when $2 = 'exchanged' then 'joint' else audience end,
            version = case when $2 = 'exchanged' then ${sharedVersion} else version + 1 end, updated_at = forum.now() where id = $1`,
    [id, state, state === 'exchanged' ? textAsShared(title) : title],
  );
}

/** Writes how both sides stand on an item. */
export async function setLine(tx: Tx, id: string, line: CommonLine, text: LocalizedText | null): Promise<void> {
  await tx.query(
    `update forum.multilateral_item set common_line = $2, line_text = $3, version = version + 1, updated_at = forum.now() where id = $1`,
    [id, line, text],
  );
}

/** A draft of a position. It leaves the item's version alone, which would tell the other side of it. */
export async function insertPosition(tx: Tx, itemId: string, side: Side, text: LocalizedText): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.multilateral_position (id, item_id, side, text, audience) values ($1, $2, $3, $4, $3)`,
    [id, itemId, side, text],
  );
  return id;
}

export async function savePosition(tx: Tx, id: string, text: LocalizedText): Promise<void> {
  await tx.query(
    `update forum.multilateral_position set text = $2, version = version + 1, updated_at = forum.now() where id = $1`,
    [id, text],
  );
}

/** Shows a draft to both sides; the position by which its side stood until now is kept as replaced. */
export async function showPosition(tx: Tx, { id, itemId, side, text }: PositionRow): Promise<void> {
  await tx.query(
    `update forum.multilateral_position set replaced_at = forum.now()
      where item_id = $1 and side = $2 and exchanged_at is not null and replaced_at is null`,
    [itemId, side],
  );
  await tx.query(
    `update forum.multilateral_position set audience = 'joint', text = $2, exchanged_at = forum.now(), version = 1000, updated_at = forum.now() where id = $1`,
    [id, textAsShared(text)],
  );
}
