/**
 * `npm run dev`: API, worker and web on the embedded database, each reloaded when its sources change. Vite serves the web
 * with hot reload and hands /api to the API. `--inspect` opens debugger ports 9229 (API) and 9230 (worker).
 * Types are not checked here: your editor and `npm run check` do that.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDataFolder, checkNode, checkPort, waitForOk } from './launch/checks.mjs';
import { Service } from './launch/child.mjs';
import { loadRecord, migrate, openDatabase } from './launch/database.mjs';
import { Failure } from './launch/failure.mjs';
import { entry, root } from './launch/paths.mjs';
import { Progress, seconds } from './launch/progress.mjs';
import { readConfig, readyUrl, serviceEnvironment } from './launch/settings.mjs';
import { listenForStop } from './launch/stopping.mjs';
import { watchSources } from './launch/watcher.mjs';

const progress = new Progress();
const stopping = listenForStop();
const { signal } = stopping;
const inspect = process.argv.includes('--inspect');
const running = { api: null, worker: null, web: null, database: null };

async function dev() {
  const given = await readConfig();
  const config = { ...given, port: await checkPort(given, () => undefined) };
  checkDataFolder(config.dataDir);
  await progress.step('compile', async (note) => {
    const { compileServer } = await import('./compile-server.mjs');
    note(`${(await compileServer()).compiled} files`, true);
  });
  running.database = await openDatabase(config, progress);
  await migrate(config, running.database, progress, signal);
  await loadRecord(config, running.database, progress, signal);
  const env = serviceEnvironment(config, running.database);
  startWeb(config);
  await Promise.all([reload('api', config, env), reload('worker', config, env)]);
  progress.line(
    `\nForum Desk for developers:  ${running.web ? 'http://localhost:5173' : `http://localhost:${config.port}`}    Stop: Ctrl-C\n`,
  );
  await watchSources({
    signal,
    onChange: (paths) => changed(paths, config, env),
    onError: (message) => {
      progress.line(`  ✗ ${message}`);
    },
  });
}

/** What a change touches: its own process, or both when it is shared; a migration is run first. */
async function changed(paths, config, env) {
  const shared = paths.some((path) => !path.startsWith('apps/'));
  try {
    if (paths.some((path) => path.startsWith('migrations/'))) await migrate(config, running.database, progress, signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const line of [error.message, ...error.more]) progress.line(`    ${line}`);
  }
  const touched = ['api', 'worker'].filter((name) => shared || paths.some((path) => path.startsWith(`apps/${name}/`)));
  await Promise.all(touched.map((name) => reload(name, config, env)));
}

/** Stops one process (in haste: any job may run twice) and starts it with the new code; one that fails waits for the next change. */
async function reload(name, config, env) {
  if (!existsSync(entry[name])) return;
  const began = performance.now();
  await running[name]?.stop(150);
  if (signal.aborted) return;
  const nodeOptions = [
    '--enable-source-maps',
    ...(inspect ? [`--inspect=127.0.0.1:${name === 'api' ? 9229 : 9230}`] : []),
  ];
  const service = new Service({ name, file: entry[name], env, log: null, nodeOptions });
  running[name] = service;
  const ended = service.ended.then(() => false);
  const ready =
    name === 'worker' || (await Promise.race([waitForOk(readyUrl(config), { signal, seconds: 30 }), ended]));
  if (signal.aborted || running[name] !== service) return;
  progress.line(
    ready
      ? `  ✓ ${name}  ${seconds(began)}`
      : `  ✗ ${service.hasEnded ? service.failure().message : `${name} is not ready`}  Waiting for a change.`,
  );
}

function startWeb(config) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  running.web = new Service({
    name: 'web',
    file: vite,
    env: { ...process.env, PORT: String(config.port) },
    log: null,
    args: [join(root, 'apps/web'), '--clearScreen', 'false'],
  });
}

try {
  checkNode();
  await dev();
} catch (error) {
  if (!signal.aborted) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(['', error.message, ...error.more, ''].join('\n'));
    process.exitCode = 1;
  }
} finally {
  await Promise.all([running.api, running.worker, running.web].map((service) => service?.stop(3_000)));
  await running.database?.stop();
}
process.exit();
