import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { standingKeys } from '#forum/two-key';
import type { AgendaItemRow, AgendaRow } from '../domain/agenda.types.js';

type HeadRow = Omit<AgendaRow, 'items' | 'keys' | 'startsAt'> & { startsAt: Date | null; items: AgendaItemRow[] };

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
  return { ...row, startsAt: row.startsAt?.toISOString() ?? null, keys };
}

const select = `
  select a.id, a.session_id as "sessionId", a.state, a.audience, a.version, a.illustrative, s.host_side as host, s.starts_at as "startsAt",
         coalesce((select max(v.number) from forum.agenda_version v where v.agenda_id = a.id), 0) as "versionNumber",
         coalesce((select jsonb_agg(jsonb_build_object(
             'id', i.id, 'position', i.position, 'proposer', i.proposer_side, 'lead', i.lead_side, 'minutes', i.minutes, 'objective', i.objective,
             'title', i.title, 'description', i.description, 'state', i.state, 'audience', i.audience, 'version', i.version, 'illustrative', i.illustrative,
             'note', (select n.text from forum.agenda_note n where n.item_id = i.id and n.audience = $1::text))
             order by i.audience in ('kr','jp'), i.position, i.id)
           from forum.agenda_item i where i.agenda_id = a.id and i.state <> 'withdrawn'), '[]') as items
    from forum.agenda a join forum.session s on s.id = a.session_id`;

/** The signed and exchanged versions of an agenda, latest first. `keys` are the sides whose key stood on the version's hash when it was read. */
export interface AgendaVersionRow {
  number: number;
  hash: string;
  createdAt: Date;
  signatures: { side: Side; at: string; cleared: boolean }[];
}

export async function listAgendaVersions(reader: Reader, sessionId: string): Promise<AgendaVersionRow[]> {
  return reader.query<AgendaVersionRow>(
    `select v.number, v.content_hash as hash, v.created_at as "createdAt",
            coalesce((select jsonb_agg(jsonb_build_object('side', k.side, 'at', k.turned_at, 'cleared', k.cleared_at is not null) order by k.turned_at)
              from forum.key_turn k where k.subject_type = 'agenda' and k.subject_id = a.id and k.content_hash = v.content_hash), '[]') as signatures
       from forum.agenda_version v join forum.agenda a on a.id = v.agenda_id where a.session_id = $1 order by v.number desc`,
    [sessionId],
  );
}
