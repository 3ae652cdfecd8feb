import type { AgendaWarningListView } from '../../apps/api/src/agenda/agenda-warnings.controller.js';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { confirmInterpretation, submitDelegation } from '../support/delegation.js';
import { saveSession } from '../support/factories/session.js';

const item = { lang: 'ko', title: '이동통신 주파수 정책', minutes: 40, objective: 'discuss' };

describe('an agenda', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let interpreter: TestClient;
  let sessionId: string;

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan, interpreter] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('interpreter'),
    ]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    sessionId = (await saveSession(test)).id;
  });

  const read = async (client: TestClient, language?: 'ko' | 'ja' | 'en'): Promise<AgendaView> => {
    const answer = await client.get(`sessions/${sessionId}/agenda?texts=all`, language ? { language } : {});
    expect(answer.statusCode).toBe(200);
    return answer.json<AgendaView>();
  };
  const add = (client: TestClient, body: object = item) => client.post(`sessions/${sessionId}/agenda/items`, { body });
  const exchange = async (client: TestClient) =>
    client.post(`sessions/${sessionId}/agenda/exchange`, { etag: (await read(client)).etag });
  const sign = async (name: string, over: { hash?: string } = {}) => {
    const client = await test.as(name);
    const agenda = await read(client);
    return client.post(`sessions/${sessionId}/agenda/sign`, {
      etag: agenda.etag,
      body: { hash: over.hash ?? agenda.hash },
    });
  };
  const translate = async (text: string, lang: 'ja' | 'en', status = 'checked') => {
    const [first] = (await read(interpreter)).items;
    return interpreter.put(`agenda-items/${first?.id ?? ''}/texts/title/${lang}`, {
      etag: first?.etag ?? '',
      body: { text, status, ofRevision: first?.title.revision ?? 1 },
    });
  };
  const exchangeTranslated = async () => {
    await add(korea);
    await exchange(korea);
    await translate('移動通信の周波数政策', 'ja');
    await translate('Mobile spectrum policies', 'en');
  };

  it('keeps a draft from the other side altogether: no item, no count, no version, no address', async () => {
    const before = await read(japan);
    const created = (await add(korea, { ...item, privateNote: '우리 측 발언요지' })).json<AgendaView>();
    expect(created.items).toHaveLength(1);
    expect(created.items[0]?.privateNote?.text).toBe('우리 측 발언요지');
    expect(await read(japan)).toEqual(before);
    expect((await read(interpreter)).items).toEqual([]);
    const guess = await japan.patch(`agenda-items/${created.items[0]?.id ?? ''}`, {
      etag: '"1"',
      body: { lang: 'ja', title: '推測' },
    });
    expect(guess.statusCode).toBe(404);
    const missing = await japan.patch(`agenda-items/019aa000-0000-7000-8000-000000000000`, {
      etag: '"1"',
      body: { lang: 'ja', title: '推測' },
    });
    expect({ ...guess.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
  });

  it('shares an item by exchange, and never its note', async () => {
    await add(korea, { ...item, privateNote: '우리 측 발언요지' });
    expect((await exchange(korea)).json<AgendaView>()).toMatchObject({ state: 'exchanged', version: 1 });
    const [shared] = (await read(japan, 'ja')).items;
    expect(shared).toMatchObject({ audience: 'joint', state: 'exchanged', privateNote: null });
    expect(shared?.title).toMatchObject({ text: '이동통신 주파수 정책', lang: 'ko', status: 'missing' });
  });

  it('is agreed when both heads sign the same words, after an interpreter supplied the languages', async () => {
    await exchangeTranslated();
    const first = (await sign('head.kr')).json<AgendaView>();
    expect(first.keys.map((key) => [key.side, key.turned])).toEqual([
      ['kr', true],
      ['jp', false],
    ]);
    expect(first.state).toBe('exchanged');
    const second = (await sign('head.jp')).json<AgendaView>();
    expect(second).toMatchObject({ state: 'agreed', hash: first.hash });
    expect(second.keys.map((key) => [key.side, key.turned])).toEqual([
      ['jp', true],
      ['kr', true],
    ]);
    expect((await read(japan, 'ja')).items[0]?.title).toMatchObject({
      text: '移動通信の周波数政策',
      lang: 'ja',
      stale: false,
    });
  });

  it('refuses a signature over texts that are missing, stale or unchecked, and names each', async () => {
    await add(korea);
    await exchange(korea);
    await translate('Mobile spectrum policies', 'en', 'draft');
    const refused = await sign('head.kr');
    expect(refused.statusCode).toBe(422);
    const problem = refused.json<{ code: string; fields: { path: string; code: string }[] }>();
    expect(problem.code).toBe('agenda.textsOpen');
    expect(problem.fields.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'items.0.title.en agenda.textUnchecked',
      'items.0.title.ja common.textMissing',
    ]);
    expect(
      await test.admin(
        'select 1 from forum.key_turn k join forum.agenda a on a.id = k.subject_id where a.session_id = $1',
        [sessionId],
      ),
    ).toEqual([]);
  });

  it('clears both keys when a typo is fixed in one language, and tells both secretariats (case 3)', async () => {
    await exchangeTranslated();
    await sign('head.kr');
    await sign('head.jp');
    await translate('移動通信用周波数政策', 'ja');
    const now = await read(korea);
    expect(now.state).toBe('in_negotiation');
    expect(now.keys.every((key) => !key.turned)).toBe(true);
    const events = await test.admin<{ payload: { sides: string[] } }>(
      `select payload from forum.outbox_event where event = 'agenda.keysCleared' and payload ->> 'sessionId' = $1`,
      [sessionId],
    );
    expect(events.map((event) => [...event.payload.sides].sort())).toEqual([['jp', 'kr']]);
  });

  it('warns of numbers, frequencies and names that differ between the languages, and only who may read the text', async () => {
    await add(korea, { ...item, title: '과기정통부 806~821㎒ 대역 40분 설명' });
    const warnings = async (client: TestClient) =>
      (await answered<AgendaWarningListView>(client.get(`sessions/${sessionId}/agenda/warnings`))).items;
    expect(await warnings(korea)).toEqual([]);
    const [draft] = (await read(korea)).items;
    await answered(
      korea.put(`agenda-items/${draft?.id ?? ''}/texts/title/ja`, {
        etag: draft?.etag ?? '',
        body: { text: '総務省による806~824MHz帯の40分間の説明', status: 'draft', ofRevision: 1 },
      }),
    );
    expect(await warnings(korea)).toMatchObject([
      { itemId: draft?.id, field: 'title', kind: 'frequency', values: { ko: '806~821MHz', ja: '806~824MHz' } },
      { kind: 'name', values: { ko: '과기정통부', ja: '総務省' } },
    ]);
    expect(await warnings(japan)).toEqual([]);
  });

  it('keeps the keys when a tick changes no word', async () => {
    await exchangeTranslated();
    await sign('head.kr');
    await translate('Mobile spectrum policies', 'en');
    expect((await read(korea)).keys[0]).toMatchObject({ side: 'kr', turned: true });
  });

  it('marks the other languages stale when the source changes, and lets an interpreter say that nothing changed in meaning', async () => {
    await exchangeTranslated();
    const [before] = (await read(korea)).items;
    await korea.patch(`agenda-items/${before?.id ?? ''}`, {
      etag: before?.etag ?? '',
      body: { lang: 'ko', title: '이동통신 주파수정책' },
    });
    const stale = await read(japan, 'ja');
    expect(stale.items[0]?.title).toMatchObject({ lang: 'ja', stale: true, of: 1, revision: 2 });
    expect(stale.gaps.map((gap) => `${gap.lang} ${gap.gap}`).sort()).toEqual(['en stale', 'ja stale']);
    const [shown] = (await read(interpreter)).items;
    const ticked = await interpreter.post(`agenda-items/${shown?.id ?? ''}/texts/title/ja/no-change`, {
      etag: shown?.etag ?? '',
    });
    expect(ticked.json<AgendaView>().gaps.map((gap) => gap.lang)).toEqual(['en']);
  });

  it('lets nobody turn the other side’s key, nor sign what they have not seen', async () => {
    await exchangeTranslated();
    expect((await sign('secretariat.kr')).json()).toMatchObject({ code: 'common.forbidden' });
    expect((await sign('head.kr', { hash: 'a'.repeat(64) })).json()).toMatchObject({ code: 'two-key.contentChanged' });
    expect((await sign('head.kr')).statusCode).toBe(200);
    expect((await sign('head.kr')).json()).toMatchObject({ code: 'agenda.keyAlreadyTurned' });
    const forged = test.database.readAs('forum_kr').query(
      `insert into forum.key_turn (id, subject_type, subject_id, content_hash, side, post_id, user_id)
       select gen_random_uuid(), subject_type, subject_id, content_hash, 'jp', post_id, user_id from forum.key_turn limit 1`,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('lets two editors lose no word: the second one is refused with the version moved', async () => {
    await add(korea);
    const [draft] = (await read(korea)).items;
    const edit = (title: string) =>
      korea.patch(`agenda-items/${draft?.id ?? ''}`, { etag: draft?.etag ?? '', body: { lang: 'ko', title } });
    const answers = await Promise.all([edit('첫째 제목'), edit('둘째 제목')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    expect(
      (await korea.patch(`agenda-items/${draft?.id ?? ''}`, { body: { lang: 'ko', title: '셋째' } })).statusCode,
    ).toBe(428);
  });

  it('lets only the proposer withdraw an item, and keeps the order when one moves', async () => {
    await add(korea);
    await add(korea, { ...item, title: '혼신 사례' });
    await exchange(korea);
    const [first, second] = (await read(japan)).items;
    const refused = await japan.post(`agenda-items/${first?.id ?? ''}/withdraw`, { etag: first?.etag ?? '' });
    expect(refused.json()).toMatchObject({ code: 'agenda.onlyProposerWithdraws' });
    const moved = await korea.post(`agenda-items/${second?.id ?? ''}/move`, {
      etag: second?.etag ?? '',
      body: { to: 1 },
    });
    expect(moved.json<AgendaView>().items.map((entry) => [entry.number, entry.title.text])).toEqual([
      [1, '혼신 사례'],
      [2, '이동통신 주파수 정책'],
    ]);
    const withdrawn = await korea.post(`agenda-items/${first?.id ?? ''}/withdraw`, {
      etag: (await read(korea)).items[1]?.etag ?? '',
    });
    expect(withdrawn.json<AgendaView>().items).toHaveLength(1);
  });

  it('adds an item once, however often the request is sent', async () => {
    const headers = { 'idempotency-key': `add-${sessionId}` };
    const answers = [
      await korea.post(`sessions/${sessionId}/agenda/items`, { body: item, headers }),
      await korea.post(`sessions/${sessionId}/agenda/items`, { body: item, headers }),
    ];
    expect(answers.map((answer) => answer.json<AgendaView>().items.length)).toEqual([1, 1]);
    const other = await korea.post(`sessions/${sessionId}/agenda/items`, { body: { ...item, minutes: 10 }, headers });
    expect(other.json()).toMatchObject({ code: 'common.idempotencyMismatch' });
  });

  it('walks from preparation to the held session, and adopts the agenda at the opening', async () => {
    await exchangeTranslated();
    await sign('head.kr');
    await sign('head.jp');
    const step = async (client: TestClient, body: object) => {
      const page = await client.get(`sessions/${sessionId}`);
      expect(page.statusCode).toBe(200);
      const { etag } = page.json<{ etag: string }>();
      return client.post(`sessions/${sessionId}/steps`, { etag, body });
    };
    expect((await step(korea, { action: 'start-preparing' })).json()).toMatchObject({ state: 'preparing' });
    expect((await step(korea, { action: 'mark-ready' })).json()).toMatchObject({ code: 'sessions.notReady' });
    await submitDelegation(test, sessionId, 'kr');
    expect((await korea.get(`sessions/${sessionId}`)).json()).toMatchObject({
      readiness: {
        blocks: [
          { code: 'delegations.delegationMissing', params: { side: 'jp' } },
          { code: 'delegations.interpretationMissing' },
        ],
      },
    });
    await submitDelegation(test, sessionId, 'jp');
    await confirmInterpretation(test, sessionId, 'kr');
    expect((await step(japan, { action: 'mark-ready' })).json()).toMatchObject({
      state: 'ready',
      readiness: { ready: true },
    });
    expect((await step(korea, { action: 'open' })).json()).toMatchObject({
      code: 'sessions.notTheDay',
      params: { date: '2027-03-11' },
    });
    await test.setClock('2027-03-11T10:00:00+09:00');
    expect((await korea.get('me')).json()).toMatchObject({ code: 'identity.sessionExpired' });
    const later = await test.as('secretariat.kr', { again: true });
    expect((await step(later, { action: 'open' })).json()).toMatchObject({ state: 'in_session' });
    expect((await later.get(`sessions/${sessionId}/agenda`)).json()).toMatchObject({
      state: 'adopted',
      items: [{ state: 'adopted' }],
    });
    expect((await step(later, { action: 'hold' })).json()).toMatchObject({ code: 'sessions.notOverYet' });
    await test.setClock('2027-03-11T17:30:00+09:00');
    const evening = await test.as('secretariat.kr', { again: true });
    expect((await step(evening, { action: 'hold' })).json()).toMatchObject({ state: 'held' });
  });
});
