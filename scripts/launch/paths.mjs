import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository, wherever the command was typed. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const dist = join(root, 'dist');
export const entry = Object.freeze({
  api: join(dist, 'apps/api/src/main.js'),
  worker: join(dist, 'apps/worker/src/main.js'),
  migrate: join(dist, 'apps/api/src/commands/migrate.js'),
  loadRecord: join(dist, 'apps/api/src/commands/load-record.js'),
});
