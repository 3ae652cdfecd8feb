import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { HomeView } from '../../apps/api/src/home/home.dto.js';
import type { TranslationListView, TranslationView } from '../../apps/api/src/translation/translation.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

const item = { lang: 'ko', title: '이동통신 주파수 정책', minutes: 40, objective: 'discuss' };

describe('the translation desk', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let official: TestClient;
  let interpreter: TestClient;
  let session: { id: string; agendaId: string };

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2026-12-01T00:00:00Z');
    [korea, japan, official, interpreter] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('official.kr'),
      test.as('interpreter'),
    ]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    session = await saveSession(test);
  });

  const agenda = (client: TestClient) => answered<AgendaView>(client.get(`sessions/${session.id}/agenda?texts=all`));
  const add = (client: TestClient, over: object = {}) =>
    answered<AgendaView>(client.post(`sessions/${session.id}/agenda/items`, { body: { ...item, ...over } }));
  const exchange = async (client: TestClient) =>
    answered(client.post(`sessions/${session.id}/agenda/exchange`, { etag: (await agenda(client)).etag }));
  const ask = (client: TestClient, over: object = {}) =>
    client.post('translations', {
      body: {
        subjectType: 'agenda',
        subjectId: session.agendaId,
        scope: 'shared',
        fromLang: 'ko',
        toLang: 'ja',
        ...over,
      },
    });
  const asked = (client: TestClient, over: object = {}) => answered<TranslationView>(ask(client, over));
  const read = (client: TestClient, id: string, language?: 'ko' | 'ja' | 'en') =>
    answered<TranslationView>(client.get(`translations/${id}`, language ? { language } : {}));
  const list = (client: TestClient, query = '') =>
    answered<TranslationListView>(client.get(`translations?session=${session.id}${query}`));
  const step = async (client: TestClient, id: string, action: string, body?: object) =>
    client.post(`translations/${id}/${action}`, { etag: (await read(client, id)).etag, ...(body ? { body } : {}) });
  const stepped = async (client: TestClient, id: string, action: string, body?: object) =>
    answered<TranslationView>(step(client, id, action, body));
  const write = async (client: TestClient, id: string, text: string, over: { etag?: string; of?: number } = {}) => {
    const [unit] = (await read(client, id)).texts;
    return client.put(`translations/${id}/texts/${unit?.id ?? ''}`, {
      etag: over.etag ?? unit?.etag ?? '',
      body: { text, ofRevision: over.of ?? unit?.source.revision ?? 1 },
    });
  };
  const check = async (client: TestClient, id: string) =>
    step(client, id, 'check', { hash: (await read(client, id)).hash });
  const retitle = async (client: TestClient, title: string) => {
    const [first] = (await agenda(client)).items;
    return answered(
      client.patch(`agenda-items/${first?.id ?? ''}`, { etag: first?.etag ?? '', body: { lang: 'ko', title } }),
    );
  };
  const shareOne = async () => {
    await add(korea);
    await exchange(korea);
  };
  /** Requested, done by the official of Korea, delivered. */
  const delivered = async () => {
    await shareOne();
    const { id } = await asked(korea);
    await stepped(official, id, 'start');
    await answered(write(official, id, '移動通信の周波数政策'));
    await stepped(official, id, 'deliver');
    return id;
  };

  it('takes a text from the request to the lock, with two people and the day of the session’s own rule', async () => {
    await shareOne();
    const request = await asked(korea, { note: '회의 전까지 부탁드립니다' });
    expect(request).toMatchObject({
      state: 'requested',
      fromLang: 'ko',
      toLang: 'ja',
      dueOn: '2027-02-25',
      units: 1,
      amount: { count: 9, unit: 'characters' },
      audience: 'joint',
      progress: { done: 0, total: 1 },
      translator: { post: null, named: false, me: false },
    });
    expect(request.texts[0]).toMatchObject({
      field: 'title',
      source: { text: item.title, lang: 'ko' },
      target: null,
      gap: 'missing',
    });

    const started = await stepped(official, request.id, 'start');
    expect(started).toMatchObject({ state: 'in_work', translator: { named: true, me: true } });
    const early = await step(official, request.id, 'deliver');
    expect(early.statusCode).toBe(422);
    expect(early.json()).toMatchObject({
      code: 'translation.unitsOpen',
      fields: [{ path: 'units.0', code: 'translation.unitMissing' }],
    });

    await answered(write(official, request.id, '移動通信の周波数政策'));
    expect((await agenda(japan)).items[0]?.title.all?.ja).toMatchObject({
      text: '移動通信の周波数政策',
      status: 'draft',
    });
    await stepped(official, request.id, 'deliver');
    expect((await check(official, request.id)).json()).toMatchObject({ code: 'translation.ownWork' });
    expect(await answered<TranslationView>(check(japan, request.id))).toMatchObject({ state: 'checked' });
    expect((await agenda(korea)).items[0]?.title.all?.ja).toMatchObject({
      text: '移動通信の周波数政策',
      status: 'checked',
    });

    const locked = await stepped(korea, request.id, 'lock');
    expect(locked).toMatchObject({ state: 'locked', progress: { done: 1, total: 1 } });
    expect(locked.history.map(({ event }) => event)).toEqual([
      'locked',
      'checked',
      'delivered',
      'started',
      'requested',
    ]);
    expect(locked.allowedActions).toEqual([]);
  });

  it('takes work up again when the source changes, and shows what changed, word by word', async () => {
    const id = await delivered();
    await answered(check(japan, id));
    await retitle(korea, '이동통신 주파수 공동정책');
    const again = await read(official, id);
    expect(again).toMatchObject({ state: 'in_work', outdated: true, progress: { done: 0, total: 1 } });
    expect(again.texts[0]).toMatchObject({
      gap: 'stale',
      target: { text: '移動通信の周波数政策', of: 1 },
      changes: [
        { kind: 'same', text: '이동통신 주파수 ' },
        { kind: 'removed', text: '정책' },
        { kind: 'added', text: '공동정책' },
      ],
    });
    expect(again.history[0]).toMatchObject({ event: 'reopened', side: 'kr' });
    expect((await write(official, id, '移動通信の周波数共同政策', { of: 1 })).json()).toMatchObject({
      code: 'agenda.revisionMoved',
    });
    await answered(write(official, id, '移動通信の周波数共同政策'));
    expect(await stepped(official, id, 'deliver')).toMatchObject({ state: 'delivered', outdated: false });
    const events = await test.admin<{ event: string }>(
      `select event from forum.outbox_event where subject_id = $1 order by occurred_at, id`,
      [id],
    );
    expect(events.map((row) => row.event)).toEqual([
      'translation.requested',
      'translation.started',
      'translation.written',
      'translation.delivered',
      'translation.checked',
      'translation.reopened',
      'translation.written',
      'translation.delivered',
    ]);
  });

  it('keeps the word that a change of the source needs none, who said so and of which revision', async () => {
    const id = await delivered();
    await retitle(korea, '이동통신  주파수 정책.');
    const [stale] = (await read(official, id)).texts;
    const kept = await answered<TranslationView>(
      official.post(`translations/${id}/texts/${stale?.id ?? ''}/no-change`, { etag: stale?.etag ?? '' }),
    );
    expect(kept.texts[0]).toMatchObject({ gap: null, noChange: true, target: { text: '移動通信の周波数政策', of: 2 } });
    expect(kept.history[0]).toMatchObject({ event: 'noChange', unitId: stale?.id, revision: 2, side: 'kr' });
    expect(kept.history[0]?.post?.title.text).toBeTruthy();
    // Who answers for the word does not check it either.
    await stepped(official, id, 'deliver');
    expect((await check(official, id)).statusCode).toBe(403);
  });

  it('keeps a request for one side’s drafts from the other side, from interpreters, and from every number', async () => {
    const before = [await list(japan), await list(interpreter)];
    await add(korea);
    expect((await ask(korea)).json()).toMatchObject({ code: 'translation.nothingToTranslate' });
    const own = await asked(korea, { scope: 'own' });
    expect(own).toMatchObject({ audience: 'kr', units: 1 });
    expect([await list(japan), await list(interpreter)]).toEqual(before);
    for (const stranger of [japan, interpreter]) {
      const hidden = await stranger.get(`translations/${own.id}`);
      const missing = await stranger.get('translations/019aa000-0000-7000-8000-000000000000');
      expect(hidden.statusCode).toBe(404);
      expect({ ...hidden.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
      const unit = own.texts[0]?.id ?? '';
      const guess = await stranger.put(`translations/${own.id}/texts/${unit}`, {
        etag: '"1"',
        body: { text: '推測', ofRevision: 1 },
      });
      expect(guess.json()).toMatchObject({ code: 'translation.notFound' });
    }
    // The same request from the other side is refused by what it sees, not by what is hidden from it.
    expect((await ask(japan, { scope: 'own' })).json()).toMatchObject({ code: 'translation.nothingToTranslate' });
    expect((await ask(japan, { scope: 'shared' })).json()).toMatchObject({ code: 'translation.nothingToTranslate' });
  });

  it('takes one side’s own request up again when the other side edits the text meanwhile shared, and tells that side nothing', async () => {
    await add(korea);
    const { id } = await asked(korea, { scope: 'own', toLang: 'en' });
    await stepped(official, id, 'start');
    await answered(write(official, id, 'Mobile spectrum policies'));
    await stepped(official, id, 'deliver');
    await exchange(korea);
    expect(await read(korea, id)).toMatchObject({ state: 'delivered', audience: 'kr' });
    const before = await list(japan);
    await retitle(japan, '이동통신 주파수 공동정책');
    expect(await read(korea, id)).toMatchObject({ state: 'in_work', outdated: true });
    expect(await list(japan)).toEqual(before);
    const traces = await test.admin<{ event: string; audience: string; actor: string | null }>(
      `select event, audience, actor_user_id as actor from forum.audit_entry where subject_id = $1 and event = 'translation.reopened'`,
      [id],
    );
    expect(traces).toEqual([{ event: 'translation.reopened', audience: 'kr', actor: null }]);
  });

  it('lets a shared request grow with the agenda, and never with a draft', async () => {
    await shareOne();
    const { id } = await asked(korea);
    await add(korea, { title: '혼신 사례' });
    expect((await read(japan, id)).units).toBe(1);
    await exchange(korea);
    const grown = await read(japan, id);
    expect(grown.texts.map((unit) => unit.source.text)).toEqual([item.title, '혼신 사례']);
    expect((await ask(japan)).json()).toMatchObject({ code: 'translation.alreadyRequested' });
  });

  it('lets a request for drafts take in the next draft, and stay on its side when they are exchanged', async () => {
    await add(korea);
    const { id } = await asked(korea, { scope: 'own' });
    await add(korea, { title: '혼신 사례' });
    await add(japan, { lang: 'ko', title: '일본 측 초안' });
    expect((await read(korea, id)).texts.map((unit) => unit.source.text)).toEqual([item.title, '혼신 사례']);
    await exchange(korea);
    expect(await read(korea, id)).toMatchObject({ audience: 'kr', units: 2 });
    expect((await japan.get(`translations/${id}`)).statusCode).toBe(404);
  });

  it('lets interpreters take up what both sides share, as nobody was named', async () => {
    await shareOne();
    const { id } = await asked(korea, { toLang: 'en' });
    expect((await list(interpreter, '&mine=true')).items.map((row) => row.id)).toEqual([id]);
    await stepped(interpreter, id, 'start');
    await answered(write(interpreter, id, 'Mobile spectrum policies'));
    expect(await stepped(interpreter, id, 'deliver')).toMatchObject({
      state: 'delivered',
      translator: { post: null, named: true, me: true },
    });
    expect((await check(interpreter, id)).json()).toMatchObject({ code: 'translation.ownWork' });
    expect(await read(japan, id)).toMatchObject({ translator: { post: null, named: true, me: false } });
  });

  it('sends work back with a reason, in three languages when there is none', async () => {
    const id = await delivered();
    const refusals = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) =>
        japan.post(`translations/${id}/return`, { etag: (await read(japan, id)).etag, body: {}, language }),
      ),
    );
    expect(refusals.map((answer) => answer.json<{ detail: string }>().detail)).toEqual([
      expect.stringMatching(/보완/),
      expect.stringMatching(/修正/),
      expect.stringMatching(/Say what/),
    ]);
    const returned = await stepped(japan, id, 'return', { reason: '用語集のとおりに' });
    expect(returned).toMatchObject({ state: 'in_work', outdated: false });
    expect(returned.history[0]).toMatchObject({
      event: 'returned',
      side: 'jp',
      reason: { text: '用語集のとおりに', lang: 'ja' },
    });
    expect((await step(japan, id, 'deliver')).statusCode).toBe(403);
  });

  it('lets each side name its own people only, and two of them', async () => {
    await shareOne();
    const posts = await answered<{ items: { id: string; side: string }[] }>(korea.get('posts'));
    const of = (side: string) => posts.items.filter((post) => post.side === side).map((post) => post.id);
    const [mine = '', second = ''] = of('kr');
    const [theirs = ''] = of('jp');
    expect((await ask(korea, { translatorPostId: theirs })).json()).toMatchObject({ code: 'translation.notOwnPost' });
    expect((await ask(korea, { translatorPostId: mine, checkerPostId: mine })).json()).toMatchObject({
      code: 'translation.samePost',
    });
    const { id } = await asked(korea, { translatorPostId: mine });
    expect((await step(japan, id, 'assign', { translatorPostId: theirs })).statusCode).toBe(403);
    expect(await stepped(japan, id, 'assign', { checkerPostId: theirs })).toMatchObject({ checker: { id: theirs } });
    const moved = await stepped(korea, id, 'assign', { translatorPostId: second, dueOn: '2027-02-19' });
    expect(moved).toMatchObject({ translator: { post: { id: second } }, checker: { id: theirs }, dueOn: '2027-02-19' });
    expect((await step(korea, id, 'assign', { dueOn: '2020-01-02' })).json()).toMatchObject({
      code: 'translation.duePassed',
    });
  });

  it('refuses what is not a request: one language, no words in it, no day, a version that moved', async () => {
    await shareOne();
    expect((await ask(korea, { toLang: 'ko' })).json()).toMatchObject({ code: 'translation.sameLanguage' });
    expect((await ask(korea, { fromLang: 'ja', toLang: 'en' })).json()).toMatchObject({
      code: 'translation.nothingToTranslate',
    });
    expect((await ask(korea, { subjectId: session.id })).json()).toMatchObject({
      code: 'translation.nothingToTranslate',
    });
    expect((await ask(korea, { subjectType: 'speech' })).statusCode).toBe(400);
    expect((await ask(interpreter)).statusCode).toBe(403);
    const { id } = await asked(korea);
    expect((await korea.post(`translations/${id}/start`)).statusCode).toBe(428);
    const { etag } = await read(korea, id);
    const answers = await Promise.all(
      [korea, official].map((client) => client.post(`translations/${id}/start`, { etag })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const observer = await test.as('observer');
    expect((await observer.get(`translations/${id}`)).statusCode).toBe(404);
  });

  it('loses no word when two write one text: the second is told, and finds both', async () => {
    await shareOne();
    const { id } = await asked(korea);
    await stepped(official, id, 'start');
    const [unit] = (await read(official, id)).texts;
    const put = (client: TestClient, text: string) =>
      client.put(`translations/${id}/texts/${unit?.id ?? ''}`, {
        etag: unit?.etag ?? '',
        body: { text, ofRevision: 1 },
      });
    const answers = await Promise.all([put(official, '一つ目の訳'), put(korea, '二つ目の訳')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const foreign = await asked(korea, { toLang: 'en' });
    await stepped(korea, foreign.id, 'start');
    const wrong = await korea.put(`translations/${foreign.id}/texts/${unit?.id ?? ''}`, {
      etag: unit?.etag ?? '',
      body: { text: 'A text of another request', ofRevision: 1 },
    });
    expect(wrong.json()).toMatchObject({ code: 'translation.unitNotFound' });
  });

  it('never lets an edit of the source and a save at the desk wait for each other', async () => {
    await shareOne();
    const { id } = await asked(korea);
    await stepped(official, id, 'start');
    for (const round of [1, 2, 3, 4, 5]) {
      const [first] = (await agenda(korea)).items;
      const [unit] = (await read(official, id)).texts;
      const answers = await Promise.all([
        korea.patch(`agenda-items/${first?.id ?? ''}`, {
          etag: first?.etag ?? '',
          body: { lang: 'ko', title: `${item.title} ${String(round)}` },
        }),
        official.put(`translations/${id}/texts/${unit?.id ?? ''}`, {
          etag: unit?.etag ?? '',
          body: { text: `移動通信の周波数政策${String(round)}`, ofRevision: unit?.source.revision ?? 0 },
        }),
      ]);
      expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    }
    const { texts, outdated } = await read(official, id);
    expect(texts[0]?.gap === null || outdated || texts[0]?.target === null).toBe(true);
  });

  it('checks only what was read: a text that moved in between is refused', async () => {
    const id = await delivered();
    const { hash } = await read(japan, id);
    const [first] = (await agenda(interpreter)).items;
    await answered(
      interpreter.put(`agenda-items/${first?.id ?? ''}/texts/title/ja`, {
        etag: first?.etag ?? '',
        body: { text: '移動通信の周波数の方針', status: 'draft', ofRevision: 1 },
      }),
    );
    expect((await step(japan, id, 'check', { hash })).json()).toMatchObject({ code: 'two-key.contentChanged' });
    expect((await read(japan, id)).state).toBe('delivered');
  });

  it('lists by address: pair, state, what is late, and whose it is', async () => {
    await shareOne();
    const japanese = await asked(korea);
    const english = await asked(korea, { toLang: 'en', dueOn: '2027-02-01' });
    const ids = async (client: TestClient, query: string) => (await list(client, query)).items.map((row) => row.id);
    expect(await ids(korea, '')).toEqual([english.id, japanese.id]);
    expect(await ids(korea, '&pair=ko-ja')).toEqual([japanese.id]);
    expect(await ids(korea, '&state=delivered')).toEqual([]);
    expect(await ids(korea, '&overdue=true')).toEqual([]);
    expect(await ids(korea, '&mine=true')).toEqual([english.id, japanese.id]);
    expect(await ids(japan, '&mine=true')).toEqual([]);
    const page = await list(korea, '&limit=1');
    expect(page).toMatchObject({ hasMore: true, items: [{ id: english.id }] });
    expect(await ids(korea, `&limit=1&cursor=${page.nextCursor ?? ''}`)).toEqual([japanese.id]);
    const yearNought = Buffer.from(`0000-01-01 ${japanese.id}`).toString('base64url');
    for (const cursor of ['x', yearNought])
      expect((await korea.get(`translations?cursor=${cursor}`)).statusCode).toBe(400);
    await test.admin(`update forum.translation_request set due_on = forum.today('Asia/Seoul') - 1 where id = $1`, [
      english.id,
    ]);
    expect(await ids(korea, '&overdue=true')).toEqual([english.id]);
    expect(await read(korea, english.id)).toMatchObject({ overdue: true, daysLeft: -1 });
  });

  it('is taken back by who asked, and words written stay with their text', async () => {
    await shareOne();
    const { id } = await asked(korea);
    await stepped(official, id, 'start');
    await answered(write(official, id, '移動通信の周波数政策'));
    expect((await step(japan, id, 'cancel')).statusCode).toBe(403);
    expect(await stepped(korea, id, 'cancel')).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect((await write(official, id, '別の訳')).json()).toMatchObject({ code: 'common.wrongState' });
    expect((await agenda(korea)).items[0]?.title.all?.ja.text).toBe('移動通信の周波数政策');
  });

  it('waits on the first page for who does it, then for who checks, and for nobody else', async () => {
    await shareOne();
    const { id } = await asked(korea, { toLang: 'en' });
    const waits = async (client: TestClient) =>
      (await answered<HomeView>(client.get('home'))).waitsForMe
        .filter((work) => work.href === `/translations/${id}`)
        .map((work) => work.kind);
    expect(await Promise.all([official, korea, interpreter, japan].map(waits))).toEqual([
      ['translation-do'],
      ['translation-do'],
      ['translation-do'],
      [],
    ]);
    await stepped(interpreter, id, 'start');
    expect(await Promise.all([official, korea, interpreter].map(waits))).toEqual([[], [], ['translation-do']]);
    await answered(write(interpreter, id, 'Mobile spectrum policies'));
    await stepped(interpreter, id, 'deliver');
    expect(await Promise.all([official, korea, interpreter, japan].map(waits))).toEqual([
      ['translation-check'],
      ['translation-check'],
      [],
      [],
    ]);
  });
});
