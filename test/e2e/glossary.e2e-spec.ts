import type { GlossaryCheckView } from '../../apps/api/src/glossary/glossary-check.dto.js';
import type { GlossaryTermView, GlossaryView, TermHistoryView } from '../../apps/api/src/glossary/glossary.dto.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import { seedGlossary } from '#forum/glossary';
import { termFiles } from '#forum/history';
import { workerActor } from '../support/actors.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';

const sandbox = {
  area: 'radio',
  ko: { term: '주파수 규제특례', also: ['규제 샌드박스'] },
  ja: { term: '周波数の規制特例', avoid: ['砂場制度'] },
  en: { term: 'Spectrum sandbox' },
  note: { ko: '실증특례를 포함함' },
  binding: true,
  reason: '제2차 회의에서 논의함',
};

describe('the glossary', () => {
  let test: TestApp;
  let kr: TestClient;
  let jp: TestClient;
  beforeAll(async () => {
    test = await createTestApp();
    kr = await test.as('secretariat.kr');
    jp = await test.as('secretariat.jp');
  });
  afterAll(() => test.close());

  const find = async (client: TestClient, query: string): Promise<GlossaryView> =>
    answered<GlossaryView>(client.get(`glossary?${query}`));
  const termOf = async (client: TestClient, code: string): Promise<GlossaryTermView> => {
    const { items } = await find(client, `q=${code}&lang=en`);
    const term = items.find((item) => item.code === code);
    if (!term) throw new Error(`no term ${code}`);
    return term;
  };
  const openOf = (term: GlossaryTermView) => {
    const [proposal] = term.proposals;
    if (!proposal) throw new Error('no proposal');
    return proposal;
  };
  const accept = async (client: TestClient, term: GlossaryTermView) => {
    const { id, hash } = openOf(term);
    return client.post(`proposals/${id}/accept`, { body: { hash } });
  };
  const refusal = async (asked: ReturnType<TestClient['post']>): Promise<[number, string]> => {
    const answer = await asked;
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };
  const rows = () =>
    test.admin('select code, state, audience, version, words from forum.glossary_term order by code, id');
  const wordsOf = ({ ko, ja, en }: GlossaryTermView['words']) => ({ ko, ja, en });

  it('starts with the list of the installation, once, and never writes over what people agreed', async () => {
    const [count] = await test.admin<{ count: number }>(
      `select count(*)::integer as count from forum.glossary_term where origin = 'file' and state = 'agreed'`,
    );
    expect(count?.count).toBe(465);
    const before = await rows();
    expect(await test.database.runInTx(workerActor, (tx) => seedGlossary(tx, termFiles()))).toBe(0);
    const files = termFiles();
    const corrected = { ...files, list: files.list.replace('\t협정\t', '\t협정문\t') };
    expect(await test.database.runInTx(workerActor, (tx) => seedGlossary(tx, corrected))).toBe(1);
    expect((await termOf(kr, 'instr.agreement')).words.ko.term).toBe('협정문');
    expect(await test.database.runInTx(workerActor, (tx) => seedGlossary(tx, files))).toBe(1);
    expect((await rows()).length).toBe(before.length);
  });

  it.each([
    ['電波監視', 'radio.monitoring'],
    ['전파감시', 'radio.monitoring'],
    ['Radio Monitor', 'radio.monitoring'],
    ['한일 전파국장회의', 'name.radio_dg'],
    ['でじたる政策', 'topic.digital'],
    ['ﾃﾞｼﾞﾀﾙ政策', 'topic.digital'],
    ['아시아태평양', 'org.apt'],
    ['合議議事録', 'doc.agreed_minutes'],
    ['기관간', 'instr.agency_arrangement'],
    ['Notices for the MIFR', 'org.itu_br'],
    ['과기정통부', 'org.kr_msit'],
  ])('finds %s, in whichever language it is written', async (sought, code) => {
    const { items } = await find(await test.as('delegate.jp'), `q=${encodeURIComponent(sought)}`);
    expect(items.map((item) => item.code)).toContain(code);
  });

  it('gives the very word first, counts areas, and goes on from page to page without losing a term', async () => {
    const { items, areas } = await find(kr, `q=${encodeURIComponent('전파')}&limit=200`);
    expect(items[0]?.code).toBe('radio.radio_waves');
    expect(areas.find(({ area }) => area === 'radio')?.count).toBeGreaterThan(3);
    const seen: string[] = [];
    let cursor: string | null = '0';
    while (cursor !== null) {
      const page: GlossaryView = await find(kr, `area=radio&limit=7&cursor=${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await find(kr, 'area=radio&limit=200')).items.length);
    expect(await refusal(kr.get('glossary?cursor=x'))).toEqual([400, 'common.notACursor']);
    expect((await find(kr, 'q=%25')).items).toEqual([]);
  });

  it('takes a new term when the other side has turned its key on it, and not before', async () => {
    const headers = { 'idempotency-key': 'new-term-1' };
    const answer = await kr.post('glossary/terms', { body: sandbox, headers });
    const again = await kr.post('glossary/terms', { body: sandbox, headers });
    expect([answer.statusCode, again.json()]).toEqual([201, answer.json()]);
    const proposed = answer.json<GlossaryTermView>();
    expect(proposed).toMatchObject({
      code: 'radio.spectrum_sandbox',
      state: 'proposed',
      proposals: [{ proposedBy: 'kr' }],
    });
    expect((await find(jp, 'open=true')).items.map(({ code }) => code)).toEqual(['radio.spectrum_sandbox']);
    const waiting = await answered<ProposalListView>(jp.get('proposals?waiting=me&lang=ja'));
    expect(waiting.items[0]).toMatchObject({
      kind: 'glossary.term',
      subjectType: 'glossary_term',
      subjectTitle: { text: '周波数の規制特例', lang: 'ja' },
      content: { change: 'new', words: { ja: { term: '周波数の規制特例', avoid: ['砂場制度'] } } },
    });
    expect(await refusal(accept(kr, proposed))).toEqual([403, 'common.forbidden']);
    const check = (text: string) =>
      answered<GlossaryCheckView>(kr.post('glossary/check', { body: { texts: { ja: text } } }));
    expect((await check('砂場制度の導入')).offGlossary).toEqual([]);
    for (const reader of ['company.kr', 'observer'])
      expect((await find(await test.as(reader), 'q=sandbox')).items).toEqual([]);
    expect((await accept(jp, proposed)).statusCode).toBe(200);
    expect((await check('砂場制度の導入')).offGlossary).toMatchObject([
      { found: '砂場制度', offer: '周波数の規制特例', start: 0, end: 4 },
    ]);
    const agreed = await termOf(await test.as('company.jp'), 'radio.spectrum_sandbox');
    expect(agreed).toMatchObject({
      state: 'agreed',
      origin: 'people',
      binding: true,
      note: { text: '실증특례를 포함함', lang: 'ko' },
    });
    expect(agreed.proposals).toEqual([]);
  });

  it('keeps every wording with the posts that turned the keys', async () => {
    const term = await termOf(kr, 'radio.spectrum_sandbox');
    const { items } = await answered<TermHistoryView>(kr.get(`glossary/terms/${term.id}/history`));
    expect(items).toMatchObject([
      { number: 1, change: 'new', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(items[0]?.proposal?.keys.map(({ side, turned }) => [side, turned])).toEqual([
      ['kr', true],
      ['jp', true],
    ]);
    const outside = await answered<TermHistoryView>(
      (await test.as('observer')).get(`glossary/terms/${term.id}/history`),
    );
    expect(outside.items.map(({ proposal }) => proposal)).toEqual([null]);
    const listed = await termOf(kr, 'radio.monitoring');
    const first = await answered<TermHistoryView>(kr.get(`glossary/terms/${listed.id}/history`));
    expect(first.items).toMatchObject([{ number: 1, change: 'file', proposal: null }]);
  });

  it('changes, retires and restores a term by two keys each', async () => {
    const term = await termOf(jp, 'radio.spectrum_sandbox');
    const words = { ...wordsOf(term.words), en: { term: 'Regulatory sandbox for spectrum' } };
    const path = `glossary/terms/${term.id}`;
    expect(await refusal(jp.post(`${path}/proposals`, { body: words }))).toEqual([428, 'common.preconditionNeeded']);
    const changed = await answered<GlossaryTermView>(jp.post(`${path}/proposals`, { etag: term.etag, body: words }));
    expect(changed.words.en.term).toBe('Spectrum sandbox');
    expect(await refusal(jp.post(`${path}/proposals`, { etag: term.etag, body: words }))).toEqual([
      409,
      'two-key.alreadyProposed',
    ]);
    expect((await accept(kr, changed)).statusCode).toBe(200);
    expect(await refusal(jp.post(`${path}/proposals`, { etag: term.etag, body: words }))).toEqual([
      412,
      'common.staleVersion',
    ]);
    const now = await termOf(jp, 'radio.spectrum_sandbox');
    expect([now.words.en.term, now.state]).toEqual(['Regulatory sandbox for spectrum', 'agreed']);
    const ending = await answered<GlossaryTermView>(
      kr.post(`${path}/retirement`, { etag: now.etag, body: { reason: '사용하지 않음' } }),
    );
    await accept(jp, ending);
    expect((await find(kr, 'q=sandbox')).items).toEqual([]);
    const [retired] = (await find(kr, 'q=sandbox&state=retired')).items;
    expect(retired?.allowedActions).toEqual([{ action: 'propose-restoration', allowed: true, reason: null }]);
    const back = await answered<GlossaryTermView>(
      jp.post(`${path}/restoration`, { etag: retired?.etag ?? '', body: {} }),
    );
    await accept(kr, back);
    expect((await termOf(kr, 'radio.spectrum_sandbox')).state).toBe('agreed');
    const { items } = await answered<TermHistoryView>(kr.get(`${path}/history`));
    expect(items.map(({ change }) => change)).toEqual(['restoration', 'retirement', 'change', 'new']);
  });

  it('takes a counter-proposal in the place of the proposal, and frees the code of one that is refused or taken back', async () => {
    const body = {
      ...sandbox,
      code: 'radio.beacon',
      ko: { term: '전파 표지' },
      ja: { term: '電波標識' },
      en: { term: 'Radio beacon' },
    };
    const first = await answered<GlossaryTermView>(kr.post('glossary/terms', { body }));
    const { area: _area, code: _code, ...words } = { ...body, ja: { term: '無線標識' } };
    const counter = await answered<GlossaryTermView>(
      jp.post(`glossary/terms/${first.id}/proposals`, { etag: first.etag, body: words }),
    );
    expect([counter.words.ja.term, openOf(counter).proposedBy]).toEqual(['無線標識', 'jp']);
    expect(await refusal(accept(jp, first))).toEqual([409, 'common.wrongState']);
    expect((await kr.post(`proposals/${openOf(counter).id}/refuse`, { body: {} })).statusCode).toBe(200);
    expect((await find(kr, 'q=beacon')).items).toEqual([]);
    const second = await answered<GlossaryTermView>(kr.post('glossary/terms', { body }));
    expect([second.code, second.id === first.id]).toEqual(['radio.beacon', false]);
    expect(await refusal(jp.post('glossary/terms', { body }))).toEqual([409, 'glossary.codeTaken']);
    expect((await kr.post(`proposals/${openOf(second).id}/withdraw`)).statusCode).toBe(200);
    const events = await test.admin<{ event: string; audience: string }>(
      `select event, audience from forum.outbox_event where subject_id = any ($1::uuid[]) and event like 'glossary.%' order by occurred_at`,
      [[first.id, second.id]],
    );
    expect(events).toEqual([
      { event: 'glossary.termDropped', audience: 'joint' },
      { event: 'glossary.termDropped', audience: 'joint' },
    ]);
  });

  it('gives a code to one of two who ask for it at once, and agrees once when two heads sign at once', async () => {
    const body = { ...sandbox, code: 'radio.race', ko: { term: '경합' }, ja: { term: '競合' }, en: { term: 'Race' } };
    const asked = await Promise.all([kr, jp, kr, jp].map((client) => client.post('glossary/terms', { body })));
    expect(asked.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409]);
    const won = asked.find(({ statusCode }) => statusCode === 201)?.json<GlossaryTermView>();
    if (!won) throw new Error('nobody won');
    const [secretariat, head] =
      openOf(won).proposedBy === 'kr' ? ['secretariat.jp', 'head.jp'] : ['secretariat.kr', 'head.kr'];
    const signed = await Promise.all([accept(await test.as(secretariat), won), accept(await test.as(head), won)]);
    expect(signed.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const [kept] = await test.admin<{ count: number }>(
      'select count(*)::integer as count from forum.glossary_version where term_id = $1',
      [won.id],
    );
    expect(kept?.count).toBe(1);
  });

  it.each(['official.kr', 'delegate.jp', 'interpreter', 'company.kr', 'observer', 'auditor', 'admin'])(
    'is not %s’s to change',
    async (name) => {
      const client = await test.as(name);
      const before = await rows();
      const term = await termOf(kr, 'radio.monitoring');
      const { allowedActions } = await find(client, 'area=radio&limit=1');
      expect(allowedActions.every(({ allowed }) => !allowed)).toBe(true);
      const body = wordsOf({ ...term.words, ko: { term: '감시', also: [], avoid: [] } });
      const answers = await Promise.all([
        client.post('glossary/terms', { body: sandbox }),
        client.post(`glossary/terms/${term.id}/proposals`, { etag: term.etag, body }),
        client.post(`glossary/terms/${term.id}/retirement`, { etag: term.etag, body: {} }),
        client.post('glossary/proposals/accept', { body: { proposals: [] } }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
      expect(await rows()).toEqual(before);
    },
  );

  it('refuses what cannot be a term, and says why in each language', async () => {
    const post = (over: object) => refusal(kr.post('glossary/terms', { body: { ...sandbox, ...over } }));
    expect(await post({ area: 'Radio Waves' })).toEqual([422, 'glossary.areaMalformed']);
    expect(await post({ code: 'sandbox' })).toEqual([422, 'glossary.codeMalformed']);
    expect(await post({ ko: { term: '' } })).toEqual([400, 'common.invalid']);
    expect(await post({ ko: { term: '가\u202e나' } })).toEqual([400, 'common.invalid']);
    expect(await post({ ja: { term: '電'.repeat(201) } })).toEqual([400, 'common.invalid']);
    expect(await post({ ja: { term: '電波', also: 'x' } })).toEqual([400, 'common.invalid']);
    expect(await post({ ja: { term: '電波', also: Array.from({ length: 21 }, (_, n) => `電${String(n)}`) } })).toEqual([
      400,
      'common.invalid',
    ]);
    const twice = { ...sandbox, ja: { term: '無線標識', avoid: ['無線標識'] } };
    const texts = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) =>
        (await kr.post('glossary/terms', { body: twice, language })).json<object>(),
      ),
    );
    expect(texts).toMatchObject([
      { code: 'glossary.formTwice', detail: expect.stringContaining('일본어') as string },
      { detail: expect.stringContaining('日本語') as string },
      { detail: expect.stringContaining('Japanese') as string },
    ]);
    const term = await termOf(kr, 'radio.monitoring');
    const same = { ...wordsOf(term.words), binding: term.binding };
    expect(await refusal(kr.post(`glossary/terms/${term.id}/proposals`, { etag: term.etag, body: same }))).toEqual([
      409,
      'glossary.nothingChanged',
    ]);
  });

  it('normalises what a Mac and a half-width keyboard give', async () => {
    const body = {
      ...sandbox,
      code: 'radio.mac',
      ko: { term: '전파 위성'.normalize('NFD') },
      ja: { term: '  無線ｶﾞｲﾄﾞ ' },
    };
    const { words, proposals } = await answered<GlossaryTermView>(kr.post('glossary/terms', { body }));
    expect([words.ko.term, words.ja.term]).toEqual(['전파 위성', '無線ｶﾞｲﾄﾞ']);
    expect((await find(kr, `q=${encodeURIComponent('無線ガイド')}`)).items).toHaveLength(1);
    await kr.post(`proposals/${proposals[0]?.id ?? ''}/withdraw`);
  });

  it('checks a draft for the reader, who is told why in their own language', async () => {
    const texts = { ko: '통신정책실장 면담 및 합의의사록', ja: '通信政策室長との面談及び覚書' };
    const view = async (language: 'ko' | 'ja' | 'en') =>
      answered<GlossaryCheckView>(jp.post('glossary/check', { language, body: { texts, source: 'ko' } }));
    const japanese = await view('ja');
    expect(japanese.offGlossary).toMatchObject([
      {
        lang: 'ja',
        found: null,
        offer: '合意議事録',
        source: { lang: 'ko', found: '합의의사록' },
        agreed: { en: 'Agreed minutes' },
      },
    ]);
    expect(japanese.falseFriends).toMatchObject([
      {
        code: 'officeHead',
        kind: 'clash',
        marks: [
          { lang: 'ko', offers: [] },
          { lang: 'ja', offers: ['室長(次官補級)'] },
        ],
      },
    ]);
    expect(japanese.falseFriends[0]?.termId).toBe((await termOf(kr, 'rank.deputy_minister_kr')).id);
    expect(japanese.falseFriends[0]?.explanation).toContain('課長より下位');
    expect((await view('ko')).falseFriends[0]?.explanation).toContain('과장보다 낮습니다');
    expect((await view('en')).falseFriends[0]?.explanation).toContain('below a division director');
    const [hit] = japanese.hits;
    expect(texts.ko.slice(hit?.start, hit?.end)).toBe(hit?.found);
  });

  it('keeps nothing of a draft, and refuses what is no text', async () => {
    const marker = 'SEALEDDRAFT';
    await answered(kr.post('glossary/check', { body: { texts: { ko: `${marker} 주파수` } } }));
    const [kept] = await test.admin<{ count: number }>(
      `select (select count(*) from forum.outbox_event where payload::text like '%${marker}%')::integer
            + (select count(*) from forum.audit_entry a where a::text like '%${marker}%')::integer as count`,
    );
    expect(kept?.count).toBe(0);
    const status = async (body: object): Promise<number> => (await kr.post('glossary/check', { body })).statusCode;
    expect(await status({ texts: { ko: '\ud800' } })).toBe(400);
    expect(await status({ texts: { ko: '가'.repeat(20_001) } })).toBe(400);
    expect(await status({ texts: { fr: 'fréquence' } })).toBe(400);
    expect(await status({ texts: {} })).toBe(200);
    expect((await test.anonymous.post('glossary/check', { body: { texts: {} } })).statusCode).toBe(401);
  });
});
