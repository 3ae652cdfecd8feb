import { commonErrors, isId } from '#core/kernel';
import { isDueDay } from '#forum/actions';

/** The last row of a page: where the next one begins. */
export interface ActionCursor {
  readonly due: string;
  readonly id: string;
}

/** An opaque word for the next page. */
export function writeCursor({ due, id }: ActionCursor): string {
  return Buffer.from(`${due} ${id}`).toString('base64url');
}

/** @throws common.notACursor */
export function readCursor(cursor: string): ActionCursor {
  const [due = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!isDueDay(due) || !isId(id))
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return { due, id };
}
