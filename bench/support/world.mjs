/** A PostgreSQL of the measurement's own, as `npm start` runs it, with the real record; removed at the end. */
import { mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import '#forum/assembly';
import { loadRecord } from '#forum/history';
import { Database, migrate } from '#platform/database';
import { startEmbeddedDatabase } from '#platform/embedded-database';

/** A Tuesday on which both sides work; mail may leave from 09:30, which is half past midnight in UTC. */
export const today = '2027-06-15';
export const opening = `${today}T00:30:00Z`;
const early = `${today}T00:00:00Z`;

export async function openWorld() {
  const folder = realpathSync(mkdtempSync(join(memoryFolder(), 'forum-desk-bench-')));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const server = await startEmbeddedDatabase(folder);
  const at = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const superuser = new pg.Client({ connectionString: server.superuserUrl });
  await superuser.connect();
  await superuser.query('create database bench owner forum_owner');
  const appUrl = at(server.appUrl, 'bench');
  await migrate({ migrationUrl: at(server.migrationUrl, 'bench'), appUrl });
  await loadRecord({ appUrl, demo: true });
  const pool = new pg.Pool({ connectionString: at(server.superuserUrl, 'bench'), max: 4 });
  const database = new Database({ url: appUrl, poolSize: 8 });
  const ask = async (sql, params = []) => (await pool.query(sql, params)).rows;
  const world = {
    appUrl,
    superuserUrl: at(server.superuserUrl, 'bench'),
    database,
    ask,
    /** Moves the product's clock; nothing sleeps. */
    setClock: (instant) => ask('update forum.clock_offset set amount = $1::timestamptz - clock_timestamp()', [instant]),
    close: async () => {
      await database.close();
      await pool.end();
      await superuser.end();
      await server.stop();
      remove();
    },
  };
  await world.setClock(early);
  await people(world);
  return world;
}

/** Two hundred posts of both sides with holders in all three languages, each fifth the superior of four others. */
async function people({ ask }) {
  await ask(`
    insert into forum.post (id, code, body_id, side, title, rank)
    select gen_random_uuid(), 'BENCH-' || lpad(n::text, 3, '0'), b.id, b.side,
           jsonb_build_object('source', 'en', 'revision', 1, 'en', jsonb_build_object('text', 'Desk ' || n, 'of', 1, 'status', 'checked')), 50
      from generate_series(0, 199) n join forum.body b on b.code = case when n % 2 = 0 then 'KR-MSIT' else 'JP-MIC' end`);
  await ask(`
    update forum.post p set superior_id = s.id from forum.post s
     where p.code like 'BENCH-%' and s.code = 'BENCH-' || lpad((substr(p.code, 7)::int / 10 * 10 + substr(p.code, 7)::int % 2)::text, 3, '0') and s.id <> p.id`);
  await ask(`
    insert into forum.user_account (id, email, side, roles, language)
    select gen_random_uuid(), lower(code) || '@' || side || '.example', side, '{official}', (array['ko','ja','en'])[1 + substr(code, 7)::int / 2 % 3]
      from forum.post where code like 'BENCH-%'`);
  await ask(`
    insert into forum.post_holder (id, post_id, side, user_id)
    select gen_random_uuid(), p.id, p.side, u.id from forum.post p join forum.user_account u on u.email = lower(p.code) || '@' || p.side || '.example'`);
}

/**
 * Stores action items of those posts, in a session of a channel that is no example.
 * @param {{ series: string, count: number, due: string }} what `due`: SQL over `n`
 * @returns {Promise<string[]>} ids
 */
export async function storeActions({ ask }, { series, count, due }) {
  const rows = await ask(
    `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
     select gen_random_uuid(), $1 || '-' || n, $1, n, s.id, s.channel_id,
            jsonb_build_object('source', 'ko', 'revision', 1, 'ko', jsonb_build_object('text', '측정 결과 교환 ' || n, 'of', 1, 'status', 'checked'),
              'ja', jsonb_build_object('text', '測定結果の交換 ' || n, 'of', 1, 'status', 'checked'), 'en', jsonb_build_object('text', 'Exchange of results ' || n, 'of', 1, 'status', 'checked')),
            p.side, p.id, ${due}, 'open', false, 'joint'
       from generate_series(1, $2::int) n
       join (select id, side, row_number() over (order by code) - 1 as place from forum.post where code like 'BENCH-%') p on p.place = n % 200
       cross join (select id, channel_id from forum.session where not illustrative order by start_date desc limit 1) s
     returning id`,
    [series, count],
  );
  return rows.map(({ id }) => id);
}

/** Where Linux lends memory as a folder, a write to the log costs what it costs on a good disk. */
function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 4 * 1024 ** 3 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
