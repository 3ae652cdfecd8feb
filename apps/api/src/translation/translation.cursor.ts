import { commonErrors, isId } from '#core/kernel';
import { isWithinReach } from '#forum/working-days';

/** The last row of a page: where the next one begins. */
export interface TranslationCursor {
  readonly due: string;
  readonly id: string;
}

/** An opaque word for the next page. */
export function writeCursor({ due, id }: TranslationCursor): string {
  return Buffer.from(`${due} ${id}`).toString('base64url');
}

/** @throws common.notACursor */
export function readCursor(cursor: string): TranslationCursor {
  const [due = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!isWithinReach(due) || !isId(id))
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return { due, id };
}
