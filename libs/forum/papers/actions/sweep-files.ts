import type { Database, Reader } from '#platform/database';
import type { FileStorage } from '#platform/file-storage';
import { carrier } from './carry-releases.js';

/** A file without a row is left alone for so long: its upload may still be under way. */
const PATIENCE_HOURS = 24;
const BATCH = 1000;

const hour = `to_char(forum.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24')`;

/** The hour (`2026-11-22T08`) whose sweep has not run, or null: rows say so, never the queue. */
export async function sweepDue(reader: Reader): Promise<string | null> {
  const [row] = await reader.query<{ hour: string }>(
    `select ${hour} as hour where not exists (select 1 from forum.paper_sweep where hour = ${hour})`,
  );
  return row?.hour ?? null;
}

/**
 * Removes kept files that no row names: an upload whose transaction failed, or whose process died before it. At most once an hour;
 * running it twice removes nothing that is wanted.
 * @returns how many files were removed
 */
export async function sweepFiles(database: Database, storage: FileStorage): Promise<number> {
  const [taken] = await database.runInTx(carrier, (tx) =>
    tx.query<{ hour: string; before: Date }>(
      `insert into forum.paper_sweep (hour, removed) values (${hour}, 0) on conflict do nothing
       returning hour, forum.now() - make_interval(hours => $1) as before`,
      [PATIENCE_HOURS],
    ),
  );
  if (!taken) return 0;
  const { before } = taken;
  let removed = await storage.sweep(before);
  for (const key of await orphansOf(database, storage, before)) {
    await storage.remove(key);
    removed += 1;
  }
  await database.runInTx(carrier, (tx) =>
    tx.query(`update forum.paper_sweep set removed = $2 where hour = $1`, [taken.hour, removed]),
  );
  return removed;
}

/** None for a database that names no file here: a store that it does not know is another installation's. */
async function orphansOf(database: Database, storage: FileStorage, before: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.list(before)) keys.push(key);
  const orphans: string[] = [];
  for (let at = 0; at < keys.length; at += BATCH) {
    const batch = keys.slice(at, at + BATCH);
    const known = await database.readAs('forum_worker').query<{
      key: string;
    }>('select storage_key as key from forum.paper_file where storage_key = any ($1::text[])', [batch]);
    const wanted = new Set(known.map((row) => row.key));
    orphans.push(...batch.filter((key) => !wanted.has(key)));
  }
  return orphans.length === keys.length ? [] : orphans;
}
