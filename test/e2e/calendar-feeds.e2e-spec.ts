import { newId } from '#core/kernel';
import type {
  CalendarFeedListView,
  CalendarFeedView,
  NewCalendarFeedView,
} from '../../apps/api/src/invitations/invitations.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { demoActor } from '../support/actors.js';
import { saveSession } from '../support/factories/session.js';
import { formFaults, parseCalendar } from '../support/ics.js';

describe('calendar feeds', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());

  const create = async (client: TestClient, body: object): Promise<{ id: string; path: string }> => {
    const answer = await client.post('me/calendar-feeds', { body });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
    const { id, address } = answer.json<NewCalendarFeedView>();
    expect(address).toMatch(/^http:\/\/localhost:3000\/feeds\/[\w-]{43}\.ics$/u);
    return { id, path: new URL(address).pathname };
  };
  const list = async (client: TestClient): Promise<CalendarFeedView[]> =>
    (await client.get('me/calendar-feeds')).json<CalendarFeedListView>().items;
  const revoke = (client: TestClient, id: string) =>
    test.app.inject({
      method: 'DELETE',
      url: `/api/v1/me/calendar-feeds/${id}`,
      headers: { cookie: client.cookie ?? '' },
    });
  /** As a calendar program reads: no cookie, no sign-in. */
  const read = (path: string, headers = {}) => test.anonymous.get(path, { headers });

  it('shows a channel’s sessions to whoever holds the address, in its language, with the owner’s order of the pair', async () => {
    const { id, channelId } = await saveSession(test);
    const feeds = await Promise.all([
      create(korea, { kind: 'channel', channelId, language: 'ja' }),
      create(japan, { kind: 'channel', channelId, language: 'ja' }),
    ]);
    for (const [index, pair] of ['韓日', '日韓'].entries()) {
      const answer = await read(feeds[index]?.path ?? '');
      expect([answer.statusCode, answer.headers['content-language']]).toEqual([200, 'ja']);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(answer.headers['cache-control']).toMatch(/^private/);
      expect(answer.headers).not.toHaveProperty('content-disposition');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      expect(formFaults(answer.body)).toEqual([]);
      const { method, events } = parseCalendar(answer.body);
      expect([method, events.map(({ uid }) => uid)]).toEqual(['PUBLISH', [id]]);
      expect(events[0]?.attendees).toEqual([]);
      expect(events[0]?.description).toContain(`${pair}対話`);
    }
  });

  it('answers 304 until something in it changes, and says when that was', async () => {
    const { id, channelId } = await saveSession(test);
    const { path } = await create(korea, { kind: 'channel', channelId, language: 'ko' });
    const first = await read(path);
    const etag = String(first.headers['etag']);
    expect(new Date(String(first.headers['last-modified'])).getTime()).toBeGreaterThan(0);
    const second = await read(path, { 'if-none-match': etag });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    expect((await read(path)).body).toBe(first.body);
    await test.admin(
      `insert into forum.session_invitation (id, session_id, sequence, method, material_hash, audience) values ($1, $2, 3, 'CANCEL', 'x', 'joint')`,
      [newId(), id],
    );
    await test.admin(`update forum.session set state = 'cancelled', updated_at = forum.now() where id = $1`, [id]);
    const third = await read(path, { 'if-none-match': etag });
    expect(third.statusCode).toBe(200);
    expect(parseCalendar(third.body).events).toMatchObject([{ uid: id, status: 'CANCELLED', sequence: 3 }]);
  });

  it('holds, for a person, the sessions of the own delegations and of the channels the own body is a party to', async () => {
    const [sent, party, other] = [await saveSession(test), await saveSession(test), await saveSession(test)];
    const delegate = await demoActor(test, 'delegate.jp');
    const delegationId = newId();
    await test.admin(
      `insert into forum.delegation (id, session_id, side, state, audience) values ($1, $2, 'jp', 'draft', 'jp')`,
      [delegationId, sent.id],
    );
    await test.admin(
      `insert into forum.delegation_member (id, delegation_id, post_id, role, position, audience) values ($1, $2, $3, 'member', 0, 'jp')`,
      [newId(), delegationId, delegate.postIds[0]],
    );
    await test.admin(
      `insert into forum.channel_party (id, code, channel_id, position, body_id, audience)
       select $1::uuid, 'TEST-' || $1, $2, 0, p.body_id, 'joint' from forum.post p where p.id = $3`,
      [newId(), party.channelId, delegate.postIds[0]],
    );
    const { path } = await create(await test.as('delegate.jp'), { kind: 'personal', language: 'en' });
    const uids = parseCalendar((await read(path)).body).events.map(({ uid }) => uid);
    expect(uids).toEqual(expect.arrayContaining([sent.id, party.id]));
    expect(uids).not.toContain(other.id);
  });

  it('never holds the other side’s drafts: the bytes are the same before and after they are made', async () => {
    const { channelId } = await saveSession(test);
    const { path } = await create(japan, { kind: 'channel', channelId, language: 'en' });
    const { path: own } = await create(korea, { kind: 'channel', channelId, language: 'en' });
    const before = (await read(path)).body;
    const ownBefore = (await read(own)).body;
    await test.admin(
      `insert into forum.session (id, channel_id, date_value, start_date, zone, level, state, audience)
       values ($1, $2, '2027-06-01', '2027-06-01', 'Asia/Seoul', 'dg', 'date_agreed', 'kr')`,
      [newId(), channelId],
    );
    expect((await read(path)).body).toBe(before);
    expect((await read(own)).body).not.toBe(ownBefore);
  });

  it('keeps what is to come when there is more past than it can hold', async () => {
    const { channelId, id } = await saveSession(test);
    await test.admin(
      `insert into forum.session (id, channel_id, date_value, start_date, zone, level, state, audience)
       select gen_random_uuid(), $1, d::date::text, d::date, 'Asia/Seoul', 'dg', 'held', 'joint'
         from generate_series('1999-01-01'::date, '1999-12-31', interval '1 day') d`,
      [channelId],
    );
    const { path } = await create(korea, { kind: 'channel', channelId, language: 'en' });
    const { events } = parseCalendar((await read(path)).body);
    expect(events).toHaveLength(101);
    expect([events[0]?.start, events.at(-1)?.uid]).toEqual(['1999-09-23', id]);
  });

  it('shows its address once, tells of its last use, and is dead once revoked', async () => {
    const client = await test.as('official.kr');
    const { id, path } = await create(client, { kind: 'personal', language: 'ko' });
    expect((await list(client)).find((feed) => feed.id === id)).toMatchObject({ kind: 'personal', lastUsedAt: null });
    expect((await read(path)).statusCode).toBe(200);
    const listed = await client.get('me/calendar-feeds');
    expect(listed.json<CalendarFeedListView>().items.find((feed) => feed.id === id)?.lastUsedAt).not.toBeNull();
    const token = /feeds\/(.*)\.ics/u.exec(path)?.[1] ?? '';
    expect(listed.body).not.toContain(token);
    const stored = await test.admin<{ row: string }>(`select f::text as row from forum.calendar_feed f`);
    expect(stored.some(({ row }) => row.includes(token))).toBe(false);
    expect((await revoke(korea, id)).statusCode).toBe(404);
    expect((await revoke(client, id)).statusCode).toBe(204);
    expect((await revoke(client, id)).statusCode).toBe(404);
    expect((await list(client)).some((feed) => feed.id === id)).toBe(false);
    const dead = await read(path);
    const unknown = await read(`/feeds/${'A'.repeat(43)}.ics`);
    const bare = (body: string) => body.replace(/"requestId":"[^"]*"/u, '');
    expect([dead.statusCode, bare(dead.body)]).toEqual([404, bare(unknown.body)]);
  });

  it('is dead while its owner is disabled', async () => {
    const { path } = await create(await test.as('official.jp'), { kind: 'personal', language: 'ja' });
    const set = (at: string | null) =>
      test.admin(`update forum.user_account set disabled_at = $1 where email = 'official.jp@forum.example'`, [at]);
    await set('2026-01-01');
    expect((await read(path)).statusCode).toBe(404);
    await set(null);
    expect((await read(path)).statusCode).toBe(200);
  });

  it.each(['observer', 'interpreter', 'company.kr', 'admin', 'auditor'])(
    'shows %s no more than a sign-in does',
    async (name) => {
      const { channelId } = await saveSession(test);
      const client = await test.as(name);
      const seen = (await client.get(`channels/${channelId}`)).statusCode === 200;
      const answer = await client.post('me/calendar-feeds', { body: { kind: 'channel', channelId, language: 'en' } });
      expect(answer.statusCode).toBe(seen ? 201 : 404);
      const { path } = await create(client, { kind: 'personal', language: 'en' });
      expect((await read(path)).statusCode).toBe(200);
    },
  );

  it.each([
    [{ kind: 'channel', language: 'en' }, 400, 'common.invalid'],
    [{ kind: 'personal', channelId: newId(), language: 'en' }, 400, 'common.invalid'],
    [{ kind: 'everything', language: 'en' }, 400, 'common.invalid'],
    [{ kind: 'channel', channelId: newId(), language: 'en' }, 404, 'channels.notFound'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await korea.post('me/calendar-feeds', { body });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('keeps at most twenty feeds for each user, and none of their tokens under an idempotency key', async () => {
    const client = await test.as('head.kr');
    const body = { kind: 'personal', language: 'en' };
    const keyed = await client.post('me/calendar-feeds', { body, headers: { 'idempotency-key': 'feed-key-1' } });
    expect(keyed.statusCode).toBe(400);
    const answers = await Promise.all(Array.from({ length: 23 }, () => client.post('me/calendar-feeds', { body })));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    expect(answers.find(({ statusCode }) => statusCode !== 201)?.json()).toMatchObject({
      code: 'invitations.feedsTooMany',
      status: 422,
      params: { max: 20 },
    });
  });
});
