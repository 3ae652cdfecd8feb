/**
 * `npm run bench`: the budgets of design.md 6, each next to its bare counterpart in the same run, on an own PostgreSQL that is removed
 * at the end. `node bench/run.mjs plan carry` measures only these parts. Ends with 1 when a budget is not reached.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(1);

const { Report } = await import('./support/measure.mjs');
const { openWorld } = await import('./support/world.mjs');
const parts = {
  plan: async (world) => (await import('./plan.mjs')).plan(world, report, numbers('BENCH_ACTIONS', 'actions')),
  carry: async (world) =>
    (await import('./carry.mjs')).carry(world, report, {
      ...numbers('BENCH_REMINDERS', 'reminders'),
      ...numbers('BENCH_RELAY_MS', 'answerMs'),
    }),
  change: async (world) => (await import('./change.mjs')).change(world, report),
  serve: async (world) => (await import('./serve.mjs')).serve(world, report, numbers('BENCH_ACTIONS', 'actions')),
  files: async (world) => (await import('./rest.mjs')).files(world, report),
  million: async (world) => (await import('./rest.mjs')).million(world, report),
};
const asked = process.argv.slice(2);
const report = new Report();
report.say(
  `Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start`,
);
// Broken off, it leaves nothing behind either.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
const world = await openWorld();
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    try {
      await part(world);
    } catch (error) {
      report.miss(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
} finally {
  await world.close();
}
process.exitCode = report.print() ? 0 : 1;

/** Other numbers, where a developer asks for them. */
function numbers(variable, name) {
  const value = process.env[variable];
  return value ? { [name]: Number(value) } : {};
}
