/**
 * Bare BullMQ in a process of its own: the same back end, the same payload, the same number at the same time, and a handler that
 * hands one mail of the same size to the same relay, and takes at least so many ms. Nothing is read, leased or written.
 * Arguments: JSON { databaseUrl, redisUrl, smtpUrl, count, concurrency, mail, handlerMs }
 */
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { openMailer } from '#platform/mail';

const { databaseUrl, redisUrl, smtpUrl, count, concurrency, mail, handlerMs } = JSON.parse(process.argv[2]);
const schema = 'bare_bullmq';
const login = { connectionString: databaseUrl };
const [factory, connection] = redisUrl
  ? [createRedisBackend, { url: redisUrl, maxRetriesPerRequest: null }]
  : [createPostgresBackend, { ...login, schema, max: 4 }];
if (!redisUrl) {
  const client = new pg.Client(login);
  await client.connect();
  await client.query(`create schema if not exists ${schema}`);
  await runMigrations({ query: (text, params = []) => client.query(text, [...params]) }, schema);
  await client.end();
}
const { Queue, Worker } = withBackend(factory);
const mailer = openMailer({ smtpUrl, folder: '', from: 'Forum Desk <desk@forum.example>' });
const queue = new Queue('bare', { connection });
await queue.waitUntilReady();
let done = 0;
const worker = new Worker(
  'bare',
  async ({ data }) => {
    await Promise.all([
      mailer.send({ ...mail, messageId: `<${data.reminderId}@forum.example>`, headers: {} }),
      handlerMs > 0 && new Promise((next) => setTimeout(next, handlerMs)),
    ]);
    done += 1;
  },
  { connection, concurrency },
);
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
await worker.waitUntilReady();
process.stdout.write('ready\n');
await new Promise((go) => process.stdin.once('data', go));

const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true };
for (let from = 0; from < count; from += 500)
  await queue.addBulk(
    Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const reminderId = `00000000-0000-7000-8000-${String(from + index).padStart(12, '0')}`;
      return { name: 'reminders.deliver', data: { reminderId }, opts: { ...opts, jobId: `${reminderId}-0` } };
    }),
  );
while (done < count) await new Promise((next) => setTimeout(next, 50));
await worker.close();
await queue.close();
mailer.close?.();
process.exit(0);
