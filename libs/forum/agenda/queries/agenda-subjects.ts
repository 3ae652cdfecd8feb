import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { SubjectSeen } from '#forum/two-key';
import { wordsOf } from './agenda-of-session.js';

/** Agendas by id, named as their sessions; those out of the reader's sight are left out. */
export async function agendaSubjects(
  reader: Reader,
  side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const rows = await reader.query<{ id: string; session: SessionRef | null }>(
    `select a.id, ${sessionRefAs('a.session_id', '$1::text')} as session from forum.agenda a where a.id = any ($2::uuid[])`,
    [side, ids],
  );
  return new Map(
    rows.flatMap(({ id, session }) =>
      session ? [[id, { title: sessionTitle(session, side), path: `/sessions/${session.id}/agenda` }] as const] : [],
    ),
  );
}

/** Items by id, by their own titles; those out of the reader's sight are left out. */
export async function itemSubjects(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const rows = await reader.query<{ id: string; title: LocalizedText; sessionId: string }>(
    `select i.id, ${wordsOf('title')} as title, a.session_id as "sessionId"
       from forum.agenda_item i join forum.agenda a on a.id = i.agenda_id where i.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, title, sessionId }) => [id, { title, path: `/sessions/${sessionId}/agenda#item-${id}` }]),
  );
}
