/**
 * `npm run measure:start`: seconds from the command to ready, first with nothing built and an empty data folder, then
 * again on the same data. Uses a temporary data folder and a free port; rebuilds dist/. `--keep-build` leaves dist/ alone.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist, root } from './launch/paths.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'forum-desk-measure-'));

/** One start and one stop. @returns {Promise<{ ready: number, stop: number, steps: string[] }>} seconds */
async function measure() {
  const began = performance.now();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0' };
  for (const name of ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'npm_lifecycle_event']) delete env[name];
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('SIGINT', () => {
    child.kill('SIGINT');
  });
  let said = '';
  const ended = new Promise((done) => {
    child.once('close', done);
  });
  const ready = await new Promise((done, fail) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (said.includes('is ready after')) done(performance.now() - began);
    });
    void ended.then((code) => {
      fail(new Error(`the start ended with ${code}:\n${said}`));
    });
  });
  const told = performance.now();
  child.kill('SIGINT');
  await ended;
  return {
    ready: ready / 1_000,
    stop: (performance.now() - told) / 1_000,
    steps: said.split('\n').filter((line) => line.includes('✓')),
  };
}

try {
  if (!process.argv.includes('--keep-build')) rmSync(dist, { recursive: true, force: true });
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
  for (const [name, budget] of [
    ['first', 40],
    ['second', 5],
  ]) {
    const { ready, stop, steps } = await measure();
    process.stdout.write(
      `${name} start: ready after ${ready.toFixed(1)} s (budget ${budget} s), stopped in ${stop.toFixed(1)} s\n${steps.join('\n')}\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
