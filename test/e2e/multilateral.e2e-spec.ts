import type { LightMyRequestResponse } from 'fastify';
import type {
  MultilateralItemView,
  MultilateralMeetingDetailView,
  MultilateralMeetingListView,
} from '../../apps/api/src/multilateral/multilateral.views.js';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { HomeView } from '../../apps/api/src/home/home.dto.js';
import type { SupportListView } from '../../apps/api/src/multilateral/support.dto.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';

const nobody = '019aa000-0000-7000-8000-000000000000';
const texts = { ko: '현행 조건 유지', ja: '現行条件の維持', en: 'Keep the present conditions' };

describe('a meeting of another organisation', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let observer: TestClient;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-02-01T10:00:00+09:00');
    [korea, japan, observer] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('observer'),
    ]);
  });
  afterAll(() => test.close());

  const list = (client: TestClient, query = '') =>
    answered<MultilateralMeetingListView>(client.get(`multilateral-meetings?limit=200${query}`));
  const read = (client: TestClient, id: string) =>
    answered<MultilateralMeetingDetailView>(client.get(`multilateral-meetings/${id}?texts=all`));
  const wrc = async () => (await list(korea)).items.find(({ code }) => code === 'MF-WRC27')?.id ?? '';
  const last = (meeting: MultilateralMeetingDetailView): MultilateralItemView => {
    const item = meeting.items.at(-1);
    if (!item) throw new Error('no item');
    return item;
  };
  const addItem = async (client: TestClient, meetingId: string, number: string) =>
    last(
      await answered<MultilateralMeetingDetailView>(
        client.post(`multilateral-meetings/${meetingId}/items`, {
          body: { number, lang: 'ko', title: { ko: number } },
        }),
      ),
    );
  const itemOf = async (client: TestClient, meetingId: string, id: string) => {
    const found = (await read(client, meetingId)).items.find((item) => item.id === id);
    if (!found) throw new Error('no item');
    return found;
  };
  const take = async (client: TestClient, meetingId: string, itemId: string, words: object) => {
    const drafted = await answered<MultilateralMeetingDetailView>(
      client.post(`multilateral-items/${itemId}/positions`, { body: { lang: 'en', texts: words } }),
    );
    const draft = drafted.items.find(({ id }) => id === itemId)?.draft;
    await answered(client.post(`multilateral-positions/${draft?.id ?? ''}/exchange`, { etag: draft?.etag ?? '' }));
  };
  const waits = async (client: TestClient, list: 'waitsForMe' | 'waitsForThem', kind: string) =>
    (await answered<HomeView>(client.get('home')))[list].filter((item) => item.kind === `multilateral-${kind}`);
  const refused = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json<{ code: string }>().code];
  const decide = async (client: TestClient, id: string, decision: 'accept' | 'refuse') => {
    const { items } = await answered<{ items: ProposalView[] }>(
      client.get(`proposals?subjectType=multilateral_meeting&subjectId=${id}&state=open`),
    );
    const [open] = items;
    return client.post(`proposals/${open?.id ?? ''}/${decision}`, {
      body: decision === 'accept' ? { hash: open?.hash } : { reason: 'not yet' },
    });
  };

  it('keeps the seven meetings of the record as their sources have them, by organisation and time', async () => {
    const all = await list(japan);
    expect(all.items.map(({ code, forum, evidence }) => [code, forum, evidence])).toEqual([
      ['MF-WRC27', 'itu', 'web'],
      ['MF-WRC23', 'itu', 'web'],
      ['MF-WRC19', 'itu', 'web'],
      ['MF-ASEM3', 'asem', 'cross_verified'],
      ['MF-WTO', 'wto', 'seed'],
      ['MF-APT', 'apt', 'cross_verified'],
      ['MF-APEC', 'apec', 'seed'],
    ]);
    expect((await list(japan, '&when=upcoming')).items.map(({ code }) => code)).toEqual(['MF-WRC27']);
    expect((await list(japan, '&forum=wto')).items.map(({ code }) => code)).toEqual(['MF-WTO']);
    const id = await wrc();
    const meeting = await read(korea, id);
    const edit = await korea.patch(`multilateral-meetings/${id}`, { etag: meeting.etag, body: facts() });
    expect(refused(edit)).toEqual([409, 'multilateral.ofTheRecord']);
    expect(meeting.allowedActions.find(({ action }) => action === 'propose-edit')).toEqual({
      action: 'propose-edit',
      allowed: false,
      reason: 'multilateral.ofTheRecord',
    });
  });
  const facts = (over: object = {}) => ({
    forum: 'oecd',
    lang: 'ko',
    name: { ko: 'OECD 디지털정책위원회', ja: 'OECDデジタル政策委員会', en: 'OECD Digital Policy Committee' },
    place: { ko: '파리', ja: 'パリ', en: 'Paris' },
    from: '2027-05-10',
    to: '2027-05-12',
    zone: 'Europe/Paris',
    ...over,
  });

  it('is its side’s own until it is shared, and then changes by two keys', async () => {
    const before = await list(japan);
    const made = await answered<MultilateralMeetingDetailView>(korea.post('multilateral-meetings', { body: facts() }));
    expect(made).toMatchObject({ audience: 'kr', forum: 'oecd', code: null, dateEnd: '2027-05-12', daysLeft: 98 });
    expect(await list(japan)).toEqual(before);
    const hidden = await japan.get(`multilateral-meetings/${made.id}`);
    const missing = await japan.get(`multilateral-meetings/${nobody}`);
    expect({ ...hidden.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
    expect(hidden.statusCode).toBe(404);
    const edited = await answered<MultilateralMeetingDetailView>(
      korea.patch(`multilateral-meetings/${made.id}`, { etag: made.etag, body: facts({ to: '2027-05-11' }) }),
    );
    expect(refused(await korea.post(`multilateral-meetings/${made.id}/share`, { etag: made.etag }))[0]).toBe(412);
    const shared = await answered<MultilateralMeetingDetailView>(
      korea.post(`multilateral-meetings/${made.id}/share`, { etag: edited.etag }),
    );
    expect((await read(japan, made.id)).etag).toBe('"1000"');
    await answered(
      japan.patch(`multilateral-meetings/${made.id}`, {
        etag: shared.etag,
        body: facts({ from: '2027-05-17', to: '2027-05-18' }),
      }),
    );
    expect((await read(korea, made.id)).date?.value).toBe('2027-05-10');
    expect((await decide(korea, made.id, 'accept')).statusCode).toBe(200);
    expect((await read(japan, made.id)).date?.value).toBe('2027-05-17');
    for (const [body, code, path] of [
      [facts({ to: '2027-05-01' }), 'multilateral.datesWrong', 'to'],
      [facts({ zone: 'Mars/Base' }), 'common.invalid', 'zone'],
      [facts({ lang: 'en', name: { ko: '회의' } }), 'common.invalid', 'name.en'],
      [facts({ forum: 'nato' }), 'common.invalid', 'forum'],
    ] as const) {
      const answer = await korea.post('multilateral-meetings', { body });
      expect(answer.json()).toMatchObject({ code, fields: [{ path }] });
    }
    expect((await (await test.as('delegate.kr')).post('multilateral-meetings', { body: facts() })).statusCode).toBe(
      403,
    );
  });

  it('keeps each side’s position private until it is exchanged; the line follows from both and is agreed by two keys', async () => {
    const meetingId = await wrc();
    const item = await addItem(korea, meetingId, '1.7');
    expect((await read(japan, meetingId)).items).toEqual([]);
    const tooEarly = await korea.post(`multilateral-items/${item.id}/common-line`, {
      etag: item.etag,
      body: { line: 'aligned', lang: 'en', text: texts },
    });
    expect(refused(tooEarly)).toEqual([409, 'common.wrongState']);
    await answered(korea.post(`multilateral-items/${item.id}/exchange`, { etag: item.etag }));
    const shown = await itemOf(japan, meetingId, item.id);
    await answered(
      korea.post(`multilateral-items/${item.id}/positions`, { body: { lang: 'ko', texts: { ko: '비공개 입장' } } }),
    );
    expect(await itemOf(japan, meetingId, item.id)).toEqual(shown);
    const twice = await korea.post(`multilateral-items/${item.id}/positions`, { body: { lang: 'ko', texts } });
    expect(refused(twice)).toEqual([409, 'multilateral.positionDrafted']);
    const { draft } = await itemOf(korea, meetingId, item.id);
    const path = `multilateral-positions/${draft?.id ?? ''}`;
    for (const change of [
      japan.patch(path, { etag: draft?.etag ?? '', body: { texts } }),
      japan.post(`${path}/exchange`, { etag: draft?.etag ?? '' }),
    ])
      expect(refused(await change)).toEqual([404, 'multilateral.positionNotFound']);
    const edited = await answered<MultilateralMeetingDetailView>(
      korea.patch(path, { etag: draft?.etag ?? '', body: { texts } }),
    );
    const now = last(edited).draft;
    expect(now?.text).toMatchObject({ text: texts.ko, status: 'authentic', revision: 2 });
    await answered(korea.post(`${path}/exchange`, { etag: now?.etag ?? '' }));
    const one = await itemOf(japan, meetingId, item.id);
    // Nothing tells how often the draft was changed.
    expect(one.positions[0]?.text).toMatchObject({ text: texts.ja, revision: 1, of: 1, stale: false });
    expect(one).toMatchObject({ commonLine: 'none', positions: [{ side: 'kr' }] });
    const alone = await japan.post(`multilateral-items/${item.id}/common-line`, {
      etag: one.etag,
      body: { line: 'aligned', lang: 'ja', text: texts },
    });
    expect(refused(alone)).toEqual([422, 'multilateral.positionsMissing']);
    await take(japan, meetingId, item.id, texts);
    const both = await itemOf(japan, meetingId, item.id);
    expect(both).toMatchObject({ commonLine: 'exchanged', positions: [{ side: 'jp' }, { side: 'kr' }] });
    const proposed = await japan.post(`multilateral-items/${item.id}/common-line`, {
      etag: both.etag,
      body: { line: 'joint_contribution', lang: 'ja', text: texts },
    });
    expect(proposed.json<MultilateralMeetingDetailView>().items[0]?.commonLine).toBe('exchanged');
    expect((await decide(japan, item.id, 'accept')).statusCode).toBe(403);
    expect((await decide(korea, item.id, 'accept')).statusCode).toBe(200);
    const agreed = await itemOf(korea, meetingId, item.id);
    expect(agreed).toMatchObject({ commonLine: 'joint_contribution', lineText: { text: texts.ko } });
    // A newer position: what both agreed rested on the older one.
    await take(korea, meetingId, item.id, { en: 'A new view' });
    const moved = await itemOf(japan, meetingId, item.id);
    expect(moved).toMatchObject({ commonLine: 'exchanged', lineText: null });
    expect(moved.earlier.map(({ text }) => text.text)).toEqual([texts.ja]);
  });

  it('ends a proposed line when a newer position is exchanged, and lets nobody sign the older one', async () => {
    const meetingId = await wrc();
    const item = await addItem(japan, meetingId, '1.9');
    await answered(japan.post(`multilateral-items/${item.id}/exchange`, { etag: item.etag }));
    for (const client of [korea, japan]) await take(client, meetingId, item.id, texts);
    const { etag } = await itemOf(korea, meetingId, item.id);
    await answered(
      korea.post(`multilateral-items/${item.id}/common-line`, {
        etag,
        body: { line: 'opposed', lang: 'ko', text: texts },
      }),
    );
    await take(japan, meetingId, item.id, { en: 'Changed' });
    const { items } = await answered<{ items: ProposalView[] }>(
      korea.get(`proposals?subjectType=multilateral_meeting&subjectId=${item.id}`),
    );
    expect(items.map(({ state }) => state)).toEqual(['superseded']);
    const now = await itemOf(japan, meetingId, item.id);
    // Both spoke: it is no longer one side's to take away.
    const hide = (client: TestClient, id: string, etag: string) =>
      client.post(`multilateral-items/${id}/withdraw`, { etag });
    expect(refused(await hide(japan, item.id, now.etag))).toEqual([409, 'multilateral.bothSpoke']);
    expect((await itemOf(korea, meetingId, item.id)).positions).toHaveLength(2);
    const alone = await addItem(japan, meetingId, '1.10');
    await answered(japan.post(`multilateral-items/${alone.id}/exchange`, { etag: alone.etag }));
    await take(japan, meetingId, alone.id, texts);
    const { etag: standing } = await itemOf(japan, meetingId, alone.id);
    expect(refused(await hide(korea, alone.id, standing))[0]).toBe(403);
    const left = await answered<MultilateralMeetingDetailView>(hide(japan, alone.id, standing));
    expect(left.items.some(({ id }) => id === alone.id)).toBe(false);
  });

  it('has contributions with the organisation’s deadline in its own zone, and days that follow from it and the meeting', async () => {
    const meetingId = await wrc();
    const add = async (over: object) =>
      (
        await answered<MultilateralMeetingDetailView>(
          korea.post(`multilateral-meetings/${meetingId}/contributions`, {
            body: { lang: 'en', title: { en: 'On agenda item 1.7' }, deadline, ...over },
          }),
        )
      ).contributions;
    const deadline = { date: '2027-09-27', time: '16:00', zone: 'Europe/Zurich' };
    const [first] = await add({ symbol: 'WRC27/12', url: 'https://www.itu.int/md/R23-WRC27-C-0012' });
    // Summer time in Geneva: UTC+2. M-60 is a Thursday, M-30 a Saturday, three days before the deadline a Friday.
    expect(first).toMatchObject({ dueAt: '2027-09-27T14:00:00.000Z', zone: 'Europe/Zurich', late: false });
    expect(first?.deadlines.map(({ rule, date }) => [rule, date])).toEqual([
      ['decide', '2027-08-12'],
      ['text', '2027-09-10'],
      ['final', '2027-09-24'],
    ]);
    const winter = await add({ deadline: { date: '2027-03-27', time: '23:59', zone: 'Europe/Zurich' } });
    expect(winter[0]?.dueAt).toBe('2027-03-27T22:59:00.000Z');
    expect((await read(japan, meetingId)).contributions).toEqual([]);
    const path = `multilateral-contributions/${first?.id ?? ''}`;
    // A week before one of its days it waits for its side, and a draft for nobody else.
    expect(await waits(korea, 'waitsForMe', 'contribution')).toEqual([]);
    await test.setClock('2027-08-05T10:00:00+09:00');
    const near = await waits(await test.as('official.kr'), 'waitsForMe', 'contribution');
    expect(near.map(({ title, due, daysLeft }) => [title.text, due, daysLeft])).toContainEqual([
      'On agenda item 1.7',
      '2027-08-12',
      7,
    ]);
    expect(await waits(await test.as('official.jp'), 'waitsForThem', 'contribution')).toEqual([]);
    await test.setClock('2027-02-01T10:00:00+09:00');
    for (const url of ['javascript:alert(1)', 'https://user:secret@example.org/', 'no address']) {
      const answer = await korea.patch(path, { etag: first?.etag ?? '', body: { url } });
      expect(answer.json()).toMatchObject({
        code: 'common.invalid',
        fields: [{ path: 'url', code: 'common.notAUrl' }],
      });
    }
    const shared = await answered<MultilateralMeetingDetailView>(
      korea.post(`${path}/share`, { etag: first?.etag ?? '' }),
    );
    const seen = (await read(japan, meetingId)).contributions;
    expect(seen.map(({ symbol, state }) => [symbol, state])).toEqual([['WRC27/12', 'shared']]);
    expect(refused(await japan.post(`${path}/submit`, { etag: seen[0]?.etag ?? '' }))[0]).toBe(403);
    const own = shared.contributions.find(({ id }) => id === first?.id);
    const jointly = await answered<MultilateralMeetingDetailView>(
      korea.patch(path, { etag: own?.etag ?? '', body: { joint: true } }),
    );
    const etag = jointly.contributions.find(({ id }) => id === first?.id)?.etag ?? '';
    expect(refused(await korea.post(`${path}/submit`, { etag }))).toEqual([422, 'multilateral.notJoint']);
    expect(refused(await korea.post(`${path}/publish`, { etag }))[0]).toBe(404);
    expect((await korea.post(`${path}/withdraw`, {})).statusCode).toBe(428);
  });

  it('submits a contribution in the name of both by two keys on the same facts, and lets no side take it back alone', async () => {
    const meetingId = await wrc();
    const item = await addItem(korea, meetingId, '1.12');
    await answered(korea.post(`multilateral-items/${item.id}/exchange`, { etag: item.etag }));
    for (const client of [korea, japan]) await take(client, meetingId, item.id, texts);
    const { etag: both } = await itemOf(korea, meetingId, item.id);
    const line = { line: 'joint_contribution', lang: 'ko', text: texts };
    await answered(korea.post(`multilateral-items/${item.id}/common-line`, { etag: both, body: line }));
    expect((await decide(japan, item.id, 'accept')).statusCode).toBe(200);
    const deadline = { date: '2027-10-04', time: '16:00', zone: 'Europe/Zurich' };
    const made = await answered<MultilateralMeetingDetailView>(
      korea.post(`multilateral-meetings/${meetingId}/contributions`, {
        body: { lang: 'en', title: { en: 'On item 1.12' }, deadline, joint: true, itemId: item.id },
      }),
    );
    const id = made.contributions.find(({ title }) => title.text === 'On item 1.12')?.id ?? '';
    const path = `multilateral-contributions/${id}`;
    const now = async (client: TestClient) => {
      const found = (await read(client, meetingId)).contributions.find((one) => one.id === id);
      return { etag: found?.etag ?? '', found };
    };
    for (const title of ['On item 1.12 again', 'On item 1.12'])
      await answered(korea.patch(path, { etag: (await now(korea)).etag, body: { title: { en: title } } }));
    await answered(korea.post(`${path}/share`, await now(korea)));
    expect((await now(japan)).found?.title.revision).toBe(1);
    expect(refused(await korea.post(`${path}/submit`, await now(korea)))).toEqual([409, 'multilateral.takesBoth']);
    for (const body of [{ joint: false }, { itemId: null }])
      expect(refused(await korea.patch(path, { etag: (await now(korea)).etag, body }))).toEqual([
        409,
        'multilateral.takesBoth',
      ]);
    await answered(korea.post(`${path}/propose-submit`, await now(korea)));
    // Other words after the first key: it stood on the older ones.
    await answered(korea.patch(path, { etag: (await now(korea)).etag, body: { symbol: 'WRC27/44' } }));
    expect((await decide(japan, id, 'accept')).statusCode).toBe(404);
    await answered(korea.post(`${path}/propose-submit`, await now(korea)));
    expect((await now(korea)).found?.state).toBe('shared');
    expect((await decide(korea, id, 'accept')).statusCode).toBe(403);
    expect((await decide(japan, id, 'accept')).statusCode).toBe(200);
    expect((await now(japan)).found).toMatchObject({ state: 'submitted', symbol: 'WRC27/44', joint: true });
  });

  it('keeps support for candidates between the two sides, and writes down who reads it', async () => {
    const meetingId = await wrc();
    const path = `multilateral-meetings/${meetingId}/support-requests`;
    const support = (client: TestClient) => answered<SupportListView>(client.get(path));
    const drafted = await answered<SupportListView>(
      korea.post(path, {
        body: { lang: 'ko', office: { ko: '연구반 의장' }, candidate: 'HONG Gil-dong', note: '비공개' },
      }),
    );
    const [own] = drafted.items;
    expect((await support(japan)).items).toEqual([]);
    const act = (client: TestClient, name: string, etag: string, body: object = {}) =>
      client.post(`multilateral-support-requests/${own?.id ?? ''}/${name}`, { etag, body });
    expect(refused(await act(japan, 'support', own?.etag ?? ''))).toEqual([404, 'multilateral.supportNotFound']);
    await answered(act(korea, 'ask', own?.etag ?? ''));
    for (const [client, mine, theirs] of [
      [japan, 1, 0],
      [korea, 0, 1],
      [observer, 0, 0],
    ] as const) {
      expect(await waits(client, 'waitsForMe', 'support-answer')).toHaveLength(mine);
      expect(await waits(client, 'waitsForThem', 'support-answer')).toHaveLength(theirs);
    }
    const [seen] = (await support(japan)).items;
    expect(seen).toMatchObject({ candidate: 'HONG Gil-dong', state: 'asked', etag: '"1000"' });
    expect(refused(await act(korea, 'support', seen?.etag ?? ''))[0]).toBe(403);
    const answer = { lang: 'ja', text: '支持します。' };
    const given = await answered<SupportListView>(act(japan, 'support', seen?.etag ?? '', answer));
    expect(given.items[0]).toMatchObject({ state: 'supported', answer: { text: answer.text, lang: 'ja' } });
    for (const name of ['observer', 'company.kr', 'interpreter', 'admin'])
      expect((await (await test.as(name)).get(path)).statusCode).toBe(403);
    const reads = await test.database
      .readAs('forum_jp')
      .query(`select 1 from forum.outbox_event where event = 'multilateral.supportRead' and actor_side = 'jp'`);
    expect(reads.length).toBeGreaterThanOrEqual(2);
    expect((await read(observer, meetingId)).items).toEqual([]);
    // Readers without a side: neither the request nor that there is one.
    const joint = test.database.readAs('forum_joint');
    expect(await joint.query('select 1 from forum.multilateral_support')).toEqual([]);
    expect(await joint.query(`select 1 from forum.outbox_event where event = 'multilateral.supportChanged'`)).toEqual(
      [],
    );
  });

  it('says why it refuses in the reader’s language', async () => {
    const id = await wrc();
    const { etag } = await read(korea, id);
    const told = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) =>
        (await korea.patch(`multilateral-meetings/${id}`, { etag, body: facts(), language })).json<{
          detail: string;
        }>(),
      ),
    );
    expect(told.map(({ detail }) => detail.slice(0, 8))).toEqual(['이 회의는 출처', 'この会合は出典に', 'This mee']);
  });
});
