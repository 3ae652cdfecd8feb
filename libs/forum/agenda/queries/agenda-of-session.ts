import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs } from '#forum/sessions';
import { standingKeys } from '#forum/two-key';
import type { AgendaItemRow, AgendaRow } from '../domain/agenda.types.js';

type HeadRow = Omit<AgendaRow, 'items' | 'keys' | 'startsAt' | 'endsAt'> & {
  startsAt: Date | null;
  endsAt: Date | null;
  items: AgendaItemRow[];
};

/**
 * The agenda of a session as its reader may see it: shared items in order, then the reader's own drafts; withdrawn ones left out.
 * Undefined when there is no such session to see.
 * @param side the reader's side, for their own notes; null reads none
 */
export async function agendaOfSession(
  reader: Reader,
  side: Side | null,
  sessionId: string,
): Promise<AgendaRow | undefined> {
  const [row] = await reader.query<HeadRow>(`${select} where a.session_id = $2`, [side, sessionId]);
  return row && withKeys(reader, row);
}

/** As `agendaOfSession`, by the agenda's own id. */
export async function agendaById(reader: Reader, side: Side | null, id: string): Promise<AgendaRow | undefined> {
  const [row] = await reader.query<HeadRow>(`${select} where a.id = $2`, [side, id]);
  return row && withKeys(reader, row);
}

/** As `agendaOfSession`, found by one of its items. */
export async function agendaOfItem(reader: Reader, side: Side | null, itemId: string): Promise<AgendaRow | undefined> {
  const [row] = await reader.query<HeadRow>(
    `${select} where a.id = (select i.agenda_id from forum.agenda_item i where i.id = $2)`,
    [side, itemId],
  );
  return row && withKeys(reader, row);
}

async function withKeys(reader: Reader, row: HeadRow): Promise<AgendaRow> {
  const keys = await standingKeys(reader, { subjectType: 'agenda', subjectId: row.id });
  return { ...row, startsAt: row.startsAt?.toISOString() ?? null, endsAt: row.endsAt?.toISOString() ?? null, keys };
}

/** SQL for a text of an item `i`: its own, else that of the first item it was carried over from that has words. */
export function wordsOf(column: 'title' | 'description'): string {
  return `case when i.title is not null then i.${column} else (
    with recursive origin as (
      select o.title, o.description, o.carried_from_id from forum.agenda_item o where o.id = i.carried_from_id
      union all
      select p.title, p.description, p.carried_from_id from forum.agenda_item p join origin on p.id = origin.carried_from_id where origin.title is null)
    select ${column} from origin where title is not null) end`;
}

// jsonb_build_object takes at most 100 arguments; items have fewer.
const item = `jsonb_build_object(
  'id', i.id, 'position', i.position, 'kind', i.kind, 'standing', i.standing, 'proposer', i.proposer_side, 'lead', i.lead_side,
  'minutes', i.minutes, 'objective', i.objective, 'title', ${wordsOf('title')}, 'description', ${wordsOf('description')},
  'ownWords', i.title is not null,
  'carriedFrom', case when i.carried_from_id is not null then (
     select jsonb_build_object('itemId', o.id, 'sessionId', e.session_id, 'session', ${sessionRefAs('e.session_id', '$1::text')})
       from forum.agenda_item o join forum.agenda e on e.id = o.agenda_id where o.id = i.carried_from_id) end,
  'links', coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'id', l.target_id) order by l.position, l.id)
     from forum.agenda_item_link l where l.item_id = i.id and l.removed = false), '[]'),
  'state', i.state, 'deferredIn', i.deferred_in, 'audience', i.audience, 'version', i.version, 'illustrative', i.illustrative,
  'note', (select n.text from forum.agenda_note n where n.item_id = i.id and n.audience = $1::text),
  'commentCount', (select count(*) from forum.agenda_comment c where c.item_id = i.id))`;

const select = `
  select a.id, a.session_id as "sessionId", s.channel_id as "channelId", a.state, a.audience, a.version, a.illustrative,
         coalesce(s.host_side, p.host_side) as host, coalesce(s.starts_at, p.starts_at) as "startsAt", coalesce(s.ends_at, p.ends_at) as "endsAt",
         jsonb_build_object('mode', coalesce(n.mode, p.mode), 'factorPercent', coalesce(n.factor_percent, p.factor_percent)) as interpretation,
         coalesce((select max(v.number) from forum.agenda_version v where v.agenda_id = a.id), 0) as "versionNumber",
         coalesce((select jsonb_agg(${item} order by i.audience in ('kr','jp'), i.position, i.id)
           from forum.agenda_item i where i.agenda_id = a.id and i.state <> 'withdrawn'), '[]') as items
    from forum.agenda a
    left join forum.session s on s.id = a.session_id
    left join forum.interpretation n on n.session_id = a.session_id
    left join lateral (select * from forum.published_clock(a.id) where a.audience in ('business','public')) p on true`;
