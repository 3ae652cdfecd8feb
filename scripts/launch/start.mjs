import { join } from 'node:path';
import { build } from '../build.mjs';
import { checkDataFolder, checkPort, waitForOk } from './checks.mjs';
import { Service } from './child.mjs';
import { openDatabase, prepareDatabase } from './database.mjs';
import { Failure } from './failure.mjs';
import { entry } from './paths.mjs';
import { Progress, seconds } from './progress.mjs';
import { loadPlatform } from './transpile.mjs';
import { welcome } from './welcome.mjs';

/** Runs until it is told to stop. @returns {Promise<number>} the exit code @throws {Failure} */
export async function start() {
  const began = performance.now();
  const progress = new Progress();
  const stopping = listenForStop();
  const { signal } = stopping;
  /** What runs, in the order in which it is stopped. */
  const running = { services: [], database: null };
  let ready = false;
  try {
    const config = await readConfig();
    const port = await progress.step('check port and data folder', async (note) => {
      const free = await checkPort(config, note);
      checkDataFolder(config.dataDir);
      return free;
    });
    const [built, opened] = await Promise.allSettled([build(progress, { signal }), openDatabase(config, progress)]);
    running.database = opened.status === 'fulfilled' ? opened.value : null;
    for (const result of [opened, built]) if (result.status === 'rejected') throw result.reason;
    signal.throwIfAborted();
    await prepareDatabase(config, running.database, progress, signal);
    signal.throwIfAborted();

    running.services = startServices({ ...config, port }, running.database);
    const broken = firstEnd(running);
    await progress.step('API and worker', async (note) => {
      const url = `http://${hostToAsk(config.host)}:${port}/readyz`;
      const ok = await Promise.race([waitForOk(url, { signal, seconds: 60, note }), broken]);
      if (!ok) throw new Failure(`The API was not ready after 60 s; see ${join(config.dataDir, 'logs/api.log')}.`);
    });
    ready = true;
    welcome({ ...config, port }, seconds(began), (line) => { progress.line(line); });
    await Promise.race([broken, stopping.told]);
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    return ready ? 0 : 130;
  } finally {
    await stopAll(running, progress, stopping);
  }
}

async function readConfig() {
  const { loadConfig, ConfigFaults, describeFaults } = await loadPlatform('config');
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    throw new Failure('These settings cannot be used:', describeFaults(error.faults).map((line) => `  ${line}`));
  }
}

/** The API and the worker, with the login that owns nothing. */
function startServices(config, database) {
  const env = {
    NODE_ENV: 'production',
    ...process.env,
    DATABASE_URL: database?.appUrl ?? config.databaseUrl,
    DATA_DIR: config.dataDir,
    DEMO_MODE: config.demoMode ? 'on' : 'off',
    PORT: String(config.port),
    HOST: config.host,
  };
  delete env.DATABASE_MIGRATION_URL;
  const service = (name, file) => new Service({ name, file, env, log: join(config.dataDir, 'logs', `${name.toLowerCase()}.log`) });
  return [service('API', entry.api), service('worker', entry.worker)];
}

/** Rejects when anything ends that should not. */
function firstEnd({ services, database }) {
  const ends = services.map((service) => service.ended.then(() => { throw service.failure(); }));
  if (database) ends.push(database.ended.then(() => { throw new Failure('The database ended unexpectedly; see postgres/server.log in the data folder.'); }));
  const first = Promise.race(ends);
  ends.forEach((end) => { end.catch(() => undefined); });
  first.catch(() => undefined);
  return first;
}

async function stopAll({ services, database }, progress, stopping) {
  if (services.length === 0 && !database) return;
  const hurry = () => { services.forEach((service) => { service.kill(); }); };
  stopping.again(hurry);
  await progress.step('stop', async (note) => {
    note('API and worker');
    await Promise.all(services.map((service) => service.stop()));
    note('database');
    await database?.stop();
  });
}

const hostToAsk = (host) => ({ '0.0.0.0': '127.0.0.1', '::': '[::1]' })[host] ?? (host.includes(':') ? `[${host}]` : host);

/** Ctrl-C, a closed terminal, `kill`, or the end of the npm that runs us; a second Ctrl-C is for the impatient. */
function listenForStop() {
  const controller = new AbortController();
  let impatient = () => undefined;
  const told = new Promise((done) => { controller.signal.addEventListener('abort', () => { done(undefined); }); });
  const stop = () => {
    if (controller.signal.aborted) impatient();
    else controller.abort(new Failure('Stopped.'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      stop();
    }, 250);
    timer.unref();
  }
  return { signal: controller.signal, told, again: (action) => { impatient = action; } };
}
