import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { decisionsOf } from '#forum/live';
import { createApi } from '../../apps/api/src/http/app.js';
import type {
  LiveEventListView,
  LiveEventView,
  LiveProjectorView,
  LiveView,
} from '../../apps/api/src/live/live.views.js';
import type { PostView } from '../../apps/api/src/identity/identity.dto.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { EventStream } from '../support/event-stream.js';
import { LiveDesk, openSession, runningSession, sessionStart, type RunningSession } from '../support/live.js';

const secret = 'internal-line-SECRET';

describe('a session as it runs', () => {
  let test: TestApp;
  /** Two processes of the API over one database. */
  let origins: string[];
  let second: { app: NestFastifyApplication; database: Database };
  let korea: TestClient;
  let japan: TestClient;
  let session: RunningSession;

  beforeAll(async () => {
    test = await createTestApp();
    second = await secondProcess(test);
    origins = await Promise.all([test.app, second.app].map(listening));
  });
  afterAll(async () => {
    await second.app.close();
    await second.database.close();
    await test.close();
  });
  const begin = async (options = {}) => {
    session = await runningSession(test, options);
    [korea, japan] = await Promise.all([as('secretariat.kr'), as('secretariat.jp')]);
  };
  const as = (name: string) => test.as(name, { again: true });
  const desk = async (name: string) => new LiveDesk(await as(name), session.id);
  const path = (rest = '') => `sessions/${session.id}/live${rest}`;
  const watch = (
    client: TestClient,
    { at = 0, last, query = '' }: { at?: number; last?: string; query?: string } = {},
  ) => EventStream.open<LiveEventView>(origins[at] ?? '', path(`/events${query}`), client.cookie, last);
  const kinds = (stream: EventStream<LiveEventView>) => stream.told.map(({ data }) => data.kind);

  it('runs through its agenda by the server’s clock, changed by either secretariat, and never passes over a row when both press', async () => {
    await begin();
    const [one, two] = session.items;
    expect(await new LiveDesk(korea, session.id).see()).toMatchObject({ state: 'between', on: null, etag: '"0"' });
    const begun = await new LiveDesk(korea, session.id).act('go-to', { itemId: one });
    expect(begun).toMatchObject({ state: 'item', on: { itemId: one, plannedSeconds: 1800 }, etag: '"1"' });
    await test.setClock('2027-03-11T10:40:00+09:00');
    const late = await new LiveDesk(await as('delegate.jp'), session.id).see();
    expect(late.rows.map(({ place }) => place)).toEqual(['on', 'coming']);
    const elapsed = Math.floor((Date.parse(late.now) - Date.parse(late.on?.startedAt ?? '')) / 1000);
    expect(elapsed).toBeGreaterThan(1800);
    expect(late.on).toMatchObject({ elapsedSeconds: elapsed, remainingSeconds: 1800 - elapsed });
    // Both secretariats press at once on what they have read: one moves on, the other is told to look again.
    const { etag } = await new LiveDesk(await as('secretariat.jp'), session.id).see();
    const clients = await Promise.all([as('secretariat.kr'), as('secretariat.jp')]);
    const pressed = await Promise.all(
      clients.map((client) => client.post(path('/go-to'), { etag, body: { itemId: two } })),
    );
    expect(pressed.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const [japanese] = clients.slice(1);
    const broken = await new LiveDesk(japanese ?? japan, session.id).act('break', { minutes: 15 });
    expect(broken).toMatchObject({ state: 'break', on: { itemId: null, plannedSeconds: 900 } });
    expect(broken.rows.map(({ place }) => place)).toEqual(['done', 'done']);
    const back = await new LiveDesk(japanese ?? japan, session.id).act('go-to', { itemId: two });
    expect(back).toMatchObject({ state: 'item', on: { itemId: two } });
    const stopped = await new LiveDesk(japanese ?? japan, session.id).act('stop');
    expect(stopped).toMatchObject({ state: 'between', on: null });
    const segments = await test.admin(
      `select 1 from forum.live_segment where session_id = $1 and ended_at is not null`,
      [session.id],
    );
    expect(segments).toHaveLength(4);
    const trail = await test.admin<{ kind: string }>(
      `select payload->>'kind' as kind from forum.outbox_event where event = 'live.happened' and subject_id = $1 order by occurred_at, id`,
      [session.id],
    );
    expect(trail.map(({ kind }) => kind)).toEqual([
      'item_started',
      'item_started',
      'break_started',
      'item_started',
      'stopped',
    ]);
  });

  it('refuses who may not, what is not on the agenda, and what is not the time for, in three languages', async () => {
    await begin({ open: false });
    const [itemId] = session.items;
    const early = await korea.post(path('/go-to'), { etag: '"0"', body: { itemId } });
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'live.notRunning']);
    expect(await new LiveDesk(japan, session.id).see()).toMatchObject({ state: 'before' });
    await openSession(korea, session.id);
    const asked = [
      [await as('head.kr'), 'go-to', { itemId }, 403, 'common.forbidden'],
      [await as('delegate.jp'), 'break', { minutes: 10 }, 403, 'common.forbidden'],
      [await as('interpreter'), 'go-to', { itemId }, 403, 'common.forbidden'],
      [korea, 'go-to', { itemId: session.id }, 422, 'live.itemNotFound'],
      [korea, 'break', { minutes: 0 }, 400, 'common.invalid'],
      [korea, 'give-floor', {}, 409, 'live.nobodyWaiting'],
      [korea, 'end-floor', {}, 409, 'live.nobodySpeaking'],
    ] as const;
    for (const [client, step, body, status, code] of asked) {
      const answer = await client.post(path(`/${step}`), { etag: '"0"', body });
      expect([step, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([step, status, code]);
    }
    expect((await korea.post(path('/go-to'), { body: { itemId } })).statusCode).toBe(428);
    const said = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(
        async (language) =>
          (await korea.post(path('/end-floor'), { etag: '"0"', language })).json<{ detail: string }>().detail,
      ),
    );
    expect(said).toEqual(['현재 발언 중인 사람이 없습니다.', '現在、発言中の方はいません。', 'Nobody has the floor.']);
    for (const name of ['observer', 'company.kr', 'company.jp', 'admin'])
      for (const rest of ['', '/projector', '/events'])
        expect([name, rest, (await (await as(name)).get(path(rest))).statusCode]).toEqual([name, rest, 404]);
    expect((await test.anonymous.get(path('/events'))).statusCode).toBe(401);
    expect((await korea.get(path('/events?after=x'))).statusCode).toBe(400);
    expect(await test.admin(`select 1 from forum.live_segment where session_id = $1`, [session.id])).toHaveLength(0);
  });

  it('gives the floor to the sides in turn, and lets nobody speak for the other side', async () => {
    await begin();
    const [itemId] = session.items;
    await new LiveDesk(korea, session.id).act('go-to', { itemId });
    const members = (await new LiveDesk(korea, session.id).see()).delegations;
    const head = members.find(({ side }) => side === 'jp')?.members[0]?.id;
    expect((await korea.post(path('/speakers'), { body: { memberId: head } })).json()).toMatchObject({
      code: 'live.memberNotFound',
    });
    // The Korean side asks twice before the Japanese does; the item is led by the host, so Korea begins.
    await (await desk('secretariat.kr')).ask();
    await (await desk('head.kr')).ask();
    const queue = await (await desk('head.jp')).ask();
    expect(queue.waiting.map(({ side }) => side)).toEqual(['kr', 'jp', 'kr']);
    expect(queue.waiting[1]?.member?.id).toBe(head);
    const twice = await (await as('head.jp')).post(path('/speakers'), { body: {} });
    expect([twice.statusCode, twice.json<{ code: string }>().code]).toEqual([409, 'live.alreadyWaiting']);
    const given = await (await desk('head.jp')).act('give-floor');
    expect([given.floor?.side, given.waiting.map(({ side }) => side)]).toEqual(['kr', ['jp', 'kr']]);
    const passedOver = given.waiting[0]?.id ?? '';
    expect((await (await as('secretariat.kr')).post(`live-speakers/${passedOver}/withdraw`)).statusCode).toBe(403);
    const skipped = await answered<LiveView>((await as('secretariat.kr')).post(`live-speakers/${passedOver}/skip`));
    expect(skipped.waiting.map(({ side }) => side)).toEqual(['kr']);
    const next = await (await desk('secretariat.jp')).act('give-floor', { speakerId: skipped.waiting[0]?.id });
    expect([next.floor?.id, next.waiting]).toEqual([skipped.waiting[0]?.id, []]);
    // Another item takes the floor back by itself.
    const moved = await (await desk('secretariat.jp')).act('go-to', { itemId: session.items[1] });
    expect([moved.floor, moved.waiting]).toEqual([null, []]);
    const states = await test.admin<{ state: string }>(
      `select state from forum.live_speaker where session_id = $1 order by requested_at`,
      [session.id],
    );
    expect(states.map(({ state }) => state)).toEqual(['spoken', 'spoken', 'skipped']);
  });

  it('takes down decisions for both, actions in one line, and notes for the own side alone', async () => {
    await begin();
    const [itemId] = session.items;
    await new LiveDesk(korea, session.id).act('go-to', { itemId });
    const key = { headers: { 'idempotency-key': `decision-${session.id}` } };
    const body = { lang: 'ko', text: '공동 실무반을 구성한다' };
    const captured = await answered<LiveView>(korea.post(path('/decisions'), { body, ...key }));
    await answered(korea.post(path('/decisions'), { body, ...key }));
    const [decision] = captured.decisions;
    expect(decision).toMatchObject({ number: 1, itemId, side: 'kr', state: 'draft', text: { text: body.text } });
    const own = await korea.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"1"' });
    expect([own.statusCode, own.json<{ code: string }>().code]).toEqual([422, 'live.ownWords']);
    // The other side rewords, so the first one accepts; a translation waits to be accepted too.
    await answered(
      japan.patch(`live-decisions/${decision?.id ?? ''}`, {
        etag: '"1"',
        body: { lang: 'ko', text: '공동 작업반을 구성한다' },
      }),
    );
    expect((await japan.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"1"' })).statusCode).toBe(412);
    await answered(korea.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"2"' }));
    const said = await answered<LiveView>(
      (await as('interpreter')).patch(`live-decisions/${decision?.id ?? ''}`, {
        etag: '"3"',
        body: { lang: 'ja', text: '共同作業班を設ける' },
      }),
    );
    expect(said.decisions).toMatchObject([{ state: 'draft', wordedSide: 'jp', etag: '"4"' }]);
    await answered(korea.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"4"' }));
    // What was accepted is taken back by nobody alone, and words of either side in any language wait for the other again.
    const alone = await korea.post(`live-decisions/${decision?.id ?? ''}/withdraw`, { etag: '"5"' });
    expect([alone.statusCode, alone.json<{ code: string }>().code]).toEqual([409, 'common.wrongState']);
    const moved = await answered<LiveView>(
      korea.patch(`live-decisions/${decision?.id ?? ''}`, { etag: '"5"', body: { lang: 'en', text: 'a joint group' } }),
    );
    expect(moved.decisions).toMatchObject([{ state: 'draft', wordedSide: 'kr' }]);
    expect((await korea.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"6"' })).statusCode).toBe(422);
    await answered(japan.post(`live-decisions/${decision?.id ?? ''}/accept`, { etag: '"6"' }));
    expect(
      (await decisionsOf(test.database.readAs('forum_joint'), session.id)).map(({ text }) => text.ja?.text),
    ).toEqual(['共同作業班を設ける']);

    const { items } = await answered<{ items: PostView[] }>(korea.get('posts?side=jp&lang=ja'));
    const owner = items.find(({ title }) => title.text !== '');
    const name = `${owner?.body.text ?? ''}${owner?.title.text ?? ''}`.replace(/\s/g, '');
    const recorded = await answered<LiveView>(
      korea.post(path('/actions'), { body: { lang: 'en', text: `@${name} !due 2027-05-06 send the list` } }),
    );
    expect(recorded.actions).toMatchObject([
      { title: { text: 'send the list' }, owner: { id: owner?.id }, side: 'jp', due: '2027-05-06' },
    ]);
    const [origin] = await test.admin<{ kind: string; id: string }>(
      `select origin_kind as kind, origin_id as id from forum.action_item where id = $1`,
      [recorded.actions[0]?.id],
    );
    expect(origin).toEqual({ kind: 'agenda_item', id: itemId });
    const bad = await korea.post(path('/actions'), { body: { lang: 'en', text: '@both !due 2027-05-06 all of it' } });
    expect(bad.json()).toMatchObject({ code: 'actions.bothOwners' });

    const before = [await seenBy(japan), await seenBy(await as('interpreter'))];
    const noted = await new LiveDesk(korea, session.id).write('notes', secret);
    expect(noted.notes).toMatchObject([{ text: secret, itemId }]);
    expect(await (await desk('delegate.kr')).see()).toMatchObject({ notes: [{ text: secret }] });
    expect([await seenBy(japan), await seenBy(await as('interpreter'))]).toEqual(before);
    const room = await answered<LiveProjectorView>(korea.get(path('/projector')));
    expect(JSON.stringify(room)).not.toContain(secret);
    expect(room.decisions[0]?.text.all?.ja.text).toBe('共同作業班を設ける');
    expect((await (await as('head.jp')).post(path('/notes'), { body: { lang: 'ja', text: 'x' } })).statusCode).toBe(
      201,
    );
  });

  /** Everything a reader can ask of the session, without the moment it is asked. */
  const seenBy = async (client: TestClient) => {
    const answers = await Promise.all(['', '/projector', '/events'].map((rest) => client.get(path(rest))));
    return answers.map(({ body }) =>
      body.replace(
        /"(now|expectedEnd|expectedAt)":"[^"]*"|"(elapsed|remaining)Seconds":-?\d+|"overrunMinutes":\d+/g,
        '',
      ),
    );
  };

  it('tells every screen of every process what happens, in order, and what it missed when its network was cut', async () => {
    await begin();
    const [one, two] = session.items;
    const { cursor } = await new LiveDesk(korea, session.id).see();
    const [here, there, room] = await Promise.all([
      watch(korea, { query: `?after=${cursor}` }),
      watch(japan, { at: 1, query: `?after=${cursor}` }),
      watch(await as('interpreter'), { at: 1, query: `?after=${cursor}&screen=projector` }),
    ]);
    expect(here.answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await new LiveDesk(korea, session.id).act('go-to', { itemId: one });
    for (const stream of [here, there, room]) {
      const [event] = await stream.until(1);
      expect(event).toMatchObject({
        id: `2.0`,
        data: { kind: 'item_started', subjectId: one, side: 'kr', own: false },
      });
    }

    // The cable of the Japanese screen is pulled while a lot happens.
    there.cut();
    const last = there.lastId ?? '';
    await Promise.all([
      ...Array.from({ length: 12 }, (_, index) =>
        new LiveDesk(index % 2 === 0 ? korea : japan, session.id).write('decisions', `decision ${String(index)}`),
      ),
      ...Array.from({ length: 3 }, (_, index) =>
        new LiveDesk(japan, session.id).write('notes', `own ${String(index)}`),
      ),
      ...Array.from({ length: 5 }, () => new LiveDesk(korea, session.id).write('notes', secret)),
    ]);
    await new LiveDesk(korea, session.id).act('go-to', { itemId: two });
    const again = await watch(japan, { at: 0, last });
    // Twelve decisions, the next item, and three lines of its own: nothing twice, nothing left out, nothing of the other side's.
    await again.until(16);
    await new LiveDesk(korea, session.id).act('stop');
    await again.until(17);
    expect(kinds(again).filter((kind) => kind === 'decision_captured')).toHaveLength(12);
    expect(kinds(again).filter((kind) => kind === 'note_added')).toHaveLength(3);
    expect(kinds(again).at(-1)).toBe('stopped');
    expect(again.lastId).toBe('16.3');
    expect(new Set(again.told.map(({ id }) => id)).size).toBe(17);

    // The one that stayed has the same, with its own five lines; the room has what both share and no gap in its numbers.
    await here.until(1 + 12 + 5 + 1 + 1);
    await room.until(1 + 12 + 1 + 1);
    expect(here.lastId).toBe('16.5');
    expect(room.told.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => `${String(index + 2)}.0`));
    const listed = await answered<LiveEventListView>(japan.get(path('/events?after=0.0')));
    expect([listed.items.length, listed.cursor, listed.hasMore]).toEqual([19, '16.3', false]);
    expect(listed.items.slice(2).map(({ id }) => id)).toEqual(again.told.map(({ id }) => id));
    for (const stream of [here, again, room]) stream.cut();
  });

  it('hears of attendance, of actions and of the end from where they are recorded', async () => {
    await begin();
    const { cursor, delegations } = await new LiveDesk(japan, session.id).see();
    const stream = await watch(japan, { at: 1, query: `?after=${cursor}` });
    const member = delegations.find(({ side }) => side === 'kr')?.members[0];
    expect(member).toMatchObject({ present: null, allowedActions: [] });
    await answered(korea.put(`delegation-members/${member?.id ?? ''}/attendance`, { body: { present: true } }));
    await stream.until(1);
    const seen = await new LiveDesk(japan, session.id).see();
    expect(seen.delegations.find(({ side }) => side === 'kr')?.members[0]?.present).toBe(true);
    await new LiveDesk(japan, session.id).act('go-to', { itemId: session.items[0] });
    await new LiveDesk(japan, session.id).ask();
    await new LiveDesk(japan, session.id).act('give-floor');
    await test.setClock('2027-03-11T18:00:00+09:00');
    const late = await as('secretariat.jp');
    const { etag } = await answered<{ etag: string }>(late.get(`sessions/${session.id}`));
    await answered(late.post(`sessions/${session.id}/steps`, { etag, body: { action: 'hold' } }));
    await stream.until(6);
    expect(kinds(stream)).toEqual([
      'attendance_marked',
      'item_started',
      'speaker_asked',
      'floor_given',
      'floor_ended',
      'over',
    ]);
    expect(await new LiveDesk(late, session.id).see()).toMatchObject({ state: 'over', on: null, floor: null });
    const after = await late.post(path('/decisions'), { body: { lang: 'ja', text: '遅すぎた' } });
    expect(after.json()).toMatchObject({ code: 'live.notRunning' });
    stream.cut();
  });

  it('bounds the screens of one person, and ends every stream when the process stops', async () => {
    await begin();
    const streams = await Promise.all(Array.from({ length: 8 }, () => watch(korea, { at: 1 })));
    const refused = await EventStream.open(origins[1] ?? '', path('/events'), korea.cookie);
    expect([refused.answer.statusCode, refused.answer.headers['retry-after']]).toEqual([429, '30']);
    refused.cut();
    // An open page keeps nobody signed in: only what a person does counts (asvs 7.3.1).
    const seen = async () => {
      const [row] = await test.admin<{ idle: number }>(
        `select round(extract(epoch from forum.now() - max(s.last_seen_at)) / 60)::int as idle
           from forum.auth_session s join forum.user_account u on u.id = s.user_id where u.email = 'secretariat.jp@forum.example'`,
      );
      return row?.idle;
    };
    await test.admin(
      `update forum.auth_session set last_seen_at = forum.now() - interval '9 minutes'
        where user_id = (select id from forum.user_account where email = 'secretariat.jp@forum.example')`,
    );
    const other = await watch(japan, { at: 1 });
    expect(other.answer.statusCode).toBe(200);
    expect(await seen()).toBe(9);
    await new LiveDesk(japan, session.id).see();
    expect(await seen()).toBe(9);
    await japan.get('me');
    expect(await seen()).toBe(0);
    await second.app.close();
    await Promise.all([...streams, other].map((stream) => stream.untilEnded()));
    // The screens come back to the process that is left.
    const back = await watch(japan, { at: 0, last: other.lastId ?? '0.0' });
    await new LiveDesk(korea, session.id).act('go-to', { itemId: session.items[0] });
    await back.until(1);
    expect(kinds(back).at(-1)).toBe('item_started');
    back.cut();
    expect(new Date(sessionStart).getTime()).toBeLessThan(Date.parse(back.told.at(-1)?.data.at ?? ''));
  });
});

async function listening(app: NestFastifyApplication): Promise<string> {
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${String((app.getHttpServer().address() as AddressInfo).port)}`;
}

/** Another process of the API would share nothing with the first but the database; neither does this one. */
async function secondProcess(test: TestApp): Promise<{ app: NestFastifyApplication; database: Database }> {
  const config = loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: test.appUrl, DEMO_MODE: 'true' });
  const database = new Database({ url: test.appUrl, poolSize: 4 });
  return { app: await createApi({ config, database }), database };
}
