import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { actionsErrors } from '../domain/actions.errors.js';

export interface Successor {
  readonly id: string;
  readonly number: string;
  readonly title: LocalizedText;
  readonly joint: boolean;
  /** Cancelled or superseded itself. */
  readonly ended: boolean;
}

/** The item that is to take another one's place; undefined when it is not for this reader. */
export async function findSuccessor(reader: Reader, id: string): Promise<Successor | undefined> {
  const [row] = await reader.query<Successor>(
    `select id, number, title, joint, state in ('cancelled','superseded') as ended from forum.action_item where id = $1`,
    [id],
  );
  return row;
}

/** @throws actions.notFound */
export async function titleOfAction(reader: Reader, id: string): Promise<LocalizedText> {
  const [row] = await reader.query<{ title: LocalizedText }>('select title from forum.action_item where id = $1', [id]);
  if (!row) throw actionsErrors.notFound();
  return row.title;
}
