import type { Audience, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { AgendaContent } from '../domain/agenda-content.js';
import type { VersionOccasion } from '../domain/version.types.js';

/** A key that was turned on a version, and what became of it. Instants are ISO 8601 UTC. */
export interface VersionSignature {
  readonly side: Side;
  /** The post in whose name the key was turned. */
  readonly post: PostRow;
  readonly at: string;
  readonly clearedAt: string | null;
  readonly clearedBy: Side | null;
  /** A code, e.g. `edited` or `withdrawn`. */
  readonly clearedReason: string | null;
  /** Number of the version whose words cleared the key; null while it stands, or when it was taken back. */
  readonly clearedIn: number | null;
}

/** One numbered version; null `occasion` and `madeBy` for versions kept before these were told, null `madeBy` also for neutral people. */
export interface AgendaVersionRow {
  readonly id: string;
  readonly agendaId: string;
  readonly sessionId: string;
  readonly host: Side | null;
  readonly number: number;
  readonly hash: string;
  readonly createdAt: string;
  readonly occasion: VersionOccasion | null;
  readonly madeBy: Side | null;
  readonly audience: Audience;
  readonly signatures: readonly VersionSignature[];
}

export interface KeptAgenda extends AgendaVersionRow {
  readonly content: AgendaContent;
}

type Stored<Row extends AgendaVersionRow> = Omit<Row, 'createdAt'> & { createdAt: Date };

/** The versions of a session's agenda, latest first; undefined when there is no agenda to see. */
export async function listAgendaVersions(reader: Reader, sessionId: string): Promise<AgendaVersionRow[] | undefined> {
  const [agenda] = await reader.query<{ id: string }>('select id from forum.agenda where session_id = $1', [sessionId]);
  if (!agenda) return undefined;
  const rows = await reader.query<Stored<AgendaVersionRow>>(
    `select ${columns} ${from} where v.agenda_id = $1 order by v.number desc`,
    [agenda.id],
  );
  return rows.map(asRow);
}

/** One version with its content; undefined when there is none to see. */
export async function findAgendaVersion(reader: Reader, id: string): Promise<KeptAgenda | undefined> {
  const [row] = await reader.query<Stored<KeptAgenda>>(`select ${columns}, v.content ${from} where v.id = $1`, [id]);
  return row && asRow(row);
}

/** The latest version of the same agenda before `number`; undefined for the first one. */
export async function agendaVersionBefore(
  reader: Reader,
  agendaId: string,
  number: number,
): Promise<KeptAgenda | undefined> {
  const [row] = await reader.query<Stored<KeptAgenda>>(
    `select ${columns}, v.content ${from} where v.agenda_id = $1 and v.number < $2 order by v.number desc limit 1`,
    [agendaId, number],
  );
  return row && asRow(row);
}

function asRow<Row extends AgendaVersionRow>(row: Stored<Row>): Omit<Row, 'createdAt'> & { createdAt: string } {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// A content may come back: the same hash then stands in two versions, and a key belongs to the one that was latest when it was turned.
const signatures = `coalesce((
  select jsonb_agg(jsonb_build_object('side', k.side, 'post', ${postAsJson('k.post_id')}, 'at', ${instant('k.turned_at')},
           'clearedAt', ${instant('k.cleared_at')}, 'clearedBy', k.cleared_by_side, 'clearedReason', k.cleared_reason,
           'clearedIn', case when k.cleared_reason = 'edited' then
             (select min(w.number) from forum.agenda_version w where w.agenda_id = v.agenda_id and w.created_at >= k.cleared_at) end)
         order by k.turned_at)
    from forum.key_turn k
   where k.subject_type = 'agenda' and k.subject_id = v.agenda_id and k.content_hash = v.content_hash and k.turned_at >= v.created_at
     and not exists (select 1 from forum.agenda_version w
                      where w.agenda_id = v.agenda_id and w.number > v.number and w.created_at <= k.turned_at)), '[]')`;

const columns = `v.id, v.agenda_id as "agendaId", a.session_id as "sessionId", s.host_side as host, v.number, v.content_hash as hash,
  v.created_at as "createdAt", v.occasion, v.made_by_side as "madeBy", v.audience, ${signatures} as signatures`;

const from = `from forum.agenda_version v join forum.agenda a on a.id = v.agenda_id left join forum.session s on s.id = a.session_id`;
