import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const preload = new URL('../../scripts/launch/exit-with-parent.mjs', import.meta.url).href;

/** A process that would run for good, started as the API and the worker are. */
function start(program: string): ChildProcess {
  return spawn(process.execPath, ['--import', preload, '--eval', `${program}; setInterval(() => undefined, 60_000)`], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** What it ended with; the time limit of the test is for one that goes on. */
async function endOf(child: ChildProcess): Promise<unknown[]> {
  try {
    return await once(child, 'exit', { signal: AbortSignal.timeout(20_000) });
  } finally {
    child.kill('SIGKILL');
  }
}

describe('a process whose starter dies without a word', () => {
  it('ends as on SIGTERM', async () => {
    const child = start(`process.on('SIGTERM', () => process.exit(7)); process.send('ready')`);
    await once(child, 'message');
    child.disconnect();
    expect(await endOf(child)).toEqual([7, null]);
  });

  it('ends after three seconds when SIGTERM does not end it', async () => {
    const child = start(`process.on('SIGTERM', () => undefined); process.send('ready')`);
    await once(child, 'message');
    child.disconnect();
    expect(await endOf(child)).toEqual([1, null]);
  });

  it('ends also when the starter died before the process was there', async () => {
    const child = start('');
    child.disconnect();
    expect(await endOf(child)).toEqual([1, null]);
  });
});
