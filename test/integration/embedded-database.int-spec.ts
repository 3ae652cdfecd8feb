import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  EmbeddedDatabaseError,
  startEmbeddedDatabase,
  startTemporaryDatabase,
  type DatabaseEvent,
  type EmbeddedDatabase,
} from '#platform/embedded-database';
import { makeDatabase, type MadeDatabase } from '../support/made-database.js';
import { isAlive, Run, until } from '../support/small-copy.js';

const holder = join(import.meta.dirname, '..', 'support', 'hold-database.mjs');

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof EmbeddedDatabaseError ? error.code : String(error);
}

/** Process ids of the shells that watch over this server. */
function guardiansOf(server: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes(
          `forum-desk-guardian\0${String(server)}\0`,
        );
      } catch {
        return false;
      }
    });
}

function standsIn(pid: string, path: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === path;
  } catch {
    return false;
  }
}

describe('the embedded database', () => {
  let folder: string;
  let made: MadeDatabase;
  let open: EmbeddedDatabase[];
  let children: ChildProcess[];
  beforeAll(async () => {
    made = await makeDatabase();
  });
  afterAll(() => {
    made.remove();
  });
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'forum-desk-data-')));
    open = [];
    children = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((database) => database.stop()));
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    const guarded = (): boolean =>
      readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && standsIn(pid, join(folder, 'postgres/cluster')));
    await until(() => !guarded());
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(events: DatabaseEvent[] = []): Promise<EmbeddedDatabase> {
    const database = await startEmbeddedDatabase(folder, (event) => {
      events.push(event);
    });
    open.push(database);
    return database;
  }

  async function held(...args: string[]): Promise<{ run: Run; pid: number; url: string }> {
    const run = runHolder(...args);
    await run.says(/^open .*\n/m);
    const [, pid = '', url = ''] = /^open (\d+) (\S+)/m.exec(run.said) ?? [];
    return { run, pid: Number(pid), url };
  }

  function runHolder(...args: string[]): Run {
    const child = spawn(process.execPath, [holder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return new Run(child);
  }

  test('gives an owner who may create roles but is no superuser, and a login that inherits nothing', async () => {
    const database = await start();
    const [row] = await ask(
      database.superuserUrl,
      `select
      (select rolcreaterole and not rolsuper and rolcanlogin from pg_roles where rolname = 'forum_owner') as owner,
      (select not rolinherit and not rolcreaterole and not rolsuper and rolcanlogin from pg_roles where rolname = 'forum_app') as app,
      (select pg_get_userbyid(datdba) from pg_database where datname = 'forum') as owns,
      current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('fsync') as fsync`,
    );
    expect(row).toEqual({ owner: true, app: true, owns: 'forum_owner', encoding: 'UTF8', zone: 'UTC', fsync: 'on' });
    await ask(database.migrationUrl, 'create role forum_some_role; grant forum_some_role to forum_app');
    const asRole = new URL(database.appUrl);
    asRole.searchParams.set('options', '-c role=forum_some_role');
    expect(await ask(asRole.href, 'select current_user as name')).toEqual([{ name: 'forum_some_role' }]);
  });

  test('listens on loopback only, to the right password only, with files that only their owner reads', async () => {
    const database = await start();
    const wrong = new URL(database.superuserUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/);
    const [row] = await ask(
      database.superuserUrl,
      `select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as unix`,
    );
    expect(row).toEqual({ tcp: '127.0.0.1', unix: '' });
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'postgres/credentials.json')).mode & 0o777).toBe(0o600);
  });

  test('knows the letters and the order of Korean and Japanese', async () => {
    made.copyTo(folder);
    const database = await start();
    await ask(database.superuserUrl, 'create extension pg_trgm');
    const [row] = await ask(
      database.superuserUrl,
      `select '전파국장회의' % '전파국장회' as ko, '電波局長会議' % '電波局長会' as ja,
      (select string_agg(w, '' order by w collate "ko-x-icu") from unnest(array['하','가','나']) as w) as sorted`,
    );
    expect(row).toEqual({ ko: true, ja: true, sorted: '가나하' });
  });

  test('keeps its data and its port over a stop and a start', async () => {
    made.copyTo(folder);
    const first = await start();
    await ask(first.migrationUrl, 'create table note as select 1 as kept');
    await first.stop();
    const events: DatabaseEvent[] = [];
    const second = await start(events);
    expect(events).toEqual(['starting']);
    expect(second.port).toBe(first.port);
    expect(await ask(second.migrationUrl, 'select kept from note')).toEqual([{ kept: 1 }]);
  });

  test('refuses a second start on the same folder', async () => {
    made.copyTo(folder);
    await start();
    expect(await codeOf(startEmbeddedDatabase(folder))).toBe('folderInUse');
    expect(await runHolder('embedded', folder).ended).not.toBe(0);
  });

  test('is stopped when the process that started it is killed', async () => {
    made.copyTo(folder);
    const { run, pid } = await held('embedded', folder);
    run.kill('SIGKILL');
    await until(() => !isAlive(pid));
    await start();
  });

  test('never runs twice: a server that outlived its parent is stopped first, and nothing is lost', async () => {
    made.copyTo(folder);
    const { run, pid, url } = await held('embedded', folder);
    const guardians = guardiansOf(pid);
    expect(guardians).toHaveLength(1);
    for (const guardian of guardians) process.kill(guardian, 'SIGKILL');
    await ask(url, 'create table note as select 1 as kept');
    run.kill('SIGKILL');
    await run.ended;
    expect(isAlive(pid)).toBe(true);
    const events: DatabaseEvent[] = [];
    const database = await start(events);
    expect(events).toContain('stoppedLeftover');
    expect(isAlive(pid)).toBe(false);
    expect(await ask(database.superuserUrl, 'select kept from note')).toEqual([{ kept: 1 }]);
  });

  test('recovers what was committed when the server itself is killed', async () => {
    made.copyTo(folder);
    const first = await start();
    await ask(first.migrationUrl, 'create table note as select 1 as kept');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    await first.stop();
    const second = await start();
    expect(await ask(second.migrationUrl, 'select kept from note')).toEqual([{ kept: 1 }]);
  });

  test('is not misled by a postmaster.pid whose number belongs to another program now', async () => {
    made.copyTo(folder);
    await (await start()).stop();
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    children.push(stranger);
    const file = join(folder, 'postgres/cluster/postmaster.pid');
    writeFileSync(
      file,
      [String(stranger.pid), '/proc/self/fd/3', '1', '5432', '', '127.0.0.1', '', 'ready', ''].join('\n'),
    );
    await start();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  test('begins anew after a kill in the middle of creating', async () => {
    const run = runHolder('embedded', folder);
    await until(() =>
      readdirSync(folder).some(
        (name) => name.startsWith('postgres.new-') && existsSync(join(folder, name, 'cluster/PG_VERSION')),
      ),
    );
    run.kill('SIGKILL');
    await run.ended;
    const database = await start();
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('moves an incomplete database aside instead of using or deleting it', async () => {
    mkdirSync(join(folder, 'postgres/cluster'), { recursive: true });
    writeFileSync(join(folder, 'postgres/cluster/PG_VERSION'), '18\n');
    const events: DatabaseEvent[] = [];
    await start(events);
    expect(events).toContain('movedAside');
    expect(readFileSync(join(folder, 'postgres.incomplete-1/cluster/PG_VERSION'), 'utf8')).toBe('18\n');
  });

  test('leaves a database of another major version and one without its passwords as they are', async () => {
    made.copyTo(folder);
    await (await start()).stop();
    const version = join(folder, 'postgres/cluster/PG_VERSION');
    writeFileSync(version, '19\n');
    expect(await codeOf(startEmbeddedDatabase(folder))).toBe('otherMajorVersion');
    writeFileSync(version, '18\n');
    rmSync(join(folder, 'postgres/credentials.json'));
    expect(await codeOf(startEmbeddedDatabase(folder))).toBe('credentialsMissing');
    expect(existsSync(join(folder, 'start.lock'))).toBe(false);
  });

  test('a temporary one leaves nothing behind, stopped or killed', async () => {
    const stopped = await startTemporaryDatabase();
    const [row] = await ask<{ path: string }>(stopped.superuserUrl, `select current_setting('fsync') as path`);
    expect(row).toEqual({ path: 'off' });
    const port = new URL(stopped.superuserUrl).port;
    const [ownFolder] = temporaryFolders((lines) => lines[3] === port);
    expect(ownFolder).toBeDefined();
    await stopped.stop();
    expect(existsSync(ownFolder ?? '')).toBe(false);

    const { run, pid } = await held('temporary');
    const own = temporaryFolders((lines) => lines[0] === String(pid));
    expect(own).toHaveLength(1);
    run.kill('SIGKILL');
    await until(() => !isAlive(pid) && !existsSync(own[0] ?? ''));
  });
});

/** The folders of temporary databases whose postmaster.pid is as asked for; others may belong to other test files. */
function temporaryFolders(isOwn: (lines: readonly string[]) => boolean): string[] {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('forum-desk-db-'))
    .map((name) => join(tmpdir(), name))
    .filter((folder) => {
      const file = join(folder, 'postgres/cluster/postmaster.pid');
      return existsSync(file) && isOwn(readFileSync(file, 'utf8').split('\n'));
    });
}
