import { newId } from '#core/kernel';
import type { AgendaCommentListView } from '../../apps/api/src/agenda/agenda-items.dto.js';
import type { AgendaItemView, AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { confirmInterpretation } from '../support/delegation.js';
import { saveSession } from '../support/factories/session.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly fields: { readonly path: string; readonly code: string }[];
}

describe('the items of an agenda', () => {
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

  const read = (client: TestClient): Promise<AgendaView> =>
    answered(client.get(`sessions/${sessionId}/agenda?texts=all`));
  const add = (client: TestClient, over: object = {}) =>
    client.post(`sessions/${sessionId}/agenda/items`, {
      body: { lang: 'ko', title: '주파수 정책', minutes: 40, objective: 'discuss', ...over },
    });
  const exchange = async (client: TestClient): Promise<AgendaView> =>
    answered(client.post(`sessions/${sessionId}/agenda/exchange`, { etag: (await read(client)).etag }));
  const itemOf = (agenda: AgendaView, index = 0): AgendaItemView => {
    const item = agenda.items[index];
    if (!item) throw new Error(`no item ${String(index)}`);
    return item;
  };
  const link = (client: TestClient, item: AgendaItemView, links: object[]) =>
    client.put(`agenda-items/${item.id}/links`, { etag: item.etag, body: { links } });
  const comment = (client: TestClient, id: string, text: string, shared?: boolean) =>
    client.post(`agenda-items/${id}/comments`, { body: { lang: 'ko', text, ...(shared ? { shared } : {}) } });
  const commentsFor = (client: TestClient, id: string): Promise<AgendaCommentListView> =>
    answered(client.get(`agenda-items/${id}/comments`));

  it('are told apart from sections and breaks, which have no number, and times follow from all of them', async () => {
    await add(korea, { kind: 'section', title: '제1부', minutes: undefined, objective: undefined });
    await add(korea);
    await add(korea, { kind: 'break', title: '휴식', minutes: 15, objective: undefined });
    await add(korea, { title: '혼신 사례', minutes: 20 });
    const draft = await read(korea);
    expect(draft.items.map((item) => item.startsAt)).toEqual([null, null, null, null]);
    const shared = await exchange(korea);
    const told = shared.items.map((item) => [item.kind, item.number, item.minutes, item.objective]);
    expect(told).toEqual([
      ['section', null, 0, null],
      ['item', 1, 40, 'discuss'],
      ['break', null, 15, null],
      ['item', 2, 20, 'discuss'],
    ]);
    const clock = (agenda: AgendaView) => agenda.items.map((item) => [item.startsAt, item.endsAt]);
    const at = (time: string) => `2027-03-11T${time}:00.000Z`;
    expect(clock(shared)).toEqual([
      [at('01:00'), at('02:15')],
      [at('01:00'), at('01:40')],
      [at('01:40'), at('01:55')],
      [at('01:55'), at('02:15')],
    ]);
    expect(shared).toMatchObject({ endsAt: at('02:15'), overrunMinutes: 0, totalMinutes: 75 });
    // Consecutive interpretation doubles speech, and no break.
    await confirmInterpretation(test, sessionId, 'kr');
    const interpreted = await read(japan);
    expect(clock(interpreted).slice(1)).toEqual([
      [at('01:00'), at('02:20')],
      [at('02:20'), at('02:35')],
      [at('02:35'), at('03:15')],
    ]);
    expect(interpreted.items.map((item) => item.runningMinutes)).toEqual([0, 80, 15, 40]);
  });

  it('say by how much they outlast the session', async () => {
    await add(korea, { minutes: 450 });
    expect(await exchange(korea)).toMatchObject({ endsAt: '2027-03-11T08:30:00.000Z', overrunMinutes: 30 });
  });

  it('have what their kind needs and nothing else, said in the reader’s language', async () => {
    const refused = await korea.post(`sessions/${sessionId}/agenda/items`, {
      body: { kind: 'section', lang: 'ko', title: '제1부', minutes: 10 },
      language: 'ja',
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Problem>()).toMatchObject({
      code: 'agenda.notForKind',
      detail: '区分の見出しには、時間・目的・冒頭説明を設定できません。',
      fields: [{ path: 'minutes' }],
    });
    const texts = await Promise.all(
      (['ko', 'en'] as const).map((language) =>
        korea.post(`sessions/${sessionId}/agenda/items`, {
          body: { kind: 'break', lang: 'ko', title: '휴식', minutes: 10, objective: 'inform' },
          language,
        }),
      ),
    );
    expect(texts.map((answer) => answer.json<Problem>().detail)).toEqual([
      '휴식에는 시간만 지정할 수 있습니다.',
      'A break has a length only: no objective and no lead.',
    ]);
    for (const body of [{ objective: undefined }, { minutes: undefined }, { minutes: 481 }])
      expect((await add(korea, body)).statusCode).toBe(400);
    await answered(add(korea, { kind: 'section', title: '제1부', minutes: undefined, objective: undefined }));
    const section = itemOf(await read(korea));
    const edited = await korea.patch(`agenda-items/${section.id}`, {
      etag: section.etag,
      body: { lang: 'ko', minutes: 5 },
    });
    expect(edited.json()).toMatchObject({ code: 'agenda.notForKind' });
    expect(section.allowedActions.find((entry) => entry.action === 'link')).toMatchObject({
      allowed: false,
      reason: 'agenda.notForKind',
    });
  });

  it('lead to the promises, cases and actions they are about, which are part of what is signed', async () => {
    const idOf = async (table: string): Promise<string> =>
      (
        await test.admin<{ id: string }>(
          `select id from forum.${table} where audience in ('joint','public') order by id limit 1`,
        )
      )[0]?.id ?? '';
    const links = [
      { kind: 'commitment', id: await idOf('commitment') },
      { kind: 'radio_issue', id: await idOf('radio_issue') },
      { kind: 'action_item', id: await idOf('action_item') },
    ];
    await add(korea);
    const before = await exchange(korea);
    const linked = await answered<AgendaView>(link(japan, itemOf(before), links));
    expect(linked.state).toBe('in_negotiation');
    expect(linked.hash).not.toBe(before.hash);
    expect(itemOf(linked).links.map(({ kind, id, path }) => [kind, id, path])).toEqual([
      ['commitment', links[0]?.id, `/commitments/${links[0]?.id ?? ''}`],
      ['radio_issue', links[1]?.id, `/records/radio/${links[1]?.id ?? ''}`],
      ['action_item', links[2]?.id, `/actions/${links[2]?.id ?? ''}`],
    ]);
    expect(itemOf(await read(korea)).links.every((one) => one.title.text !== '')).toBe(true);
    const fewer = await answered<AgendaView>(link(korea, itemOf(await read(korea)), links.slice(2)));
    expect(itemOf(fewer).links.map((one) => one.kind)).toEqual(['action_item']);
    const again = await answered<AgendaView>(link(korea, itemOf(fewer), links));
    expect(again.hash).toBe(linked.hash);
    const stale = await link(korea, itemOf(before), []);
    expect(stale.statusCode).toBe(412);
    const twice = await link(korea, itemOf(again), [...links, ...links]);
    expect(twice.statusCode).toBe(400);
  });

  it('never point the other side to what it may not know of', async () => {
    const [own] = await test.admin<{ id: string }>(
      `insert into forum.action_item (id, number, series, sequence, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
       select $1::uuid, 'KR-ONLY-1', 'KR-ONLY', 1, a.channel_id, a.title, 'kr', a.owner_post_id, a.due, 'open', false, 'kr'
         from forum.action_item a limit 1 returning id`,
      [newId()],
    );
    const secret = { kind: 'action_item', id: own?.id ?? '' };
    await add(korea);
    const draft = await answered<AgendaView>(link(korea, itemOf(await read(korea)), [secret]));
    expect(itemOf(draft).links).toMatchObject([{ id: secret.id, audience: 'kr' }]);
    const refused = await korea.post(`sessions/${sessionId}/agenda/exchange`, { etag: draft.etag });
    expect(refused.json()).toMatchObject({ code: 'agenda.linkPrivate' });
    expect((await read(japan)).items).toEqual([]);
    await answered(link(korea, itemOf(draft), []));
    const shared = itemOf(await exchange(korea));
    expect((await link(korea, shared, [secret])).json()).toMatchObject({ code: 'agenda.linkPrivate' });
    const guessed = (await link(japan, shared, [secret])).json<Problem>();
    const missing = (await link(japan, shared, [{ kind: 'action_item', id: newId() }])).json<Problem>();
    expect({ ...guessed, requestId: '' }).toEqual({ ...missing, requestId: '' });
    expect(guessed.code).toBe('agenda.linkNotFound');
  });

  it('are commented for both or for the own side; a private comment moves no count, version or tag of the other side', async () => {
    await add(korea);
    const shared = itemOf(await exchange(korea));
    const before = await read(japan);
    const own = await answered<AgendaCommentListView>(comment(korea, shared.id, '우리 측 검토 필요'));
    expect(own.items).toMatchObject([{ side: 'kr', audience: 'kr', lang: 'ko', text: '우리 측 검토 필요' }]);
    expect(own.items[0]?.post?.side).toBe('kr');
    expect(await read(japan)).toEqual(before);
    expect((await commentsFor(japan, shared.id)).items).toEqual([]);
    expect((await commentsFor(interpreter, shared.id)).items).toEqual([]);
    await answered(comment(japan, shared.id, '時間を延ばしたい', true));
    expect((await commentsFor(korea, shared.id)).items.map((one) => one.audience)).toEqual(['kr', 'joint']);
    expect(itemOf(await read(korea))).toMatchObject({ commentCount: 2, etag: shared.etag });
    expect(itemOf(await read(japan)).commentCount).toBe(1);
    expect((await read(korea)).hash).toBe(before.hash);
    expect((await comment(interpreter, shared.id, '통역', true)).json()).toMatchObject({ code: 'common.forbidden' });
    const events = await test.admin<{ audience: string }>(
      `select audience from forum.outbox_event where event = 'agenda.itemCommented' and subject_id = $1 order by id`,
      [shared.id],
    );
    expect(events.map((event) => event.audience)).toEqual(['kr', 'joint']);
  });

  it('lead to twenty matters at most, and say so in the reader’s language', async () => {
    const item = itemOf(await answered<AgendaView>(add(korea)));
    const links = Array.from({ length: 21 }, () => ({ kind: 'commitment', id: newId() }));
    const refused = await korea.put(`agenda-items/${item.id}/links`, {
      etag: item.etag,
      body: { links },
      language: 'en',
    });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({
      fields: [{ path: 'links', code: 'common.tooMany', params: { max: 20 }, detail: 'Give 20 entries at most.' }],
    });
  });

  it('take no comment for both while only one side sees them, and none from who does not', async () => {
    await add(korea);
    const draft = itemOf(await read(korea));
    expect((await comment(korea, draft.id, '공동 의견', true)).json()).toMatchObject({ code: 'agenda.commentOnDraft' });
    await answered(comment(korea, draft.id, '내부 의견'));
    const guesses = [
      await japan.get(`agenda-items/${draft.id}/comments`),
      await japan.get(`agenda-items/${newId()}/comments`),
      await comment(japan, draft.id, '推測'),
    ];
    expect(guesses.map((answer) => answer.json<Problem>().code)).toEqual(
      Array.from({ length: 3 }, () => 'agenda.itemNotFound'),
    );
    await exchange(korea);
    expect((await commentsFor(japan, draft.id)).items).toEqual([]);
  });
});
