/** Carrying and delivering next to bare BullMQ, each one process, on the back ends that are there. */
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { newId } from '#core/kernel';
import { planActions } from '#forum/reminders';
import { startProcess } from './support/process.mjs';
import { findRedis } from './support/redis.mjs';
import { openRelay } from './support/relay.mjs';
import { count, memoryOf, processorOf } from './support/measure.mjs';
import { opening, storeActions, today } from './support/world.mjs';
import { workerOptions } from '../scripts/launch/worker-options.mjs';

const workerMain = fileURLToPath(new URL('../dist/apps/worker/src/main.js', import.meta.url));
const handlerTime = new URL('./support/handler-time.mjs', import.meta.url).href;
const bareMain = fileURLToPath(new URL('./support/bare-carrier.mjs', import.meta.url));
/** For a look into the worker, e.g. `BENCH_NODE=--cpu-prof`. */
const nodeOptions = (process.env.BENCH_NODE ?? '').split(' ').filter(Boolean);
const system = { userId: newId(), side: null, roles: [], postIds: [], language: 'en', databaseRole: 'forum_worker' };
const ofToday = `subject_type = 'action_item' and offset_days = 0 and rule_date = '${today}'`;

/**
 * The budget asks for a bare handler of the same time: ours claims the mail, reads its cause as its reader and writes down what became of
 * it, all within that time. Next to it, for whoever wants to know what that costs, a bare handler that only sends.
 * @param {{ reminders?: number, concurrency?: number, answerMs?: number }} options as one worker runs them; how long the relay takes for a mail
 */
export async function carry(world, report, { reminders = 10_000, concurrency = 8, answerMs = 25 } = {}) {
  const redis = await findRedis();
  if (!redis) report.miss('reminders carried, Redis', 'neither REDIS_URL nor redis-server on the PATH');
  const relay = await openRelay(answerMs);
  let most = 0;
  try {
    for (const [name, redisUrl] of [['PostgreSQL', null], ...(redis ? [['Redis', redis.url]] : [])]) {
      if (!name.includes(process.env.BENCH_BACKEND ?? '')) continue;
      const how = { redisUrl, reminders: Math.ceil(reminders / halves), concurrency };
      const [ours, bare, sending] = [[], [], []];
      for (let half = 0; half < halves; half += 1) {
        await fresh(world, how.reminders);
        ours.push(await runWorker(world, relay, how));
        const mail = await sample(world);
        bare.push(await runBare(world, relay, { ...how, mail, handlerMs: ours.at(-1).handlerMs }));
        sending.push(await runBare(world, relay, { ...how, mail, handlerMs: 0 }));
      }
      const [our, their, only] = [ours, bare, sending].map(total);
      most = Math.max(most, ...ours.map(({ memory }) => memory));
      report.add({
        what: `reminders carried, ${name}`,
        value: their.ms / our.ms,
        atLeast: 0.8,
        text: `${count(reminders)} mails in ${halves} parts, ${concurrency} at a time, a relay that takes ${answerMs} ms: ${count(reminders / (our.ms / 1_000))} a second; bare BullMQ with the same mail and a handler of ${ours.map(({ handlerMs }) => handlerMs.toFixed(0)).join(' and ')} ms, as ours, ${count(reminders / (their.ms / 1_000))} a second; with one that only sends, ${count(reminders / (only.ms / 1_000))} a second (${(only.ms / our.ms).toFixed(2)}); processor for each mail ${(our.processor / reminders).toFixed(1)}, ${(their.processor / reminders).toFixed(1)} and ${(only.processor / reminders).toFixed(1)} ms`,
      });
      if (redisUrl) await flush(redisUrl);
    }
    report.add({
      what: 'memory of the worker meanwhile',
      value: most,
      atMost: 150,
      unit: ' MB',
      text: 'the most while it carried',
    });
  } finally {
    await relay.close();
    await redis?.close();
  }
}

/** Both are measured in turn, so that a machine that grows busy is busy for both. */
const halves = 2;

const total = (runs) => ({
  ms: runs.reduce((sum, { ms }) => sum + ms, 0),
  processor: runs.reduce((sum, { processor }) => sum + processor, 0),
});

/** So many single mails, all due at the same minute, none sent yet. */
async function fresh(world, reminders) {
  await world.setClock(`${today}T00:00:00Z`);
  await world.ask('truncate forum.reminder cascade');
  await world.ask(`delete from forum.action_item where series = 'CARRY'`);
  const ids = await storeActions(world, { series: 'CARRY', count: reminders, due: `date '${today}'` });
  await world.database.runInTx(system, (tx) => planActions(tx, ids));
  await world.ask('vacuum analyze forum.reminder, forum.action_item');
}

async function runWorker(world, relay, { redisUrl, reminders, concurrency }) {
  const child = startProcess({
    main: workerMain,
    node: [...workerOptions, ...nodeOptions, '--import', handlerTime],
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: world.appUrl,
      PUBLIC_URL: 'https://desk.example',
      SMTP_URL: relay.url,
      MAIL_FROM: 'Forum Desk <desk@forum.example>',
      WORKER_CONCURRENCY: String(concurrency),
      LOG_LEVEL: 'error',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    },
  });
  await child.ready;
  relay.reset();
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
  }, 250);
  const before = processorOf(child.pid);
  const began = performance.now();
  await world.setClock(opening);
  const ended = await relay.until(reminders, 300_000);
  // Sent is what is written down as sent.
  for (;;) {
    const [row] = await world.ask(
      `select count(*)::int as count from forum.reminder where ${ofToday} and state = 'sent'`,
    );
    if (row.count === reminders) break;
    if (performance.now() - ended > 60_000) throw new Error(`${row.count} of ${reminders} are recorded as sent`);
    await new Promise((next) => setTimeout(next, 20));
  }
  const ms = performance.now() - began;
  clearInterval(watch);
  const processor = processorOf(child.pid) - before;
  await child.stop();
  const handlerMs = Number(/handler ([\d.]+) ms/.exec(child.errors())?.[1]);
  if (!(handlerMs > 0)) throw new Error(`the worker did not say how long its handler took: ${child.errors()}`);
  if (relay.state.taken !== reminders) throw new Error(`${relay.state.taken} mails came, not ${reminders}`);
  return { ms, memory, processor, handlerMs };
}

async function runBare(world, relay, { redisUrl, reminders, concurrency, mail, handlerMs }) {
  const databaseUrl = world.superuserUrl;
  const options = { databaseUrl, redisUrl, smtpUrl: relay.url, count: reminders, concurrency, mail, handlerMs };
  const child = startProcess({ main: bareMain, args: [JSON.stringify(options)], env: {} });
  await child.ready;
  relay.reset();
  const began = performance.now();
  child.go();
  const ended = await relay.until(reminders, 300_000);
  const processor = processorOf(child.pid);
  await child.ended;
  return { ms: ended - began, processor };
}

/** A mail as it was just sent: the bare handler sends the same words. */
async function sample(world) {
  const [row] = await world.ask(`
    select m.recipient as to, m.language, m.subject, m.text, m.html from forum.sent_mail m order by length(m.html) limit 1 offset (select count(*) / 2 from forum.sent_mail)`);
  if (!row) throw new Error('no mail was kept');
  return row;
}

async function flush(redisUrl) {
  const client = new Redis(redisUrl);
  await client.flushall();
  await client.quit();
}
