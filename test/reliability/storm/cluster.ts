import { mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/database';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '#platform/embedded-database';
import { loadRecord } from '#forum/history';
import { named, openTestDatabase, type TestDatabase } from '../../support/database.js';

/** A PostgreSQL of its own, as `npm start` runs it, that may be ended the hard way. */
export interface Cluster {
  /** Makes a database with the real record and the demo accounts. */
  make(name: string): Promise<TestDatabase>;
  clone(template: TestDatabase, name: string): Promise<TestDatabase>;
  /** Ends the server without a word to anybody and starts it on the same address; it recovers from its log. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const folder = realpathSync(mkdtempSync(join(memoryFolder(), 'forum-desk-storm-')));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  let server = await startEmbeddedDatabase(folder);
  const open: TestDatabase[] = [];
  const made = (name: string): TestDatabase => {
    const database = openTestDatabase(name, server);
    open.push(database);
    return database;
  };
  return {
    make: async (name) => {
      await asSuperuser(server, `create database ${name} owner forum_owner`);
      const migrationUrl = named(server.migrationUrl, name);
      const appUrl = named(server.appUrl, name);
      await migrate({ migrationUrl, appUrl });
      await loadRecord({ appUrl, demo: true });
      return made(name);
    },
    clone: async (template, name) => {
      await template.close();
      await asSuperuser(server, `create database ${name} template ${template.name} owner forum_owner`);
      return made(name);
    },
    crash: async () => {
      const { port } = server;
      process.kill(server.pid, 'SIGQUIT');
      await server.ended;
      await server.stop();
      server = await startEmbeddedDatabase(folder);
      if (server.port !== port) throw new Error('PostgreSQL came back on another port');
    },
    close: async () => {
      await Promise.all(open.map((database) => database.close()));
      await server.stop();
      remove();
    },
  };
}

async function asSuperuser(server: EmbeddedDatabase, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Where Linux lends memory as a folder, a write to the log costs what it costs on a good disk. */
function memoryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 3 * 1024 ** 3 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
