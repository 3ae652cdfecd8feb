import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';

/** As a cause, its session still without words: planning needs no language. */
export interface ActionCause extends Omit<Cause, 'session'> {
  readonly session: SessionRef | null;
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
  session: SessionRef | null;
}

/**
 * The action item while its owner still owes work that may be spoken of; undefined when it is done, called off, blocked
 * (domain.md 4: blocked items are silent) or not for this reader.
 */
export async function findActionCause(reader: Reader, actionId: string): Promise<ActionCause | undefined> {
  const [row] = await reader.query<Row>(
    `select i.title, i.number, i.due, i.owner_post_id, i.owner_side, ${sessionRefAs('i.session_id', 'i.owner_side')} as session
       from forum.action_item i where i.id = $1 and i.state in ('open','in_progress')`,
    [actionId],
  );
  if (!row) return undefined;
  return {
    fingerprint: `due=${row.due};owner=${row.owner_post_id}`,
    title: row.title,
    number: row.number,
    session: row.session,
    path: `/actions/${actionId}`,
    due: row.due,
    ownerPostId: row.owner_post_id,
    ownerSide: row.owner_side,
  };
}
