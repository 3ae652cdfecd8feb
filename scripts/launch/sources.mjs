import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './paths.mjs';

/** What each half of the build is made from. */
export const inputs = Object.freeze({
  server: ['apps/api/src', 'apps/worker/src', 'libs', 'migrations', 'package-lock.json', 'scripts/compile-server.mjs'],
  web: ['apps/web', 'libs/core', 'package-lock.json', 'scripts/build.mjs'],
});

/**
 * Files below the given paths, relative to the root, sorted; tests, output and hidden files left out.
 * @param {readonly string[]} paths
 */
export function filesBelow(paths) {
  const found = [];
  const walk = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(join(root, path))) {
        if (!name.startsWith('.') && name !== 'node_modules' && name !== 'dist') walk(`${path}/${name}`);
      }
    } else if (!/\.spec\.tsx?$/.test(path)) found.push({ path, size: stat.size, mtime: stat.mtimeMs });
  };
  paths.forEach(walk);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A digest of path, size and time of every input; equal digests mean nothing to build. @param {'server' | 'web'} half */
export function digest(half) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const { path, size, mtime } of filesBelow(inputs[half])) hash.update(`${path}\0${size}\0${mtime}\n`);
  return hash.digest('hex');
}

const stampOf = (half) => join(dist, `.built-${half}`);

/** Whether the last build of this half was made from exactly these files. @param {'server' | 'web'} half */
export function isBuilt(half) {
  const stamp = stampOf(half);
  const result = join(dist, half === 'web' ? 'web/index.html' : 'apps/api/src/main.js');
  return existsSync(stamp) && existsSync(result) && readFileSync(stamp, 'utf8') === digest(half);
}

/** @param {'server' | 'web'} half @param {string} value the digest taken before the build began */
export function markBuilt(half, value) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampOf(half), value);
}
