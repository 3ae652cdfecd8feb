import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { TestDatabase } from '../../support/database.js';
import { untilDropped } from '../../support/lost-queue.js';
import type { Cluster } from './cluster.js';
import { startCrew, type Crew } from './crew.js';
import type { Expected } from './expected.js';
import type { Told } from './judge.js';
import { opening } from './people.js';
import { chanceOf, type Chance } from './random.js';
import { openRelay, type Relay, type Weather } from './relay.js';

export interface StormOptions {
  readonly redisUrl: string | null;
  readonly seed: number;
  /** Reminders fall due evenly over so many seconds. */
  readonly seconds: number;
  readonly kills: number;
  readonly workers: number;
  /** Jobs that one worker runs at the same time. */
  readonly concurrency: number;
}

export interface Aftermath {
  readonly relay: Relay;
  readonly told: Told[];
  readonly crew: Crew;
  readonly exitCodes: (number | null)[];
  /** What was done, and when, in seconds of the storm. */
  readonly log: readonly string[];
  /** Mails that waited in the queue when it lost everything. */
  readonly lostJobs: readonly string[];
  /** From the last reminder's due time until nothing moved any more. */
  readonly quietAfter: number;
}

/** One of a hundred mails is slow, so that at most moments some worker has one in its hands that the relay will take: kills hit those. */
const weather: Weather = { delay: [5, 40], slow: 0.01, slowMs: 2_500, deferred: 0, cut: 0.005 };
/** Shares of the storm between which the relay puts off two of a hundred mails. */
const badSpell = [0.25, 0.5] as const;
const crashAt = 0.35;
const lossAt = 0.6;
/** So many fall due at once before the queue is lost, or a fast machine would have next to nothing in it. */
const surge = 300;
/** … and it is lost as soon as so many wait in it. */
const worthLosing = 100;
/** Nothing may move for so long before all is called quiet. */
const stillness = 4_000;
/** A storm that has not calmed down by then has lost something. */
const patience = 100_000;

/** Lets everything fall due while workers, queue and database fall; gives what is there once nothing moves any more. */
export async function storm(
  cluster: Cluster,
  test: TestDatabase,
  expected: readonly Expected[],
  options: StormOptions,
): Promise<Aftermath> {
  const chance = chanceOf(options.seed);
  const sky = { ...weather };
  const relay = await openRelay(sky, chanceOf(options.seed + 1));
  const due = await spread(test, expected, options.seconds);
  let lostJobs: string[] = [];
  // Half a minute before the hour: the workers start in peace.
  await test.setClock(new Date(Date.parse(opening) - 30_000).toISOString());
  const crew = await startCrew(test, options.workers, {
    SMTP_URL: relay.url,
    RELAY_INTERVAL_MS: '500',
    WORKER_CONCURRENCY: String(options.concurrency),
    ...(options.redisUrl === null ? {} : { REDIS_URL: options.redisUrl }),
  });
  const log: string[] = [];
  try {
    await test.setClock(new Date(Date.parse(opening) - 1_000).toISOString());
    const began = Date.now() + 1_000;
    const at = (share: number): number => began + share * options.seconds * 1_000;
    const note = (what: string): void => {
      log.push(`${((Date.now() - began) / 1_000).toFixed(1)} s ${what}`);
    };
    const events = [
      ...killTimes(chance, options.kills).map((share) => ({
        share,
        run: async () => {
          await busy(relay);
          await crew.kill(chance.next());
        },
        name: 'kill -9',
      })),
      { share: badSpell[0], run: () => weatherTurns(sky, 0.02), name: 'the relay puts off 2 %' },
      { share: badSpell[1], run: () => weatherTurns(sky, 0), name: 'the relay takes all again' },
      { share: crashAt, run: () => cluster.crash(), name: 'PostgreSQL ends without a word and starts again' },
      {
        share: lossAt,
        run: async () => {
          await comeAtOnce(test, due);
          lostJobs = await loseQueue(test, options.redisUrl);
        },
        name: 'many fall due at once, and the queue loses everything',
      },
    ].sort((a, b) => a.share - b.share);
    // On a slow machine a kill waits for its victim to be there; what follows then keeps its distance.
    let lag = 0;
    for (const event of events) {
      await pause(Math.max(0, at(event.share) + lag - Date.now()));
      await event.run();
      lag = Math.max(lag, Date.now() - at(event.share));
      note(event.name);
    }
    await pause(Math.max(0, at(1) - Date.now()));
    const until = await quiet(test, relay, expected.length);
    note('quiet');
    const exitCodes = await crew.stop();
    return { relay, told: await tell(test, due), crew, exitCodes, log, lostJobs, quietAfter: until - at(1) };
  } catch (error) {
    await crew.stop();
    throw error;
  } finally {
    await relay.close();
  }
}

/** Waits for a moment until a kill can hit a mail; one that hits none is a kill as well. */
async function busy(relay: Relay): Promise<void> {
  const limit = Date.now() + 500;
  while (Date.now() < limit && relay.underWay < 3) await pause(1);
}

/** Kills until three fifths are over: whoever fell last is back, and what it held has been sent again, soon after the end. */
function killTimes(chance: Chance, count: number): number[] {
  return Array.from({ length: count }, () => chance.between(0.03, 0.6));
}

function weatherTurns(sky: Weather, deferred: number): Promise<void> {
  sky.deferred = deferred;
  return Promise.resolve();
}

const ofToday = `rule_date in ('2027-06-15','2027-06-22') and due_at >= '${opening}' and due_at < '2027-06-15T08:00:00Z' and subject_type = 'action_item'
   and subject_id in (select id from forum.action_item where series = 'STORM')`;

/** When each is due, ISO 8601 by the clock of the database, by the item's id: as the storm set it, whatever the product says. */
type DueTimes = Map<string, string>;

/** A mail each falls due evenly; what shares a mail falls due with the rest of its reader's. */
async function spread(test: TestDatabase, expected: readonly Expected[], seconds: number): Promise<DueTimes> {
  const rows = await test.admin<{ id: string; due: Date }>(
    `with mine as (select id, dense_rank() over (order by case delivery when 'digest' then recipient_post_id else id end) as place
                     from forum.reminder where ${ofToday})
     update forum.reminder r
        set due_at = '${opening}'::timestamptz + make_interval(secs => $1 * (abs(hashint8(m.place))::float8 / 2147483648))
       from mine m where m.id = r.id returning r.subject_id as id, r.due_at as due`,
    [seconds],
  );
  if (rows.length !== expected.length) throw new Error(`planned ${String(rows.length)} of ${String(expected.length)}`);
  return new Map(rows.map(({ id, due }) => [id, due.toISOString()]));
}

/** What would have fallen due one after another is due now. */
async function comeAtOnce(test: TestDatabase, due: DueTimes): Promise<void> {
  const rows = await test.admin<{ id: string; due: Date }>(
    `with soon as (select id from forum.reminder
                    where ${ofToday} and state = 'planned' and delivery = 'single' and due_at > forum.now() + interval '1 second'
                    order by due_at limit $1 for update skip locked)
     update forum.reminder r set due_at = forum.now() from soon s where s.id = r.id returning r.subject_id as id, r.due_at as due`,
    [surge],
  );
  for (const row of rows) due.set(row.id, row.due.toISOString());
}

/** Waits until no reminder of the day is under way and no mail has come for a while; gives when the last thing moved. */
async function quiet(test: TestDatabase, relay: Relay, count: number): Promise<number> {
  const limit = Date.now() + patience;
  let last = Date.now();
  let known = '';
  while (Date.now() < limit) {
    const [row] = await test.admin<{ done: number }>(
      `select count(*)::int as done from forum.reminder where ${ofToday}
          and (state in ('sent','cancelled','failed') or state = 'in_doubt' and lease_until is null)`,
    );
    const now = `${String(row?.done)} ${String(relay.accepted.length)} ${String(relay.deferrals)}`;
    if (now !== known) last = Date.now();
    known = now;
    if (row?.done === count && Date.now() - last > stillness) return last;
    await pause(500);
  }
  return Date.now();
}

/** What the product says now; due times as the storm set them, as real ones, whatever the clock was set to. */
async function tell(test: TestDatabase, due: DueTimes): Promise<Told[]> {
  const rows = await test.admin<{ action_id: string; state: string; doubted: boolean; offset: string }>(
    `select subject_id as action_id, state, doubted_at is not null or state = 'in_doubt' as doubted,
            extract(epoch from (select amount from forum.clock_offset)) * 1000 as offset
       from forum.reminder where ${ofToday}`,
  );
  return rows.map((row) => ({
    actionId: row.action_id,
    state: row.state,
    doubted: row.doubted,
    dueAt: Math.floor(Date.parse(due.get(row.action_id) ?? '') - Number(row.offset)),
  }));
}

/** Loses the queue in the middle of its work. @returns the jobs that waited in it */
async function loseQueue(test: TestDatabase, redisUrl: string | null): Promise<string[]> {
  if (redisUrl === null) return loseSchema(test);
  const client = new Redis(redisUrl);
  const limit = Date.now() + 10_000;
  while (Date.now() < limit && (await client.llen(waitList)) < worthLosing) await pause(10);
  const [waiting] = (await client.multi().lrange(waitList, 0, -1).flushall().exec()) ?? [];
  await client.quit();
  return Array.isArray(waiting?.[1]) ? waiting[1].map(String) : [];
}

const waitList = 'bull:mail:wait';
const waitingJobs = `from bullmq.job where queue = 'mail' and state = 'waiting'`;

async function loseSchema(test: TestDatabase): Promise<string[]> {
  const limit = Date.now() + 10_000;
  const waiting = async () =>
    (await test.admin<{ count: number }>(`select count(*)::int ${waitingJobs}`))[0]?.count ?? 0;
  while (Date.now() < limit && (await waiting()) < worthLosing) await pause(10);
  await untilDropped(
    test,
    `do $$ begin
       lock table bullmq.job in access exclusive mode;
       create table public.lost_job as select id ${waitingJobs};
       drop schema bullmq cascade;
     end $$`,
  );
  return (await test.admin<{ id: string }>('select id from public.lost_job')).map(({ id }) => id);
}
