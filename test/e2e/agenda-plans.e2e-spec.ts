import { newId, otherSide, SIDES, type Side } from '#core/kernel';
import type { AgendaTemplateView, CarryOverView } from '../../apps/api/src/agenda/agenda-plans.dto.js';
import type { AgendaItemView, AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly fields: { readonly path: string; readonly code: string }[];
}

describe('the plans of an agenda', () => {
  let test: TestApp;
  let clients: Record<Side, TestClient>;
  let korea: TestClient;
  let japan: TestClient;
  let sessionId: string;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    clients = { kr: korea, jp: japan };
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    ({ id: sessionId, channelId } = await saveSession(test));
  });

  const read = (client: TestClient, id = sessionId): Promise<AgendaView> =>
    answered(client.get(`sessions/${id}/agenda?texts=all`));
  const addWhole = async (title: string, id = sessionId): Promise<void> => {
    const body = { lang: 'ko', title, minutes: 40, objective: 'discuss' };
    await answered(korea.post(`sessions/${id}/agenda/items`, { body }));
  };
  const exchange = async (client: TestClient, id = sessionId): Promise<AgendaView> =>
    answered(client.post(`sessions/${id}/agenda/exchange`, { etag: (await read(client, id)).etag }));
  const standing = (client: TestClient, id = sessionId) => client.post(`sessions/${id}/agenda/standing`);
  const titled = (agenda: AgendaView, title: string): AgendaItemView => {
    const item = agenda.items.find((entry) => entry.title.text === title || entry.title.all?.ko.text === title);
    if (!item) throw new Error(`no item ${title}`);
    return item;
  };
  const translate = async (item: AgendaItemView): Promise<void> => {
    const interpreter = await test.as('interpreter');
    let { etag } = item;
    for (const lang of ['ja', 'en']) {
      const agenda = await answered<AgendaView>(
        interpreter.put(`agenda-items/${item.id}/texts/title/${lang}`, {
          etag,
          body: { text: `${item.title.text} (${lang})`, status: 'checked', ofRevision: item.title.revision },
        }),
      );
      etag = agenda.items.find(({ id }) => id === item.id)?.etag ?? '';
    }
  };
  const signBoth = async (id = sessionId): Promise<void> => {
    for (const side of SIDES) {
      const head = await test.as(`head.${side}`);
      const { etag, hash } = await read(head, id);
      await answered(head.post(`sessions/${id}/agenda/sign`, { etag, body: { hash } }));
    }
  };
  /** As the opening of the session does. */
  const adopt = async (id = sessionId): Promise<void> => {
    await test.admin(`update forum.agenda set state = 'adopted', version = version + 1 where session_id = $1`, [id]);
    await test.admin(
      `update forum.agenda_item set state = 'adopted', version = version + 1
        where agenda_id = (select id from forum.agenda where session_id = $1) and state = 'agreed'`,
      [id],
    );
  };
  const agreed = async (...titles: string[]): Promise<void> => {
    for (const title of titles) await addWhole(title);
    await exchange(korea);
    for (const title of titles) await translate(titled(await read(korea), title));
    await signBoth();
  };
  const defer = (client: TestClient, item: AgendaItemView, reason?: string) =>
    client.post(`agenda-items/${item.id}/defer`, { etag: item.etag, body: reason ? { reason } : {} });
  const accept = (client: TestClient, { id, hash }: ProposalView) =>
    client.post(`proposals/${id}/accept`, { body: { hash } });
  const onlyProposal = (agenda: AgendaView): ProposalView => {
    const [proposal, ...more] = agenda.proposals;
    if (!proposal || more.length > 0) throw new Error(`${String(agenda.proposals.length)} proposals`);
    return proposal;
  };
  const nextSession = async (): Promise<string> => {
    const { id } = await saveSession(test, { startDate: '2027-09-09', hostSide: 'jp' });
    await test.admin('update forum.session set channel_id = $2, ordinal_kr = 8, ordinal_jp = 8 where id = $1', [
      id,
      channelId,
    ]);
    return id;
  };
  const propose = (client: TestClient, body: object) => client.post(`channels/${channelId}/agenda-template`, { body });
  const template = (client: TestClient): Promise<AgendaTemplateView> =>
    answered(client.get(`channels/${channelId}/agenda-template`));

  it('begin with standing items, drafts of the side that adds them, whole in three languages', async () => {
    const before = await read(japan);
    const drafted = await answered<AgendaView>(standing(korea));
    expect(drafted.items.map((item) => [item.standing, item.lead, item.number])).toEqual([
      ['opening', 'kr', 1],
      ['follow_up', null, 2],
      ['policies_first', 'jp', 3],
      ['policies_second', 'kr', 4],
      ['issues', null, 5],
      ['multilateral', null, 6],
      ['other_business', null, 7],
      ['next_meeting', null, 8],
    ]);
    expect(await read(japan)).toEqual(before);
    expect((await standing(korea)).json()).toMatchObject({ code: 'agenda.nothingToAdd' });
    const shared = await exchange(korea);
    expect(shared.gaps).toEqual([]);
    const japanese = await answered<AgendaView>(japan.get(`sessions/${sessionId}/agenda`, { language: 'ja' }));
    expect(japanese.items.map((item) => item.title.text).slice(0, 4)).toEqual([
      '開会',
      '前回会合のフォローアップ',
      '日本側の政策動向',
      '韓国側の政策動向',
    ]);
    await signBoth();
    expect(await read(korea)).toMatchObject({ state: 'agreed' });
  });

  it('let the sides take turns at speaking first, whoever hosts', async () => {
    await standing(korea);
    await exchange(korea);
    const next = await nextSession();
    const drafted = await answered<AgendaView>(standing(japan, next));
    expect(drafted.items.find((item) => item.standing === 'policies_first')?.lead).toBe('kr');
    expect(drafted.items.find((item) => item.standing === 'opening')?.lead).toBe('jp');
  });

  it('drop a standing draft the other side was quicker with, unless somebody worked on it', async () => {
    await standing(korea);
    await standing(japan);
    await exchange(korea);
    const own = (await read(japan)).items.filter((item) => item.audience === 'jp');
    expect(own).toHaveLength(8);
    const worked = own[4];
    await answered(
      japan.patch(`agenda-items/${worked?.id ?? ''}`, {
        etag: worked?.etag ?? '',
        body: { lang: 'ja', privateNote: '発言要領' },
      }),
    );
    const { etag } = await read(japan);
    const refused = await japan.post(`sessions/${sessionId}/agenda/exchange`, { etag, language: 'ko' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json<Problem>()).toMatchObject({
      code: 'agenda.alreadyShared',
      detail: expect.stringContaining('상대 측이 같은 안건을 이미 공유하였습니다') as unknown,
      fields: [{ path: 'items.12', code: 'agenda.alreadyShared' }],
    });
    await answered(japan.post(`agenda-items/${worked?.id ?? ''}/withdraw`, { etag: worked?.etag ?? '' }));
    const before = await read(korea);
    expect((await exchange(japan)).items).toHaveLength(8);
    expect(await read(korea)).toEqual(before);
  });

  it('follow a template of the channel’s own once both sides agree on it', async () => {
    expect(await template(korea)).toMatchObject({ isDefault: true, first: 'alternating', proposals: [] });
    const title = { ko: '개회 및 참석자 소개', ja: '開会及び出席者紹介', en: 'Opening and introductions' };
    const items = [
      { standing: 'opening', minutes: 15, objective: 'inform', title },
      { standing: 'policies_first', minutes: 25, objective: 'inform' },
      { standing: 'policies_second', minutes: 25, objective: 'inform' },
    ];
    const official = await test.as('official.kr');
    expect((await propose(official, { first: 'host', items })).json()).toMatchObject({ code: 'common.forbidden' });
    const twice = await propose(korea, { first: 'host', items: [items[0], items[0]] });
    expect(twice.json<Problem>().fields).toMatchObject([{ path: 'items.1.standing', code: 'common.duplicate' }]);
    const proposed = await answered<AgendaTemplateView>(propose(korea, { first: 'host', items, reason: '간소화' }));
    expect(proposed).toMatchObject({ isDefault: true, items: { length: 8 }, proposals: { length: 1 } });
    const seen = await template(japan);
    const [proposal] = seen.proposals;
    if (!proposal) throw new Error('no proposal');
    expect(proposal).toMatchObject({ kind: 'channel.agenda-template', proposedBy: 'kr', reason: '간소화' });
    expect((await accept(korea, proposal)).json()).toMatchObject({ code: 'common.forbidden' });
    await answered(accept(japan, proposal));
    expect(await template(korea)).toMatchObject({ isDefault: false, first: 'host', items: { length: 3 } });
    await answered(standing(japan));
    const drafted = await read(japan);
    expect(drafted.items.map((item) => [item.title.all?.ko.text, item.lead, item.minutes])).toEqual([
      ['개회 및 참석자 소개', 'kr', 15],
      ['한국 측 정책 동향', 'kr', 25],
      ['일본 측 정책 동향', 'jp', 25],
    ]);
    expect((await korea.get(`channels/${newId()}/agenda-template`)).statusCode).toBe(404);
  });

  it('are changed by both when an item is put off: it leaves the agenda, both keys fall, and it waits for the next session', async () => {
    await agreed('주파수 정책', '혼신 사례');
    const signed = await read(korea);
    const waiting = titled(signed, '혼신 사례');
    const proposed = await answered<AgendaView>(defer(korea, waiting, '자료 미비'));
    expect(proposed).toMatchObject({ state: 'agreed', hash: signed.hash });
    const proposal = onlyProposal(await read(japan));
    expect(proposal).toMatchObject({ kind: 'agenda-item.defer', subjectId: waiting.id, reason: '자료 미비' });
    const work = await answered<{ waitsForMe: object[] }>(japan.get('home', { language: 'ja' }));
    expect(work.waitsForMe).toContainEqual(
      expect.objectContaining({ kind: 'proposal-decide', href: `/sessions/${sessionId}/agenda#item-${waiting.id}` }),
    );
    expect((await accept(korea, proposal)).json()).toMatchObject({ code: 'common.forbidden' });
    await answered(accept(japan, proposal));
    const now = await read(korea);
    expect(now).toMatchObject({ state: 'in_negotiation', proposals: [] });
    expect(now.keys.every((key) => !key.turned)).toBe(true);
    expect(titled(now, '혼신 사례')).toMatchObject({
      state: 'deferred',
      deferredIn: 'preparation',
      number: null,
      startsAt: null,
    });
    expect(titled(now, '주파수 정책').number).toBe(1);
    const stale = await defer(korea, titled(now, '혼신 사례'));
    expect(stale.json()).toMatchObject({ code: 'common.wrongState' });
    await signBoth();
    expect(await read(korea)).toMatchObject({ state: 'agreed', items: { length: 2 } });
    const next = await nextSession();
    const list = await answered<CarryOverView>(japan.get(`sessions/${next}/agenda/carry-over`));
    expect(list.items).toMatchObject([{ itemId: waiting.id, sessionId, deferredIn: 'preparation', minutes: 40 }]);
  });

  it('let an item be put off at the session too, as part of what was adopted, and others be noted as discussed', async () => {
    await agreed('주파수 정책', '혼신 사례');
    const before = titled(await read(korea), '주파수 정책');
    const early = await korea.post(`agenda-items/${before.id}/discussed`, { etag: before.etag });
    expect(early.json()).toMatchObject({ code: 'common.wrongState' });
    await adopt();
    const adopted = await read(korea);
    const official = await test.as('official.kr');
    const first = titled(adopted, '주파수 정책');
    const byOfficial = await official.post(`agenda-items/${first.id}/discussed`, { etag: first.etag });
    expect(byOfficial.statusCode).toBe(403);
    await answered(defer(japan, titled(adopted, '혼신 사례')));
    await answered(defer(japan, first));
    await answered(korea.post(`agenda-items/${first.id}/discussed`, { etag: first.etag }));
    // What was discussed has nothing left to put off.
    await answered(accept(korea, onlyProposal(await read(korea))));
    const now = await read(japan);
    expect(now.items.map((item) => [item.state, item.deferredIn, item.number])).toEqual([
      ['discussed', null, 1],
      ['deferred', 'session', 2],
    ]);
    expect(now).toMatchObject({ state: 'adopted', hash: adopted.hash });
    expect(now.keys.every((key) => key.turned)).toBe(true);
  });

  it('carry deferred items over as links: their words stay those of the origin until somebody gives them others', async () => {
    await agreed('주파수 정책', '혼신 사례');
    await adopt();
    const origin = titled(await read(korea), '혼신 사례');
    await answered(defer(korea, origin));
    await answered(accept(japan, onlyProposal(await read(japan))));
    const next = await nextSession();
    const before = await read(japan, next);
    const drafted = await answered<AgendaView>(korea.post(`sessions/${next}/agenda/carry-over`, { body: {} }));
    expect(drafted.items).toMatchObject([
      { carriedFrom: { itemId: origin.id, sessionId }, audience: 'kr', minutes: 40, objective: 'discuss' },
    ]);
    expect(await read(japan, next)).toEqual(before);
    const rows = () => test.admin(`select title from forum.agenda_item where carried_from_id = $1`, [origin.id]);
    expect(await rows()).toEqual([{ title: null }]);
    expect((await korea.post(`sessions/${next}/agenda/carry-over`, { body: {} })).json()).toMatchObject({
      code: 'agenda.nothingToAdd',
    });
    // The other side learns nothing of the draft: for it the item still waits.
    const forJapan = await answered<CarryOverView>(japan.get(`sessions/${next}/agenda/carry-over`));
    expect(forJapan.items.map((item) => item.itemId)).toEqual([origin.id]);
    const shared = await exchange(korea, next);
    const [carried] = shared.items;
    if (!carried) throw new Error('nothing carried');
    expect((await read(japan, next)).items[0]?.title.all?.ja.text).toBe('혼신 사례 (ja)');
    expect((await answered<CarryOverView>(japan.get(`sessions/${next}/agenda/carry-over`))).items).toEqual([]);
    const edited = await answered<AgendaView>(
      korea.patch(`agenda-items/${carried.id}`, {
        etag: carried.etag,
        body: { lang: 'ko', title: '혼신 사례 (계속)' },
      }),
    );
    expect(edited.items[0]).toMatchObject({ title: { text: '혼신 사례 (계속)' }, carriedFrom: { itemId: origin.id } });
    expect(titled(await read(korea), '혼신 사례').id).toBe(origin.id);
    expect(await rows()).not.toEqual([{ title: null }]);
    const unknown = await japan.post(`sessions/${next}/agenda/carry-over`, { body: { itemIds: [newId()] } });
    expect(unknown.json()).toMatchObject({ code: 'agenda.itemNotFound' });
  });

  it('show the open actions of the channel under the follow-up, as they stand at each reading', async () => {
    const number = `FOLLOW-${sessionId.slice(-6)}`;
    await test.admin(
      `insert into forum.action_item (id, number, series, sequence, channel_id, session_id, title, owner_side, owner_post_id, due, state, joint, audience)
       select $1, $2::text, $2::text, 1, $3, $4, a.title, 'jp', p.id, '2027-02-01', 'open', true, 'joint'
         from forum.action_item a, forum.post p where p.side = 'jp' limit 1`,
      [newId(), number, channelId, sessionId],
    );
    const next = await nextSession();
    await standing(korea, next);
    await exchange(korea, next);
    const followUps = async () =>
      (await read(japan, next)).items.find((item) => item.standing === 'follow_up')?.followUps ?? [];
    expect(await followUps()).toMatchObject([{ kind: 'action_item', side: 'jp', state: 'open', due: '2027-02-01' }]);
    const { hash } = await read(korea, next);
    const list = await answered<CarryOverView>(korea.get(`sessions/${next}/agenda/carry-over`));
    expect(list.actions).toMatchObject([{ state: 'open', overdue: false }]);
    await test.admin(`update forum.action_item set state = 'done_confirmed' where number = $1`, [number]);
    expect(await followUps()).toEqual([]);
    expect((await read(korea, next)).hash).toBe(hash);
  });

  it('are published by both keys on what both signed, and refused while a text is open', async () => {
    await addWhole('주파수 정책');
    const open = await exchange(korea);
    const publish = async (client: TestClient, audience = 'business') =>
      client.post(`sessions/${sessionId}/agenda/publish`, {
        etag: (await read(client)).etag,
        body: { audience },
        language: 'ja',
      });
    const refused = await publish(korea);
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Problem>()).toMatchObject({ code: 'agenda.textsOpen' });
    expect(refused.json<Problem>().fields.map(({ path }) => path)).toEqual(['items.0.title.ja', 'items.0.title.en']);
    await translate(titled(open, '주파수 정책'));
    expect((await publish(korea)).json()).toMatchObject({ code: 'agenda.notAgreed' });
    await signBoth();
    const noted = titled(await read(korea), '주파수 정책');
    await answered(
      korea.patch(`agenda-items/${noted.id}`, { etag: noted.etag, body: { lang: 'ko', privateNote: '발언요지' } }),
    );
    await answered(
      korea.post(`agenda-items/${noted.id}/comments`, { body: { lang: 'ko', text: '공동 의견', shared: true } }),
    );
    await addWhole('내부 초안');
    const company = await test.as('company.kr');
    expect((await company.get(`sessions/${sessionId}/agenda`)).statusCode).toBe(404);
    await answered(publish(korea));
    expect((await company.get(`sessions/${sessionId}/agenda`)).statusCode).toBe(404);
    const proposal = onlyProposal(await read(japan));
    expect(proposal).toMatchObject({ kind: 'agenda.publish', content: { audience: 'business' } });
    await answered(accept(japan, proposal));
    const shown = await answered<AgendaView>(company.get(`sessions/${sessionId}/agenda?texts=all`));
    // The session is not theirs to read, but when each item begins is.
    expect(shown).toMatchObject({ audience: 'business', state: 'agreed', keys: [], overrunMinutes: 0 });
    expect((await company.get(`sessions/${sessionId}`)).statusCode).toBe(404);
    expect(shown.items[0]?.startsAt).toBe('2027-03-11T01:00:00.000Z');
    expect(shown.items).toMatchObject([
      { audience: 'business', privateNote: null, commentCount: 0, allowedActions: expect.anything() as unknown },
    ]);
    expect(shown.items[0]?.title.text).toContain('주파수 정책');
    expect(shown.items[0]?.allowedActions.some((entry) => entry.allowed)).toBe(false);
    expect(
      await test.admin(
        `select v.audience from forum.agenda_version v join forum.agenda a on a.id = v.agenda_id where a.session_id = $1 and v.audience <> 'joint'`,
        [sessionId],
      ),
    ).toEqual([{ audience: 'business' }]);
    expect((await test.anonymous.get(`sessions/${sessionId}/agenda`)).statusCode).toBe(401);
    // What is negotiated anew is nobody's but the two sides'.
    const item = titled(await read(korea), '주파수 정책');
    await answered(
      korea.patch(`agenda-items/${item.id}`, { etag: item.etag, body: { lang: 'ko', title: '주파수 정책 (수정)' } }),
    );
    expect(await read(korea)).toMatchObject({ audience: 'joint', state: 'in_negotiation' });
    expect((await company.get(`sessions/${sessionId}/agenda`)).statusCode).toBe(404);
    // What was released stays so, and can be released again when both come back to it.
    const back = titled(await read(korea), '주파수 정책 (수정)');
    await answered(
      korea.patch(`agenda-items/${back.id}`, { etag: back.etag, body: { lang: 'ko', title: '주파수 정책' } }),
    );
    await translate(titled(await read(korea), '주파수 정책'));
    await signBoth();
    for (const audience of ['public', 'business']) {
      await answered(publish(korea, audience));
      await answered(accept(japan, onlyProposal(await read(japan))));
      const now = titled(await read(korea), '주파수 정책');
      expect(now.audience).toBe(audience);
      if (audience === 'business') continue;
      expect((await publish(korea, 'public')).json()).toMatchObject({ code: 'agenda.alreadyPublished' });
      for (const minutes of [41, 40])
        await answered(
          korea.patch(`agenda-items/${now.id}`, {
            etag: titled(await read(korea), '주파수 정책').etag,
            body: { lang: 'ko', minutes },
          }),
        );
      await signBoth();
    }
  });

  it('are never published on words that moved after they were proposed', async () => {
    await agreed('주파수 정책');
    const { etag } = await read(korea);
    await answered(korea.post(`sessions/${sessionId}/agenda/publish`, { etag, body: { audience: 'public' } }));
    const proposal = onlyProposal(await read(japan));
    const item = titled(await read(japan), '주파수 정책');
    await answered(japan.patch(`agenda-items/${item.id}`, { etag: item.etag, body: { lang: 'ja', minutes: 45 } }));
    expect((await accept(japan, proposal)).json()).toMatchObject({ code: 'common.wrongState' });
    await signBoth();
    expect((await accept(japan, proposal)).json()).toMatchObject({ code: 'two-key.contentChanged' });
    expect(await read(korea)).toMatchObject({ audience: 'joint' });
    const forged = test.database.readAs('forum_kr').query<{ released: string }>(
      `select forum.release_agenda_version(v.id, 'public') as released from forum.agenda_version v join forum.agenda a on a.id = v.agenda_id
          where a.session_id = $1 order by v.number limit 1`,
      [sessionId],
    );
    expect(await forged).toEqual([{ released: '0' }]);
  });

  it('are the mirror image for the other side', async () => {
    for (const side of SIDES) {
      const { id } = await saveSession(test, { hostSide: side });
      const drafted = await answered<AgendaView>(standing(clients[side], id));
      expect(drafted.items.map((item) => item.lead)).toEqual([
        side,
        null,
        otherSide(side),
        side,
        null,
        null,
        null,
        null,
      ]);
      expect((await read(clients[otherSide(side)], id)).items).toEqual([]);
    }
  });

  it('keep no side waiting for the other when both write at once', async () => {
    await agreed('주파수 정책', '혼신 사례');
    const { items } = await read(korea);
    const [first, second] = items;
    if (!first || !second) throw new Error('no items');
    await answered(defer(korea, first));
    const proposal = onlyProposal(await read(japan));
    const answers = await Promise.all([
      accept(japan, proposal),
      korea.patch(`agenda-items/${second.id}`, { etag: second.etag, body: { lang: 'ko', minutes: 50 } }),
      japan.post(`agenda-items/${second.id}/move`, { etag: second.etag, body: { to: 1 } }),
      korea.post(`agenda-items/${second.id}/comments`, { body: { lang: 'ko', text: '의견', shared: true } }),
      korea.post(`sessions/${sessionId}/agenda/standing`),
      japan.post(`sessions/${sessionId}/agenda/standing`),
    ]);
    expect(answers.filter((answer) => answer.statusCode >= 500).map((answer) => answer.body)).toEqual([]);
    expect(answers[0].statusCode).toBe(200);
  });
});
