import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionTitle } from '../domain/session-title.js';
import { sessionRefAs, type SessionRef } from './session-rows.js';

/** Titles of sessions by id, as the reader's side names them; sessions out of the reader's sight are left out. */
export async function sessionTitles(
  reader: Reader,
  side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalizedText>> {
  const rows = await reader.query<{ session: SessionRef }>(
    `select ${sessionRefAs('s.id', '$1::text')} as session from forum.session s where s.id = any ($2::uuid[])`,
    [side, ids],
  );
  return new Map(rows.map(({ session }) => [session.id, sessionTitle(session, side)]));
}
