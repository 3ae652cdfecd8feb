import type { Database, Reader } from '#platform/database';
import type { FileStorage } from '#platform/file-storage';
import { carrier } from './carry-releases.js';

/** A file without a row is left alone for so long: its upload may still be under way. */
const PATIENCE_HOURS = 24;
const BATCH = 200;

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
  let batch: string[] = [];
  for await (const key of storage.list(before)) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    removed += await removeOrphans(database, storage, batch);
    batch = [];
  }
  removed += await removeOrphans(database, storage, batch);
  await database.runInTx(carrier, (tx) =>
    tx.query(`update forum.paper_sweep set removed = $2 where hour = $1`, [taken.hour, removed]),
  );
  return removed;
}

async function removeOrphans(database: Database, storage: FileStorage, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const known = await database
    .readAs('forum_worker')
    .query<{ key: string }>('select storage_key as key from forum.paper_file where storage_key = any ($1::text[])', [
      keys,
    ]);
  const wanted = new Set(known.map((row) => row.key));
  const orphans = keys.filter((key) => !wanted.has(key));
  for (const key of orphans) await storage.remove(key);
  return orphans.length;
}
