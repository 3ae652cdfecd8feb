import PostalMime from 'postal-mime';
import { notRun } from '../support/not-run.js';
import { findRedis, type TestRedis } from '../support/redis.js';
import type { TestDatabase } from '../support/database.js';
import { startCluster, type Cluster } from './storm/cluster.js';
import type { Expected } from './storm/expected.js';
import { judge, quantile, type ReadMail, type Verdict } from './storm/judge.js';
import { populate } from './storm/people.js';
import type { Relay } from './storm/relay.js';
import { storm, type Aftermath } from './storm/storm.js';

const count = Number(process.env['STORM_REMINDERS'] ?? 10_000);
const seconds = Number(process.env['STORM_SECONDS'] ?? 60);
const kills = Number(process.env['STORM_KILLS'] ?? 20);
const seed = Number(process.env['STORM_SEED'] ?? Math.floor(Math.random() * 1_000_000));

const redis: TestRedis | undefined = await findRedis();
if (!redis) notRun('the storm on Redis', 'neither REDIS_URL nor redis-server on the PATH');
const backends: [string, string | null][] = [
  ['PostgreSQL', null],
  ...(redis ? [['Redis', redis.url] as [string, string]] : []),
];

const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

/** Ten thousand reminders, and everything falls that may fall (pitfalls.md, top ten 1 to 3). */
describe('a storm', () => {
  let cluster: Cluster;
  let calm: TestDatabase;
  let expected: Expected[];

  beforeAll(async () => {
    const began = performance.now();
    cluster = await startCluster();
    calm = await cluster.make('storm');
    expected = await populate(calm, count);
    say(
      `seed ${String(seed)}: ${String(count)} reminders planned after ${((performance.now() - began) / 1_000).toFixed(1)} s`,
    );
  }, 120_000);
  afterAll(async () => {
    await cluster.close();
    await redis?.close();
  });

  describe.each(backends)('with the queue on %s', (name, redisUrl) => {
    let after: Aftermath;
    let verdict: Verdict;

    beforeAll(async () => {
      const test = await cluster.clone(calm, `storm_${name.toLowerCase()}`);
      after = await storm(cluster, test, expected, { redisUrl, seed, seconds, kills, workers: 3, concurrency: 8 });
      verdict = judge(expected, after.told, await read(after.relay));
      report(name, after, verdict);
    }, 240_000);

    it('loses none', () => expect(verdict.lost).toEqual([]));
    it('sends none early', () => expect(verdict.early).toEqual([]));
    it('sends none in another language', () => expect(verdict.wrongLanguage).toEqual([]));
    it('sends none to another reader', () => expect([verdict.wrongReader, verdict.strangers]).toEqual([[], []]));
    it('doubles none at a relay that drops a Message-ID it has taken', () => expect(verdict.doubled).toEqual([]));
    it('repeats at another relay only what it shows as in doubt', () => expect(verdict.repeatedUnshown).toEqual([]));
    it('has workers that outlive the database and end in good order', () => {
      expect(after.crew.lost).toEqual([]);
      expect(after.exitCodes).toEqual([0, 0, 0]);
    });
    it('shows as in doubt every mail a worker died with', () => expect(verdict.hitUnshown).toEqual([]));
    it('was a storm: lines were cut, mails put off, workers killed with a mail in their hands, and waiting jobs lost', () => {
      expect(after.relay.accepted.filter(({ cut }) => cut).length).toBeGreaterThan(0);
      expect(after.relay.deferrals).toBeGreaterThan(0);
      expect(after.crew.kills).toBe(kills);
      expect(verdict.inHands.length).toBeGreaterThan(0);
      expect(after.lostJobs.length).toBeGreaterThan(0);
    });
  });
});

/** Opens every mail as a mail program does. */
async function read(relay: Relay): Promise<ReadMail[]> {
  return Promise.all(
    relay.accepted.map(async ({ at, to, raw, cut, orphaned }) => {
      const mail = await PostalMime.parse(raw);
      return {
        at,
        to,
        messageId: mail.messageId ?? '',
        language: mail.headers.find(({ key }) => key === 'content-language')?.value ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        cut,
        orphaned,
      };
    }),
  );
}

function report(name: string, { relay, log, crew, quietAfter, told, lostJobs }: Aftermath, verdict: Verdict): void {
  const s = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
  const cut = relay.accepted.filter(({ cut }) => cut).length;
  say(
    `${name}: ${String(expectedOf(verdict))} told of by ${String(relay.accepted.length)} mails taken, ${String(relay.deferrals)} put off, ${String(cut)} cut`,
  );
  say(
    `${name}: lost ${String(verdict.lost.length)}, early ${String(verdict.early.length)}, wrong language ${String(verdict.wrongLanguage.length)}, wrong reader ${String(verdict.wrongReader.length)}, doubled ${String(verdict.doubled.length)}; without a relay that drops what it knows: repeated ${String(verdict.repeated.length)}, of which not shown as in doubt ${String(verdict.repeatedUnshown.length)}`,
  );
  say(
    `${name}: shown as in doubt ${String(told.filter(({ doubted }) => doubted).length)}, strangers ${String(verdict.strangers.length)}, vain starts ${String(crew.vainStarts)}, ended by themselves ${String(crew.lost.length)}`,
  );
  say(
    `${name}: ${String(crew.kills)} workers killed, with ${String(verdict.inHands.length)} reminders in their hands, ${String(verdict.hit.length)} of them taken by the relay, of which not shown as in doubt ${String(verdict.hitUnshown.length)}; ${String(lostJobs.length)} waiting jobs lost with the queue`,
  );
  say(
    `${name}: delay after due p50 ${s(quantile(verdict.delays, 0.5))}, p99 ${s(quantile(verdict.delays, 0.99))} (${quantile(verdict.delays, 0.99) < 60_000 ? 'under' : 'NOT under'} the 60 s wanted), longest ${s(quantile(verdict.delays, 1))}; quiet ${s(quietAfter)} after the last was due`,
  );
  for (const line of verdict.lost.slice(0, 5)) say(`${name}: lost ${line}`);
  if (process.env['STORM_LOG']) for (const line of log) say(`${name}: ${line}`);
  if (process.env['STORM_LOG']) say(`${name}: mails taken in each 5 s: ${perFiveSeconds(relay, told)}`);
  if (process.env['STORM_LOG']) say(crew.errors().slice(-6_000));
}

function perFiveSeconds(relay: Relay, told: Aftermath['told']): string {
  const began = Math.min(...told.map(({ dueAt }) => dueAt));
  const counts = new Map<number, number>();
  for (const { at } of relay.accepted) {
    const slot = Math.floor((at - began) / 5_000);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  return Array.from({ length: 1 + Math.max(...counts.keys()) }, (_, slot) => counts.get(slot) ?? 0).join(' ');
}

function expectedOf({ delays }: Verdict): number {
  return delays.length;
}
