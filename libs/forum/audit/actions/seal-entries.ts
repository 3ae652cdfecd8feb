import type { Actor } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import { firstBreak, genesis, sealOf } from '../domain/chain.js';
import { chainEnd, sealedEntries, unsealedEntries } from '../queries/entries.js';

/** One chain, one sealer at a time. */
const sealLock = 7_320_417;
const batch = 500;

const sealer: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/**
 * Seals what is not sealed, in batches of one transaction each. A change that commits late is sealed later: its place in the chain
 * is the order of sealing, its time stays its own.
 * @returns how many entries were sealed now
 */
export async function sealEntries(database: Database): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await database.runInTx(sealer, sealBatch);
    sealed += count;
    if (count < batch) return sealed;
  }
}

async function sealBatch(tx: Tx): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [sealLock]);
  const entries = await unsealedEntries(tx, batch);
  let { position, hash } = (await chainEnd(tx)) ?? { position: 0, hash: genesis };
  const seals = entries.map((entry) => {
    position += 1;
    hash = sealOf(entry, position, hash);
    return { id: entry.id, position, hash };
  });
  await tx.query(
    `update forum.audit_entry e set position = s.position, hash = s.hash
       from jsonb_to_recordset($1::jsonb) as s(id uuid, position bigint, hash text) where e.id = s.id`,
    [JSON.stringify(seals)],
  );
  return seals.length;
}

/**
 * Proves the whole chain, as the worker, who alone sees every entry.
 * @returns the first place at which it is broken, or null
 */
export async function verifyChain(database: Database): Promise<number | null> {
  const reader = database.readAs('forum_worker');
  let last = { position: 0, hash: genesis };
  for (;;) {
    const entries = await sealedEntries(reader, last.position, batch);
    const broken = firstBreak(entries, last);
    if (broken !== null) return broken;
    const end = entries.at(-1);
    if (!end) return null;
    last = end;
  }
}
