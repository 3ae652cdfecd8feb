import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { AgendaLink, Objective } from '../domain/agenda.types.js';
import { wordsOf } from './agenda-of-session.js';

/** An item put off at an earlier session of the channel and not taken up since. */
export interface DeferredItemRow {
  readonly itemId: string;
  readonly sessionId: string;
  readonly session: SessionRef | null;
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly proposer: Side;
  readonly lead: Side | null;
  readonly minutes: number;
  readonly objective: Objective;
  readonly deferredIn: 'preparation' | 'session';
  readonly links: readonly AgendaLink[];
}

/**
 * What waits to be carried over to a session, latest session first. An item that another one takes up, as far as the reader can see,
 * waits no more.
 * @param side the reader's side, for the names of sessions
 */
export function deferredItemsFor(reader: Reader, side: Side | null, sessionId: string): Promise<DeferredItemRow[]> {
  return reader.query<DeferredItemRow>(
    `select i.id as "itemId", e.id as "sessionId", ${sessionRefAs('e.id', '$2::text')} as session, ${wordsOf('title')} as title,
            ${wordsOf('description')} as description, i.proposer_side as proposer, i.lead_side as lead, i.minutes, i.objective, i.deferred_in as "deferredIn",
            coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'id', l.target_id) order by l.position, l.id)
              from forum.agenda_item_link l where l.item_id = i.id and l.removed = false), '[]') as links
       from forum.session s
       join forum.session e on e.channel_id = s.channel_id and (e.start_date, e.id) < (s.start_date, s.id)
       join forum.agenda a on a.session_id = e.id
       join forum.agenda_item i on i.agenda_id = a.id and i.state = 'deferred'
      where s.id = $1
        and not exists (select 1 from forum.agenda_item c where c.carried_from_id = i.id and c.state <> 'withdrawn')
      order by e.start_date desc, e.id desc, i.position`,
    [sessionId, side],
  );
}
