import { createHash } from 'node:crypto';
import { canonicalJson, newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { mergeRow, type RowValues } from '../domain/merge-row.js';

/** Tables the record is taken over into; a closed list, because the name becomes part of a statement. */
export type RecordTable =
  | 'source'
  | 'conflict'
  | 'body'
  | 'body_name'
  | 'person'
  | 'person_name'
  | 'post'
  | 'post_holder'
  | 'topic'
  | 'channel'
  | 'channel_name'
  | 'channel_party'
  | 'channel_event'
  | 'context_event'
  | 'session'
  | 'instrument'
  | 'instrument_area'
  | 'commitment'
  | 'commitment_link'
  | 'radio_issue'
  | 'radio_band'
  | 'radio_event'
  | 'multilateral_meeting'
  | 'exhibition'
  | 'exchange_programme'
  | 'agenda'
  | 'agenda_item'
  | 'action_item';

/** Finds the id of a row of the same table by its name in the record, for references among themselves; null stays null. */
export type IdOf = (code: string | null | undefined) => string | null;

/** One row of the file: its name in the record, which never changes, and its columns but `id`. All rows of a table have the same columns. */
export interface RecordRow {
  readonly code: string;
  readonly values: RowValues | ((idOf: IdOf) => RowValues);
}

/** What became of the rows; `kept` counts single values that people changed since and that were left alone. */
export interface TakeOverCounts {
  inserted: number;
  updated: number;
  unchanged: number;
  kept: number;
}

export interface TakenOver {
  readonly counts: TakeOverCounts;
  /** Ids by the rows' names in the record. */
  readonly ids: ReadonlyMap<string, string>;
}

interface Known {
  readonly code: string;
  readonly hash: string;
  readonly id: string;
}

/**
 * Brings rows of the record into their table: new ones are inserted, those whose content in the file changed are merged with what people
 * changed since (see mergeRow), the rest is not touched. Rows that left the file stay. Runs as the worker, whose role alone may read
 * `record_import`. With `once`, rows written before are left alone whatever the file says.
 */
export async function takeOver(
  tx: Tx,
  table: RecordTable,
  rows: readonly RecordRow[],
  { once = false } = {},
): Promise<TakenOver> {
  const found = await tx.query<Known>(
    `select code, content_hash as hash, snapshot ->> 'id' as id from forum.record_import where target = $1`,
    [table],
  );
  const known = new Map(found.map((row) => [row.code, row]));
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  for (const { code } of rows) if (!ids.has(code)) ids.set(code, newId());
  const idOf: IdOf = (code) => (code === null || code === undefined ? null : (ids.get(code) ?? null));
  const counts: TakeOverCounts = { inserted: 0, updated: 0, unchanged: 0, kept: 0 };
  const fresh: FileRow[] = [];
  for (const { code, values } of rows) {
    const row = fileRow(code, ids.get(code) ?? newId(), typeof values === 'function' ? values(idOf) : values);
    const before = known.get(code);
    if (before === undefined) fresh.push(row);
    else if (once || before.hash === row.hash) counts.unchanged += 1;
    else await merge(tx, table, row, counts);
  }
  await insert(tx, table, fresh);
  counts.inserted = fresh.length;
  return { counts, ids };
}

interface FileRow {
  readonly code: string;
  readonly id: string;
  readonly values: RowValues;
  readonly hash: string;
}

function fileRow(code: string, id: string, values: RowValues): FileRow {
  return { code, id, values, hash: createHash('sha256').update(canonicalJson(values)).digest('hex') };
}

async function insert(tx: Tx, table: RecordTable, rows: readonly FileRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = ['id', ...Object.keys(first.values)].join(', ');
  await tx.query(
    `with written as (
       insert into forum.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::forum.${table}, $1::jsonb) returning *
     )
     insert into forum.record_import (target, code, content_hash, snapshot)
     select $2, named.code, named.hash, to_jsonb(written)
       from written join jsonb_to_recordset($3::jsonb) as named(id uuid, code text, hash text) on named.id = written.id`,
    [
      JSON.stringify(rows.map(({ id, values }) => ({ id, ...values }))),
      table,
      JSON.stringify(rows.map(({ id, code, hash }) => ({ id, code, hash }))),
    ],
  );
}

async function merge(tx: Tx, table: RecordTable, row: FileRow, counts: TakeOverCounts): Promise<void> {
  const [found] = await tx.query<{ now: RowValues; left: RowValues; incoming: RowValues }>(
    `select to_jsonb(t) as now, r.snapshot as left, to_jsonb(jsonb_populate_record(null::forum.${table}, $3::jsonb)) as incoming
       from forum.${table} t join forum.record_import r on r.target = $1 and r.code = $2
      where t.id = $4 for update of t`,
    [table, row.code, JSON.stringify(row.values), row.id],
  );
  if (found === undefined) return;
  const incoming = Object.fromEntries(Object.keys(row.values).map((column) => [column, found.incoming[column]]));
  const { write, kept } = mergeRow(found.left, found.now, incoming);
  counts.kept += kept.length;
  counts[write.length > 0 ? 'updated' : 'unchanged'] += 1;
  if (write.length > 0) {
    const columns = write.join(', ');
    await tx.query(
      `update forum.${table} set (${columns}) = row(${write.map((column) => `f.${column}`).join(', ')})
         from jsonb_populate_record(null::forum.${table}, $1::jsonb) f where ${table}.id = $2`,
      [JSON.stringify(row.values), row.id],
    );
  }
  const written = Object.fromEntries(write.map((column) => [column, incoming[column]]));
  await tx.query(
    `update forum.record_import set content_hash = $3, snapshot = snapshot || $4::jsonb, imported_at = forum.now() where target = $1 and code = $2`,
    [table, row.code, row.hash, JSON.stringify(written)],
  );
}
