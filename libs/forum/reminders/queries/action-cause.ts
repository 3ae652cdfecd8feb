import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Cause } from '../domain/reminder.types.js';

export interface ActionCause extends Cause {
  readonly due: string;
  readonly ownerPostId: string;
  readonly ownerSide: Side;
}

interface Row {
  title: LocalizedText;
  number: string;
  due: string;
  owner_post_id: string;
  owner_side: Side;
}

/**
 * The action item while its owner still owes work that may be spoken of; undefined when it is done, called off, blocked
 * (domain.md 4: blocked items are silent) or not for this reader.
 */
export async function findActionCause(reader: Reader, actionId: string): Promise<ActionCause | undefined> {
  const [row] = await reader.query<Row>(
    `select title, number, due, owner_post_id, owner_side from forum.action_item where id = $1 and state in ('open','in_progress')`,
    [actionId],
  );
  if (!row) return undefined;
  return {
    fingerprint: `due=${row.due};owner=${row.owner_post_id}`,
    title: row.title,
    number: row.number,
    due: row.due,
    ownerPostId: row.owner_post_id,
    ownerSide: row.owner_side,
  };
}
