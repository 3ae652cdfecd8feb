/**
 * Builds what changed into dist/: the server (API, worker, libraries, migrations) with SWC and the web with Vite, side by
 * side. Types are a matter of `npm run check`. `--force` builds all anew.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { Failure } from './launch/failure.mjs';
import { dist, root } from './launch/paths.mjs';
import { Progress } from './launch/progress.mjs';
import { digest, isBuilt, markBuilt } from './launch/sources.mjs';

/**
 * @param {Progress} progress
 * @param {{ force?: boolean, signal?: AbortSignal }} [options] `signal` ends a build under way
 * @returns {Promise<boolean>} whether anything had to be built
 * @throws {Failure} with the compiler's lines
 */
export async function build(progress, { force = false, signal } = {}) {
  if (force)
    for (const folder of ['apps', 'libs', 'migrations']) rmSync(join(dist, folder), { recursive: true, force: true });
  const hasWeb = existsSync(join(root, 'apps/web/index.html'));
  const work = [];
  if (force || !isBuilt('server')) work.push(progress.step('build server', (note) => buildServer(note)));
  if (hasWeb && (force || !isBuilt('web'))) work.push(progress.step('build web', () => buildWeb(signal)));
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return work.length > 0;
}

async function buildServer(note) {
  const value = digest('server');
  const { compileServer } = await import('./compile-server.mjs');
  try {
    const { compiled, total } = await compileServer();
    note(`${compiled} of ${total} files`, true);
  } catch (error) {
    throw new Failure(
      'The server could not be compiled.',
      String(error?.message ?? error)
        .split('\n')
        .slice(0, 20),
    );
  }
  markBuilt('server', value);
}

async function buildWeb(signal) {
  const value = digest('web');
  const args = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    join(root, 'apps/web'),
    '--configLoader',
    'runner',
    '--logLevel',
    'warn',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    ...(signal ? { signal } : {}),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const status = await new Promise((done) => {
    child.once('error', (error) => {
      done(error.message);
    });
    child.once('close', (code, killed) => {
      done(code ?? killed);
    });
  });
  if (status !== 0)
    throw new Failure('The web could not be built.', stripVTControlCharacters(said).trim().split('\n').slice(0, 20));
  markBuilt('web', value);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const progress = new Progress();
  try {
    if (!(await build(progress, { force: process.argv.includes('--force') }))) progress.line('  ✓ nothing to build');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write([error.message, ...error.more, ''].join('\n'));
    process.exit(1);
  }
}
