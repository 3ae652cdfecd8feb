import { createTestApp, type TestApp } from '../support/app.js';

interface Text {
  text: string;
  lang: string;
  status: string;
}
interface Dated {
  value: string;
  precision: string;
}
interface Channel {
  id: string;
  code: string;
  name: Text;
  state: string;
  nominalLevel: string;
  lastHeld: { date: Dated; level: string | null; sessionId: string | null } | null;
  names: { side: string | null; lang: string; text: string; from: string | null; to: string | null; kind: string }[];
  events: { type: string; date: Dated; text: Text; level: string | null; sources: { code: string }[] }[];
  sessions: {
    code: string;
    ordinal: number | null;
    level: string;
    nominalLevel: string;
    title: Text;
    illustrative: boolean;
  }[];
  relations: { kind: string; channelId: string; name: Text }[];
  parties: Text[];
  conflicts: { code: string; handling: string }[];
}
interface Commitment {
  id: string;
  code: string;
  text: Text;
  agreed: boolean;
  status: string;
  strengthSide: string | null;
  due: Dated | null;
  session: { title: Text } | null;
  chain: {
    kind: string;
    title: Text;
    date: Dated | null;
    href: string | null;
    state: string | null;
    side: string | null;
  }[];
  followUp: { text: Text; sources: { code: string }[] } | null;
}
interface Instrument {
  id: string;
  code: string;
  counts: Record<string, number>;
  areas: { code: string; name: Text }[];
  commitments: Commitment[];
  conflicts: { code: string; text: string; handling: string; sources: { code: string; title: string }[] }[];
}
interface List<Row> {
  items: Row[];
  hasMore: boolean;
  nextCursor: string | null;
}

describe('The record over HTTP', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp('record');
  });
  afterAll(async () => {
    await test.close();
  });

  async function get<View>(account: string, path: string, language?: 'ko' | 'ja' | 'en'): Promise<View> {
    const client = await test.as(account);
    const answer = await client.get(path, language ? { language } : {});
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${String(answer.statusCode)} ${answer.body}`);
    return answer.json<View>();
  }

  async function channel(account: string, code: string, language?: 'ko' | 'ja' | 'en'): Promise<Channel> {
    const { items } = await get<List<Channel>>(account, 'channels');
    return get<Channel>(account, `channels/${items.find((row) => row.code === code)?.id ?? ''}`, language);
  }

  async function commitment(account: string, code: string): Promise<Commitment> {
    const { items } = await get<List<Commitment>>(account, 'commitments');
    return get<Commitment>(account, `commitments/${items.find((row) => row.code === code)?.id ?? ''}`);
  }

  it('shows one channel under the name of each side, and both names on its page (case 1)', async () => {
    const [korean, japanese] = [await channel('secretariat.kr', 'CH-DPF'), await channel('secretariat.jp', 'CH-DPF')];
    expect([korean.name.text, korean.name.lang]).toEqual(['한·일 ICT 정책포럼', 'ko']);
    expect([japanese.name.text, japanese.name.lang]).toEqual(['日韓ICT政策対話', 'ja']);
    const names = korean.names.map(({ side, text, from, to }) => [side, text, from, to]);
    expect(names).toContainEqual(['kr', '한·일 ICT 정책포럼', '2023-12-26', null]);
    expect(names).toContainEqual(['jp', '日韓ICT政策対話', '2023-12-26', null]);
    expect(names).toContainEqual(['kr', '한·일 디지털 정책포럼', null, '2023-12-25']);
    expect(japanese.names.map(({ text }) => text)).toEqual(korean.names.map(({ text }) => text));
  });

  it('follows the side, not the language, in the order of the pair', async () => {
    expect((await channel('secretariat.kr', 'CH-RADIO-DG', 'ja')).name.text).toBe('韓日電波局長級会合');
    expect((await channel('secretariat.jp', 'CH-RADIO-DG', 'ja')).name.text).toBe('日韓電波局長級会合');
    expect((await channel('secretariat.kr', 'CH-DPF', 'en')).name.text).toBe('Korea–Japan Digital Policy Forum');
    expect((await channel('secretariat.jp', 'CH-DPF', 'en')).name.text).toBe('Japan–Korea Digital Policy Forum');
    expect((await channel('secretariat.kr', 'CH-DPF', 'ja')).name.text).toBe('韓日ICT政策フォーラム');
    expect((await channel('observer', 'CH-DPF', 'en')).name.text).toBe(
      'Korea–Japan / Japan–Korea Digital Policy Forum',
    );
  });

  it('leaves the radio channel at its level when a higher one grew out of it, and says why (case 10)', async () => {
    const [radio, forum] = [await channel('head.kr', 'CH-RADIO-DG'), await channel('head.kr', 'CH-DPF')];
    expect([radio.nominalLevel, forum.nominalLevel]).toEqual(['dg', 'minister']);
    expect(radio.relations).toContainEqual(expect.objectContaining({ kind: 'spawned', channelId: forum.id }));
    expect(forum.relations).toContainEqual(expect.objectContaining({ kind: 'derived_from', channelId: radio.id }));
    expect(radio.events.map(({ type }) => type)).not.toContain('elevated');
    expect(forum.events.map(({ type, date }) => `${date.value} ${type}`).slice(0, 4)).toEqual([
      '2023-03-15 intent_announced',
      '2023-03-23 proposed',
      '2023-05-09 reported',
      '2023-05-30 agreed',
    ]);
    expect(radio.conflicts.find(({ code }) => code === 'C10')?.handling).toContain('no level change');
    expect(radio.events.find(({ type }) => type === 'suspended')?.date).toEqual({ value: '2019', precision: 'year' });
  });

  it('lists the second forum as nominally ministerial and held at vice-minister level, never as lowered (case 11)', async () => {
    const forum = await channel('secretariat.kr', 'CH-DPF');
    const second = forum.sessions.find(({ code }) => code === 'SE-DPF2');
    expect([second?.ordinal, second?.nominalLevel, second?.level]).toEqual([2, 'minister', 'vice_minister']);
    expect(forum.lastHeld).toMatchObject({ date: { value: '2026-02-27', precision: 'day' }, level: 'vice_minister' });
    expect(JSON.stringify(forum)).not.toContain('lowered');
    expect(forum.sessions.filter(({ illustrative }) => illustrative).map(({ code }) => code)).toEqual(['IL-SE-1']);
  });

  it('shows nine points against eight areas with both sources on the page of the initiative (case 14)', async () => {
    const { items } = await get<List<Instrument>>('delegate.jp', 'instruments');
    const initiative = await get<Instrument>(
      'delegate.jp',
      `instruments/${items.find(({ code }) => code === 'IN-2000')?.id ?? ''}`,
    );
    expect(initiative.areas).toHaveLength(8);
    expect(initiative.commitments).toHaveLength(24);
    const conflict = initiative.conflicts.find(({ code }) => code === 'C1');
    expect(conflict?.text).toContain('nine points');
    expect(conflict?.sources.map(({ code }) => code)).toEqual(['S001', 'S002', 'W02']);
    expect(initiative.counts).toMatchObject({ fulfilled: 6, closed_with_event: 1 });
  });

  it('leads from a clause to the council it founded, round by round', async () => {
    const dialogue = await commitment('secretariat.kr', 'C2000-A1-1');
    expect(dialogue.chain.map(({ kind }) => kind)).toEqual([
      'instrument',
      'clause',
      'channel',
      ...Array<string>(7).fill('channel_session'),
      'evidence',
    ]);
    expect(dialogue.chain[2]?.title.text).toBe('한·일 디지털 정책협의회');
    expect(dialogue.chain.at(-2)?.date).toEqual({ value: '2011-11-18', precision: 'day' });
    expect(dialogue.followUp?.sources.map(({ code }) => code)).toEqual(['W07', 'W15']);
  });

  it('leads from an intention of one side to the talks that resumed and the forum that grew out of them', async () => {
    const intent = await commitment('secretariat.jp', 'C2023-I1');
    expect([intent.agreed, intent.strengthSide, intent.status]).toEqual([false, 'kr', 'fulfilled']);
    const [radio, forum] = [await channel('secretariat.jp', 'CH-RADIO-DG'), await channel('secretariat.jp', 'CH-DPF')];
    expect(intent.chain.filter(({ kind }) => kind === 'channel').map(({ href }) => href)).toEqual([
      `/channels/${radio.id}`,
      `/channels/${forum.id}`,
    ]);
    const resumed = intent.chain.find(({ date }) => date?.value === '2023-03-23');
    expect(resumed?.href).toMatch(/^\/sessions\/[0-9a-f-]{36}$/);
  });

  it('shows a due month as a month, although its last day is kept for reminders', async () => {
    expect((await commitment('official.kr', 'C2011-3')).due).toEqual({ value: '2012-06', precision: 'month' });
  });

  it('counts as agreed only what both sides stand behind', async () => {
    const { items } = await get<List<Commitment>>('official.jp', 'commitments?limit=200');
    expect(items).toHaveLength(47);
    expect(items.filter(({ agreed }) => agreed)).toHaveLength(36);
    const { items: filtered } = await get<List<Commitment>>('official.jp', 'commitments?status=proposed');
    expect(filtered.map(({ code }) => code)).toEqual(['C2023-V5', 'C2023-V6']);
  });

  it('draws the timeline of all channels since their first event', async () => {
    const timeline = await get<{
      channels: { code: string; events: { date: Dated }[]; sessions: unknown[] }[];
      from: string;
      to: string;
    }>('head.jp', 'channels/timeline');
    expect(timeline.channels).toHaveLength(16);
    expect(timeline.channels.flatMap(({ events }) => events)).toHaveLength(65);
    expect([timeline.from, timeline.to]).toEqual(['1985-12-01', '2027-04-21']);
    expect(timeline.channels[0]?.code).toBe('CH-ST');
  });

  it('gives every register with its sources, page by page', async () => {
    const sizes: Record<string, number> = {};
    for (const path of [
      'radio-issues',
      'exhibitions',
      'exchange-programmes',
      'multilateral-meetings',
      'context-events',
      'conflicts',
      'sources',
      'bodies',
      'instruments',
      'channels',
    ]) {
      sizes[path] = (await get<List<unknown>>('secretariat.kr', `${path}?limit=200`)).items.length;
    }
    expect(sizes).toEqual({
      'radio-issues': 9,
      exhibitions: 3,
      'exchange-programmes': 4,
      'multilateral-meetings': 7,
      'context-events': 4,
      conflicts: 13,
      sources: 128,
      bodies: 26,
      instruments: 5,
      channels: 16,
    });
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: List<{ code: string }> = await get(
        'secretariat.kr',
        `sources?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(new Set(codes).size).toBe(128);
  });

  it('sorts channels by their names in the collation of the reader', async () => {
    for (const [account, locale] of [
      ['secretariat.kr', 'ko'],
      ['secretariat.jp', 'ja'],
      ['observer', 'en'],
    ] as const) {
      const names = (await get<List<Channel>>(account, 'channels')).items.map(({ name }) => name.text);
      expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare));
    }
  });

  it('keeps context events, radio issues and invented rows from readers outside the two governments', async () => {
    for (const account of ['observer', 'company.jp', 'admin']) {
      for (const path of ['context-events', 'radio-issues'])
        expect((await get<List<unknown>>(account, path)).items).toEqual([]);
      expect(JSON.stringify(await get('secretariat.kr', 'channels/timeline'))).toContain('IL-SE-2');
      expect(JSON.stringify(await get(account, 'channels/timeline'))).not.toContain('IL-');
      expect((await get<List<{ code: string }>>(account, 'conflicts')).items.map(({ code }) => code)).not.toContain(
        'C4',
      );
    }
    const { items } = await get<List<{ id: string }>>('secretariat.kr', 'radio-issues');
    const outsider = await test.as('observer');
    expect((await outsider.get(`radio-issues/${items[0]?.id ?? ''}`)).statusCode).toBe(404);
  });

  it('gives bands in whole hertz and both positions', async () => {
    const { items } = await get<List<{ id: string; code: string; illustrative: boolean }>>(
      'official.kr',
      'radio-issues',
    );
    expect(items.filter(({ illustrative }) => illustrative).map(({ code }) => code)).toEqual(['IL-RI-1']);
    const first = await get<{
      bands: unknown[];
      positionKr: Text;
      positionJp: Text;
      history: { date: Dated | null; dateEnd: string | null }[];
    }>('official.kr', `radio-issues/${items.find(({ code }) => code === 'RI-1997-TRS')?.id ?? ''}`);
    expect(first.bands).toEqual([{ nominalHz: null, lowHz: '806000000', highHz: '821000000', label: null }]);
    expect([first.positionKr.lang, first.positionJp.lang]).toEqual(['ko', 'ko']);
    expect(first.history[1]).toMatchObject({ date: { value: '1998-04-20', precision: 'day' }, dateEnd: '1998-04-23' });
  });

  it('marks a text that exists in English only as English', async () => {
    const party = (await channel('secretariat.kr', 'CH-BIZ')).parties[0];
    expect([party?.lang, party?.status]).toEqual(['en', 'missing']);
  });

  it.each([
    ['ko', '협의 채널을 찾을 수 없습니다.'],
    ['ja', '対話チャンネルが見つかりません。'],
    ['en', 'There is no such channel.'],
  ] as const)('says in %s that a channel is not there', async (language, detail) => {
    const client = await test.as('secretariat.kr');
    const answer = await client.get('channels/01990000-0000-7000-8000-000000000000', { language });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'channels.notFound', detail });
  });

  it('refuses a cursor that is none, an unknown filter, and a reader who is not signed in', async () => {
    const client = await test.as('secretariat.kr');
    expect((await client.get('sources?cursor=nonsense')).statusCode).toBe(400);
    expect((await client.get('commitments?status=promised')).statusCode).toBe(400);
    expect((await client.get('sources?limit=0')).statusCode).toBe(400);
    expect((await test.anonymous.get('channels')).statusCode).toBe(401);
  });
});
