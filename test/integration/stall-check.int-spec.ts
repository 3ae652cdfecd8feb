import { stallCheckDue, suggestStalls } from '#forum/channels';
import type { ChannelDetailView } from '../../apps/api/src/channels/channels.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveChannel, saveSessionOf } from '../support/factories/channel.js';

/** domain.md 3.2 and 4: one suggestion per channel and quarter, made monthly by the system, decided by people. */
describe('the monthly stall check', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;

  beforeEach(async () => {
    test = await createTestApp();
    await test.admin(`truncate forum.session, forum.channel cascade`);
    await moveTo('2026-11-22T10:00:00+09:00');
  });
  afterEach(() => test.close());

  const moveTo = async (instant: string): Promise<void> => {
    await test.setClock(instant);
    [korea, japan] = [
      await test.as('secretariat.kr', { again: true }),
      await test.as('secretariat.jp', { again: true }),
    ];
  };
  const page = async (client: TestClient, id: string) => (await client.get(`channels/${id}`)).json<ChannelDetailView>();
  const act = async (client: TestClient, id: string, path: string) =>
    client.post(`channels/${id}/stall/${path}`, { etag: (await page(client, id)).etag });
  const suggested = () =>
    test.admin<{ channel: string; quarter: string; months: number; state: string }>(
      `select channel_id as channel, quarter, months, state from forum.stall_suggestion order by quarter, months`,
    );

  it('suggests after 1.5 times the cadence, or 18 months where that is not known, and not a day earlier', async () => {
    await saveChannel(test, { heldOn: ['2025-05-22'] });
    const late = await saveChannel(test, { heldOn: ['2025-05-21'] });
    await saveChannel(test, { cadenceMonths: 6, heldOn: ['2026-02-22'] });
    const soon = await saveChannel(test, { cadenceMonths: 6, heldOn: ['2026-02-21'] });
    await saveChannel(test, { cadenceMonths: 24, heldOn: ['2024-01-01'] });
    expect(await suggestStalls(test.database)).toBe(2);
    expect((await suggested()).map(({ channel, months }) => [channel, months])).toEqual([
      [soon, 9],
      [late, 18],
    ]);
  });

  it('is silent about illustrative, ended, suspended and never held channels, and those with a session to come', async () => {
    const heldOn = ['2020-01-01'];
    await saveChannel(test, { heldOn, illustrative: true });
    for (const state of ['concluded', 'superseded', 'suspended', 'stalled', 'proposed', 'agreed', 'unknown'])
      await saveChannel(test, { heldOn, state });
    await saveChannel(test, { heldOn: [] });
    await saveChannel(test, { heldOn, audience: 'kr' });
    const planned = await saveChannel(test, { heldOn });
    await saveSessionOf(test, planned, { startDate: '2026-12-01' });
    expect(await suggestStalls(test.database)).toBe(0);
    await test.admin(`update forum.session set state = 'cancelled'`);
    await moveTo('2026-12-02T10:00:00+09:00');
    expect(await suggestStalls(test.database)).toBe(1);
  });

  it('runs once a month, however often it is asked and by however many at once', async () => {
    await saveChannel(test, { heldOn: ['2020-01-01'] });
    const worker = test.database.readAs('forum_worker');
    expect(await stallCheckDue(worker)).toBe('2026-11');
    const made = await Promise.all([1, 2, 3].map(() => suggestStalls(test.database)));
    expect(made.sort()).toEqual([0, 0, 1]);
    expect(await stallCheckDue(worker)).toBeNull();
    const events = await test.admin(`select 1 from forum.outbox_event where event = 'channel.stallSuggested'`);
    expect(events).toHaveLength(1);
  });

  it('suggests once per quarter: neither after a dismissal nor beside one that waits, but again in the next', async () => {
    const id = await saveChannel(test, { heldOn: ['2020-01-01'] });
    await suggestStalls(test.database);
    expect((await page(japan, id)).suggestion).toMatchObject({
      quarter: '2026-Q4',
      lastHeld: '2020-01-01',
      months: 18,
    });
    expect((await act(japan, id, 'dismiss')).json()).toMatchObject({ state: 'active', suggestion: null });
    expect((await act(korea, id, 'confirm')).json()).toMatchObject({ code: 'channels.noSuggestion' });
    await moveTo('2026-12-22T10:00:00+09:00');
    expect(await suggestStalls(test.database)).toBe(0);
    await moveTo('2027-01-04T10:00:00+09:00');
    expect(await suggestStalls(test.database)).toBe(1);
    await moveTo('2027-04-05T10:00:00+09:00');
    expect(await suggestStalls(test.database)).toBe(1);
    expect((await suggested()).map(({ quarter, state }) => [quarter, state])).toEqual([
      ['2026-Q4', 'dismissed'],
      ['2027-Q1', 'outdated'],
      ['2027-Q2', 'open'],
    ]);
  });

  it('changes no channel: either secretariat confirms, and the one that did may take it back', async () => {
    const id = await saveChannel(test, { heldOn: ['2020-01-01'] });
    await suggestStalls(test.database);
    expect(await page(korea, id)).toMatchObject({ state: 'active', events: [{ type: 'session_held' }] });
    const delegate = await test.as('delegate.jp', { again: true });
    expect((await page(delegate, id)).suggestion).toBeNull();
    expect((await act(delegate, id, 'confirm')).statusCode).toBe(403);
    expect((await act(japan, id, 'confirm')).json()).toMatchObject({ state: 'stalled', suggestion: null });
    expect((await page(korea, id)).events.at(-1)).toMatchObject({ type: 'stalled', side: 'jp' });
    expect((await act(korea, id, 'withdraw')).json()).toMatchObject({ code: 'channels.notYourStall' });
    expect((await act(japan, id, 'withdraw')).json()).toMatchObject({ state: 'active', resumed: false });
    expect((await page(korea, id)).events.at(-1)).toMatchObject({ type: 'stall_withdrawn', side: 'jp' });
  });

  it('lets two secretariats that answer at once come to one answer', async () => {
    const id = await saveChannel(test, { heldOn: ['2020-01-01'] });
    await suggestStalls(test.database);
    const { etag } = await page(korea, id);
    const answers = await Promise.all([
      korea.post(`channels/${id}/stall/confirm`, { etag }),
      japan.post(`channels/${id}/stall/dismiss`, { etag }),
    ]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
  });
});
