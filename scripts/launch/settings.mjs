import { Failure } from './failure.mjs';
import { loadPlatform } from './transpile.mjs';

/** Every setting, before anything is built. @throws {Failure} naming all faults */
export async function readConfig() {
  const { loadConfig, ConfigFaults, describeFaults } = await loadPlatform('config');
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    throw new Failure(
      'These settings cannot be used:',
      describeFaults(error.faults).map((line) => `  ${line}`),
    );
  }
}

/** The environment of the API and the worker: the login that owns nothing, and not a word of the owner's. */
export function serviceEnvironment(config, database) {
  const env = {
    ...process.env,
    DATABASE_URL: database?.appUrl ?? config.databaseUrl,
    DATA_DIR: config.dataDir,
    DEMO_MODE: config.demoMode ? 'on' : 'off',
    PORT: String(config.port),
    HOST: config.host,
  };
  delete env.DATABASE_MIGRATION_URL;
  return env;
}

/** Where the API says whether it is ready, asked from this machine. */
export function readyUrl({ host, port }) {
  const asked = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${asked.includes(':') ? `[${asked}]` : asked}:${port}/readyz`;
}
