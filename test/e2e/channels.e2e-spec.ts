import type { LightMyRequestResponse as Answer } from 'fastify';
import { noteSessionHeld } from '#forum/channels';
import type { ChannelDetailView, ChannelListView, TimelineView } from '../../apps/api/src/channels/channels.dto.js';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import { demoActor } from '../support/actors.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveChannel, saveSessionOf } from '../support/factories/channel.js';

const citation = { kind: 'citation', text: 'Agreed minutes, Seoul, 2026-11-20' };

describe('a channel', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2026-11-22T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());

  const page = async (client: TestClient, id: string, language: 'ko' | 'ja' | 'en' = 'en') =>
    (await client.get(`channels/${id}?texts=all`, { language })).json<ChannelDetailView>();
  const act = async (client: TestClient, id: string, path: string, body: object = {}): Promise<Answer> =>
    client.post(`channels/${id}/${path}`, { etag: (await page(client, id)).etag, body });
  const propose = (client: TestClient, id: string, kind: string, body: object = {}): Promise<Answer> =>
    client.post(`channels/${id}/proposals/${kind}`, { body: { lang: 'en', ...body } });
  const openOf = async (client: TestClient, id: string) =>
    (await client.get(`proposals?subjectType=channel&subjectId=${id}&state=open`)).json<ProposalListView>().items;
  const accept = async (client: TestClient, id: string): Promise<Answer> => {
    const [open] = await openOf(client, id);
    return client.post(`proposals/${open?.id ?? ''}/accept`, { body: { hash: open?.hash ?? '' } });
  };
  const offered = (channel: ChannelDetailView) =>
    channel.allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action);
  const last = (channel: ChannelDetailView) => channel.events.at(-1);
  const recorded = async (code: string): Promise<string> => {
    const [row] = await test.admin<{ id: string }>('select id from forum.channel where code = $1', [code]);
    return row?.id ?? '';
  };
  const hold = async (channelId: string, sessionId: string, date: string, level: 'dg' | 'minister' = 'dg') => {
    const actor = await demoActor(test, 'secretariat.kr');
    await test.database.runInTx(actor, (tx) => noteSessionHeld(tx, channelId, sessionId, level, date));
    await test.admin(`update forum.session set state = 'held' where id = $1`, [sessionId]);
  };

  describe('and its names', () => {
    it('is called by each side as that side calls it, and its page shows both names (case 1)', async () => {
      const id = await recorded('CH-DPF');
      const [ours, theirs] = [await page(korea, id, 'ko'), await page(japan, id, 'ja')];
      expect(ours.name).toMatchObject({ text: '한·일 ICT 정책포럼', lang: 'ko' });
      expect(theirs.name).toMatchObject({ text: '日韓ICT政策対話', lang: 'ja' });
      for (const shown of [ours, theirs]) {
        const names = shown.names.map(({ side, text }) => `${side ?? 'both'} ${text}`);
        expect(names).toEqual(expect.arrayContaining(['kr 한·일 ICT 정책포럼', 'jp 日韓ICT政策対話']));
      }
      const list = (await japan.get('channels?limit=200', { language: 'ja' })).json<ChannelListView>();
      expect(list.items.find((row) => row.id === id)?.name.text).toBe('日韓ICT政策対話');
    });

    it('takes a side’s own official name from that side alone, from a day on, and keeps the older one', async () => {
      const id = await saveChannel(test);
      const body = { language: 'ko', text: '시험 정책협의회', from: '2027-01-01' };
      expect((await act(korea, id, 'own-name', body)).statusCode).toBe(200);
      expect((await page(korea, id, 'ko')).name.text).toBe('시험 협의회');
      await test.setClock('2027-01-01T00:10:00+09:00');
      const later = await test.as('secretariat.kr', { again: true });
      const now = await page(later, id, 'ko');
      expect(now.name.text).toBe('시험 정책협의회');
      expect(now.names.filter(({ side }) => side === 'kr').map(({ text, from, to }) => [text, from, to])).toEqual([
        ['시험 협의회', null, '2026-12-31'],
        ['시험 정책협의회', '2027-01-01', null],
      ]);
      expect(last(now)).toMatchObject({ type: 'renamed', side: 'kr', text: { text: '시험 정책협의회' } });
      expect(now.names.filter(({ side }) => side === 'jp')).toHaveLength(1);
      expect(
        (await act(later, id, 'own-name', { ...body, text: '또 다른 이름', from: '2026-12-01' })).json(),
      ).toMatchObject({
        code: 'channels.nameTaken',
      });
      expect((await act(later, id, 'own-name', { ...body, from: '2027-02-01' })).json()).toMatchObject({
        code: 'channels.nothingChanges',
      });
      await test.setClock('2026-11-22T10:00:00+09:00');
    });

    it('takes a rendering that both sides use by two keys only', async () => {
      const id = await saveChannel(test);
      await propose(korea, id, 'rename', { language: 'en', text: 'Test Policy Council', from: '2026-11-22' });
      expect((await page(korea, id)).name.lang).toBe('ko');
      await accept(japan, id);
      for (const client of [korea, japan])
        expect((await page(client, id)).name).toMatchObject({ text: 'Test Policy Council', lang: 'en' });
    });
  });

  describe('from its draft to its first session', () => {
    const draft = {
      lang: 'ko',
      names: [
        { language: 'ko', text: '한·일 양자기술 협의회' },
        { language: 'en', text: 'Quantum Technology Council' },
      ],
      level: 'dg',
      cadenceMonths: 12,
      hostingRule: 'alternating',
      topicCodes: ['6g'],
    };

    it('is unknown to the other side while it is a draft: no address, no row, no name', async () => {
      const before = (await japan.get('channels?limit=200')).body;
      const created = (await korea.post('channels', { body: draft })).json<ChannelDetailView>();
      expect(created).toMatchObject({ state: 'proposed', audience: 'kr', originSide: 'kr', cadenceMonths: 12 });
      expect(created.topics.map(({ code }) => code)).toEqual(['6g']);
      expect((await japan.get('channels?limit=200')).body).toBe(before);
      expect((await japan.get(`channels/${created.id}`)).statusCode).toBe(404);
      expect((await propose(japan, created.id, 'agreement', { reference: citation })).statusCode).toBe(404);
      expect(offered(created)).toEqual(['edit-draft', 'share', 'propose-agreement', 'withdraw']);
    });

    it('is edited as a draft, with the version seen, and only until it is shared', async () => {
      const { id, etag } = (await korea.post('channels', { body: draft })).json<ChannelDetailView>();
      const edit = (tag: string) =>
        korea.patch(`channels/${id}`, {
          etag: tag,
          body: { lang: 'ko', names: [{ language: 'ko', text: '한·일 양자 협의회' }], level: 'division' },
        });
      expect((await edit(etag)).json()).toMatchObject({
        nominalLevel: 'division',
        name: { text: '한·일 양자 협의회' },
      });
      expect((await edit(etag)).statusCode).toBe(412);
      expect((await page(korea, id)).name.text).toBe('Quantum Technology Council');
      await act(korea, id, 'share');
      expect(await page(japan, id)).toMatchObject({ state: 'proposed', audience: 'joint' });
      expect((await edit((await page(korea, id)).etag)).json()).toMatchObject({ code: 'channels.alreadyShared' });
      expect(last(await page(japan, id))).toMatchObject({ type: 'proposed', side: 'kr' });
    });

    it('refuses a draft without a name in the own language, with two of one, or by who may not draft', async () => {
      const names = (...given: string[]) => given.map((language) => ({ language, text: 'x' }));
      const refused = await korea.post('channels', { body: { ...draft, names: names('en') } });
      expect(refused.json()).toMatchObject({ code: 'channels.nameMissing', status: 422 });
      expect((await korea.post('channels', { body: { ...draft, names: names('ko', 'ko') } })).json()).toMatchObject({
        code: 'channels.nameRepeated',
      });
      expect((await korea.post('channels', { body: { ...draft, topicCodes: ['no-such'] } })).json()).toMatchObject({
        code: 'channels.noSuchTopic',
      });
      const observer = await test.as('observer');
      expect((await observer.post('channels', { body: draft })).statusCode).toBe(403);
    });

    it('is agreed by two keys on a text, and becomes active when its first session is held', async () => {
      const { id } = (await korea.post('channels', { body: draft })).json<ChannelDetailView>();
      expect((await propose(korea, id, 'agreement')).statusCode).toBe(400);
      const unknown = { reference: { kind: 'instrument', text: 'NO-SUCH' } };
      expect((await propose(korea, id, 'agreement', unknown)).json()).toMatchObject({
        code: 'channels.noSuchInstrument',
      });
      expect((await japan.get(`channels/${id}`)).statusCode).toBe(404);
      expect(
        (await propose(korea, id, 'agreement', { reference: citation, why: 'Agreed in Seoul' })).json(),
      ).toMatchObject({
        state: 'proposed',
        audience: 'joint',
      });
      expect((await accept(korea, id)).statusCode).toBe(403);
      expect((await accept(japan, id)).statusCode).toBe(200);
      const agreed = await page(japan, id);
      expect(agreed.state).toBe('agreed');
      expect(last(agreed)).toMatchObject({ type: 'agreed', reference: citation, text: { text: 'Agreed in Seoul' } });

      const session = await saveSessionOf(test, id, { startDate: '2026-11-20', state: 'in_session' });
      await hold(id, session, '2026-11-20');
      await hold(id, session, '2026-11-20');
      const active = await page(korea, id);
      expect(active).toMatchObject({ state: 'active', resumed: false });
      expect(active.events.filter(({ type }) => type === 'first_session')).toEqual([
        expect.objectContaining({ session: { id: session, date: '2026-11-20' }, level: 'dg' }),
      ]);
    });

    it('is withdrawn by the side that proposed it, before it is agreed; the record says who that was', async () => {
      const id = await saveChannel(test, { state: 'proposed', originSide: 'jp' });
      expect((await act(korea, id, 'withdraw')).json()).toMatchObject({ code: 'channels.onlyProposerWithdraws' });
      await propose(korea, id, 'agreement', { reference: citation });
      expect((await act(japan, id, 'withdraw')).json()).toMatchObject({ state: 'withdrawn' });
      expect(await openOf(korea, id)).toEqual([]);
      expect((await act(japan, id, 'withdraw')).json()).toMatchObject({ code: 'common.wrongState' });
      expect(await page(korea, await recorded('CH-BIZ'))).toMatchObject({ state: 'proposed', originSide: 'kr' });
    });
  });

  describe('and its level', () => {
    it('changes by two keys from a named session on; what was held before stays as it was', async () => {
      const id = await saveChannel(test);
      const past = await saveSessionOf(test, id, { startDate: '2025-05-01', state: 'held' });
      const next = await saveSessionOf(test, id, { startDate: '2027-05-01', level: 'vice_minister' });
      await propose(korea, id, 'level', { to: 'vice_minister', sessionId: next, why: 'Agreed at the last meeting' });
      expect((await page(japan, id)).nextLevel).toBeNull();
      await accept(japan, id);
      const decided = await page(japan, id);
      expect(decided).toMatchObject({ nominalLevel: 'dg', nextLevel: { level: 'vice_minister', sessionId: next } });
      expect(last(decided)).toMatchObject({
        type: 'elevated',
        fromLevel: 'dg',
        level: 'vice_minister',
        session: { id: next },
      });
      const nominal = new Map(decided.sessions.map((session) => [session.id, session.nominalLevel]));
      expect([nominal.get(past), nominal.get(next)]).toEqual(['dg', 'vice_minister']);
      await test.setClock('2027-05-01T12:00:00+09:00');
      const then = await test.as('secretariat.jp', { again: true });
      expect(await page(then, id)).toMatchObject({ nominalLevel: 'vice_minister', nextLevel: null });
      await test.setClock('2026-11-22T10:00:00+09:00');
    });

    it('is never said to be lowered, only to be set', async () => {
      const id = await saveChannel(test, { level: 'minister' });
      const next = await saveSessionOf(test, id, { startDate: '2027-05-01' });
      await propose(japan, id, 'level', { to: 'dg', sessionId: next });
      await accept(korea, id);
      const answers = [await korea.get(`channels/${id}`), await korea.get('channels/timeline')];
      for (const answer of answers) expect(answer.body).not.toMatch(/lowered/i);
      expect(last(await page(korea, id))).toMatchObject({ type: 'level_set', fromLevel: 'minister', level: 'dg' });
    });

    it('does not change without a session of its own still to come, nor to what it is, nor off the ladder', async () => {
      const id = await saveChannel(test);
      const next = await saveSessionOf(test, id, { startDate: '2027-05-01' });
      const past = await saveSessionOf(test, id, { startDate: '2025-05-01', state: 'held' });
      const foreign = await saveSessionOf(test, await saveChannel(test), { startDate: '2027-05-01' });
      const codes: unknown[] = [];
      for (const body of [
        { to: 'minister', sessionId: past },
        { to: 'minister', sessionId: foreign },
        { to: 'dg', sessionId: next },
        { to: 'private', sessionId: next },
      ])
        codes.push((await propose(korea, id, 'level', body)).json<{ code: string }>().code);
      expect(codes).toEqual([
        'channels.sessionPast',
        'channels.noSuchSession',
        'channels.nothingChanges',
        'channels.notOnLadder',
      ]);
      expect(await openOf(japan, id)).toEqual([]);
      const local = await saveChannel(test, { level: 'local' });
      expect((await propose(korea, local, 'level', { to: 'minister', sessionId: next })).json()).toMatchObject({
        code: 'channels.notOnLadder',
      });
    });

    it('stays dg when the radio meeting is elevated by a new channel, and both histories tell why (case 10)', async () => {
      const id = await recorded('CH-RADIO-DG');
      const body = {
        names: [
          { language: 'ko', text: '한·일 전파장관회의' },
          { language: 'ja', text: '日韓電波大臣会合' },
          { language: 'en', text: 'Radio Ministers’ Meeting' },
        ],
        level: 'minister',
        reference: citation,
        why: 'Ministers asked for talks of their own',
      };
      expect((await propose(korea, id, 'spawn', { ...body, level: 'division' })).json()).toMatchObject({
        code: 'channels.notHigher',
      });
      await propose(korea, id, 'spawn', body);
      await accept(japan, id);
      const old = await page(japan, id, 'ja');
      expect(old).toMatchObject({ nominalLevel: 'dg', state: 'active' });
      const event = last(old);
      expect(event).toMatchObject({
        type: 'spawned',
        level: 'minister',
        text: { text: 'Ministers asked for talks of their own' },
      });
      const higher = await page(japan, event?.related?.id ?? '', 'ja');
      expect(higher).toMatchObject({
        name: { text: '日韓電波大臣会合' },
        state: 'agreed',
        nominalLevel: 'minister',
        derivedFromId: id,
        originSide: 'kr',
      });
      expect(higher.parties).toHaveLength(old.parties.length);
      expect(last(higher)).toMatchObject({ type: 'agreed', related: { id }, reference: citation, text: event?.text });
      expect(old.relations).toContainEqual(expect.objectContaining({ kind: 'spawned', channelId: higher.id }));
    });
  });

  describe('that stops and goes on', () => {
    it('is suspended by one side alone; its reason never leaves that side', async () => {
      const id = await saveChannel(test);
      const done = await act(korea, id, 'suspend', { lang: 'ko', reason: '내부 사정 SEALED' });
      expect(done.json()).toMatchObject({ state: 'suspended', suspendedBy: 'kr' });
      expect(last(await page(korea, id))).toMatchObject({
        type: 'suspended',
        side: 'kr',
        text: null,
        privateReason: { text: '내부 사정 SEALED' },
      });
      expect(last(await page(japan, id))).toMatchObject({
        type: 'suspended',
        side: 'kr',
        text: null,
        privateReason: null,
      });
      for (const name of ['secretariat.jp', 'head.jp', 'observer', 'interpreter']) {
        const client = await test.as(name);
        for (const path of [
          `channels/${id}?texts=all`,
          'channels?limit=200',
          'channels/timeline',
          'inbox',
          'proposals',
        ])
          expect((await client.get(path)).body).not.toContain('SEALED');
      }
      const kept = await test.admin(
        `select 1 from forum.outbox_event where payload::text like '%SEALED%' union all select 1 from forum.audit_entry where params::text like '%SEALED%'`,
      );
      expect(kept).toEqual([]);
    });

    it('tells a reason that the side chose to share', async () => {
      const id = await saveChannel(test);
      await act(japan, id, 'suspend', { lang: 'ja', reason: '選挙のため', shareReason: true });
      expect(last(await page(korea, id))).toMatchObject({ side: 'jp', text: { text: '選挙のため' } });
    });

    it('is suspended by both sides, resumed by both, and shows as resumed until the second session', async () => {
      const id = await saveChannel(test, { heldOn: ['2026-01-15'] });
      await propose(korea, id, 'suspension', { why: 'Elections in both countries' });
      expect((await page(japan, id)).state).toBe('active');
      await accept(japan, id);
      expect(await page(korea, id)).toMatchObject({ state: 'suspended', suspendedBy: 'both', resumed: false });
      await propose(japan, id, 'resumption', { why: 'Both governments are in place' });
      expect(last(await page(korea, id))).toMatchObject({ type: 'resumption_proposed', side: 'jp' });
      await accept(korea, id);
      expect(await page(korea, id)).toMatchObject({ state: 'active', suspendedBy: null, resumed: true });
      for (const [day, resumed] of [
        ['2026-11-24', true],
        ['2026-11-25', false],
      ] as const) {
        await hold(id, await saveSessionOf(test, id, { startDate: day, state: 'in_session' }), day);
        expect(await page(japan, id)).toMatchObject({ state: 'active', resumed });
      }
    });

    it('is resumed by a session that is held, which is the first of the two', async () => {
      const id = await saveChannel(test, { state: 'stalled' });
      await hold(id, await saveSessionOf(test, id, { startDate: '2026-11-23', state: 'in_session' }), '2026-11-23');
      const resumed = await page(korea, id);
      expect(resumed).toMatchObject({ state: 'active', resumed: true });
      expect(last(resumed)).toMatchObject({ type: 'resumed', evidence: null });
      await hold(id, await saveSessionOf(test, id, { startDate: '2026-11-24', state: 'in_session' }), '2026-11-24');
      expect(await page(korea, id)).toMatchObject({ resumed: false });
    });

    it('keeps what the record tells of a resumption: one session so far still shows it, more do not', async () => {
      expect(await page(japan, await recorded('CH-ST'))).toMatchObject({ state: 'active', resumed: true });
      expect(await page(japan, await recorded('CH-RADIO-DG'))).toMatchObject({ state: 'active', resumed: false });
    });

    it('changes nothing when the other side refuses', async () => {
      const id = await saveChannel(test);
      await propose(korea, id, 'suspension');
      const [open] = await openOf(japan, id);
      await japan.post(`proposals/${open?.id ?? ''}/refuse`, { body: { reason: 'Not now' } });
      expect(await page(korea, id)).toMatchObject({ state: 'active', events: [] });
    });
  });

  describe('that ends', () => {
    it('is concluded by two keys, but not while a session is open', async () => {
      const id = await saveChannel(test);
      const session = await saveSessionOf(test, id, { startDate: '2027-05-01' });
      expect((await propose(korea, id, 'conclusion', { end: 'concluded' })).json()).toMatchObject({
        code: 'channels.sessionOpen',
      });
      await test.admin(`update forum.session set state = 'cancelled' where id = $1`, [session]);
      await propose(korea, id, 'conclusion', { end: 'concluded' });
      await test.admin(`update forum.session set state = 'proposed' where id = $1`, [session]);
      expect((await accept(japan, id)).json()).toMatchObject({ code: 'channels.sessionOpen' });
      expect((await page(korea, id)).state).toBe('active');
      await test.admin(`update forum.session set state = 'cancelled' where id = $1`, [session]);
      await accept(japan, id);
      const ended = await page(korea, id);
      expect(ended.state).toBe('concluded');
      expect(offered(ended)).toEqual([]);
    });

    it('names its successor when it is superseded', async () => {
      const [id, successorId] = [await saveChannel(test), await saveChannel(test)];
      expect((await propose(japan, id, 'conclusion', { end: 'superseded' })).json()).toMatchObject({
        code: 'channels.successorMissing',
      });
      expect((await propose(japan, id, 'conclusion', { end: 'superseded', successorId: id })).json()).toMatchObject({
        code: 'channels.noSuchChannel',
      });
      await propose(japan, id, 'conclusion', { end: 'superseded', successorId });
      await accept(korea, id);
      const ended = await page(korea, id);
      expect(ended.state).toBe('superseded');
      expect(last(ended)).toMatchObject({ type: 'superseded', related: { id: successorId } });
    });
  });

  it('takes its cadence, hosting, topics, parties and parent by two keys', async () => {
    const [id, parentId] = [await saveChannel(test), await recorded('CH-RADIO-DG')];
    const bodies = await test.admin<{ id: string }>(
      `select id from forum.body where code in ('KR-MSIT','JP-MIC') order by code desc`,
    );
    const body = {
      cadenceMonths: 6,
      hostingRule: 'rotation',
      topicCodes: ['radio'],
      parentId,
      bodyIds: bodies.map((row) => row.id),
    };
    expect((await propose(korea, id, 'details', {})).json()).toMatchObject({ code: 'channels.nothingChanges' });
    await propose(korea, id, 'details', body);
    expect(await page(japan, id)).toMatchObject({ cadenceMonths: null, parties: [] });
    await accept(japan, id);
    const changed = await page(japan, id, 'ja');
    expect(changed).toMatchObject({ cadenceMonths: 6, hostingRule: 'rotation', parentId });
    expect(changed.parties).toHaveLength(2);
    await propose(japan, id, 'details', { bodyIds: bodies.slice(0, 1).map((row) => row.id), parentId: null });
    await accept(korea, id);
    expect(await page(japan, id, 'ja')).toMatchObject({ parties: [{ lang: 'ja' }], parentId: null, cadenceMonths: 6 });
  });

  it('is changed by secretariats and heads alone', async () => {
    const id = await saveChannel(test);
    for (const name of ['delegate.kr', 'official.kr', 'observer', 'interpreter', 'admin', 'company.kr']) {
      const client = await test.as(name);
      const seen = await client.get(`channels/${id}`);
      if (seen.statusCode === 200) expect(offered(seen.json<ChannelDetailView>())).toEqual([]);
      expect([403, 404]).toContain((await propose(client, id, 'suspension')).statusCode);
      const own = await client.post(`channels/${id}/suspend`, { etag: '"1"', body: { lang: 'en' } });
      expect([403, 404]).toContain(own.statusCode);
    }
    expect(await page(korea, id)).toMatchObject({ state: 'active', events: [] });
  });

  it('offers nothing where history left its state unknown, until a session is held', async () => {
    const id = await recorded('CH-SATCOORD');
    expect((await page(korea, id)).allowedActions).toEqual([]);
    expect((await propose(korea, id, 'suspension')).json()).toMatchObject({ code: 'channels.stateUnknown' });
    const session = await saveSessionOf(test, id, { startDate: '2026-11-20', state: 'in_session' });
    await hold(id, session, '2026-11-20');
    expect(await page(korea, id)).toMatchObject({ state: 'active', lastHeld: { sessionId: session } });
  });

  it('refuses in the language of the reader', async () => {
    const id = await saveChannel(test);
    const texts: unknown[] = [];
    for (const language of ['ko', 'ja', 'en'] as const) {
      const answer = await korea.post(`channels/${id}/proposals/conclusion`, {
        language,
        body: { lang: 'en', end: 'superseded' },
      });
      texts.push(answer.json<{ detail: string }>().detail);
    }
    expect(texts).toEqual([
      '후속 채널을 지정하여 주시기 바랍니다.',
      '後継となるチャンネルを指定してください。',
      'Name the channel that takes this one’s place.',
    ]);
  });

  it('is one picture for both sides: the timeline tells shared events and no draft', async () => {
    const before = (await japan.get('channels/timeline')).json<TimelineView>().channels.length;
    await korea.post('channels', {
      body: { lang: 'ko', names: [{ language: 'ko', text: '비공개 초안' }], level: 'dg' },
    });
    const [ours, theirs] = [await korea.get('channels/timeline'), await japan.get('channels/timeline')];
    expect(theirs.json<TimelineView>().channels).toHaveLength(before);
    expect(ours.body).toContain('비공개 초안');
    expect(theirs.body).not.toContain('비공개 초안');
  });
});
