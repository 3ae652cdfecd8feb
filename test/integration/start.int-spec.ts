import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeDatabase, type MadeDatabase } from '../support/made-database.js';
import { freePort, isAlive, SmallCopy, until } from '../support/small-copy.js';

const asRoot = process.getuid?.() === 0;

describe('npm start', () => {
  let copy: SmallCopy;
  let port: number;
  let made: MadeDatabase;
  beforeAll(async () => {
    made = await makeDatabase();
  });
  afterAll(() => {
    made.remove();
  });
  beforeEach(async () => {
    copy = new SmallCopy();
    port = await freePort();
  });
  afterEach(async () => {
    await copy.remove();
  });
  const settings = (over: Record<string, string> = {}): Record<string, string> => ({ PORT: String(port), ...over });

  test('takes a fresh copy to an answering address, ends on Ctrl-C with nothing left, and keeps the data', async () => {
    const first = copy.run('start.mjs', settings());
    await first.says(`is ready after`);
    await first.says(`http://localhost:${String(port)}`);
    await first.says('secretariat.kr@forum.example');
    expect(first.said).toContain('start 1');
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`);
    const pids = [Number(await answer.text()), copy.databasePid() ?? 0];
    first.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(statSync(copy.dataDir).mode & 0o777).toBe(0o700);

    const second = copy.run('start.mjs', settings());
    await second.says('is ready after');
    await second.says('start 2');
    expect(second.said).not.toContain('build server');
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('recovers after kill -9: nothing of the killed start goes on, and the next one is ready', async () => {
    const first = copy.run('start.mjs', settings());
    await first.says('is ready after');
    const database = copy.databasePid() ?? 0;
    first.kill('SIGKILL');
    await first.ended;
    const second = copy.run('start.mjs', settings());
    await second.says('is ready after');
    await second.says('start 2');
    expect(isAlive(database)).toBe(false);
    second.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test('ends with the npm that runs it, so that the next start finds the port and the folder free', async () => {
    made.copyTo(copy.dataDir);
    const first = copy.runInShell(settings());
    await first.says('is ready after');
    first.kill('SIGKILL');
    const second = copy.run('start.mjs', settings());
    await second.says('is ready after');
    second.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(first.said).toContain('✓ stop');
  });

  test('says one line and touches nothing when the port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const run = copy.run('start.mjs', settings());
    expect(await run.ended).toBe(1);
    await new Promise((done) => other.close(done));
    expect(run.said).toContain(`Port ${String(port)} is taken by another program`);
    expect(existsSync(copy.dataDir)).toBe(false);
  });

  test('says one line and touches nothing when the data folder cannot be written', async () => {
    const blocked = join(copy.folder, 'blocked');
    if (asRoot) writeFileSync(blocked, 'a file where a folder should be');
    else {
      mkdirSync(blocked);
      chmodSync(blocked, 0o500);
    }
    const run = copy.run('start.mjs', settings({ DATA_DIR: join(blocked, 'deep', 'data') }));
    expect(await run.ended).toBe(1);
    expect(run.said).toMatch(/The data folder .*deep\/data cannot be written \(E[A-Z]+\)/);
    expect(asRoot ? readFileSync(blocked, 'utf8') : readdirSync(blocked)).toEqual(
      asRoot ? 'a file where a folder should be' : [],
    );
  });

  test('names every faulty setting before anything is built or started', async () => {
    const run = copy.run('start.mjs', { PORT: 'three', LOG_LEVEL: 'loud', REDIS_URL: 'http://secret' });
    expect(await run.ended).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'REDIS_URL']) expect(run.said).toContain(`${name} must be`);
    expect(run.said).not.toContain('secret');
    expect(existsSync(copy.dataDir)).toBe(false);
  });

  test('stops everything when the database is newer than the code', async () => {
    made.copyTo(copy.dataDir);
    const run = copy.run('start.mjs', settings({ DATABASE_IS_NEWER: '1' }));
    expect(await run.ended).toBe(1);
    expect(run.said).toContain('The database is newer than this version');
    expect(run.said).not.toContain('load the record');
    expect(copy.databasePid()).toBeNull();
  });

  test('stops everything, with the reason, when the API dies', async () => {
    made.copyTo(copy.dataDir);
    const run = copy.run('start.mjs', settings({ API_DIES: '1' }));
    expect(await run.ended).toBe(1);
    expect(run.said).toContain('The API ended unexpectedly (exit code 7)');
    expect(run.said).toContain('the reason');
    expect(copy.databasePid()).toBeNull();
  });

  test('stops everything, with the reason, when the database dies', async () => {
    made.copyTo(copy.dataDir);
    const run = copy.run('start.mjs', settings());
    await run.says('is ready after');
    process.kill(copy.databasePid() ?? 0, 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(run.said).toContain('The database ended unexpectedly');
    await until(
      async () =>
        await fetch(`http://127.0.0.1:${String(port)}/`).then(
          () => false,
          () => true,
        ),
    );
  });

  test('refuses a second start on the same data folder and leaves the first alone', async () => {
    made.copyTo(copy.dataDir);
    const first = copy.run('start.mjs', settings());
    await first.says('is ready after');
    const second = copy.run('start.mjs', { PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.said).toMatch(/The data folder .* is in use by another start \(process \d+\)/);
    expect((await fetch(`http://127.0.0.1:${String(port)}/readyz`)).status).toBe(200);
    first.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  test('does not wait for ever for a worker that hangs: a second Ctrl-C ends it', async () => {
    made.copyTo(copy.dataDir);
    const run = copy.run('start.mjs', settings({ WORKER_HANGS: '1' }));
    await run.says('is ready after');
    await copy.workerListens();
    run.kill('SIGINT');
    await run.says('… stop');
    run.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(copy.databasePid()).toBeNull();
  });
});
