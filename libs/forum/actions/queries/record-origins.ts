import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { recordPath } from '#forum/records';
import type { OriginSeen } from '../origins.js';

interface Row {
  readonly id: string;
  readonly text: LocalizedText;
  readonly audience: Audience;
  readonly recordId: string;
  readonly sessionId: string;
}

/** Paragraphs of records by id, for the actions that were taken from them; those of the other side's draft are not found. */
export async function paragraphsSeen(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OriginSeen>> {
  const rows = await reader.query<Row>(
    `select p.id, p.text, p.audience, r.id as "recordId", r.session_id as "sessionId"
       from forum.record_paragraph p join forum.record r on r.id = p.record_id where p.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, text, audience, recordId, sessionId }) => [
      id,
      { title: text, audience, path: recordPath({ id: recordId, sessionId }) },
    ]),
  );
}
