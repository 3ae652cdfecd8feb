import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from '../../support/database.js';
import { startWorkerProcess, type WorkerProcess } from '../../support/worker-process.js';

/** So many real workers, each with its relay; who falls is replaced at once, as by an operator's supervisor. */
export interface Crew {
  /** Kills one that was ready, as `kill -9` does, once there are two; which one says a number from 0 to 1. */
  kill(choice: number): Promise<void>;
  /** How many were killed and are gone, by the system's word. */
  readonly kills: number;
  /** How many ended although nobody ended them, and what they said last. */
  readonly lost: readonly string[];
  /** Starts in vain, while the database was away. */
  readonly vainStarts: number;
  /** What the workers wrote to stderr, all of them. */
  readonly errors: () => string;
  /** Ends all in good order; gives their exit codes. */
  stop(): Promise<(number | null)[]>;
}

export async function startCrew(
  test: TestDatabase,
  size: number,
  env: Readonly<Record<string, string>>,
): Promise<Crew> {
  const ready = new Set<WorkerProcess>();
  const killed = new Set<WorkerProcess>();
  const all: WorkerProcess[] = [];
  const lost: string[] = [];
  const starting = new Set<Promise<void>>();
  let vainStarts = 0;
  let kills = 0;
  let stopping = false;

  const join = async (): Promise<void> => {
    while (!stopping) {
      try {
        const worker = await startWorkerProcess(test, env);
        all.push(worker);
        ready.add(worker);
        worker.process.once('exit', (code, signal) => {
          ready.delete(worker);
          if (killed.has(worker) && signal === 'SIGKILL') kills += 1;
          if (stopping || killed.has(worker)) return;
          lost.push(`${String(code ?? signal)}: ${worker.errors().trim().split('\n').slice(-12).join('\n')}`);
          enlist();
        });
        return;
      } catch {
        vainStarts += 1;
        await pause(300);
      }
    }
  };
  const enlist = (): void => {
    const started = join().finally(() => starting.delete(started));
    starting.add(started);
  };

  // A test that is broken off leaves nobody behind.
  process.once('exit', () => {
    for (const worker of all) worker.process.kill('SIGKILL');
  });
  for (let index = 0; index < size; index += 1) enlist();
  await Promise.all(starting);
  return {
    kill: async (choice) => {
      while (ready.size < 2) await pause(20);
      const worker = [...ready][Math.floor(choice * ready.size)];
      if (!worker) return;
      killed.add(worker);
      ready.delete(worker);
      await worker.kill();
      enlist();
    },
    lost,
    get kills() {
      return kills;
    },
    get vainStarts() {
      return vainStarts;
    },
    errors: () => all.map((worker) => worker.errors()).join(''),
    stop: async () => {
      stopping = true;
      await Promise.all(starting);
      return Promise.all([...ready].map((worker) => worker.stop()));
    },
  };
}
