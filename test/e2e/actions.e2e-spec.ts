import { newId, type Language } from '#core/kernel';
import { demoActor } from '../support/actors.js';
import { createTestApp, type AskOptions, type TestApp, type TestClient } from '../support/app.js';
import { actionRows, postOf, saveSession } from '../support/factories/action-items.js';

interface Item {
  id: string;
  etag: string;
  number: string;
  state: string;
  due: string;
  originalDue: string | null;
  owner: { side: string };
  title: { text: string; lang: string };
  evidence: { kind: string; url: string | null }[];
  history: { event: string }[];
  allowedActions: { action: string; allowed: boolean; reason: string | null }[];
}

/** What each refusal says, in the order ko, ja, en: people read these, so they are written out. */
const TEXTS: Record<string, readonly [string, string, string]> = {
  bothOwners: [
    '하나의 과제를 양측이 함께 맡을 수 없습니다.',
    '一つのアクションアイテムを双方が共同で担当することはできません。',
    'One item cannot be owned by both sides.',
  ],
  splitNeedsTwoSides: ['과제를 나누려면', 'アクションアイテムを分けるには', 'To split an item'],
  ownerUnknown: ['담당 직위를 찾을 수 없거나', '担当職が見つからないか', 'The owner’s post does not exist'],
  commitmentUnknown: [
    '해당 합의사항을 찾을 수 없습니다.',
    '該当する合意事項が見つかりません。',
    'There is no such commitment.',
  ],
  dueNotWorkingDay: [
    '지정한 기한(2027-05-05)이 양측 공통 근무일이 아닙니다. 가장 가까운 양측 공통 근무일은 2027-04-30, 2027-05-06입니다.',
    '2027-05-05は双方の執務日ではありません。最も近い双方の執務日は2027-04-30と2027-05-06です。',
    '2027-05-05 is not a working day in both countries. The nearest common working days are 2027-04-30 and 2027-05-06.',
  ],
  dueBeforeSession: [
    '기한(2027-03-10)이 개최일(2027-03-11)보다 빠릅니다.',
    '期限(2027-03-10)が会合の日(2027-03-11)より前です。',
    'The due date (2027-03-10) lies before the session (2027-03-11).',
  ],
  dueNotLater: [
    '연장 기한(2027-05-06)은 현재 기한(2027-05-06)보다 늦어야 합니다.',
    '延長後の期限(2027-05-06)は、現在の期限(2027-05-06)より後でなければなりません。',
    'The extended due date (2027-05-06) must be later than the present one (2027-05-06).',
  ],
  sessionNotHeld: ['회의 중이거나 회의가 끝난 뒤에', '会合の開催中又は終了後に', 'while a session is held or after it'],
  sessionNotFound: ['해당 회의를 찾을 수 없습니다.', '該当する会合が見つかりません。', 'There is no such session.'],
  notFound: [
    '해당 후속조치 과제를 찾을 수 없습니다.',
    '該当するアクションアイテムが見つかりません。',
    'There is no such action item.',
  ],
  evidenceMissing: ['이행 증빙이 없어', '完了の根拠資料がないため', 'no evidence of completion'],
  evidenceLinkBad: ['http 또는 https로 시작하는', 'http又はhttpsで始まる', 'beginning with http or https'],
  reasonMissing: ['사유를 입력하여 주시기 바랍니다.', '理由を入力してください。', 'Give a reason.'],
  ownSideCannotConfirm: [
    '공동 과제의 완료는 상대 측이 확인합니다.',
    '双方共同のアクションアイテムの完了は、相手側が確認します。',
    'Completion of a joint item is confirmed by the other side.',
  ],
  ownSideCannotReturn: [
    '공동 과제의 보완 요청은 상대 측만',
    '双方共同のアクションアイテムを差し戻すことができるのは、相手側のみです。',
    'Only the other side can send a joint item back.',
  ],
};
const LANGUAGES: readonly Language[] = ['ko', 'ja', 'en'];

describe('action items over HTTP', () => {
  let test: TestApp;
  let sessionId: string;
  let posts: { kr: string; jp: string };
  let client: Record<
    'secretariatKr' | 'secretariatJp' | 'headKr' | 'officialKr' | 'officialJp' | 'delegateJp',
    TestClient
  >;

  beforeAll(async () => {
    test = await createTestApp();
    sessionId = (await saveSession(test)).id;
    posts = { kr: postOf(await demoActor(test, 'official.kr')), jp: postOf(await demoActor(test, 'official.jp')) };
    client = {
      secretariatKr: await test.as('secretariat.kr'),
      secretariatJp: await test.as('secretariat.jp'),
      headKr: await test.as('head.kr'),
      officialKr: await test.as('official.kr'),
      officialJp: await test.as('official.jp'),
      delegateJp: await test.as('delegate.jp'),
    };
  });
  afterAll(() => test.close());

  const makeBody = (over: object = {}) => ({
    title: '봄철 측정 결과 교환',
    lang: 'ko',
    ownerPostId: posts.jp,
    due: '2027-05-06',
    ...over,
  });
  const record = (over: object = {}, options: AskOptions = {}) =>
    client.secretariatKr.post(`sessions/${sessionId}/action-items`, { ...options, body: makeBody(over) });
  const recorded = async (over: object = {}): Promise<Item> => (await record(over)).json<Item>();
  const step = (who: TestClient, item: Pick<Item, 'id' | 'etag'>, name: string, body?: object) =>
    who.post(`action-items/${item.id}/${name}`, { etag: item.etag, ...(body === undefined ? {} : { body }) });
  const reported = async (): Promise<Item> =>
    (
      await step(client.officialJp, await recorded(), 'report-done', { evidence: { kind: 'note', text: '送付済み' } })
    ).json<Item>();

  /** Asks once in each language; the code, the status and the words must be right and no row may change. */
  const expectRefusal = async (
    ask: (language: Language) => Promise<{ statusCode: number; json: () => unknown }>,
    status: number,
    name: string,
  ) => {
    const before = await actionRows(test);
    for (const [index, language] of LANGUAGES.entries()) {
      const answer = await ask(language);
      expect([answer.statusCode, answer.json()]).toMatchObject([
        status,
        { code: `actions.${name}`, detail: expect.stringContaining(TEXTS[name]?.[index] ?? '') as string },
      ]);
    }
    expect(await actionRows(test)).toEqual(before);
  };

  it('are recorded by one side for a post of the other, once per key', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await record({ texts: { ja: '春季の測定結果の交換' } }, { headers });
    expect(first.statusCode).toBe(201);
    const item = first.json<Item>();
    expect(first.headers['etag']).toBe('"1"');
    expect(item).toMatchObject({
      etag: '"1"',
      state: 'open',
      due: '2027-05-06',
      originalDue: null,
      owner: { side: 'jp' },
      illustrative: false,
      joint: true,
    });
    expect((await record({ texts: { ja: '春季の測定結果の交換' } }, { headers })).json()).toEqual(item);
    expect((await record({}, { headers })).json()).toMatchObject({ code: 'common.idempotencyMismatch' });
    const seen = (await client.officialJp.get(`action-items/${item.id}`)).json<Item>();
    expect(seen).toMatchObject({
      title: { text: '春季の測定結果の交換', lang: 'ja' },
      session: { id: sessionId, title: { text: expect.stringContaining('試験局長級会合') as string } },
    });
    expect(seen.allowedActions).toEqual([
      { action: 'start', allowed: true, reason: null },
      { action: 'report-done', allowed: true, reason: null },
      { action: 'extend', allowed: false, reason: 'common.forbidden' },
      { action: 'block', allowed: true, reason: null },
      ...['reassign', 'edit', 'cancel', 'supersede'].map((action) => ({
        action,
        allowed: false,
        reason: 'common.forbidden',
      })),
      { action: 'comment', allowed: true, reason: null },
    ]);
  });

  it('show their reminders to the owner’s side only', async () => {
    const item = await recorded({ due: '2027-06-01' });
    const reminders = async (who: TestClient) =>
      (await who.get(`action-items/${item.id}`)).json<{ reminders: { offsetDays: number }[] }>().reminders;
    expect((await reminders(client.officialJp)).map(({ offsetDays }) => offsetDays)).toEqual(
      expect.arrayContaining([-14, -7, -1, 0, 1, 7]),
    );
    // The other side's secretariat sees its own alone: a week late it learns that the item is overdue.
    expect((await reminders(client.secretariatKr)).map(({ offsetDays }) => offsetDays)).toEqual([7]);
    expect(await reminders(client.officialKr)).toHaveLength(1);
  });

  it('are answered as the half of the reader’s side when split', async () => {
    const item = await recorded({ ownerPostId: undefined, ownerPostIds: [posts.jp, posts.kr] });
    expect(item).toMatchObject({ owner: { side: 'kr' }, splitWith: [{ number: item.number.replace(/KR$/, 'JP') }] });
  });

  it.each<[string, number, object]>([
    ['bothOwners', 422, { ownerPostId: 'both' }],
    ['splitNeedsTwoSides', 422, { ownerPostIds: ['jp', 'jp'] }],
    ['ownerUnknown', 422, { ownerPostId: newId() }],
    ['ownerUnknown', 422, { ownerPostId: undefined }],
    ['commitmentUnknown', 422, { commitmentId: newId() }],
    ['dueNotWorkingDay', 422, { due: '2027-05-05' }],
    ['dueBeforeSession', 422, { due: '2027-03-10' }],
  ])('are refused with %s (%i) for %p, in three languages', async (name, status, over) => {
    const body = 'ownerPostIds' in over ? { ownerPostId: undefined, ownerPostIds: [posts.jp, posts.jp] } : over;
    await expectRefusal((language) => record(body, { language }), status, name);
  });

  it('are refused before the session, for no session, and for who may not record', async () => {
    const early = await saveSession(test, { state: 'ready' });
    const ask = (id: string) => (language: Language) =>
      client.secretariatKr.post(`sessions/${id}/action-items`, { language, body: makeBody() });
    await expectRefusal(ask(early.id), 422, 'sessionNotHeld');
    await expectRefusal(ask(newId()), 404, 'sessionNotFound');
    for (const who of [client.officialKr, client.delegateJp]) {
      expect((await who.post(`sessions/${sessionId}/action-items`, { body: makeBody() })).json()).toMatchObject({
        status: 403,
        code: 'common.forbidden',
      });
    }
  });

  it('name every fault of the shape with its path', async () => {
    const answer = await record({
      title: ' ',
      lang: 'zh',
      due: '2027-02-30',
      ownerPostId: 'x',
      texts: { ja: 5, fr: 'x' },
      state: 'done_confirmed',
    });
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json<{ fields: { path: string; code: string }[] }>()
        .fields.map(({ path, code }) => `${path} ${code}`)
        .sort(),
    ).toEqual([
      'due common.notADate',
      'lang common.notALanguage',
      'ownerPostId common.notAnId',
      'state common.unknownField',
      'texts.fr common.unknownField',
      'texts.ja common.malformed',
      'title common.required',
    ]);
  });

  it('go to confirmed in the hands of both sides', async () => {
    const item = await recorded();
    const started = (await step(client.officialJp, item, 'start')).json<Item>();
    const claimed = (
      await step(client.officialJp, started, 'report-done', {
        evidence: { kind: 'link', url: 'https://www.soumu.go.jp/a', text: '結果' },
      })
    ).json<Item>();
    expect(claimed).toMatchObject({
      state: 'done_claimed',
      etag: '"3"',
      evidence: [{ kind: 'link', url: 'https://www.soumu.go.jp/a' }],
    });
    expect(claimed.allowedActions).toContainEqual({
      action: 'confirm',
      allowed: false,
      reason: 'actions.ownSideCannotConfirm',
    });
    const back = (await step(client.headKr, claimed, 'return', { reason: '4월분이 빠졌습니다.' })).json<Item>();
    expect(back).toMatchObject({ state: 'in_progress', etag: '"4"' });
    const again = (
      await step(client.secretariatJp, back, 'report-done', { evidence: { kind: 'note', text: '4月分を追加' } })
    ).json<Item>();
    const answer = await step(client.secretariatKr, again, 'confirm');
    expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"6"']);
    expect(answer.json<Item>()).toMatchObject({ state: 'done_confirmed', allowedActions: [{ action: 'comment' }] });
    expect(answer.json<Item>().history.map(({ event }) => event)).toEqual([
      'recorded',
      'started',
      'doneClaimed',
      'returned',
      'doneClaimed',
      'doneConfirmed',
    ]);
  });

  it('stay reported complete when the own side confirms or returns (domain.md 8, case 8)', async () => {
    const item = await reported();
    const ask = (name: string, body?: object) => (language: Language) =>
      client.secretariatJp.post(`action-items/${item.id}/${name}`, {
        etag: item.etag,
        language,
        ...(body ? { body } : {}),
      });
    await expectRefusal(ask('confirm'), 422, 'ownSideCannotConfirm');
    await expectRefusal(ask('return', { reason: 'x' }), 422, 'ownSideCannotReturn');
    expect((await client.secretariatKr.get(`action-items/${item.id}`)).json<Item>().state).toBe('done_claimed');
    expect((await step(client.officialKr, item, 'confirm')).json()).toMatchObject({
      status: 403,
      code: 'common.forbidden',
    });
  });

  it.each<[string, object]>([
    ['evidenceMissing', {}],
    ['evidenceMissing', { evidence: { kind: 'link', url: '' } }],
    ['evidenceMissing', { evidence: { kind: 'note', text: ' ' } }],
    ['evidenceLinkBad', { evidence: { kind: 'link', url: 'javascript:alert(1)' } }],
  ])('are not reported done with %s: %p', async (name, body) => {
    const item = await recorded();
    await expectRefusal(
      (language) => client.officialJp.post(`action-items/${item.id}/report-done`, { etag: item.etag, language, body }),
      422,
      name,
    );
  });

  it('are sent back and extended only with a reason, and only to a later common working day', async () => {
    const claimed = await reported();
    await expectRefusal(
      (language) => client.headKr.post(`action-items/${claimed.id}/return`, { etag: claimed.etag, language, body: {} }),
      422,
      'reasonMissing',
    );
    const item = await recorded();
    const extend = (body: object) => (language: Language) =>
      client.secretariatJp.post(`action-items/${item.id}/extend`, { etag: item.etag, language, body });
    await expectRefusal(extend({ due: '2027-06-01' }), 422, 'reasonMissing');
    await expectRefusal(extend({ due: '2027-05-06', reason: '測定の延期' }), 422, 'dueNotLater');
    expect((await extend({ due: '2027-06-06', reason: '測定の延期' })('en')).json()).toMatchObject({
      code: 'actions.dueNotWorkingDay',
      params: { due: '2027-06-06', before: '2027-06-04', after: '2027-06-07' },
      fields: [{ path: 'due' }],
    });
    expect((await step(client.secretariatKr, item, 'extend', { due: '2027-06-01', reason: 'x' })).json()).toMatchObject(
      { status: 403 },
    );
    expect((await extend({ due: '2027-06-01', reason: '測定の延期' })('ja')).json()).toMatchObject({
      due: '2027-06-01',
      originalDue: '2027-05-06',
      state: 'open',
    });
  });

  it('want the version that was read, and refuse a step from the wrong state', async () => {
    const item = await recorded();
    const path = `action-items/${item.id}/start`;
    expect((await client.officialJp.post(path)).json()).toMatchObject({
      status: 428,
      code: 'common.preconditionNeeded',
    });
    expect((await client.officialJp.post(path, { etag: '"9"' })).json()).toMatchObject({
      status: 412,
      code: 'common.staleVersion',
    });
    expect((await step(client.headKr, item, 'confirm')).json()).toMatchObject({
      status: 409,
      code: 'common.wrongState',
    });
    expect((await client.officialKr.post(path, { etag: item.etag })).json()).toMatchObject({ status: 403 });
    expect((await client.secretariatKr.get(`action-items/${item.id}`)).json<Item>()).toMatchObject({
      state: 'open',
      etag: '"1"',
    });
  });

  it('answer alike whether they are missing or not the reader’s to know of', async () => {
    const item = await recorded();
    await expectRefusal((language) => client.headKr.get(`action-items/${newId()}`, { language }), 404, 'notFound');
    for (const name of ['company.kr', 'observer', 'admin']) {
      const stranger = await test.as(name);
      const [hidden, missing] = await Promise.all(
        [item.id, newId()].map((id) => stranger.get(`action-items/${id}`, { language: 'en' })),
      );
      const plain = (answer: typeof hidden) => ({ ...(answer?.json<object>() ?? {}), requestId: '' });
      expect(hidden?.statusCode).toBe(404);
      expect(plain(hidden)).toEqual(plain(missing));
      expect((await stranger.get('action-items')).json()).toEqual({ items: [], hasMore: false, nextCursor: null });
      expect((await stranger.post(`action-items/${item.id}/start`, { etag: item.etag })).statusCode).toBe(404);
    }
    expect((await test.anonymous.get('action-items')).statusCode).toBe(401);
  });

  it('are listed page by page and by filter', async () => {
    await recorded({ due: '2027-03-12', ownerPostId: posts.kr });
    const list = async (query: string, who = client.secretariatKr) =>
      (await who.get(`action-items?${query}`)).json<{ items: Item[]; hasMore: boolean; nextCursor: string | null }>();
    const all = await list(`session=${sessionId}&limit=200`);
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `session=${sessionId}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.hasMore).toBe(page.nextCursor !== null);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(all.items.map(({ id }) => id));
    expect((await list('scope=mine', client.officialKr)).items.every(({ owner }) => owner.side === 'kr')).toBe(true);
    expect(
      (await list('scope=other&state=done_claimed,done_confirmed')).items.map(({ state }) => state).sort(),
    ).toEqual(expect.arrayContaining(['done_claimed', 'done_confirmed']));
    for (const [query, fault] of [
      ['limit=0', 'limit common.outOfRange'],
      ['limit=x', 'limit common.notAnInteger'],
      ['scope=theirs', 'scope common.notInList'],
      ['state=open,gone', 'state common.notInList'],
      ['cursor=%00%FF', 'cursor'],
      [`cursor=${Buffer.from(`0000-01-01 ${newId()}`).toString('base64url')}`, 'cursor'],
      ['overdue=1', 'overdue common.notInList'],
      ['session=1', 'session common.notAnId'],
    ] as const) {
      const answer = await client.secretariatKr.get(`action-items?${query}`);
      expect([
        answer.statusCode,
        answer
          .json<{ fields: { path: string; code: string }[] }>()
          .fields.map(({ path, code }) => `${path} ${code}`)[0],
      ]).toEqual([400, expect.stringContaining(fault)]);
    }
  });
});
