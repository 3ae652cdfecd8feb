import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { RecordContent } from '../domain/record-content.js';

export const recordOccasions = ['exchange', 'proposal', 'translation', 'key'] as const;
export type RecordOccasion = (typeof recordOccasions)[number];

/** A key that was turned on a version, and what became of it. Instants are ISO 8601 UTC. */
export interface RecordVersionKey {
  readonly side: Side;
  readonly post: PostRow;
  readonly at: string;
  readonly clearedAt: string | null;
}

/** One numbered version, kept for ever. */
export interface RecordVersionRow {
  readonly id: string;
  readonly recordId: string;
  readonly sessionId: string;
  readonly host: Side | null;
  readonly number: number;
  readonly hash: string;
  readonly createdAt: string;
  readonly occasion: RecordOccasion;
  readonly madeBy: Side | null;
  readonly keys: readonly RecordVersionKey[];
  readonly content: RecordContent;
}

/** A version without its words. */
export type RecordVersionHead = Omit<RecordVersionRow, 'content'>;

type Stored<Row extends RecordVersionHead> = Omit<Row, 'createdAt'> & { createdAt: Date };

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// A content may come back: a key belongs to the version that was latest when it was turned.
const select = (content: string): string => `
  select v.id, v.record_id as "recordId", r.session_id as "sessionId", s.host_side as host, v.number, v.content_hash as hash,
         v.created_at as "createdAt", v.occasion, v.made_by_side as "madeBy", ${content}
         coalesce((select jsonb_agg(jsonb_build_object('side', k.side, 'post', ${postAsJson('k.post_id')}, 'at', ${instant('k.turned_at')},
                   'clearedAt', ${instant('k.cleared_at')}) order by k.turned_at)
            from forum.key_turn k
           where k.subject_type = 'record' and k.subject_id = v.record_id and k.content_hash = v.content_hash and k.turned_at >= v.created_at
             and not exists (select 1 from forum.record_version w
                              where w.record_id = v.record_id and w.number > v.number and w.created_at <= k.turned_at)), '[]') as keys
    from forum.record_version v join forum.record r on r.id = v.record_id left join forum.session s on s.id = r.session_id`;

const WITH_WORDS = 'v.content,';
const mostListed = 200;

/** The latest versions of a text without their words, latest first. */
export async function listRecordVersions(reader: Reader, recordId: string): Promise<RecordVersionHead[]> {
  const rows = await reader.query<Stored<RecordVersionHead>>(
    `${select('')} where v.record_id = $1 order by v.number desc limit $2`,
    [recordId, mostListed],
  );
  return rows.map(asRow);
}

/** One version, or undefined when there is none to see. */
export async function findRecordVersion(reader: Reader, id: string): Promise<RecordVersionRow | undefined> {
  const [row] = await reader.query<Stored<RecordVersionRow>>(`${select(WITH_WORDS)} where v.id = $1`, [id]);
  return row && asRow(row);
}

/** The latest version of a text before `number`. */
export async function recordVersionBefore(
  reader: Reader,
  recordId: string,
  number: number,
): Promise<RecordVersionRow | undefined> {
  const [row] = await reader.query<Stored<RecordVersionRow>>(
    `${select(WITH_WORDS)} where v.record_id = $1 and v.number < $2 order by v.number desc limit 1`,
    [recordId, number],
  );
  return row && asRow(row);
}

const asRow = <Row extends RecordVersionHead>(row: Stored<Row>): Omit<Row, 'createdAt'> & { createdAt: string } => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});
