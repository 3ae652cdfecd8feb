import { join } from 'node:path';
import { build } from '../build.mjs';
import { checkDataFolder, checkPort, waitForOk } from './checks.mjs';
import { Service } from './child.mjs';
import { hasRecord, loadRecord, migrate, openDatabase } from './database.mjs';
import { Failure } from './failure.mjs';
import { entry } from './paths.mjs';
import { Progress, seconds } from './progress.mjs';
import { readConfig, readyUrl, serviceEnvironment } from './settings.mjs';
import { listenForStop } from './stopping.mjs';
import { welcome } from './welcome.mjs';
import { workerOptions } from './worker-options.mjs';

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
    await migrate(config, running.database, progress, signal);
    const recordFirst = !hasRecord(config, running.database);
    if (recordFirst) await loadRecord(config, running.database, progress, signal);
    signal.throwIfAborted();

    running.services = startServices({ ...config, port }, running.database);
    const broken = firstEnd(running);
    await progress.step('API and worker', async (note) => {
      const ok = await Promise.race([waitForOk(readyUrl({ ...config, port }), { signal, seconds: 60, note }), broken]);
      if (!ok) throw new Failure(`The API was not ready after 60 s; see ${join(config.dataDir, 'logs/api.log')}.`);
    });
    ready = true;
    welcome({ ...config, port }, seconds(began), (line) => {
      progress.line(line);
    });
    if (!recordFirst) await Promise.race([loadRecord(config, running.database, progress, signal), broken]);
    await Promise.race([broken, stopping.told]);
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    return ready ? 0 : 130;
  } finally {
    await stopAll(running, progress, stopping);
  }
}

/** The API and the worker, with the login that owns nothing; `npm start` runs them as in production. */
function startServices(config, database) {
  const env = { NODE_ENV: 'production', ...serviceEnvironment(config, database) };
  const service = (name, file, nodeOptions = []) =>
    new Service({ name, file, env, nodeOptions, log: join(config.dataDir, 'logs', `${name.toLowerCase()}.log`) });
  return [service('API', entry.api), service('worker', entry.worker, workerOptions)];
}

/** Rejects when anything ends that should not. */
function firstEnd({ services, database }) {
  const ends = services.map((service) =>
    service.ended.then(() => {
      throw service.failure();
    }),
  );
  if (database)
    ends.push(
      database.ended.then(() => {
        throw new Failure('The database ended unexpectedly; see postgres/server.log in the data folder.');
      }),
    );
  const first = Promise.race(ends);
  ends.forEach((end) => {
    end.catch(() => undefined);
  });
  first.catch(() => undefined);
  return first;
}

async function stopAll({ services, database }, progress, stopping) {
  if (services.length === 0 && !database) return;
  const hurry = () => {
    services.forEach((service) => {
      service.kill();
    });
  };
  stopping.again(hurry);
  await progress.step('stop', async (note) => {
    note('API and worker');
    await Promise.all(services.map((service) => service.stop()));
    note('database');
    await database?.stop();
  });
}
