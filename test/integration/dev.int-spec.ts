import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isAlive, SmallCopy, until } from '../support/small-copy.js';

describe('npm run dev', () => {
  let copy: SmallCopy;
  beforeEach(() => {
    copy = new SmallCopy();
  });
  afterEach(async () => {
    await copy.remove();
  });

  test('brings a change of the API to its address, survives a syntax error, and ends with nothing left', async () => {
    const port = String(await freePort());
    const answer = async (): Promise<string> =>
      await fetch(`http://127.0.0.1:${port}/`).then(
        (response) => response.text(),
        () => '',
      );
    const run = copy.run('dev.mjs', { PORT: port });
    await run.says('for developers');
    const before = await answer();
    const file = join(copy.folder, 'apps/api/src/main.ts');

    appendFileSync(file, '\nthis is no program');
    await run.says('✗');
    expect(await answer()).toBe(before);

    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('\nthis is no program', '').replace('String(process.pid)', "'changed'"));
    await until(async () => (await answer()) === 'changed');
    expect(isAlive(Number(before))).toBe(false);

    run.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(await answer()).toBe('');
    expect(copy.databasePid()).toBeNull();
  });
});
