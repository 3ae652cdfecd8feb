import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.js';
import { bornAt, codeOf, isAlive } from './processes.js';

/** Gives the folder back; calling it twice is harmless. */
export type Release = () => void;

/**
 * Takes a data folder for this process. The lock names a process by id and moment of birth, so one left by `kill -9`
 * (or by a machine that lost power and gave the id to another program) is recognised and replaced.
 * @throws EmbeddedDatabaseError folderInUse while another start holds it.
 */
export function lockFolder(folder: string): Release {
  const path = join(folder, 'start.lock');
  const mine = `${String(process.pid)} ${bornAt(process.pid) ?? '-'}\n`;
  const draft = `${path}.${String(process.pid)}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        break;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        clearStale(path, folder);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/** Removes the lock of a process that is gone; never one that was taken in the meantime. */
function clearStale(path: string, folder: string): void {
  const found = read(path);
  if (found === null) return;
  const [pid = '', birth = ''] = found.trim().split(' ');
  if (/^\d+$/.test(pid) && isAlive(Number(pid)) && (bornAt(Number(pid)) ?? '-') === birth) {
    throw new EmbeddedDatabaseError('folderInUse', { folder, pid });
  }
  const aside = `${path}.stale-${String(process.pid)}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== found) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
