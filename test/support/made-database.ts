import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '#platform/embedded-database';

/** A database that the product has made and stopped in good order, for tests of what comes after. */
export interface MadeDatabase {
  /** Puts a copy into a data folder, as an earlier start would have left it. */
  copyTo(dataDir: string): void;
  remove(): void;
}

/** Making a database is most of a start's time: a file makes it once, and tests what making does where that is its question. */
export async function makeDatabase(): Promise<MadeDatabase> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'forum-desk-made-')));
  const made = await startEmbeddedDatabase(folder);
  await made.stop();
  return {
    copyTo: (dataDir) => {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      // With owners and modes: under root the files belong to another account.
      execFileSync('cp', ['-a', join(folder, 'postgres'), dataDir]);
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
