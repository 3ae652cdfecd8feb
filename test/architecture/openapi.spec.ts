import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { createApi } from '../../apps/api/src/http/app.js';
import { describeApi } from '../../apps/api/src/http/openapi.js';

interface Operation {
  readonly operationId?: string;
  readonly responses: Record<string, unknown>;
}

describe('the description of the API', () => {
  let described: ReturnType<typeof describeApi>;

  beforeAll(async () => {
    // Pools open at first use, and describing uses none.
    const database = new Database({ url: 'postgres://localhost/none' });
    const app = await createApi({ config: loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }), database });
    described = describeApi(app);
    await app.close();
  });

  it('is the one committed as docs/openapi.json (npm run openapi writes it)', () => {
    expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(described)));
  });

  it('is what the types of the web are made from', () => {
    const args = ['docs/openapi.json', '-o', 'apps/web/src/shared/api/schema.ts', '--check'];
    const { status } = spawnSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', ...args]);
    expect(status).toBe(0);
  });

  it('names every shape once: of two classes with one name only one would be described', () => {
    const files = readdirSync('apps/api/src', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const names = files.flatMap((path) =>
      [...readFileSync(join('apps/api/src', path), 'utf8').matchAll(/^(?:export )?class (\w+(?:View|Dto))\b/gmu)].map(
        (match) => match[1],
      ),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names every operation once', () => {
    const ids = Object.values(described.paths).flatMap((path) =>
      Object.values(path as Record<string, Operation>).map((operation) => operation.operationId),
    );
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
