import type { Reader } from '#platform/database';
import type { PaperFileRow, PaperReleaseRow, PaperRow } from '../domain/papers.types.js';

type Stored = Omit<PaperRow, 'sharedAt' | 'withdrawnAt' | 'createdAt' | 'now'> & {
  sharedAt: Date | null;
  withdrawnAt: Date | null;
  createdAt: Date;
  now: Date;
};

/** The symbol of a paper `p`; null before it is shared. */
export const symbolAs = (p: string): string => `${p}.symbol_stem || ${p}.symbol_number`;

// The newest file that the reader may see stands for its language: a newer one that is not for them does not show through.
const select = `
  select p.id, p.session_id as "sessionId", p.origin_side as side, p.title, p.original_lang as "originalLang", p.grade, p.state,
         ${symbolAs('p')} as symbol, p.supersedes_id as "supersedesId", p.supersedes_kind as "supersedesKind",
         (select ${symbolAs('o')} from forum.paper o where o.id = p.supersedes_id) as "supersedesSymbol",
         p.shared_at as "sharedAt", p.withdrawn_at as "withdrawnAt", p.audience, p.version, p.created_at as "createdAt", forum.now() as now,
         (select jsonb_build_object('id', s.id, 'shared', s.audience not in ('kr','jp'), 'state', s.state, 'startDate', s.start_date,
                   'zone', s.zone, 'today', forum.today(s.zone), 'embargoAt', s.embargo_at, 'ordinalKr', s.ordinal_kr, 'ordinalJp', s.ordinal_jp,
                   'channelCode', c.code, 'channelName', c.name)
            from forum.session s join forum.channel c on c.id = s.channel_id where s.id = p.session_id) as session,
         coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'lang', f.lang, 'revision', f.revision, 'ofFileId', f.of_file_id, 'name', f.name,
                   'mediaType', f.media_type, 'size', f.size, 'sha256', f.content_hash, 'sharedAt', f.shared_at, 'createdAt', f.created_at,
                   'current', not exists (select 1 from forum.paper_file n where n.paper_id = f.paper_id and n.lang = f.lang and (n.created_at, n.id) > (f.created_at, f.id)),
                   'audience', f.audience) order by f.lang, f.created_at desc, f.id desc)
            from forum.paper_file f where f.paper_id = p.id), '[]') as files,
         coalesce((select jsonb_agg(l.item_id order by i.position, i.id)
            from forum.paper_agenda_item l join forum.agenda_item i on i.id = l.item_id
           where l.paper_id = p.id and l.removed_at is null and i.state <> 'withdrawn'), '[]') as "itemIds",
         coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'to', r.to_audience, 'plannedAt', r.planned_at, 'doneAt', r.done_at,
                   'cancelledAt', r.cancelled_at, 'cancelledReason', r.cancelled_reason) order by r.planned_at, r.id)
            from forum.paper_release r where r.paper_id = p.id), '[]') as releases
    from forum.paper p`;

/** One paper, or undefined when there is none to see. */
export async function findPaper(reader: Reader, id: string): Promise<PaperRow | undefined> {
  const [row] = await reader.query<Stored>(`${select} where p.id = $1`, [id]);
  return row && asRow(row);
}

/** The papers of a session that the reader may see, in the order they were made. */
export async function papersOfSession(reader: Reader, sessionId: string): Promise<PaperRow[]> {
  const rows = await reader.query<Stored>(`${select} where p.session_id = $1 order by p.id`, [sessionId]);
  return rows.map(asRow);
}

/** Several papers by id; what the reader may not see is left out. */
export async function papersById(reader: Reader, ids: readonly string[]): Promise<PaperRow[]> {
  const rows = await reader.query<Stored>(`${select} where p.id = any ($1::uuid[]) order by p.id`, [ids]);
  return rows.map(asRow);
}

/** A paper of a chain, as the chain shows it. */
export type ChainLink = Pick<
  PaperRow,
  'id' | 'symbol' | 'title' | 'supersedesId' | 'supersedesKind' | 'state' | 'audience'
>;

/** The papers that name one another, oldest first, the paper itself among them. */
export async function chainOf(reader: Reader, paperId: string): Promise<ChainLink[]> {
  return reader.query<ChainLink>(
    `with recursive up as (
         select p.id, p.supersedes_id from forum.paper p where p.id = $1
         union select o.id, o.supersedes_id from forum.paper o join up on o.id = up.supersedes_id),
       chain as (
         select u.id from up u where u.supersedes_id is null or not exists (select 1 from forum.paper o where o.id = u.supersedes_id)
         union select n.id from forum.paper n join chain on n.supersedes_id = chain.id)
     select p.id, ${symbolAs('p')} as symbol, p.title, (select o.id from forum.paper o where o.id = p.supersedes_id) as "supersedesId",
            p.supersedes_kind as "supersedesKind", p.state, p.audience
       from forum.paper p join chain c on c.id = p.id order by p.shared_at nulls last, p.id`,
    [paperId],
  );
}

/** Where the bytes of a file lie, with what its answer needs; undefined when there is none to see. */
export interface FileContent {
  readonly id: string;
  readonly paperId: string;
  readonly sessionId: string;
  readonly lang: PaperFileRow['lang'];
  readonly grade: PaperRow['grade'];
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/** A file is found by whoever may read its row and the row of its paper, and by nobody else. */
export async function findFileContent(
  reader: Reader,
  paperId: string,
  fileId: string,
): Promise<FileContent | undefined> {
  const [row] = await reader.query<Omit<FileContent, 'size'> & { size: string }>(
    `select f.id, p.id as "paperId", p.session_id as "sessionId", f.lang, p.grade, f.name, f.media_type as "mediaType", f.size, f.content_hash as sha256,
            f.storage_key as "storageKey"
       from forum.paper_file f join forum.paper p on p.id = f.paper_id where p.id = $1 and f.id = $2`,
    [paperId, fileId],
  );
  return row && { ...row, size: Number(row.size) };
}

/** How many papers of the reader's own side are promised for the session and not yet with both sides. */
export async function countUnsent(reader: Reader, sessionId: string): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    `select count(*)::int as count from forum.paper where session_id = $1 and state in ('awaited','received','reviewed') and audience in ('kr','jp')`,
    [sessionId],
  );
  return row?.count ?? 0;
}

function asRow(row: Stored): PaperRow {
  const { session } = row;
  return {
    ...row,
    sharedAt: row.sharedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    now: row.now.toISOString(),
    session: session && { ...session, embargoAt: instant(session.embargoAt) },
    files: row.files.map((file) => ({ ...file, sharedAt: instant(file.sharedAt), createdAt: utc(file.createdAt) })),
    releases: row.releases.map((release): PaperReleaseRow => ({
      ...release,
      plannedAt: utc(release.plannedAt),
      doneAt: instant(release.doneAt),
      cancelledAt: instant(release.cancelledAt),
    })),
  };
}

/** PostgreSQL's JSON writes instants with their offset. */
const utc = (at: string): string => new Date(at).toISOString();
const instant = (at: string | null): string | null => (at === null ? null : utc(at));
