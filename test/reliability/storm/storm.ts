import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { TestDatabase } from '../../support/database.js';
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
  /** From the last reminder's due time until nothing moved any more. */
  readonly quietAfter: number;
}

const weather: Weather = { delay: [5, 40], slow: 0.003, slowMs: 2_500, deferred: 0, cut: 0.005 };
/** Shares of the storm between which the relay puts off two of a hundred mails. */
const badSpell = [0.25, 0.5] as const;
const crashAt = 0.35;
const lossAt = 0.6;
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
  await spread(test, expected, options.seconds);
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
        run: () => crew.kill(chance.next()),
        name: 'kill -9',
      })),
      { share: badSpell[0], run: () => weatherTurns(sky, 0.02), name: 'the relay puts off 2 %' },
      { share: badSpell[1], run: () => weatherTurns(sky, 0), name: 'the relay takes all again' },
      { share: crashAt, run: () => cluster.crash(), name: 'PostgreSQL ends without a word and starts again' },
      { share: lossAt, run: () => loseQueue(test, options.redisUrl), name: 'the queue loses everything' },
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
    return { relay, told: await tell(test), crew, exitCodes, log, quietAfter: until - at(1) };
  } catch (error) {
    await crew.stop();
    throw error;
  } finally {
    await relay.close();
  }
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

/** A mail each falls due evenly; what shares a mail falls due with the rest of its reader's. */
async function spread(test: TestDatabase, expected: readonly Expected[], seconds: number): Promise<void> {
  const rows = await test.admin<{ count: number }>(
    `with mine as (select id, dense_rank() over (order by case delivery when 'digest' then recipient_post_id else id end) as place
                     from forum.reminder where ${ofToday}),
          moved as (update forum.reminder r
                       set due_at = '${opening}'::timestamptz + make_interval(secs => $1 * (abs(hashint8(m.place))::float8 / 2147483648))
                      from mine m where m.id = r.id returning 1)
     select count(*)::int as count from moved`,
    [seconds],
  );
  if (rows[0]?.count !== expected.length)
    throw new Error(`planned ${String(rows[0]?.count)} of ${String(expected.length)}`);
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

/** What the product says now; due times as real ones, whatever the clock was set to. */
async function tell(test: TestDatabase): Promise<Told[]> {
  const rows = await test.admin<{ action_id: string; state: string; doubted: boolean; due: string }>(
    `select subject_id as action_id, state, doubted_at is not null or state = 'in_doubt' as doubted,
            extract(epoch from due_at - (select amount from forum.clock_offset)) * 1000 as due
       from forum.reminder where ${ofToday}`,
  );
  return rows.map((row) => ({
    actionId: row.action_id,
    state: row.state,
    doubted: row.doubted,
    dueAt: Math.floor(Number(row.due)),
  }));
}

async function loseQueue(test: TestDatabase, redisUrl: string | null): Promise<void> {
  if (redisUrl !== null) {
    const client = new Redis(redisUrl);
    await client.flushall();
    await client.quit();
    return;
  }
  for (;;) {
    try {
      await test.admin('drop schema bullmq cascade');
      return;
    } catch (error) {
      // Where both wait for each other PostgreSQL lets the drop lose.
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    }
  }
}
