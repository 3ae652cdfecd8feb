import { newId, type Language } from '#core/kernel';
import { confirmBySilence } from '#forum/actions';
import { demoActor } from '../support/actors.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { actionRows, postOf, saveSession } from '../support/factories/action-items.js';

interface Item {
  id: string;
  etag: string;
  number: string;
  state: string;
  due: string;
  internal: boolean;
  expectedOn: string | null;
  answerUntil: string | null;
  priority: string;
  owner: { id: string; side: string };
  deputy: { id: string } | null;
  supportingBodies: { id: string }[];
  origin: { kind: string; title: { text: string } | null; path: string | null };
  supersededBy: { number: string } | null;
  comments: { kind: string; text: { text: string } }[];
  splitWith: { number: string }[];
  history: { event: string; params: Record<string, string>; toPost: { text: string } | null }[];
  reminders: { rule: string; offsetDays: number; state: string }[];
  allowedActions: { action: string; allowed: boolean; reason: string | null }[];
}
interface Proposal {
  id: string;
  hash: string;
  kind: string;
}

const LANGUAGES: readonly Language[] = ['ko', 'ja', 'en'];

describe('what happens to an action item on its way', () => {
  let test: TestApp;
  let sessionId: string;
  let channelId: string;
  let posts: Record<'kr' | 'jp' | 'secretariatJp', string>;
  let who: Record<
    'secretariatKr' | 'secretariatJp' | 'headKr' | 'headJp' | 'officialKr' | 'officialJp' | 'delegateJp',
    TestClient
  >;

  beforeAll(async () => {
    test = await createTestApp();
    ({ id: sessionId, channelId } = await saveSession(test));
    await test.setClock('2027-04-01T10:00:00+09:00');
    posts = {
      kr: postOf(await demoActor(test, 'official.kr')),
      jp: postOf(await demoActor(test, 'official.jp')),
      secretariatJp: postOf(await demoActor(test, 'secretariat.jp')),
    };
    await signIn();
  });
  afterAll(() => test.close());

  const signIn = async () => {
    const as = (name: string) => test.as(name, { again: true });
    who = {
      secretariatKr: await as('secretariat.kr'),
      secretariatJp: await as('secretariat.jp'),
      headKr: await as('head.kr'),
      headJp: await as('head.jp'),
      officialKr: await as('official.kr'),
      officialJp: await as('official.jp'),
      delegateJp: await as('delegate.jp'),
    };
  };
  const record = async (over: object = {}): Promise<Item> => {
    const body = { title: '봄철 측정 결과 교환', lang: 'ko', ownerPostId: posts.jp, due: '2027-05-06', ...over };
    const answer = await who.secretariatKr.post(`sessions/${sessionId}/action-items`, { body });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
    return answer.json<Item>();
  };
  const read = async (id: string, client = who.secretariatKr): Promise<Item> =>
    (await client.get(`action-items/${id}`)).json<Item>();
  const step = (client: TestClient, item: Pick<Item, 'id' | 'etag'>, name: string, body?: object) =>
    client.post(`action-items/${item.id}/${name}`, { etag: item.etag, ...(body ? { body } : {}) });
  const done = async (client: TestClient, item: Pick<Item, 'id' | 'etag'>, name: string, body?: object) => {
    const answer = await step(client, item, name, body);
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
    return answer.json<Item>();
  };
  const proposalAbout = async (subjectId: string, client = who.secretariatJp): Promise<Proposal> =>
    (await client.get(`proposals?subjectId=${subjectId}&state=open`)).json<{ items: Proposal[] }>().items[0] ?? {
      id: '',
      hash: '',
      kind: '',
    };
  const accept = (client: TestClient, { id, hash }: Proposal) =>
    client.post(`proposals/${id}/accept`, { body: { hash } });

  /** The code, the status and words of its own in each language; nothing is stored. */
  const expectRefusal = async (
    ask: (language: Language) => Promise<{ statusCode: number; json: () => unknown }>,
    status: number,
    code: string,
  ) => {
    const before = await actionRows(test);
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      const answer = await ask(language);
      const body = answer.json() as { code: string; detail: string };
      expect([answer.statusCode, body.code]).toEqual([status, code]);
      said.add(body.detail);
    }
    expect(said.size).toBe(3);
    expect(await actionRows(test)).toEqual(before);
  };

  it('blocks with a reason of its own side and a day both see, and goes on', async () => {
    const item = await record();
    const ask = (body: object) => (language: Language) =>
      who.officialJp.post(`action-items/${item.id}/block`, { etag: item.etag, language, body });
    await expectRefusal(ask({ expectedOn: '2027-06-01' }), 422, 'actions.reasonMissing');
    await expectRefusal(ask({ reason: '予算', expectedOn: '2027-03-31' }), 422, 'actions.expectedInPast');
    expect((await step(who.secretariatKr, item, 'block', { reason: 'x', expectedOn: '2027-06-01' })).statusCode).toBe(
      403,
    );

    const blocked = await done(who.officialJp, item, 'block', { reason: '予算の承認待ち', expectedOn: '2027-06-01' });
    expect(blocked).toMatchObject({
      state: 'blocked',
      expectedOn: '2027-06-01',
      comments: [{ kind: 'block_reason', text: { text: '予算の承認待ち' } }],
    });
    expect(blocked.reminders.filter(({ state }) => state === 'planned')).toEqual([]);
    const seen = await who.secretariatKr.get(`action-items/${item.id}`);
    expect(seen.json<Item>()).toMatchObject({ state: 'blocked', expectedOn: '2027-06-01', comments: [] });
    expect(seen.body).not.toContain('予算');

    const extended = await done(who.secretariatJp, blocked, 'extend', { due: '2027-07-01', reason: '予算' });
    expect(extended).toMatchObject({ state: 'blocked', due: '2027-07-01', originalDue: '2027-05-06' });
    const going = await done(who.officialJp, extended, 'unblock');
    expect(going).toMatchObject({ state: 'in_progress', expectedOn: null });
    expect(going.reminders.some(({ state, rule }) => state === 'planned' && rule === 'action-item')).toBe(true);
  });

  it('changes hands within its side, and its deputy acts for the owner', async () => {
    const item = await record();
    const ask = (ownerPostId: string) => (language: Language) =>
      who.secretariatJp.post(`action-items/${item.id}/reassign`, { etag: item.etag, language, body: { ownerPostId } });
    await expectRefusal(ask(posts.kr), 422, 'actions.newOwnerUnfit');
    await expectRefusal(ask(posts.jp), 422, 'actions.newOwnerUnfit');
    const edit = (body: object) => (language: Language) =>
      who.secretariatJp.patch(`action-items/${item.id}`, { etag: item.etag, language, body });
    await expectRefusal(edit({ deputyPostId: posts.kr }), 422, 'actions.deputyUnfit');
    await expectRefusal(edit({ supportingBodyIds: [newId()] }), 422, 'actions.bodyUnknown');
    await expectRefusal(edit({ priority: 'normal' }), 422, 'actions.nothingChanges');

    const given = await done(who.secretariatJp, item, 'reassign', { ownerPostId: posts.secretariatJp });
    expect(given.owner.id).toBe(posts.secretariatJp);
    expect(given.history.at(-1)).toMatchObject({ event: 'reassigned', toPost: { text: expect.any(String) as string } });
    expect((await step(who.officialJp, given, 'start')).statusCode).toBe(403);
    const [body] = await test.admin<{ id: string }>(`select id from forum.body where code = 'JP-MIC'`);
    const edited = (
      await who.secretariatJp.patch(`action-items/${item.id}`, {
        etag: given.etag,
        body: { deputyPostId: posts.jp, supportingBodyIds: [body?.id], priority: 'high' },
      })
    ).json<Item>();
    expect(edited).toMatchObject({ deputy: { id: posts.jp }, supportingBodies: [{ id: body?.id }], priority: 'high' });
    const listed = await who.officialJp.get('action-items?scope=deputy&priority=high');
    expect(listed.json<{ items: Item[] }>().items.map(({ id }) => id)).toEqual([item.id]);
    expect(await done(who.officialJp, edited, 'start')).toMatchObject({ state: 'in_progress' });
  });

  it('is called off by two keys when it is joint, by its own side when it is not', async () => {
    const item = await record();
    const cancel = (language: Language) =>
      who.secretariatKr.post(`action-items/${item.id}/cancel`, { etag: item.etag, language, body: {} });
    await expectRefusal(cancel, 422, 'actions.reasonMissing');
    expect(await done(who.secretariatKr, item, 'cancel', { reason: '사업이 종료되었습니다.' })).toMatchObject({
      state: 'open',
      etag: item.etag,
    });
    const proposal = await proposalAbout(item.id);
    expect(proposal).toMatchObject({ kind: 'action-item.cancel', subjectPath: `/actions/${item.id}` });
    expect((await accept(who.headKr, proposal)).statusCode).toBe(403);
    expect((await accept(who.headJp, proposal)).statusCode).toBe(200);
    const ended = await read(item.id);
    expect(ended).toMatchObject({ state: 'cancelled' });
    expect(ended.history.at(-1)).toMatchObject({ event: 'cancelled', params: { reason: '사업이 종료되었습니다.' } });

    const old = await record();
    const next = await record({ title: '가을 측정' });
    const ask = (byId: string) => (language: Language) =>
      who.headJp.post(`action-items/${old.id}/supersede`, { etag: old.etag, language, body: { byId, reason: '統合' } });
    await expectRefusal(ask(old.id), 422, 'actions.successorUnfit');
    await expectRefusal(ask(item.id), 422, 'actions.successorUnfit');
    await done(who.headJp, old, 'supersede', { byId: next.id, reason: '統合' });
    const second = await proposalAbout(old.id, who.headKr);
    expect((await accept(who.headKr, second)).statusCode).toBe(200);
    expect(await read(old.id)).toMatchObject({ state: 'superseded', supersededBy: { number: next.number } });
  });

  it('stays within its side when it is internal, and leaves no gap in the shared numbers', async () => {
    const before = await record();
    const ask = (ownerPostId: string) => (language: Language) =>
      who.secretariatKr.post('action-items', {
        language,
        body: { title: '내부 검토', lang: 'ko', ownerPostId, due: '2027-05-06', channelId, internal: true },
      });
    await expectRefusal(ask(posts.jp), 422, 'actions.internalOwner');
    const own = (await ask(posts.kr)('ko')).json<Item>();
    expect(own).toMatchObject({ internal: true, origin: { kind: 'other', title: null, path: null } });
    const byRadio = await record();
    const sequence = ({ number }: Item) => Number(/A(\d+)/.exec(number)?.[1]);
    expect(sequence(byRadio)).toBe(sequence(before) + 1);
    const [hidden, missing] = await Promise.all(
      [own.id, newId()].map(async (id) => {
        const answer = await who.headJp.get(`action-items/${id}`);
        return [answer.statusCode, answer.json<{ code: string }>().code];
      }),
    );
    expect(hidden).toEqual(missing);
    expect((await who.secretariatJp.get('action-items?limit=200')).body).not.toContain(own.id);
    expect((await step(who.secretariatJp, own, 'cancel', { reason: 'x' })).statusCode).toBe(404);
    expect(await done(who.secretariatKr, own, 'cancel', { reason: '불필요' })).toMatchObject({ state: 'cancelled' });
    // A joint item cannot be replaced by one that the other side may not know.
    const again = (await ask(posts.kr)('ko')).json<Item>();
    const body = { byId: again.id, reason: 'x' };
    expect((await step(who.secretariatKr, before, 'supersede', body)).json()).toMatchObject({
      code: 'actions.successorUnfit',
    });
  });

  it('carries comments that only their side reads, without changing', async () => {
    const item = await record();
    const comment = (client: TestClient, text: string) =>
      client.post(`action-items/${item.id}/comments`, { body: { text } });
    await expectRefusal(
      (language) => who.headKr.post(`action-items/${item.id}/comments`, { language, body: { text: ' ' } }),
      422,
      'actions.commentMissing',
    );
    expect((await comment(who.headKr, '상대 측 답변을 기다립니다.')).statusCode).toBe(201);
    expect((await comment(who.delegateJp, '内部で確認中')).statusCode).toBe(201);
    const [kr, jp] = await Promise.all([read(item.id), read(item.id, who.headJp)]);
    expect([kr.comments, jp.comments].map((list) => list.map(({ text }) => text.text))).toEqual([
      ['상대 측 답변을 기다립니다.'],
      ['内部で確認中'],
    ]);
    expect([kr.etag, jp.etag]).toEqual([item.etag, item.etag]);
    expect([kr.history.length, jp.history.length]).toEqual([1, 1]);
  });

  it('is confirmed by silence after the agreed number of common working days, once, with a notice before', async () => {
    const rules = `channels/${channelId}/action-rules`;
    expect((await who.officialKr.get(rules)).json()).toEqual({
      silenceDays: null,
      allowedActions: [{ action: 'propose-action-rules', allowed: false, reason: 'common.forbidden' }],
    });
    await expectRefusal(
      (language) => who.headKr.post(rules, { language, body: { silenceDays: null } }),
      422,
      'actions.ruleUnchanged',
    );
    expect((await who.headKr.post(rules, { body: { silenceDays: 0 } })).statusCode).toBe(400);
    expect((await who.officialKr.post(rules, { body: { silenceDays: 5 } })).statusCode).toBe(403);
    const before = await record();
    await done(who.officialJp, before, 'report-done', { evidence: { kind: 'note', text: '送付済み' } });
    await test.admin(`update forum.action_item set claimed_at = '2027-03-15T10:00:00+09:00' where id = $1`, [
      before.id,
    ]);
    expect((await who.headKr.post(rules, { body: { silenceDays: 5 } })).statusCode).toBe(201);
    expect((await accept(who.headJp, await proposalAbout(channelId, who.headJp))).statusCode).toBe(200);
    expect((await who.headJp.get(rules)).json()).toMatchObject({ silenceDays: 5 });

    // 1 April 2027 is a Thursday: five days on which both work end on the 8th. What was reported weeks before
    // waits by the new rule too, counted from the day it was agreed.
    expect(await read(before.id)).toMatchObject({ state: 'done_claimed', answerUntil: '2027-04-08' });
    expect(await confirmBySilence(test.database)).toBe(0);
    const item = await record();
    const claimed = await done(who.officialJp, item, 'report-done', { evidence: { kind: 'note', text: '送付済み' } });
    expect(claimed.answerUntil).toBe('2027-04-08');
    const notices = (await read(item.id)).reminders.filter(({ rule }) => rule === 'action-silence');
    expect(notices.map(({ offsetDays, state }) => `${String(offsetDays)} ${state}`)).toEqual([
      '-1 planned',
      '0 planned',
    ]);

    // A holiday moves the day.
    const names = { ko: '임시공휴일', ja: '臨時の休日', en: 'One-off holiday' };
    const holiday = { date: '2027-04-06', kind: 'temporary', status: 'gazetted', names, citation: '官報' };
    expect((await who.secretariatJp.post('holidays', { body: holiday })).statusCode).toBe(201);
    expect(await read(item.id)).toMatchObject({ answerUntil: '2027-04-09', etag: claimed.etag });
    const until = (await read(item.id)).answerUntil ?? '';
    const back = await record();
    const sent = await done(who.officialJp, back, 'report-done', { evidence: { kind: 'note', text: '済' } });
    expect(await done(who.headKr, sent, 'return', { reason: '보완' })).toMatchObject({ answerUntil: null });
    // Who was asked and proposes to end the item is not silent.
    const disputed = await record();
    const told = await done(who.officialJp, disputed, 'report-done', { evidence: { kind: 'note', text: '済' } });
    expect(told.answerUntil).toBe('2027-04-09');
    expect(await done(who.headKr, told, 'cancel', { reason: '이미 불필요' })).toMatchObject({ answerUntil: null });

    await test.setClock(`${until}T23:50:00+09:00`);
    expect(await confirmBySilence(test.database)).toBe(0);
    await test.admin(`update forum.channel set state = 'suspended' where id = $1`, [channelId]);
    await test.setClock('2027-04-10T00:10:00+09:00');
    expect(await confirmBySilence(test.database)).toBe(0);
    // When the channel resumes, what waited is counted anew.
    await signIn();
    const { etag } = (await who.headKr.get(`channels/${channelId}`)).json<{ etag: string }>();
    const asked = await who.headKr.post(`channels/${channelId}/proposals/resumption`, {
      etag,
      body: { lang: 'ko', why: '재개' },
    });
    expect([asked.statusCode, asked.body]).toEqual([200, expect.any(String)]);
    expect((await accept(who.headJp, await proposalAbout(channelId, who.headJp))).statusCode).toBe(200);
    expect(await read(item.id)).toMatchObject({ state: 'done_claimed', answerUntil: '2027-04-16' });
    expect(await confirmBySilence(test.database)).toBe(0);
    await test.setClock('2027-04-17T00:10:00+09:00');
    const counts = [
      ...(await Promise.all([confirmBySilence(test.database), confirmBySilence(test.database)])),
      await confirmBySilence(test.database),
      await confirmBySilence(test.database),
    ];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    await signIn();
    const confirmed = await read(item.id, who.secretariatJp);
    expect(confirmed).toMatchObject({ state: 'done_confirmed', answerUntil: null });
    expect(confirmed.history.filter(({ event }) => event === 'confirmedBySilence')).toEqual([
      expect.objectContaining({ side: null, params: { until: '2027-04-16' } }),
    ]);
    expect((await read(back.id)).state).toBe('in_progress');
    expect((await read(disputed.id)).state).toBe('done_claimed');
    const left = (await read(item.id)).reminders.filter(
      ({ rule, state }) => rule === 'action-silence' && state === 'planned',
    );
    expect(left).toEqual([]);
    await test.setClock('2027-04-01T10:00:00+09:00');
    await signIn();
  });

  it('is handed over to who fills the post next, acknowledged once', async () => {
    const item = await record({ ownerPostId: posts.kr });
    expect((await who.officialKr.get('action-handovers')).json()).toEqual({ items: [] });
    await test.admin(`update forum.post_holder set held_from = '2027-04-01' where post_id = $1`, [posts.kr]);
    await test.admin(
      `insert into forum.post_holder (id, post_id, side, user_id, held_from, held_to)
       select $1, $2, 'kr', u.id, '2025-01-01', '2027-03-31' from forum.user_account u where u.email = 'delegate.kr@forum.example'`,
      [newId(), posts.kr],
    );
    const shown = (await who.officialKr.get('action-handovers')).json<{
      items: { post: { id: string }; since: string; items: Item[] }[];
    }>();
    expect(shown.items).toMatchObject([{ post: { id: posts.kr }, since: '2027-04-01' }]);
    expect(shown.items[0]?.items.map(({ id }) => id)).toContain(item.id);
    expect((await who.headKr.get('action-handovers')).json()).toEqual({ items: [] });
    const acknowledge = (language: Language) =>
      who.officialKr.post(`action-handovers/${posts.kr}/acknowledge`, { language });
    expect((await acknowledge('ko')).json()).toEqual({ count: shown.items[0]?.items.length });
    await expectRefusal(acknowledge, 422, 'actions.nothingToTakeOver');
    expect((await who.officialKr.get('action-handovers')).json()).toEqual({ items: [] });
    const kept = await test.admin(`select audience, item_ids @> array[$1::uuid] as has from forum.action_handover`, [
      item.id,
    ]);
    expect(kept).toEqual([{ audience: 'kr', has: true }]);
  });

  it('goes through many at once: what can be done is done, the rest says why, and again changes nothing', async () => {
    const [a, b, other] = [await record(), await record(), await record({ ownerPostId: posts.kr })];
    const items = [a, b, other].map(({ id, etag }) => ({ id, etag }));
    const headers = { 'idempotency-key': newId() };
    const ask = (body: object, language: Language = 'ja') =>
      who.secretariatJp.post('action-items/bulk', { headers, language, body });
    const body = { act: 'start', items: [...items, { id: newId(), etag: '"1"' }, { id: a.id, etag: a.etag }] };
    const answer = await ask(body);
    expect(answer.json()).toMatchObject({
      done: 2,
      refused: 2,
      items: [
        { id: a.id, done: true, code: null },
        { id: b.id, done: true },
        { id: other.id, done: false, code: 'common.forbidden', detail: expect.any(String) as string },
        { done: false, code: 'actions.notFound' },
      ],
    });
    expect((await ask(body)).json()).toEqual(answer.json());
    const again = await who.secretariatJp.post('action-items/bulk', { body });
    expect(
      again
        .json<{ items: { code: string }[] }>()
        .items.slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['common.staleVersion', 'common.staleVersion']);
    const moved = [
      { act: 'extend', due: '2027-06-06', reason: '延期' },
      { act: 'extend', due: '2027-06-01', reason: '延期' },
      { act: 'reassign', ownerPostId: posts.secretariatJp },
      { act: 'block', expectedOn: '2027-06-01', reason: '予算' },
      { act: 'unblock' },
      { act: 'report-done', evidence: { kind: 'link', url: 'javascript:alert(1)' } },
      { act: 'report-done', evidence: { kind: 'note', text: '済' } },
    ];
    const codes: (string | null)[] = [];
    for (const act of moved) {
      const { id, etag } = await read(a.id);
      const [result] = (
        await who.secretariatJp.post('action-items/bulk', { body: { ...act, items: [{ id, etag }] } })
      ).json<{
        items: { code: string | null }[];
      }>().items;
      codes.push(result?.code ?? null);
    }
    expect(codes).toEqual(['actions.dueNotWorkingDay', null, null, null, null, 'actions.evidenceLinkBad', null]);
    const claimed = await read(a.id);
    expect(claimed.state).toBe('done_claimed');
    const confirm = { act: 'confirm', items: [{ id: a.id, etag: claimed.etag }] };
    expect((await who.secretariatJp.post('action-items/bulk', { body: confirm })).json()).toMatchObject({
      items: [{ code: 'actions.ownSideCannotConfirm' }],
    });
    expect((await who.secretariatKr.post('action-items/bulk', { body: confirm })).json()).toMatchObject({ done: 1 });
    for (const bad of [
      { act: 'cancel', items },
      { act: 'start', items: [] },
      { act: 'extend', items },
    ])
      expect((await who.secretariatJp.post('action-items/bulk', { body: bad })).statusCode).toBe(400);
  });

  it('is recorded from one line, in any of the three languages, or refused with what the line lacks', async () => {
    const line = (text: string, language: Language = 'ko') =>
      who.secretariatKr.post(`sessions/${sessionId}/actions/line`, { language, body: { text, lang: language } });
    const recorded = await line('@JP-MONITORING !due 2027-05-06 !high 봄철 측정 결과 교환');
    expect([recorded.statusCode, recorded.json()]).toMatchObject([
      201,
      {
        title: { text: '봄철 측정 결과 교환' },
        owner: { id: posts.jp },
        due: '2027-05-06',
        priority: 'high',
        state: 'open',
      },
    ]);
    const split = await line(
      '＠ＪＰ－ＭＯＮＩＴＯＲＩＮＧ　@kr-spectrum　！期限　２０２７／５／６　測定結果の交換',
      'ja',
    );
    expect(split.json()).toMatchObject({
      owner: { side: 'kr' },
      splitWith: [{ number: expect.stringMatching(/-JP$/) as string }],
    });
    for (const [text, status, code] of [
      ['@JP-MONITORING 제목', 422, 'actions.lineNoDue'],
      ['!2027-05-06 제목', 422, 'actions.lineNoOwner'],
      ['@both !2027-05-06 제목', 422, 'actions.bothOwners'],
      ['@양측 !2027-05-06 제목', 422, 'actions.bothOwners'],
      ['@JP-MONITORING !2027-05-05 제목', 422, 'actions.dueNotWorkingDay'],
      ['@電波監視担当課長 !2027-05-06 제목', 422, 'actions.ownerAmbiguous'],
      ['@없는직위 !2027-05-06 제목', 422, 'actions.ownerNotFound'],
      ['@JP-MONITORING !2027-05-06 !soon 제목', 422, 'actions.lineUnknownMark'],
    ] as const)
      await expectRefusal((language) => line(text, language), status, code);
  });

  it('says where it came from to those who may know, and is found by it', async () => {
    const [issue] = await test.admin<{ id: string }>(
      `select id from forum.radio_issue where audience = 'joint' order by code limit 1`,
    );
    const item = await record({ origin: { kind: 'radio_issue', id: issue?.id } });
    expect(item.origin).toMatchObject({ kind: 'radio_issue', title: { text: expect.any(String) as string } });
    const found = await who.headJp.get(`action-items?origin=${issue?.id ?? ''}&unfinished=true`);
    expect(found.json<{ items: Item[] }>().items.map(({ id }) => id)).toEqual([item.id]);
    const askWith = (language: Language, over: object) =>
      who.secretariatKr.post(`sessions/${sessionId}/action-items`, {
        language,
        body: { title: 'x', lang: 'en', ownerPostId: posts.jp, due: '2027-05-06', ...over },
      });
    const ask = (origin: object) => (language: Language) => askWith(language, { origin });
    await expectRefusal(ask({ kind: 'radio_issue', id: newId() }), 422, 'actions.originUnknown');
    await expectRefusal(ask({ kind: 'agenda_item' }), 422, 'actions.originUnknown');

    // What only one side knows of may not stand behind what both read; behind its own item it may.
    const own = async (table: string, id: string | undefined) => {
      await test.admin(`update forum.${table} set audience = 'kr' where id = $1`, [id]);
      return id;
    };
    const radio = { kind: 'radio_issue', id: await own('radio_issue', issue?.id) };
    expect((await read(item.id)).origin.kind).toBe('radio_issue');
    expect((await read(item.id, who.headJp)).origin).toEqual({ kind: 'other', title: null, path: null });
    await expectRefusal(ask(radio), 422, 'actions.originUnknown');
    const [promise] = await test.admin<{ id: string }>(`select id from forum.commitment order by code limit 1`);
    const commitmentId = await own('commitment', promise?.id);
    await expectRefusal((language) => askWith(language, { commitmentId }), 422, 'actions.commitmentUnknown');
    const side = await record({ origin: radio, commitmentId, ownerPostId: posts.kr, internal: true });
    expect(side).toMatchObject({ internal: true, origin: { kind: 'radio_issue' } });
    const alone = await test.admin<{ id: string }>(`select id from forum.channel where id <> $1 order by id limit 1`, [
      channelId,
    ]);
    const place = await own('channel', alone[0]?.id);
    await expectRefusal(
      (language) =>
        who.secretariatKr.post('action-items', {
          language,
          body: { title: 'x', lang: 'en', ownerPostId: posts.jp, due: '2027-05-06', channelId: place },
        }),
      422,
      'actions.originUnknown',
    );
    const narrow = await who.headJp.get(
      `action-items?channel=${channelId}&dueFrom=2027-05-06&dueTo=2027-05-06&owner=${posts.jp}&limit=200`,
    );
    const dues = narrow.json<{ items: Item[] }>().items.map(({ due, owner }) => `${due} ${owner.id}`);
    expect(new Set(dues)).toEqual(new Set([`2027-05-06 ${posts.jp}`]));
  });
});
