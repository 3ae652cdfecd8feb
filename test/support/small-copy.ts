import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Stand-ins for the four programs that `npm start` runs: enough to see in which order, with what, and how they end. */
const programs = {
  'apps/api/src/main.ts': `
    import { createServer } from 'node:http';
    const note = process.env.NOTE_FILE ?? '';
    const server = createServer((request, response) => { response.statusCode = request.url === '/readyz' ? 200 : 404; response.end(String(process.pid)); });
    server.listen(Number(process.env.PORT), process.env.HOST);
    process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
    if (process.env.API_DIES) setTimeout(() => { console.error('the reason'); process.exit(7); }, 300);
    export {};`,
  'apps/worker/src/main.ts': `
    const timer = setInterval(() => {}, 1000);
    process.on('SIGTERM', () => { if (!process.env.WORKER_HANGS) { clearInterval(timer); process.exit(0); } });
    console.log('hears what it is told');
    export {};`,
  'apps/api/src/commands/migrate.ts': `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_MIGRATION_URL });
    await client.connect();
    await client.query('create table if not exists note (start int)');
    await client.end();
    console.log('progress 1/2 half');
    if (process.env.DATABASE_IS_NEWER) { console.error('unknown migration'); process.exit(3); }
    export {};`,
  'apps/api/src/commands/load-record.ts': `
    import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_MIGRATION_URL });
    await client.connect();
    await client.query('insert into note select coalesce(max(start), 0) + 1 from note');
    const { rows } = await client.query('select max(start) as start from note');
    await client.end();
    console.log('start ' + rows[0].start);
    export {};`,
};

/** A copy of what starts the desk, with stand-ins for what is started, in a temporary folder. */
export class SmallCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'forum-desk-copy-'));
  readonly dataDir = join(this.folder, 'data');
  private readonly started: ChildProcess[] = [];

  constructor() {
    for (const path of ['scripts', 'libs/platform/config', 'libs/platform/embedded-database', 'package.json']) {
      cpSync(join(root, path), join(this.folder, path), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    mkdirSync(join(this.folder, 'migrations'));
    for (const [path, text] of Object.entries(programs)) {
      mkdirSync(join(this.folder, path, '..'), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Runs `node scripts/<name>` of the copy with settings; nothing of the caller's settings is inherited. */
  run(script: string, settings: Record<string, string> = {}, args: readonly string[] = []): Run {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: this.dataDir, ...settings };
    const child = spawn(process.execPath, [join(this.folder, 'scripts', script), ...args], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.started.push(child);
    return new Run(child);
  }

  /** Runs `npm start` as npm does, through a shell that does not pass on what happens to it. */
  runInShell(settings: Record<string, string>): Run {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: this.dataDir, npm_lifecycle_event: 'start', ...settings };
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" scripts/start.mjs; exit $?`], {
      cwd: this.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.started.push(child);
    return new Run(child);
  }

  /** Id of the database server, from the file it keeps in its folder. */
  databasePid(): number | null {
    const file = join(this.dataDir, 'postgres/cluster/postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  }

  /** Until the stand-in of the worker has said something: what is sent to it before then ends it. */
  async workerListens(): Promise<void> {
    const log = join(this.dataDir, 'logs/worker.log');
    await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('hears'));
  }

  async remove(): Promise<void> {
    for (const child of this.started) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    }
    await Promise.all(this.started.map((child) => ended(child)));
    await until(() => this.databasePid() === null || !isAlive(this.databasePid() ?? 0));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One run of a script: what it said and how it ended. */
export class Run {
  said = '';
  readonly ended: Promise<number | string>;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.ended = ended(child);
  }

  /** Waits until it has printed this; fails with all it said if it ends before. */
  async says(words: string | RegExp): Promise<void> {
    const found = (): boolean => (typeof words === 'string' ? this.said.includes(words) : words.test(this.said));
    await until(() => found() || this.child.exitCode !== null || this.child.signalCode !== null);
    if (!found()) throw new Error(`did not say ${String(words)}:\n${this.said}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

async function ended(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode ?? 'unknown';
  return await new Promise((done) =>
    child.once('close', (code, signal) => {
      done(code ?? signal ?? 'unknown');
    }),
  );
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ');
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

/** Waits for a fact, at most 25 s. */
export async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 25_000;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error('the fact did not come about');
    await new Promise((done) => setTimeout(done, 20));
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  return await new Promise((done) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  });
}
