// Writes docs/openapi.json, the committed description of /api/v1. Needs no database. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileServer } from './compile-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}docs/openapi.json`;

await compileServer();
const { createApi } = await import(`${root}dist/apps/api/src/http/app.js`);
const { describeApi } = await import(`${root}dist/apps/api/src/http/openapi.js`);
const { loadConfig } = await import(`${root}dist/libs/platform/config/index.js`);
const { Database } = await import(`${root}dist/libs/platform/database/index.js`);

const config = loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
// Pools open at first use, and describing uses none.
const app = await createApi({ config, database: new Database({ url: 'postgres://localhost/none', entities: [] }) });
const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
await app.close();

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write('docs/openapi.json does not describe the API any more: npm run openapi\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
