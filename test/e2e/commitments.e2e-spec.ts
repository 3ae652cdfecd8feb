import { newId } from '#core/kernel';
import type { CommitmentDetailView, CommitmentListView } from '../../apps/api/src/commitments/commitments.views.js';
import type { InstrumentDetailView, InstrumentListView } from '../../apps/api/src/commitments/instruments.views.js';
import type { ProposalListView, ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly fields?: { readonly path: string; readonly code: string }[];
}

/** What each refusal says, in the order ko, ja, en: people read these, so they are written out. */
const TEXTS: Record<string, readonly [string, string, string]> = {
  evidenceMissing: ['이행 상태를 바꾸려면', '実施状況を変えるには', 'A change of status needs'],
  evidenceLinkBad: ['http 또는 https로 시작하는', 'http又はhttpsで始まる', 'beginning with http or https'],
  evidenceUnknown: [
    '양측이 모두 볼 수 있는 회의나 자료가',
    '双方が閲覧できる会合又は資料では',
    'that both sides can read',
  ],
  meetingNotHeld: ['아직 열리지 않은 회의는', 'まだ開催されていない会合は', 'has not been held yet'],
  dayNotCome: [
    '상태 기준일(2027-03-02)이 오늘(2027-03-01)보다 늦습니다.',
    '状況の基準日(2027-03-02)が本日(2027-03-01)より後です。',
    'from 2027-03-02, but today is 2027-03-01',
  ],
};

describe('commitments', () => {
  let test: TestApp;
  let kr: TestClient;
  let jp: TestClient;
  let ids: ReadonlyMap<string, string>;
  let held: string;
  let ahead: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-01T10:00:00+09:00');
    [kr, jp] = await Promise.all([test.as('secretariat.kr'), test.as('head.jp')]);
    const rows = await test.admin<{ code: string; id: string }>('select code, id from forum.commitment');
    ids = new Map(rows.map(({ code, id }) => [code, id]));
    held = (await saveSession(test, { state: 'held', startDate: '2027-02-10' })).id;
    ahead = (await saveSession(test)).id;
  });
  afterAll(() => test.close());

  const read = (client: TestClient, code: string) =>
    answered<CommitmentDetailView>(client.get(`commitments/${ids.get(code) ?? ''}?texts=all`));
  const step = async (client: TestClient, code: string, body: object, language?: 'ko' | 'ja' | 'en') => {
    const { etag } = await read(client, code);
    return client.post(`commitments/${ids.get(code) ?? ''}/steps`, {
      etag,
      body,
      ...(language === undefined ? {} : { language }),
    });
  };
  const proposalsOf = async (code: string) =>
    (await answered<ProposalListView>(jp.get(`proposals?subjectId=${ids.get(code) ?? ''}&state=open`))).items;
  const accept = (client: TestClient, { id, hash }: Pick<ProposalView, 'id' | 'hash'>) =>
    client.post(`proposals/${id}/accept`, { body: { hash } });
  const stored = (code: string) =>
    test.admin(
      `select c.status, c.version, (select count(*)::int from forum.commitment_evidence e where e.commitment_id = c.id) as evidence,
              (select count(*)::int from forum.commitment_event h where h.commitment_id = c.id) as events from forum.commitment c where c.code = $1`,
      [code],
    );
  const link = { kind: 'link', url: 'https://example.org/minutes', text: '회의록' };

  it('stay as they are until the other side confirms a change of what both stand behind', async () => {
    const before = await read(kr, 'C2026-F1');
    expect([before.status, before.agreed, before.twoKeys]).toEqual(['in_progress', true, true]);
    const asked = await step(kr, 'C2026-F1', { action: 'fulfil', evidence: link, note: '포럼이 열렸습니다.' });
    expect(asked.json<CommitmentDetailView>()).toMatchObject({ status: 'in_progress', etag: before.etag, history: [] });
    const [proposal] = await proposalsOf('C2026-F1');
    expect(proposal).toMatchObject({
      kind: 'commitment.status',
      proposedBy: 'kr',
      reason: '포럼이 열렸습니다.',
      content: { from: 'in_progress', to: 'fulfilled', asOf: '2027-03-01', evidence: { url: link.url } },
    });
    if (!proposal) throw new Error('nothing was proposed');
    expect((await accept(await test.as('head.kr'), proposal)).json()).toMatchObject({ code: 'common.forbidden' });
    expect(await stored('C2026-F1')).toEqual([{ status: 'in_progress', version: 1, evidence: 0, events: 0 }]);
    await answered(accept(jp, proposal));
    const after = await read(jp, 'C2026-F1');
    expect(after).toMatchObject({
      status: 'fulfilled',
      statusAsOf: '2027-03-01',
      statusNote: null,
      evidenceGiven: [{ kind: 'link', url: link.url, side: 'kr', text: { text: '회의록', lang: 'ko' } }],
      history: [{ event: 'statusChanged', from: 'in_progress', to: 'fulfilled', side: 'kr', confirmedBy: 'jp' }],
    });
    expect(after.chain.slice(-2).map(({ kind, side, state }) => [kind, side, state])).toEqual([
      ['evidence', 'kr', null],
      ['confirmation', 'jp', 'fulfilled'],
    ]);
    expect((await accept(jp, proposal)).json()).toMatchObject({ code: 'common.wrongState' });
    expect(await stored('C2026-F1')).toEqual([{ status: 'fulfilled', version: 2, evidence: 1, events: 1 }]);
    const events = await test.admin<{ event: string }>(
      `select event from forum.outbox_event where subject_id = $1 order by id`,
      [ids.get('C2026-F1')],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'proposal.opened',
      'commitment.statusChanged',
      'proposal.accepted',
    ]);
  });

  it('of one side alone change by that side alone, and count as agreed by nobody', async () => {
    const other = await step(jp, 'C2023-I3', { action: 'fulfil', evidence: link });
    expect([other.statusCode, other.json<Problem>().code]).toEqual([403, 'common.forbidden']);
    const done = await answered<CommitmentDetailView>(
      step(kr, 'C2023-I3', {
        action: 'fulfil-partly',
        evidence: { kind: 'meeting', sessionId: held },
        asOf: '2027-02-10',
      }),
    );
    expect(done).toMatchObject({ status: 'partly', statusAsOf: '2027-02-10', agreed: false, twoKeys: false });
    expect(done.evidenceGiven[0]?.session?.id).toBe(held);
    expect(done.history).toMatchObject([{ to: 'partly', side: 'kr', confirmedBy: null }]);
    expect(await proposalsOf('C2023-I3')).toEqual([]);
    const taken = await answered<CommitmentDetailView>(step(kr, 'C2023-V5', { action: 'take-up', evidence: link }));
    expect([taken.status, taken.agreed]).toEqual(['in_progress', false]);

    // Its one key names its own side's post, never the other side's.
    const details = async (body: object) => {
      const { id, etag } = await read(kr, 'C2023-I3');
      return kr.post(`commitments/${id}/details`, { etag, body });
    };
    const [krPostId, jpPostId] = await Promise.all(
      ['kr', 'jp'].map(async (side) => {
        const [post] = await test.admin<{ id: string }>(
          `select id from forum.post where side = '${side}' order by id limit 1`,
        );
        return post?.id;
      }),
    );
    const kept = (await read(jp, 'C2023-I3')).etag;
    for (const body of [{ actingSide: 'both' }, { actingSide: 'jp' }, { actingSide: 'both', krPostId, jpPostId }])
      expect((await details(body)).json<Problem>().code).toBe('commitments.postOfOtherSide');
    expect((await read(jp, 'C2023-I3')).etag).toBe(kept);
    await answered(details({ actingSide: 'kr', krPostId }));
    expect((await read(jp, 'C2023-I3')).sides.map(({ side, post }) => [side, post?.id])).toContainEqual([
      'kr',
      krPostId,
    ]);
  });

  it.each([
    ['evidenceMissing', { action: 'start' }],
    ['evidenceMissing', { action: 'start', evidence: { kind: 'link', text: 'no address' } }],
    ['evidenceMissing', { action: 'start', evidence: { kind: 'meeting' } }],
    ['evidenceLinkBad', { action: 'start', evidence: { kind: 'link', url: 'javascript:alert(1)' } }],
    [
      'evidenceUnknown',
      { action: 'start', evidence: { kind: 'document', paperId: '019aa000-0000-7000-8000-000000000000' } },
    ],
    ['dayNotCome', { action: 'start', evidence: link, asOf: '2027-03-02' }],
  ])('refuse %s in three languages and store nothing', async (code, body) => {
    const before = await stored('C2010-2');
    for (const [index, language] of (['ko', 'ja', 'en'] as const).entries()) {
      const answer = await step(kr, 'C2010-2', body, language);
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([422, `commitments.${code}`]);
      expect(answer.json<Problem>().detail).toContain(TEXTS[code]?.[index]);
    }
    expect(await stored('C2010-2')).toEqual(before);
    expect(await proposalsOf('C2010-2')).toEqual([]);
  });

  it('take no meeting as evidence that was not held, or that one side keeps for itself', async () => {
    const notYet = await step(
      kr,
      'C2010-2',
      { action: 'start', evidence: { kind: 'meeting', sessionId: ahead } },
      'en',
    );
    expect(notYet.json<Problem>()).toMatchObject({ code: 'commitments.meetingNotHeld' });
    expect(notYet.json<Problem>().detail).toContain(TEXTS['meetingNotHeld']?.[2]);
    const own = (await saveSession(test, { state: 'held' })).id;
    await test.admin(`update forum.session set audience = 'kr' where id = $1`, [own]);
    const hidden = await step(kr, 'C2010-2', { action: 'start', evidence: { kind: 'meeting', sessionId: own } });
    expect(hidden.json<Problem>().code).toBe('commitments.evidenceUnknown');
  });

  it('say what may be done to whom, and refuse the rest by role, state and version', async () => {
    const offers = (view: CommitmentDetailView) =>
      view.allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action);
    expect(offers(await read(kr, 'C2010-2'))).toEqual([
      ...['assign', 'start', 'fulfil-partly', 'fulfil', 'fulfil-differently', 'close-with-event', 'supersede', 'lapse'],
      'details',
    ]);
    expect(offers(await read(jp, 'C2023-I4'))).toEqual([]);
    expect(offers(await read(await test.as('delegate.kr'), 'C2010-2'))).toEqual([]);
    expect(offers(await read(kr, 'C2010-1'))).toEqual(['reopen', 'details']);
    expect((await step(kr, 'C2010-1', { action: 'lapse', evidence: link })).json()).toMatchObject({
      code: 'common.wrongState',
    });
    expect((await step(await test.as('official.kr'), 'C2010-2', { action: 'start', evidence: link })).statusCode).toBe(
      403,
    );
    const id = ids.get('C2010-2') ?? '';
    const body = { action: 'start', evidence: link };
    expect((await kr.post(`commitments/${id}/steps`, { body })).statusCode).toBe(428);
    expect((await kr.post(`commitments/${id}/steps`, { body, etag: '"9"' })).statusCode).toBe(412);
    expect((await kr.post(`commitments/${id}/steps`, { body: { action: 'record' }, etag: '"1"' })).statusCode).toBe(
      400,
    );
    expect((await kr.post(`commitments/${held}/steps`, { body, etag: '"1"' })).statusCode).toBe(404);
  });

  it('let nothing be confirmed that changed after it was proposed', async () => {
    await answered(step(kr, 'C2011-1', { action: 'start', evidence: link }));
    const [proposal] = await proposalsOf('C2011-1');
    if (!proposal) throw new Error('nothing was proposed');
    await test.admin(`update forum.commitment set version = version + 1 where code = 'C2011-1'`);
    const answer = await accept(jp, proposal);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'commitments.moved']);
    await answered(jp.post(`proposals/${proposal.id}/refuse`, { body: { reason: '確認できません。' } }));
    expect(await stored('C2011-1')).toMatchObject([{ status: 'unknown', evidence: 0, events: 0 }]);
  });

  it('name who acts, a measure, a due month and the original words once, with both keys', async () => {
    const posts = await test.admin<{ side: string; id: string }>(
      `select distinct on (p.side) p.side, p.id from forum.post p where p.side is not null order by p.side, p.id`,
    );
    const postOf = (side: string) => posts.find((post) => post.side === side)?.id ?? '';
    const { etag, id } = await read(kr, 'C2010-2');
    const ask = (body: object) => kr.post(`commitments/${id}/details`, { etag, body });
    expect((await ask({ krPostId: postOf('jp'), actingSide: 'both' })).json<Problem>().code).toBe(
      'commitments.postOfOtherSide',
    );
    expect((await ask({ due: '2027-02-30' })).json<Problem>().code).toBe('commitments.dateBad');
    expect((await ask({ actingSide: null })).json<Problem>().code).toBe('commitments.nothingChanged');
    const body = {
      actingSide: 'both',
      krPostId: postOf('kr'),
      jpPostId: postOf('jp'),
      measure: {
        lang: 'en',
        texts: { en: 'One table of measurements a year', ko: '연 1회 측정표', ja: '年1回の測定表' },
      },
      due: '2027-09',
      quote: { text: 'Both sides shall exchange tables.\nOnce a year.', lang: 'en' },
    };
    await answered(ask(body));
    expect(await read(jp, 'C2010-2')).toMatchObject({ actingSide: null, quote: null, due: null });
    const [proposal] = await proposalsOf('C2010-2');
    if (!proposal) throw new Error('nothing was proposed');
    await answered(accept(jp, proposal));
    const after = await read(jp, 'C2010-2');
    expect(after).toMatchObject({
      actingSide: 'both',
      due: { value: '2027-09', precision: 'month' },
      quote: body.quote,
      measure: { all: { ja: { text: '年1回の測定表', status: 'checked' } } },
      history: [{ event: 'detailsChanged', side: 'kr', confirmedBy: 'jp' }],
    });
    expect(after.sides.map(({ side, acts, post }) => [side, acts, post?.id])).toEqual([
      ['jp', true, postOf('jp')],
      ['kr', true, postOf('kr')],
    ]);
    const again = await kr.post(`commitments/${id}/details`, { etag: after.etag, body: { quote: body.quote } });
    expect(again.json<Problem>().code).toBe('commitments.quoteKept');
    await expect(
      test.admin(`update forum.commitment set quote = 'other words' where id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'ck_commitment_quote_kept' });
    await expect(test.admin(`update forum.commitment set status = status where id = $1`, [id])).resolves.toEqual([]);
  });

  it('tell in their chain that nobody spoke where silence confirmed an action', async () => {
    const [post] = await test.admin<{ id: string }>(`select id from forum.post where side = 'jp' order by id limit 1`);
    const commitmentId = ids.get('C2010-2');
    const body = { title: '측정표 교환', lang: 'ko', ownerPostId: post?.id, due: '2027-05-06', commitmentId };
    const { id } = await answered<{ id: string }>(kr.post('action-items', { body }));
    await test.admin(`update forum.action_item set state = 'done_confirmed' where id = $1`, [id]);
    await test.admin(
      `insert into forum.action_event (id, action_item_id, event, params, audience) values (gen_random_uuid(), $1, 'confirmedBySilence', '{}', 'joint')`,
      [id],
    );
    const { chain } = await read(jp, 'C2010-2');
    expect(chain.slice(-2).map(({ kind, side, href }) => [kind, side, href])).toEqual([
      ['action', 'jp', `/actions/${id}`],
      ['silence', null, `/actions/${id}`],
    ]);
  });

  it('are counted by instrument, year and topic, and as agreed only where both sides stand behind them', async () => {
    const { rows } = await answered<{
      rows: { by: string; key: string | null; counts: Record<string, number>; agreed: number; others: number }[];
    }>(jp.get('commitments/progress?lang=en'));
    for (const by of ['instrument', 'year']) {
      const own = rows.filter((row) => row.by === by);
      expect(own.reduce((sum, { agreed }) => sum + agreed, 0)).toBe(36);
      expect(own.reduce((sum, { others }) => sum + others, 0)).toBe(11);
      for (const { counts, agreed } of own)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(agreed);
    }
    expect(rows.find(({ by, key }) => by === 'year' && key === '2000')).toMatchObject({ agreed: 25, others: 0 });
    expect(rows.find(({ by, key }) => by === 'topic' && key === 'radio')).toMatchObject({ others: 2 });
    const list = async (query: string) =>
      (await answered<CommitmentListView>(jp.get(`commitments?limit=200&${query}`))).items.length;
    expect([await list('agreed=true'), await list('agreed=false')]).toEqual([36, 11]);
    expect([await list('year=2000'), await list('strength=proposal'), await list('year=2000&topic=ecommerce')]).toEqual(
      [25, 3, 8],
    );
  });

  describe('of a new instrument', () => {
    const name = { lang: 'ko', texts: { ko: '전파 협력 각서', ja: '電波協力覚書', en: 'Memorandum on radio' } };
    const draft = {
      name,
      kind: 'agency_arrangement',
      legal: 'agency_level',
      date: '2027-02-26',
      copyLanguages: ['ko', 'ja'],
    };
    const clause = (text: string, over: object = {}) => ({
      text: { lang: 'ko', texts: { ko: `${text} 가`, ja: `${text} 仮`, en: `${text} x` } },
      strength: 'joint_non_binding',
      topicCodes: ['radio'],
      ...over,
    });
    const page = (client: TestClient, id: string) =>
      answered<InstrumentDetailView>(client.get(`instruments/${id}?texts=all`));
    const put = async (client: TestClient, id: string, path: string, body?: object) =>
      client.post(`instruments/${id}/${path}`, { etag: (await page(client, id)).etag, ...(body ? { body } : {}) });
    const lists = async (client: TestClient) => [
      (await answered<InstrumentListView>(client.get('instruments?limit=200'))).items,
      (await answered<CommitmentListView>(client.get('commitments?limit=200'))).items,
      await answered(client.get('commitments/progress')),
    ];

    it('are drafted by one side, proposed to the other and promises once both keys are turned', async () => {
      const before = await lists(jp);
      const official = await test.as('official.kr');
      const mine = await answered<InstrumentDetailView>(official.post('instruments', { body: draft }));
      expect(mine).toMatchObject({ state: 'draft', code: null, originSide: 'kr', gaps: 2 });
      const { id } = mine;
      await answered(put(official, id, 'areas', { name: { lang: 'ko', texts: { ko: '측정' } } }));
      await answered(put(official, id, 'areas', { name: { lang: 'ko', texts: { ko: '쓰지 않을 분야' } } }));
      const areaId = (await page(kr, id)).areas[0]?.id ?? '';
      const quote = { text: '양측은 매년 측정 자료를 교환한다.', lang: 'ko' };
      await answered(put(kr, id, 'clauses', clause('총론', { chapeau: true })));
      await answered(put(kr, id, 'clauses', clause('교환', { areaId, quote, due: '2027-12-31', actingSide: 'both' })));
      const extra = await answered<InstrumentDetailView>(put(kr, id, 'clauses', clause('뺄 조항')));
      await answered(put(kr, id, `clauses/${extra.commitments[2]?.id ?? ''}/remove`));
      await answered(put(kr, id, 'clauses', clause('제안', { strength: 'proposal', strengthSide: 'kr' })));
      expect((await put(kr, id, 'clauses', clause('x', { strength: 'proposal' }))).json<Problem>().code).toBe(
        'commitments.sideOfStrength',
      );
      expect((await put(official, id, 'propose', {})).statusCode).toBe(403);
      const early = await put(kr, id, 'propose', {});
      expect([early.statusCode, early.json<Problem>().code]).toEqual([422, 'commitments.textsOpen']);
      expect(await lists(jp)).toEqual(before);
      expect((await jp.get(`instruments/${id}`)).statusCode).toBe(404);

      await answered(
        kr.patch(`instruments/${id}`, { etag: (await page(kr, id)).etag, body: { ...draft, date: '2027-02-26' } }),
      );
      await answered(
        put(kr, id, 'areas', { name: { lang: 'ko', texts: { ko: '측정', ja: '測定', en: 'Measuring' } } }),
      );
      const areas = (await page(kr, id)).areas;
      const edited = (await page(kr, id)).commitments[1];
      await answered(
        kr.put(`instruments/${id}/clauses/${edited?.id ?? ''}`, {
          etag: (await page(kr, id)).etag,
          body: clause('교환', { areaId: areas[2]?.id, quote, due: '2027-12-31', actingSide: 'both' }),
        }),
      );
      await answered(put(kr, id, 'propose', { reason: '합의한 대로입니다.' }));
      const seen = await page(jp, id);
      expect(seen).toMatchObject({
        state: 'proposed',
        code: 'IN-2027-1',
        etag: '"1001"',
        originSide: 'kr',
        check: null,
      });
      expect(seen.areas.map(({ code, name: words }) => [code, words.all?.ja.text])).toEqual([['A1', '測定']]);
      expect(seen.commitments.map(({ code, status, agreed }) => [code, status, agreed])).toEqual([
        ['C2027-1-1', 'proposed', false],
        ['C2027-1-2', 'proposed', false],
        ['C2027-1-3', 'proposed', false],
      ]);
      expect(JSON.stringify(await page(jp, id))).not.toContain('쓰지 않을');
      const waiting = await step2(seen.commitments[1]?.id ?? '');
      expect(waiting.json<Problem>().code).toBe('commitments.notRecorded');

      const [first] = (await answered<ProposalListView>(jp.get(`proposals?subjectId=${id}&state=open`))).items;
      if (!first) throw new Error('nothing was proposed');
      await answered(jp.post(`proposals/${first.id}/refuse`, { body: { reason: '条項を一つ加えたい。' } }));
      expect(await page(kr, id)).toMatchObject({ state: 'returned' });
      await answered(put(await test.as('secretariat.jp'), id, 'clauses', clause('追加')));
      await answered(put(jp, id, 'propose', {}));
      const [second] = (await answered<ProposalListView>(kr.get(`proposals?subjectId=${id}&state=open`))).items;
      if (!second) throw new Error('nothing was proposed');
      await answered(accept(kr, second));

      const recorded = await page(jp, id);
      expect(recorded).toMatchObject({ state: 'recorded', allowedActions: [] });
      expect(recorded.commitments.map(({ code, status, agreed }) => [code, status, agreed])).toEqual([
        ['C2027-1-1', 'recorded', true],
        ['C2027-1-2', 'recorded', true],
        ['C2027-1-3', 'proposed', false],
        ['C2027-1-4', 'recorded', true],
      ]);
      const kept = await answered<CommitmentDetailView>(jp.get(`commitments/${recorded.commitments[1]?.id ?? ''}`));
      expect(kept).toMatchObject({
        quote,
        history: [{ event: 'recorded', to: 'recorded', side: 'jp', confirmedBy: 'kr' }],
      });
      const heading = await answered<CommitmentDetailView>(kr.get(`commitments/${recorded.commitments[0]?.id ?? ''}`));
      expect(heading.allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(['details']);
      const late = await put(kr, id, 'clauses', clause('늦은 조항'));
      expect(late.json<Problem>().code).toBe('common.wrongState');
    });

    const step2 = async (id: string) => {
      const { etag } = await answered<CommitmentDetailView>(kr.get(`commitments/${id}`));
      return kr.post(`commitments/${id}/steps`, { etag, body: { action: 'start', evidence: link } });
    };

    it('between agencies keep what Korean law asks for the Korean side, with the day by which it is posted', async () => {
      const [row] = await test.admin<{ id: string }>(`select id from forum.instrument where code = 'IN-2027-1'`);
      const id = row?.id ?? '';
      const checked = { makesNoRights: true, makesNoBudget: true, makesNoExemption: true };
      const body = { ...checked, consultedOn: '2027-02-01', postedOn: null, postingUrl: 'javascript:1' };
      expect((await jp.put(`instruments/${id}/check`, { body })).statusCode).toBe(403);
      expect((await kr.put(`instruments/${id}/check`, { body })).json<Problem>().code).toBe(
        'commitments.evidenceLinkBad',
      );
      await answered(kr.put(`instruments/${id}/check`, { body: { ...body, postingUrl: 'https://example.org/law' } }));
      const noted = await answered<InstrumentDetailView>(
        kr.put(`instruments/${id}/check`, {
          body: { ...body, postedOn: '2027-03-02', postingUrl: null, note: '게시함' },
        }),
      );
      // S+10 is Monday 8 March 2027.
      expect(noted.check).toMatchObject({
        ...checked,
        postedOn: '2027-03-02',
        note: '게시함',
        postingDue: '2027-03-08',
      });
      // The channel it was concluded in agreed on other days: the page says what the reminders say.
      const session = await test.admin<{ id: string }>(
        `update forum.instrument set session_id = (select id from forum.session where audience = 'joint' order by id limit 1)
          where id = $1 and session_id is null returning session_id as id`,
        [id],
      );
      await test.admin(
        `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience)
         select $1, s.channel_id, 'arrangement_posted', '{"offset":20}', 'joint' from forum.instrument i join forum.session s on s.id = i.session_id where i.id = $2`,
        [newId(), id],
      );
      expect((await page(kr, id)).check?.postingDue).toBe('2027-03-18');
      await test.admin(`delete from forum.channel_reminder_rule where code = 'arrangement_posted'`);
      if (session.length > 0) await test.admin('update forum.instrument set session_id = null where id = $1', [id]);
      expect((await page(jp, id)).check).toBeNull();
      expect(JSON.stringify(await page(jp, id))).not.toContain('게시함');
      const [other] = await test.admin<{ id: string }>(`select id from forum.instrument where code = 'IN-2000'`);
      const wrong = await kr.put(`instruments/${other?.id ?? ''}/check`, { body: { ...body, postingUrl: null } });
      expect(wrong.json<Problem>().code).toBe('commitments.noSuchCheck');
    });

    it('leave every list when their draft is given up', async () => {
      const before = await lists(kr);
      const { id } = await answered<InstrumentDetailView>(kr.post('instruments', { body: draft }));
      await answered(put(kr, id, 'clauses', clause('버릴 조항')));
      await answered(put(kr, id, 'withdraw'));
      expect(await lists(kr)).toEqual(before);
    });
  });
});
