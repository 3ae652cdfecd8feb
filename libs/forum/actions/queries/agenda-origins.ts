import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { OriginSeen } from '../origins.js';

/** Agenda items by id, for the actions that came from them; a draft of the other side is not found. */
export async function agendaItemsSeen(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OriginSeen>> {
  const rows = await reader.query<{ id: string; title: LocalizedText; audience: Audience; sessionId: string }>(
    `select i.id, i.title, i.audience, g.session_id as "sessionId" from forum.agenda_item i join forum.agenda g on g.id = i.agenda_id
      where i.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, title, audience, sessionId }) => [id, { title, audience, path: `/sessions/${sessionId}/agenda` }]),
  );
}
