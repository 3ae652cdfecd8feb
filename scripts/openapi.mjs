// Writes docs/openapi.json, the committed description of /api/v1, and the web's types made from it. Needs no database.
// `--check` only compares.
import { spawnSync } from 'node:child_process';
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
const app = await createApi({ config, database: new Database({ url: 'postgres://localhost/none' }) });
const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
await app.close();

const check = process.argv.includes('--check');
if (!check) writeFileSync(target, text);
const stale = readFileSync(target, 'utf8') === text ? [] : ['docs/openapi.json'];
const types = ['docs/openapi.json', '-o', 'apps/web/src/shared/api/schema.ts', ...(check ? ['--check'] : [])];
const { status, stderr } = spawnSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', ...types], {
  cwd: root,
  encoding: 'utf8',
});
if (status !== 0) stale.push(check ? 'apps/web/src/shared/api/schema.ts' : stderr);
if (stale.length > 0) {
  process.stderr.write(`${stale.join(', ')}: not what the API is now; npm run openapi\n`);
  process.exitCode = 1;
}
