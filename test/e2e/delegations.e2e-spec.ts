import type {
  DelegationListView,
  DelegationsView,
  MemberView,
} from '../../apps/api/src/delegations/delegations.views.js';
import type { InterpretationView } from '../../apps/api/src/delegations/interpretation.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { askForDelegation, submitDelegation } from '../support/delegation.js';

const kim = { hangul: { family: '김', given: '서연' }, latin: { family: 'KIM', given: 'Seoyeon' } };
const diet = '갑각류-비밀-SECRET';

describe('delegations', () => {
  let test: TestApp;
  let sessionId: string;
  const posts: Record<string, string> = {};

  beforeAll(async () => {
    test = await createTestApp();
    for (const name of ['head', 'official', 'delegate', 'secretariat'])
      for (const side of ['kr', 'jp']) {
        const [row] = await test.admin<{ id: string }>(
          `select h.post_id as id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = $1`,
          [`${name}.${side}@forum.example`],
        );
        posts[`${name}.${side}`] = row?.id ?? '';
      }
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.setClock('2027-02-01T10:00:00+09:00');
    sessionId = (await saveSession(test)).id;
  });

  const as = (name: string) => test.as(name, { again: true });
  const path = () => `sessions/${sessionId}/delegations`;
  const read = async (client: TestClient): Promise<DelegationsView> => (await client.get(path())).json();
  const listOf = async (client: TestClient, side: string): Promise<DelegationListView> => {
    const list = (await read(client)).lists.find((candidate) => candidate.side === side);
    if (!list) throw new Error(`no list of ${side}`);
    return list;
  };
  const cardOf = async (client: TestClient, side: string, post: string): Promise<MemberView> => {
    const card = (await listOf(client, side)).members.find((member) => member.post.id === posts[post]);
    if (!card) throw new Error(`no card of ${post}`);
    return card;
  };
  const add = (client: TestClient, post: string, role: string, over: object = {}) =>
    client.post(`${path()}/members`, { body: { postId: posts[post], role, ...over } });
  const step = async (client: TestClient, side: string, action: string) =>
    client.post(`${path()}/${action}`, { etag: (await listOf(client, side)).etag ?? '' });
  const events = async () =>
    (
      await test.admin<{ event: string; audience: string }>(
        `select event, audience from forum.outbox_event where subject_id = $1 order by occurred_at, id`,
        [sessionId],
      )
    ).map((row) => `${row.event} ${row.audience}`);
  const submitBoth = async () => {
    await submitDelegation(test, sessionId, 'kr');
    await submitDelegation(test, sessionId, 'jp');
  };

  it('keeps a draft list and all that is on it from the other side, byte for byte', async () => {
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    const before = (await japan.get(path())).body;
    const made = await add(korea, 'official.kr', 'head', { names: kim, badge: { ko: '김서연' } });
    expect(made.statusCode).toBe(201);
    expect(made.json<DelegationsView>().lists[0]).toMatchObject({
      side: 'kr',
      state: 'draft',
      members: [{ names: kim }],
    });
    expect((await japan.get(path())).body).toBe(before);
    const { id } = await cardOf(korea, 'kr', 'official.kr');
    const guess = await japan.patch(`delegation-members/${id}`, { etag: '"1"', body: { role: 'member' } });
    const missing = await japan.patch('delegation-members/019aa000-0000-7000-8000-000000000000', {
      etag: '"1"',
      body: { role: 'member' },
    });
    expect(guess.statusCode).toBe(404);
    expect({ ...guess.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
    expect(await events()).toEqual(['delegation.drafted kr']);
  });

  it('goes from draft to accepted: the head approves, the secretariat submits, the other side accepts', async () => {
    const [korea, japan, head] = [await as('secretariat.kr'), await as('secretariat.jp'), await as('head.kr')];
    await add(korea, 'official.kr', 'member');
    expect((await step(korea, 'kr', 'submit')).json()).toMatchObject({ code: 'delegations.headMissing' });
    await add(korea, 'head.kr', 'head');
    expect((await step(korea, 'kr', 'submit')).json()).toMatchObject({ code: 'delegations.notApproved' });
    expect((await step(korea, 'kr', 'approve')).statusCode).toBe(403);
    expect((await step(head, 'kr', 'approve')).json<DelegationsView>().lists[0]).toMatchObject({ approved: true });
    expect((await step(head, 'kr', 'submit')).statusCode).toBe(403);
    const stale = await korea.post(`${path()}/submit`, { etag: '"1"' });
    expect(stale.statusCode).toBe(412);
    expect((await step(korea, 'kr', 'submit')).statusCode).toBe(200);
    const seen = await listOf(japan, 'kr');
    expect(seen).toMatchObject({ state: 'submitted', etag: '"1000"', approved: null });
    expect(seen.members.map((member) => [member.role, member.etag])).toEqual([
      ['head', '"1000"'],
      ['member', '"1000"'],
    ]);
    expect((await step(korea, 'kr', 'accept')).statusCode).toBe(404);
    expect((await step(await as('head.jp'), 'kr', 'accept')).statusCode).toBe(403);
    expect((await step(japan, 'kr', 'accept')).json<DelegationsView>().lists[1]).toMatchObject({ state: 'accepted' });
    expect((await events()).slice(-2)).toEqual(['delegation.submitted joint', 'delegation.accepted joint']);
  });

  it('refuses what is not one’s own to list, twice the same post, and fields that are no rank', async () => {
    const [korea, official] = [await as('secretariat.kr'), await as('official.kr')];
    expect((await add(korea, 'head.jp', 'head')).json()).toMatchObject({ code: 'delegations.headNotOfSide' });
    expect((await add(official, 'head.kr', 'head')).statusCode).toBe(403);
    await add(korea, 'head.kr', 'head');
    const twice = await add(korea, 'head.kr', 'member');
    expect([twice.statusCode, twice.json<{ code: string }>().code]).toEqual([409, 'delegations.postAlreadyListed']);
    const wrong = await add(korea, 'official.kr', 'member', { rank: 91 });
    expect([wrong.statusCode, wrong.json<{ fields: object[] }>().fields]).toMatchObject([
      400,
      [{ path: 'rank', code: 'common.outOfRange' }],
    ]);
    expect((await korea.patch(`delegation-members/${(await cardOf(korea, 'kr', 'head.kr')).id}`)).statusCode).toBe(428);
    for (const [language, text] of [
      ['ko', '이미 명단에 있는 직위입니다.'],
      ['ja', 'この職は既に名簿にあります。'],
      ['en', 'This post is already on the list.'],
    ] as const) {
      const body = { postId: posts['head.kr'], role: 'member' };
      const answer = await korea.post(`${path()}/members`, { body, language });
      expect(answer.json<{ detail: string }>().detail).toBe(text);
    }
  });

  it('tells the other side of a change at T-9, and not of one at T-20, which it still sees', async () => {
    await submitBoth();
    await step(await as('secretariat.jp'), 'kr', 'accept');
    await test.setClock('2027-02-19T10:00:00+09:00');
    await add(await as('secretariat.kr'), 'official.kr', 'member');
    expect((await events()).at(-1)).toBe('delegation.revised joint');
    expect(await listOf(await as('secretariat.jp'), 'kr')).toMatchObject({ state: 'changed_after_submission' });
    await test.setClock('2027-03-02T10:00:00+09:00');
    const korea = await as('secretariat.kr');
    expect((await read(korea)).changesAreTold).toBe(true);
    const card = await cardOf(korea, 'kr', 'official.kr');
    await korea.post(`delegation-members/${card.id}/remove`, { etag: card.etag });
    expect((await events()).at(-1)).toBe('delegation.changed joint');
    expect((await listOf(await as('secretariat.jp'), 'kr')).members).toHaveLength(1);
    expect(
      await test.admin(
        `select payload from forum.outbox_event where event = 'delegation.changed' and subject_id = $1`,
        [sessionId],
      ),
    ).toMatchObject([{ payload: { sessionId, side: 'kr' } }]);
  });

  it('draws the line at the day the list is due, rolled back to a common working day', async () => {
    await submitBoth();
    expect(await read(await as('secretariat.kr'))).toMatchObject({ dueDate: '2027-02-26' });
    await test.setClock('2027-02-26T23:00:00+09:00');
    expect(await read(await as('secretariat.kr'))).toMatchObject({ changesAreTold: false });
    await test.setClock('2027-02-27T09:00:00+09:00');
    expect(await read(await as('secretariat.kr'))).toMatchObject({ changesAreTold: true });
  });

  it('keeps what a delegate needs with the own side: no answer, no event and no version of the other side tells', async () => {
    await submitBoth();
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    const addresses = [path(), `sessions/${sessionId}`, `sessions/${sessionId}/interpretation`, 'home', 'inbox'];
    const others = [japan, await as('head.jp'), await as('interpreter'), await as('auditor'), await as('company.kr')];
    const seen = async () =>
      Promise.all(others.flatMap((client) => addresses.map(async (at) => (await client.get(at)).body)));
    const steady = (bodies: string[]) => bodies.map((body) => body.replace(/"requestId":"[^"]*"/g, ''));
    const before = await seen();
    const card = await cardOf(korea, 'kr', 'head.kr');
    const body = { diet, access: '휠체어-비밀-SECRET' };
    expect(card.needs).toEqual({ etag: '"0"', diet: '', access: '' });
    const put = await korea.put(`delegation-members/${card.id}/needs`, { etag: '"0"', body });
    expect(put.json<DelegationsView>().lists[0]?.members[0]?.needs).toEqual({ etag: '"1"', ...body });
    expect((await korea.put(`delegation-members/${card.id}/needs`, { etag: '"0"', body })).statusCode).toBe(412);
    expect(steady(await seen())).toEqual(steady(before));
    for (const client of [japan, await as('official.kr'), await as('interpreter')]) {
      const refused = await client.put(`delegation-members/${card.id}/needs`, { etag: '"1"', body });
      expect([403, 404]).toContain(refused.statusCode);
      expect((await client.get(path())).body).not.toContain('SECRET');
    }
    const events = await test.admin<{ text: string }>(`select o::text as text from forum.outbox_event o`);
    const trail = await test.admin<{ text: string }>(`select a::text as text from forum.audit_entry a`);
    expect([...events, ...trail].filter((row) => row.text.includes('SECRET'))).toEqual([]);
  });

  it('lets a delegate edit the own card only, and of it badge, arrival and needs', async () => {
    const korea = await as('secretariat.kr');
    await add(korea, 'head.kr', 'head');
    await add(korea, 'delegate.kr', 'member');
    const delegate = await as('delegate.kr');
    const [own, head] = [await cardOf(delegate, 'kr', 'delegate.kr'), await cardOf(delegate, 'kr', 'head.kr')];
    expect([own.mine, head.mine, head.needs]).toEqual([true, false, null]);
    expect(own.allowedActions.map((entry) => entry.action)).toEqual(['edit-card', 'record-needs']);
    const badge = { ko: '이서기관', ja: '李書記官', en: 'LEE' };
    const edited = await delegate.patch(`delegation-members/${own.id}`, {
      etag: own.etag,
      body: { badge, arrival: '2027-03-10T12:30:00+09:00' },
    });
    expect(edited.statusCode).toBe(200);
    expect(await cardOf(delegate, 'kr', 'delegate.kr')).toMatchObject({ badge, arrival: '2027-03-10T03:30:00.000Z' });
    const next = (await cardOf(delegate, 'kr', 'delegate.kr')).etag;
    for (const [id, etag, body] of [
      [own.id, next, { rank: 60 }],
      [head.id, head.etag, { badge }],
    ] as const)
      expect((await delegate.patch(`delegation-members/${id}`, { etag, body })).statusCode).toBe(403);
    const needs = await delegate.put(`delegation-members/${own.id}/needs`, {
      etag: '"0"',
      body: { diet: '채식', access: '' },
    });
    expect(needs.statusCode).toBe(200);
  });

  it('orders by rank and then as the office gave it, and moves only its own', async () => {
    const korea = await as('secretariat.kr');
    for (const [post, role] of [
      ['delegate.kr', 'member'],
      ['secretariat.kr', 'member'],
      ['head.kr', 'head'],
    ] as const)
      await add(korea, post, role);
    const orderOf = (view: DelegationsView) => view.lists[0]?.members.map((member) => member.post.id);
    const list = await listOf(korea, 'kr');
    expect(list.members.map((member) => member.post.id)).toEqual([
      posts['head.kr'],
      posts['delegate.kr'],
      posts['secretariat.kr'],
    ]);
    const [head, first, second] = list.members.map((member) => member.id);
    const turned = await korea.put(`${path()}/order`, {
      etag: list.etag ?? '',
      body: { memberIds: [second, first, head] },
    });
    expect(orderOf(turned.json())).toEqual([posts['head.kr'], posts['secretariat.kr'], posts['delegate.kr']]);
    const part = await korea.put(`${path()}/order`, {
      etag: (await listOf(korea, 'kr')).etag ?? '',
      body: { memberIds: [head] },
    });
    expect([part.statusCode, part.json<{ code: string }>().code]).toEqual([422, 'delegations.orderIncomplete']);
  });

  it('keeps one head: naming another makes the former a member, and a submitted list is never without', async () => {
    await submitDelegation(test, sessionId, 'kr');
    const korea = await as('secretariat.kr');
    const head = await cardOf(korea, 'kr', 'head.kr');
    for (const headless of [
      korea.post(`delegation-members/${head.id}/remove`, { etag: head.etag }),
      korea.patch(`delegation-members/${head.id}`, { etag: head.etag, body: { role: 'member' } }),
    ])
      expect((await headless).json()).toMatchObject({ code: 'delegations.headStays' });
    await add(korea, 'official.kr', 'head');
    const roles = (await listOf(korea, 'kr')).members.map((member) => [member.post.id, member.role]);
    expect(roles).toEqual([
      [posts['head.kr'], 'member'],
      [posts['official.kr'], 'head'],
    ]);
    const former = await cardOf(korea, 'kr', 'head.kr');
    await korea.post(`delegation-members/${former.id}/remove`, { etag: former.etag });
    expect((await add(korea, 'head.kr', 'alternate')).statusCode).toBe(201);
    expect(await cardOf(await as('secretariat.jp'), 'kr', 'head.kr')).toMatchObject({ role: 'alternate' });
  });

  it('warns both secretariats when the heads are more than five points apart, and lets each side set its own number only', async () => {
    await submitBoth();
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    expect((await read(korea)).parity).toBeNull();
    const card = await cardOf(korea, 'kr', 'head.kr');
    const set = (client: TestClient, etag: string, rank: number | null) =>
      client.patch(`delegation-members/${card.id}`, { etag, body: { rank } });
    expect((await set(japan, card.etag, 60)).statusCode).toBe(403);
    expect((await set(korea, card.etag, 45)).statusCode).toBe(200);
    for (const client of [korea, japan])
      expect((await read(client)).parity).toEqual({ code: 'delegations.rankParity', params: { gap: 15 } });
    expect((await read(await as('delegate.kr'))).parity).toBeNull();
    const now = (await cardOf(japan, 'kr', 'head.kr')).etag;
    const asked = await japan.post(`delegation-members/${card.id}/rank-request`, {
      etag: now,
      body: { rank: 60, note: '局長級と承知しています。' },
    });
    expect(asked.statusCode).toBe(200);
    const standing = await cardOf(korea, 'kr', 'head.kr');
    expect(standing).toMatchObject({ rank: 45, rankOverride: 45, rankRequest: { side: 'jp', rank: 60 } });
    expect((await set(korea, standing.etag, null)).statusCode).toBe(200);
    expect(await cardOf(japan, 'kr', 'head.kr')).toMatchObject({ rank: 60, rankOverride: null, rankRequest: null });
    expect((await read(japan)).parity).toBeNull();
  });

  it('marks attendance of the own people while the session is under way, per item too, and locks it at the end', async () => {
    await submitBoth();
    const korea = await as('secretariat.kr');
    const card = await cardOf(korea, 'kr', 'head.kr');
    const mark = (client: TestClient, body: object) => client.put(`delegation-members/${card.id}/attendance`, { body });
    expect((await mark(korea, { present: true })).json()).toMatchObject({ code: 'delegations.attendanceLocked' });
    await test.admin(`update forum.session set state = 'in_session' where id = $1`, [sessionId]);
    expect((await mark(korea, { present: true })).statusCode).toBe(200);
    expect((await mark(await as('secretariat.jp'), { present: false })).statusCode).toBe(403);
    const nowhere = await mark(korea, { present: true, itemId: '019aa000-0000-7000-8000-000000000000' });
    expect(nowhere.json()).toMatchObject({ code: 'delegations.itemNotFound' });
    const [item] = await test.admin<{ id: string }>(
      `insert into forum.agenda_item (id, agenda_id, position, proposer_side, minutes, objective, title, state, audience)
       select gen_random_uuid(), id, 1, 'kr', 30, 'discuss', '{"source":"ko","revision":1,"ko":{"text":"개회","status":"authentic","of":1}}', 'exchanged', 'joint'
         from forum.agenda where session_id = $1 returning id`,
      [sessionId],
    );
    expect((await mark(korea, { present: false, itemId: item?.id })).statusCode).toBe(200);
    expect((await mark(korea, { present: false })).statusCode).toBe(200);
    expect((await cardOf(await as('secretariat.jp'), 'kr', 'head.kr')).attendance).toHaveLength(2);
    await test.admin(`update forum.session set state = 'closed' where id = $1`, [sessionId]);
    expect((await mark(korea, { present: true })).statusCode).toBe(409);
    expect((await add(korea, 'official.kr', 'member')).json()).toMatchObject({ code: 'delegations.sessionOver' });
  });

  it('lists people of companies apart; companies see them on the business track only', async () => {
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    const person = { company: '㈜한빛전파', title: '이사', names: kim };
    const addPerson = () => korea.post(`sessions/${sessionId}/company-people`, { body: person });
    expect((await addPerson()).statusCode).toBe(201);
    expect((await japan.get(path())).body).not.toContain('한빛전파');
    await submitDelegation(test, sessionId, 'kr');
    expect((await listOf(japan, 'kr')).companyPeople).toMatchObject([{ company: '㈜한빛전파', allowedActions: [] }]);
    expect((await listOf(japan, 'kr')).members).toHaveLength(1);
    expect((await (await as('company.kr')).get(path())).statusCode).toBe(404);
    await test.admin(`update forum.session set audience = 'business' where id = $1`, [sessionId]);
    await addPerson();
    const company = await (await as('company.jp')).get(path());
    expect(company.json<DelegationsView>().lists.map((list) => [list.state, list.companyPeople.length])).toEqual([
      ['none', 0],
      ['none', 1],
    ]);
    const [entry] = (await listOf(korea, 'kr')).companyPeople;
    const gone = await korea.post(`company-people/${entry?.id ?? ''}/remove`, { etag: entry?.etag ?? '' });
    expect(gone.json<DelegationsView>().lists[0]?.companyPeople).toHaveLength(1);
  });

  it('arranges the interpretation, scales the running time, and blocks the session until the host confirms', async () => {
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    const at = `sessions/${sessionId}/interpretation`;
    const now = async (client: TestClient): Promise<InterpretationView> => (await client.get(at)).json();
    const wish = {
      direction: 'ko-ja',
      mode: 'consecutive',
      provider: 'each_side',
      equipment: ['microphones'],
      glossaryVersion: '2027-01',
      factorPercent: null,
    };
    expect(await now(japan)).toMatchObject({
      etag: '"0"',
      mode: null,
      dueDate: '2027-02-26',
      papersDueDate: '2027-02-25',
    });
    expect((await korea.post(`${at}/confirm`, { etag: '"0"' })).json()).toMatchObject({
      code: 'delegations.interpretationIncomplete',
    });
    expect((await japan.put(at, { etag: '"0"', body: wish })).statusCode).toBe(403);
    await test.admin(
      `insert into forum.agenda_item (id, agenda_id, position, proposer_side, minutes, objective, title, state, audience)
       select gen_random_uuid(), id, 1, 'kr', 45, 'discuss', '{"source":"ko","revision":1,"ko":{"text":"개회","status":"authentic","of":1}}', 'exchanged', 'joint'
         from forum.agenda where session_id = $1`,
      [sessionId],
    );
    expect((await korea.put(at, { etag: '"0"', body: wish })).json()).toMatchObject({
      etag: '"1"',
      agendaMinutes: 45,
      runningMinutes: 90,
    });
    expect((await korea.post(`${at}/confirm`, { etag: '"0"' })).statusCode).toBe(412);
    const blocks = async () =>
      (await korea.get(`sessions/${sessionId}`)).json<{ readiness: { blocks: { code: string }[] } }>().readiness.blocks;
    expect((await blocks()).map((block) => block.code)).toContain('delegations.interpretationMissing');
    expect((await korea.post(`${at}/confirm`, { etag: '"1"' })).statusCode).toBe(200);
    expect((await blocks()).map((block) => block.code)).not.toContain('delegations.interpretationMissing');
    const again = await korea.put(at, { etag: '"2"', body: { ...wish, factorPercent: 150 } });
    expect(again.json()).toMatchObject({ confirmedAt: null, runningMinutes: 68 });
    expect((await blocks()).map((block) => block.code)).toContain('delegations.interpretationMissing');
  });

  it('names interpreters and papers of each side; a paper stays private until it is shared', async () => {
    const [korea, japan] = [await as('secretariat.kr'), await as('secretariat.jp')];
    await korea.post(`sessions/${sessionId}/interpreters`, { body: { names: kim, agency: '통역사협회' } });
    const paper = { title: '모두발언-SECRET', sourceLang: 'ko', targetLang: 'ja', amount: 2400, shared: false };
    const listed = (
      await korea.post(`sessions/${sessionId}/translation-papers`, { body: paper })
    ).json<InterpretationView>();
    expect(listed.papers).toMatchObject([{ amount: 2400, unit: 'characters', shared: false }]);
    const seen = await japan.get(`sessions/${sessionId}/interpretation`);
    expect(seen.json()).toMatchObject({ interpreters: [{ side: 'kr', names: kim, allowedActions: [] }], papers: [] });
    expect(seen.body).not.toContain('SECRET');
    const [own] = listed.papers;
    await korea.patch(`translation-papers/${own?.id ?? ''}`, { etag: own?.etag ?? '', body: { share: true } });
    const shared = (await japan.get(`sessions/${sessionId}/interpretation`)).json<InterpretationView>();
    expect(shared.papers).toMatchObject([{ shared: true, etag: '"1000"', allowedActions: [] }]);
    const same = await korea.post(`sessions/${sessionId}/translation-papers`, { body: { ...paper, targetLang: 'ko' } });
    expect([same.statusCode, same.json<{ code: string }>().code]).toEqual([422, 'delegations.sameLanguage']);
  });

  it('is the same for both sides when they change places', async () => {
    const shapes: unknown[] = [];
    for (const [first, second] of [
      ['kr', 'jp'],
      ['jp', 'kr'],
    ] as const) {
      sessionId = (await saveSession(test, { hostSide: first })).id;
      await askForDelegation(test, sessionId, first);
      await submitDelegation(test, sessionId, second);
      for (const name of [`secretariat.${first}`, `secretariat.${second}`, 'interpreter']) {
        const view = await read(await as(name));
        shapes.push(
          view.lists.map((list) => ({
            place: list.side === first ? 'first' : 'second',
            state: list.state,
            roles: list.members.map((member) => [member.role, member.rank]),
            actions: list.allowedActions,
          })),
        );
      }
    }
    expect(shapes.slice(3)).toEqual(shapes.slice(0, 3));
  });
});
