/** Measures that stand elsewhere and are read here: the agenda as a file, and the lists among a million rows. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function files(_world, report) {
  const said = await output(['scripts/measure-documents.mjs'], {});
  const warm = (languages) => Number(new RegExp(`^pdf\\s+${languages}\\s.*warm\\s+([\\d.]+) ms`, 'm').exec(said)?.[1]);
  for (const [languages, name] of [
    ['ko', 'one language'],
    ['ko,ja,en', 'three columns'],
  ])
    report.add({
      what: `agenda as PDF, 20 items, ${name}`,
      value: warm(languages),
      atMost: 30,
      unit: ' ms',
      text: 'warm, other words each time',
    });
}

/** `overdue` of a side and `my post`, from the test that also holds them to their index. */
export async function million(_world, report) {
  const said = await output(['test/run.mjs', 'performance', 'test/performance/actions'], { FORUM_TEST_LARGE: '1' });
  const ms = (list, rows) => Number(new RegExp(`${list}, ${rows} rows: ([\\d.]+) ms`).exec(said)?.[1]);
  for (const list of ['my post', 'overdue, my side']) {
    const [few, many] = [ms(list, '10,000'), ms(list, '1,000,000')];
    report.add({
      what: `first page of "${list}", 1,000,000 rows next to 10,000`,
      value: many / few,
      atMost: 1.3,
      unit: ' ×',
      text: `${few} ms and ${many} ms`,
    });
  }
  if (/[1-9]\d* failed/.test(said.split('\n').slice(-30).join('\n')))
    report.miss('the plans among a million rows', 'a test of test/performance failed');
}

function output(args, env) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    child.once('error', fail);
    child.once('close', () => done(said));
  });
}
