import { installCatalogues } from '#platform/catalogues';
// Planning listens in the transaction of whoever causes it.
import '#forum/reminders';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';
import { Calendars, plus, type Country } from '../support/year/calendars.js';
import { ofAction, ofSession, type ActionPhase, type Posts, type SessionPhase } from '../support/year/reckoning.js';
import { YearWorld } from '../support/year/world.js';

const posts: Posts = {
  secretariat: { kr: 'KR-SEC', jp: 'JP-SEC' },
  head: { kr: 'KR-RADIO-DG', jp: 'JP-RADIO-DG' },
};
const owners = [
  { owner: 'KR-SPECTRUM', division: 'KR-RADIO-DG', side: 'kr' },
  { owner: 'JP-MONITORING', division: 'JP-RADIO-DG', side: 'jp' },
  { owner: 'KR-SPECTRUM-DEPUTY', division: 'KR-SPECTRUM', side: 'kr' },
  { owner: 'JP-MONITORING-DEPUTY', division: 'JP-MONITORING', side: 'jp' },
] as const;

/** A day that the Korean Cabinet made free in June; a post that changed hands in July; a channel that rested in spring. */
const freeDay = '2027-08-17';
const handedOver = { post: 'JP-MONITORING', from: '2027-07-01', email: 'successor.jp@forum.example', language: 'en' };
const resting = { from: '2027-04-01', until: '2027-05-17' };
const planned = '2026-12-15';
const end = '2028-02-01';

/** 16:00 in both capitals, when people act; mail goes out in the morning. */
const afternoon = (day: string): string => `${day}T07:00:00.000Z`;

describe('the year 2027 of forty sessions and two thousand actions on the real channels', () => {
  const calendars = new Calendars({ kr: [freeDay] });
  const days = calendars.common(2027);
  const schedule = new Map<string, (() => Promise<void>)[]>();
  const sessions: SessionPhase[] = [];
  const actions: ActionPhase[] = [];
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let world: YearWorld;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record', { plansForValues: true });
    await test.setClock(afternoon(planned));
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
    world = await YearWorld.open(test);
    await arrangeSessions();
    await arrangeActions();
    const [rested = ''] = world.channels;
    on(resting.from, () => world.suspend(rested));
    on(resting.until, () => world.resume(rested));
    on('2027-06-01', () => world.freeDay(freeDay));
    on(handedOver.from, () => world.handOver(handedOver.post, handedOver.from, handedOver.email, handedOver.language));
    await test.setClock(`${planned}T07:05:00.000Z`);
    await carry();
    for (let day = plus(planned, 1); day < end; day = plus(day, 1)) await live(day);
  }, 600_000);
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });

  const on = (day: string, act: () => Promise<void>): void => {
    schedule.set(day, [...(schedule.get(day) ?? []), act]);
  };
  /** A channel that rests says nothing of what lies in it. */
  const withRests = <P extends { from: string; until: string }>(channel: number, phase: P): P[] =>
    channel !== 0
      ? [phase]
      : [
          { ...phase, until: earlier(phase.until, afternoon(resting.from)) },
          { ...phase, from: later(phase.from, afternoon(resting.until)) },
        ];
  const channelAt = (index: number): string => world.channels[index % world.channels.length] ?? '';

  async function arrangeSessions(): Promise<void> {
    for (let index = 0; index < 40; index += 1) {
      const start = days[index * 5 + 8] ?? '';
      const host: Country = index % 2 === 0 ? 'kr' : 'jp';
      const agreed = index % 10 !== 9;
      const id = await world.session(channelAt(index), start, host, agreed);
      const owed = world.promising.has(channelAt(index));
      const whole = { id, start, host, agreed, owed, from: afternoon(planned), until: afternoon(end) };
      const moved = index % 10 === 5;
      const phases = moved ? movedSession(whole) : [whole];
      sessions.push(...phases.flatMap((phase) => withRests(index % world.channels.length, phase)));
    }
  }

  /** Fifty days before, both sides agree on a day three weeks later. */
  function movedSession(whole: SessionPhase): SessionPhase[] {
    const day = calendars.from(whole.start, -50, ['kr', 'jp']);
    const start = calendars.from(whole.start, 21, ['kr', 'jp']);
    on(day, () => world.move(whole.id, start, whole.host));
    return [
      { ...whole, until: afternoon(day) },
      { ...whole, start, from: afternoon(day) },
    ];
  }

  async function arrangeActions(): Promise<void> {
    const dueDays = days.filter((day) => day >= '2027-01-12' && day <= '2027-11-30');
    const items = Array.from({ length: 2_000 }, (_, index) => ({
      channelId: channelAt(index),
      due: dueDays[(index * 7) % dueDays.length] ?? '',
      who: owners[index % owners.length] ?? owners[0],
    }));
    const ids = await world.record(items.map(({ channelId, due, who }) => ({ channelId, due, owner: who.owner })));
    for (const [index, { due, who }] of items.entries()) {
      const whole = { id: ids[index] ?? '', due, ...who, from: afternoon(planned), until: afternoon(end) };
      actions.push(...courseOf(index, whole).flatMap((phase) => withRests(index % world.channels.length, phase)));
    }
  }

  /** One in ten is never done, most before or on the day, some late; some are put off or blocked for a while. */
  function courseOf(index: number, whole: ActionPhase): ActionPhase[] {
    const { id, due, side } = whole;
    const course = index % 10;
    if (course === 0) return [whole];
    if (index % 50 === 9) {
      const day = calendars.from(due, -2, ['kr', 'jp']);
      const next = calendars.from(due, 40, ['kr', 'jp']);
      on(day, () => world.extend(id, side, next));
      return [
        { ...whole, until: afternoon(day) },
        { ...whole, due: next, from: afternoon(day) },
      ];
    }
    if (index % 50 === 19) {
      const [from, until] = [calendars.from(due, -8, ['kr', 'jp']), calendars.from(due, 2, ['kr', 'jp'])];
      on(from, () => world.block(id, side, until));
      on(until, () => world.unblock(id, side));
      return [
        { ...whole, until: afternoon(from) },
        { ...whole, from: afternoon(until) },
      ];
    }
    const done = calendars.from(due, course < 6 ? -3 : course < 9 ? 0 : 3, ['kr', 'jp']);
    on(done, () => world.report(id, side));
    return [{ ...whole, until: afternoon(done) }];
  }

  async function live(day: string): Promise<void> {
    await test.setClock(`${day}T00:30:01.000Z`);
    await carry();
    const acts = schedule.get(day);
    if (!acts) return;
    await test.setClock(afternoon(day));
    for (const act of acts) await act();
    await worker.replan();
    await test.setClock(`${day}T07:05:00.000Z`);
    await carry();
  }

  async function carry(): Promise<void> {
    await worker.plan();
    while ((await worker.tick()) > 0)
      await until(
        () => test.admin(`select 1 from forum.reminder where state in ('queued','sending') limit 1`),
        (rows) => rows.length === 0,
      );
  }

  it('has 232 working days of both countries before the Cabinet made one more free (domain.md 5)', () => {
    expect(new Calendars().common(2027)).toHaveLength(232);
    expect(days).toHaveLength(231);
  });

  it('tells everybody on the days that the table of domain.md 4 gives, and on no other', async () => {
    const expected = [
      ...sessions.flatMap((phase) => ofSession(phase, posts, calendars)),
      ...actions.flatMap((phase) => ofAction(phase, posts, calendars)),
    ].map((one) => `${one.day} ${one.post} ${one.rule} ${one.object} ${one.gathered ? 'gathered' : 'alone'}`);
    const rules = new Set(expected.map((line) => line.split(' ')[2]));
    const sent = await test.admin<{ line: string; rule: string }>(
      `select r.rule, to_char(r.sent_at at time zone r.zone, 'YYYY-MM-DD') || ' ' || p.code || ' ' || r.rule || ' ' || r.subject_id
              || case when r.digest_id is null then ' alone' else ' gathered' end as line
         from forum.reminder r join forum.post p on p.id = r.recipient_post_id where r.state = 'sent'`,
    );
    const told = sent.filter(({ rule }) => rules.has(rule)).map(({ line }) => line);
    expect(expected.length).toBeGreaterThan(6_000);
    expect({ missing: without(expected, told), unasked: without(told, expected), twice: repeated(told) }).toEqual({
      missing: [],
      unasked: [],
      twice: [],
    });
  });

  it('sends one mail of the day to each person at most, each in its reader’s language, none late, none left', async () => {
    const digests = await test.admin<{ count: number }>(
      `select count(distinct digest_id)::int as count from forum.reminder where state = 'sent' and digest_id is not null
        group by sent_to, (sent_at at time zone zone)::date having count(distinct digest_id) > 1`,
    );
    expect(digests).toEqual([]);
    expect(
      await test.admin(
        `select state, count(*)::int from forum.reminder 
           where (state not in ('sent','cancelled') and due_at < forum.now()) or (state = 'sent' and late) group by state`,
      ),
    ).toEqual([]);
    const carried = await test.admin<{ count: number }>(
      `select count(distinct coalesce(digest_id, id))::int as count from forum.reminder where state = 'sent'`,
    );
    expect(sink.delivered).toHaveLength(carried[0]?.count ?? 0);
    const languages = await test.admin<{ email: string; language: string }>(
      'select email, language from forum.user_account',
    );
    const languageOf = new Map(languages.map(({ email, language }) => [email, language]));
    for (const { envelope, email } of sink.delivered)
      expect(email.headers.find(({ key }) => key === 'content-language')?.value).toBe(
        languageOf.get(envelope.to[0] ?? ''),
      );
  });

  it('reaches whoever holds a post on the day', () => {
    const heir = sink.delivered.filter(({ envelope }) => envelope.to[0] === handedOver.email);
    expect(heir.length).toBeGreaterThan(20);
  });
});

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
/** The first of what is in one list and not in the other. */
const without = (these: readonly string[], those: readonly string[]): string[] => {
  const known = new Set(those);
  return these
    .filter((one) => !known.has(one))
    .sort()
    .slice(0, 20);
};
/** What stands there more than once. */
const repeated = (lines: readonly string[]): string[] =>
  [...lines].sort().filter((line, index, sorted) => line === sorted[index - 1]);
