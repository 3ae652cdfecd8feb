import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { secondsSince, type CarriedHealth, type QueueHealth } from '#forum/operations';

/** What each number of the queue is called for Prometheus. */
const numbers: readonly [name: string, help: string, read: (row: CarriedHealth, now: Date) => number][] = [
  ['forum_jobs_planned', 'All that is to come', ({ planned }) => planned],
  ['forum_jobs_due', 'Due and not handed over yet', ({ due }) => due],
  ['forum_jobs_under_way', 'Handed to the queue or held by a worker', ({ underWay }) => underWay],
  ['forum_jobs_in_doubt', 'The mail relay may have it or not', ({ inDoubt }) => inDoubt],
  ['forum_jobs_failed', 'Waits for a person', ({ failed }) => failed],
  [
    'forum_jobs_oldest_due_seconds',
    'How long the oldest that has not arrived has been due',
    ({ oldestDue }, now) => secondsSince(oldestDue, now),
  ],
];

let ofProcess: Registry | undefined;

/** Memory, processor and event loop of this process; watched from the first time somebody asks. */
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Everything in the text format of Prometheus. */
export async function writeMetrics({ now, carried, replans, leftBehind }: QueueHealth): Promise<string> {
  const registry = new Registry();
  for (const [name, help, read] of numbers) {
    const gauge = new Gauge({ name, help, labelNames: ['kind'], registers: [registry] });
    for (const row of carried) gauge.set({ kind: row.name }, read(row, now));
  }
  single('forum_replans_open', 'Changes being planned anew in the background', replans.open);
  single('forum_replans_oldest_seconds', 'How long the oldest of them has waited', secondsSince(replans.oldest, now));
  single('forum_replans_left_behind', 'Objects that could not be planned anew and are tried again', leftBehind.objects);
  single('forum_schedules_failing', 'Kinds of dates of which none can be planned at present', leftBehind.kinds);
  return `${await registry.metrics()}${await processMetrics().metrics()}`;

  function single(name: string, help: string, value: number): void {
    new Gauge({ name, help, registers: [registry] }).set(value);
  }
}

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;
