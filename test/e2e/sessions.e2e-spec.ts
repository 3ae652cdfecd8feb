import type { LightMyRequestResponse as Answer } from 'fastify';
import { historicText, LANGUAGES, newId } from '#core/kernel';
import type { ProposalListView, ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { ProgrammeView } from '../../apps/api/src/sessions/programme.dto.js';
import type { NextSessionView, SessionDetailView, SessionListView } from '../../apps/api/src/sessions/sessions.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

const tokyo = {
  startDate: '2027-03-11',
  startTime: '10:00',
  endTime: '17:00',
  zone: 'Asia/Tokyo',
  place: { lang: 'ko', text: '도쿄', ja: '東京', en: 'Tokyo' },
  country: 'JP',
  format: 'in_person',
  level: 'dg',
  hostSide: 'jp',
};

const today = '2026-11-10T10:00:00+09:00';

describe('a session', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock(today);
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.setClock(today);
    // The seventh session, held in Seoul: the eighth is Japan's to host.
    const past = await saveSession(test, { startDate: '2026-03-12', startsAt: null, endsAt: null, state: 'held' });
    channelId = past.channelId;
  });

  const detail = (answer: Answer): SessionDetailView => {
    expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([answer.statusCode, '']);
    return answer.json<SessionDetailView>();
  };
  const create = async (over: object = {}, client = korea): Promise<SessionDetailView> =>
    detail(await client.post('sessions', { body: { channelId, ...tokyo, ...over } }));
  const read = async (id: string, client = korea): Promise<SessionDetailView> =>
    detail(await client.get(`sessions/${id}`));
  const send = async (id: string, path: string, body: object = {}, client = korea): Promise<Answer> =>
    client.post(`sessions/${id}/${path}`, { etag: (await read(id, client)).etag, body });
  const proposed = async (over: object = {}): Promise<SessionDetailView> => {
    const draft = await create(over);
    return detail(await send(draft.id, 'propose'));
  };
  const openProposals = async (id: string, client = korea): Promise<ProposalView[]> => {
    const answer = await client.get(`proposals?subjectType=session&subjectId=${id}&state=open`);
    return answer.json<ProposalListView>().items;
  };
  const accept = async (id: string, client = japan, kind = 'session.arrangement'): Promise<Answer> => {
    const proposal = (await openProposals(id, client)).find((one) => one.kind === kind);
    return client.post(`proposals/${proposal?.id ?? newId()}/accept`, { body: { hash: proposal?.hash ?? '' } });
  };
  const agreed = async (over: object = {}): Promise<SessionDetailView> => {
    const { id } = await proposed(over);
    expect((await accept(id)).statusCode).toBe(200);
    return read(id);
  };
  const eventsOf = async (id: string): Promise<string[]> =>
    (
      await test.admin<{ event: string }>(
        `select event from forum.outbox_event where event ~ '^(session|proposal)[.]' and subject_id = $1 order by occurred_at, id`,
        [id],
      )
    ).map(({ event }) => event);
  const codeIn = async (answer: Answer): Promise<string> => Promise.resolve(answer.json<{ code: string }>().code);

  it('starts as a draft that only its own side knows of', async () => {
    const before = (await japan.get('sessions?limit=200')).json<SessionListView>();
    const draft = await create();
    expect(draft).toMatchObject({
      state: 'proposed',
      draft: true,
      ordinal: null,
      startsAt: '2027-03-11T01:00:00.000Z',
    });
    expect((await korea.get(`sessions?channel=${channelId}`)).json<SessionListView>().items).toHaveLength(2);
    expect((await japan.get('sessions?limit=200')).json()).toEqual(before);
    for (const name of ['secretariat.jp', 'head.jp', 'interpreter', 'auditor', 'admin', 'company.jp', 'observer']) {
      const answer = await (await test.as(name)).get(`sessions/${draft.id}`);
      expect([name, answer.statusCode]).toEqual([name, 404]);
    }
    expect((await japan.get(`sessions/${draft.id}/programme`)).statusCode).toBe(404);
    expect((await japan.post(`sessions/${draft.id}/propose`, { etag: '"1"', body: {} })).statusCode).toBe(404);
    expect(await eventsOf(draft.id)).toEqual([]);
  });

  it('is created once, however often the request is sent', async () => {
    const headers = { 'idempotency-key': `create-${channelId}` };
    const body = { channelId, ...tokyo };
    const answers = [await korea.post('sessions', { body, headers }), await korea.post('sessions', { body, headers })];
    expect(new Set(answers.map((answer) => answer.json<SessionDetailView>().id)).size).toBe(1);
  });

  it.each(['delegate.kr', 'official.kr', 'company.kr', 'admin', 'observer', 'auditor', 'interpreter'])(
    'is not for %s to create, propose, put off or call off',
    async (name) => {
      const client = await test.as(name);
      const { id, etag } = await agreed();
      expect((await client.post('sessions', { body: { channelId, ...tokyo } })).statusCode).toBe(403);
      for (const path of ['arrangement', 'postpone', 'cancel', 'level']) {
        const body = { arrangement: tokyo, level: { level: 'minister' } }[path] ?? { lang: 'ko', reason: '사유' };
        const answer = await client.post(`sessions/${id}/${path}`, { etag, body });
        expect([path, [403, 404].includes(answer.statusCode)]).toEqual([path, true]);
      }
    },
  );

  it('is proposed and agreed with two keys, gets its numbers then, and an agenda', async () => {
    const { id } = await proposed();
    expect(await read(id, japan)).toMatchObject({ state: 'proposed', draft: false, ordinal: null, deadlines: [] });
    expect((await japan.get(`sessions/${id}/agenda`)).statusCode).toBe(200);
    expect(await codeIn(await accept(id, korea))).toBe('common.forbidden');
    expect((await accept(id)).statusCode).toBe(200);
    expect(await read(id, japan)).toMatchObject({
      state: 'date_agreed',
      host: 'jp',
      ordinals: [
        { side: 'jp', ordinal: 8 },
        { side: 'kr', ordinal: 8 },
      ],
    });
    expect(await eventsOf(id)).toEqual([
      'session.proposed',
      'proposal.opened',
      'session.dateAgreed',
      'proposal.accepted',
    ]);
  });

  it('takes the last word of a counter-proposal, which only the first side can accept', async () => {
    const { id } = await proposed();
    const counter = { ...tokyo, startDate: '2027-03-18', reason: '年度末のため' };
    detail(await send(id, 'arrangement', counter, japan));
    const open = await openProposals(id);
    expect(open).toMatchObject([{ kind: 'session.arrangement', proposedBy: 'jp', reason: '年度末のため' }]);
    expect(open[0]?.content).toMatchObject({ startDate: '2027-03-18', zone: 'Asia/Tokyo' });
    expect(await codeIn(await accept(id, japan))).toBe('common.forbidden');
    expect((await accept(id, korea)).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'date_agreed', date: { value: '2027-03-18' } });
  });

  it('has one outcome when it is accepted and countered at the same moment', async () => {
    const { id } = await proposed();
    const [proposal] = await openProposals(id, japan);
    const { etag } = await read(id, korea);
    const [yes, counter] = await Promise.all([
      japan.post(`proposals/${proposal?.id ?? ''}/accept`, { body: { hash: proposal?.hash } }),
      korea.post(`sessions/${id}/arrangement`, { etag, body: { ...tokyo, startDate: '2027-03-25' } }),
    ]);
    expect([yes.statusCode, counter.statusCode]).toEqual(yes.statusCode === 200 ? [200, 412] : [409, 200]);
    const now = await read(id);
    expect(now.state).toBe(yes.statusCode === 200 ? 'date_agreed' : 'proposed');
    const rows = await test.admin(
      `select 1 from forum.proposal where subject_id = $1 and state in ('open','accepted')`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('gives every number once, however many sessions are agreed at the same moment', async () => {
    const ids = [];
    for (const startDate of ['2027-03-11', '2027-04-15', '2027-05-13', '2027-06-10'])
      ids.push((await proposed({ startDate })).id);
    const answers = await Promise.all(ids.map((id) => accept(id)));
    const done = ids.filter((_, index) => answers[index]?.statusCode === 200);
    // Hosts alternate: who is agreed after another one of the same host is refused, and takes no number.
    const rows = await test.admin<{ ordinal_kr: number }>(
      `select ordinal_kr from forum.session where channel_id = $1 and ordinal_kr is not null order by ordinal_kr`,
      [channelId],
    );
    expect(rows.map((row) => row.ordinal_kr)).toEqual([7, ...done.map((_, index) => 8 + index)]);
    await expect(test.admin(`update forum.session set ordinal_kr = 7 where id = $1`, [done[0] ?? ''])).rejects.toThrow(
      /uq_session_ordinal_kr/,
    );
  });

  it('alternates its host unless both sides say otherwise', async () => {
    const next = (await korea.get(`channels/${channelId}/next-session`)).json<NextSessionView>();
    expect(next).toEqual({
      ordinals: [
        { side: 'kr', ordinal: 8 },
        { side: 'jp', ordinal: 8 },
      ],
      host: 'jp',
      lastHost: 'kr',
      zone: 'Asia/Tokyo',
      level: 'dg',
    });
    const seoul = { zone: 'Asia/Seoul', country: 'KR', hostSide: 'kr' };
    const again = await create(seoul);
    expect(await codeIn(await send(again.id, 'propose'))).toBe('sessions.sameHostTwice');
    const meant = await create({ ...seoul, sameHostAgain: true });
    expect(await codeIn(await send(meant.id, 'propose'))).toBe('sessions.sameHostReason');
    detail(await send(meant.id, 'propose', { reason: '청사 이전' }));
    expect((await accept(meant.id)).statusCode).toBe(200);
    const geneva = await agreed({
      startDate: '2027-07-01',
      zone: 'Europe/Zurich',
      country: 'CH',
      hostSide: 'kr',
      marginsOf: { lang: 'en', text: 'ITU Council' },
    });
    expect(geneva).toMatchObject({
      startsAt: '2027-07-01T08:00:00.000Z',
      marginsOf: { title: { text: 'ITU Council' } },
    });
    expect((await korea.get(`channels/${channelId}/next-session`)).json()).toMatchObject({
      host: 'jp',
      lastHost: 'kr',
    });
  });

  it('keeps its material when it is put off, and every deadline follows the new date (case 5)', async () => {
    const { id } = await agreed();
    await korea.post(`sessions/${id}/programme`, {
      body: { kind: 'opening', day: 1, startTime: '10:00', title: { lang: 'ko', text: '개회' } },
    });
    const dates = async (): Promise<Record<string, string>> =>
      Object.fromEntries((await read(id)).deadlines.map(({ rule, date }) => [rule, date]));
    expect(await dates()).toMatchObject({ agenda_proposal: '2027-02-05', delegation_list: '2027-02-26' });
    const off = detail(await send(id, 'postpone', { lang: 'ja', reason: '国会日程のため' }, japan));
    expect(off).toMatchObject({ state: 'postponed', deadlines: [], stopped: { side: 'jp', reason: { lang: 'ja' } } });
    expect(await read(id)).toMatchObject({ stopped: { reason: { text: '国会日程のため' } }, ordinal: 8 });
    detail(await send(id, 'arrangement', { ...tokyo, startDate: '2027-04-21' }, japan));
    expect((await accept(id, korea)).statusCode).toBe(200);
    expect(await dates()).toMatchObject({
      agenda_proposal: '2027-03-19',
      delegation_list: '2027-04-09',
      minutes_agreed: '2027-05-06',
    });
    expect(await read(id)).toMatchObject({ state: 'date_agreed', ordinal: 8, stopped: null });
    const programme = (await japan.get(`sessions/${id}/programme`)).json<ProgrammeView>();
    expect(programme.items).toMatchObject([{ kind: 'opening', date: '2027-04-21', startTime: '10:00' }]);
    detail(await send(id, 'arrangement', { ...tokyo, startDate: '2026-12-16' }));
    expect((await accept(id)).statusCode).toBe(200);
    expect(await dates()).toMatchObject({ minutes_agreed: '2027-01-04' });
    expect((await eventsOf(id)).filter((event) => event === 'session.dateAgreed')).toHaveLength(3);
  });

  it('is called off by either side with a reason, frees its number and ends what was proposed', async () => {
    const { id } = await agreed();
    detail(await send(id, 'level', { level: 'vice_minister' }, japan));
    const off = detail(await send(id, 'cancel', { lang: 'ja', reason: '日程が合わないため' }, japan));
    expect(off).toMatchObject({ state: 'cancelled', ordinal: null, stopped: { side: 'jp' } });
    expect(off.allowedActions.filter(({ allowed }) => allowed)).toEqual([]);
    expect(await openProposals(id)).toEqual([]);
    expect((await agreed({ startDate: '2027-05-13' })).ordinal).toBe(8);
    expect(await codeIn(await send(id, 'postpone', { lang: 'ko', reason: '연기' }))).toBe('common.wrongState');
    expect(
      await codeIn(await korea.post(`sessions/${id}/cancel`, { etag: off.etag, body: { lang: 'ko', reason: ' ' } })),
    ).toBe('common.invalid');
  });

  it('changes its level with two keys, tells which head no longer fits, and refuses it from two days before', async () => {
    const { id } = await agreed();
    detail(await send(id, 'level', { level: 'minister', reason: '장관 참석' }));
    expect((await accept(id, japan, 'session.level')).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({ level: 'minister', levelFit: { rank: 30, until: '2027-03-08' } });
    expect(await eventsOf(id)).toContain('session.levelChanged');
    expect(await codeIn(await send(id, 'level', { level: 'minister' }))).toBe('sessions.levelUnchanged');
    const near = await agreed({ startDate: '2026-11-13', country: 'CH', zone: 'Europe/Zurich' });
    detail(await send(near.id, 'level', { level: 'minister' }));
    await test.setClock('2026-11-11T12:00:00+01:00');
    const [laterJapan, laterKorea] = await Promise.all(
      ['secretariat.jp', 'secretariat.kr'].map((name) => test.as(name, { again: true })),
    );
    if (!laterJapan || !laterKorea) throw new Error('nobody signed in');
    const late = await accept(near.id, laterJapan, 'session.level');
    const offered = await send(near.id, 'level', { level: 'division' }, laterKorea);
    [korea, japan] = [laterKorea, laterJapan];
    expect(await codeIn(late)).toBe('sessions.levelTooLate');
    expect(await codeIn(offered)).toBe('sessions.levelTooLate');
    expect(await read(near.id)).toMatchObject({ level: 'dg' });
  });

  it('says who has to act before it is ready, and by when', async () => {
    const { id } = await agreed();
    const { readiness } = await read(id);
    const agenda = readiness.blocks.find(({ code }) => code === 'agenda.notAgreed');
    expect(agenda).toMatchObject({ due: '2027-02-18', sides: ['kr', 'jp'] });
    expect(readiness.ready).toBe(false);
    expect(readiness.counts.map(({ side }) => side)).toEqual(['kr', 'jp']);
    const mirrored = (await read(id, japan)).readiness;
    expect(mirrored.counts.map(({ side }) => side)).toEqual(['jp', 'kr']);
  });

  it('lets each side correct its own number only', async () => {
    const { id } = await agreed();
    const corrected = await korea.put(`sessions/${id}/ordinal`, { etag: (await read(id)).etag, body: { ordinal: 9 } });
    expect(detail(corrected).ordinals).toEqual([
      { side: 'kr', ordinal: 9 },
      { side: 'jp', ordinal: 8 },
    ]);
    const taken = await korea.put(`sessions/${id}/ordinal`, { etag: detail(corrected).etag, body: { ordinal: 7 } });
    expect([taken.statusCode, await codeIn(taken)]).toEqual([409, 'sessions.ordinalTaken']);
  });

  it('keeps a programme, an embargo and the costs', async () => {
    const { id, etag } = await agreed({ endDate: '2027-03-12' });
    const dinner = {
      kind: 'dinner',
      day: 2,
      startTime: '18:00',
      endTime: '20:00',
      title: { lang: 'ja', text: '夕食会' },
    };
    const made = (await japan.post(`sessions/${id}/programme`, { body: dinner })).json<ProgrammeView>();
    expect(made).toMatchObject({ zone: 'Asia/Tokyo', days: 2, items: [{ date: '2027-03-12' }] });
    const item = made.items[0];
    const change = (body: object, ask = item?.etag ?? '') =>
      korea.patch(`programme-items/${item?.id ?? ''}`, { etag: ask, body });
    expect(await codeIn(await change({ ...dinner, day: 3 }))).toBe('sessions.dayOutOfRange');
    expect(await codeIn(await change({ ...dinner, endTime: '17:00' }))).toBe('sessions.endBeforeStart');
    expect((await change({ ...dinner, startTime: '18:30' })).json<ProgrammeView>().items[0]?.startTime).toBe('18:30');
    expect((await change(dinner)).statusCode).toBe(412);
    const gone = await korea.post(`programme-items/${item?.id ?? ''}/remove`, { etag: '"2"' });
    expect(gone.json<ProgrammeView>().items).toEqual([]);
    const edited = await korea.patch(`sessions/${id}`, {
      etag,
      body: { embargoAt: '2027-03-12T09:00:00Z', costSplit: { lang: 'ko', text: '각자 부담' } },
    });
    expect(detail(edited)).toMatchObject({ embargoAt: '2027-03-12T09:00:00.000Z', costSplit: { text: '각자 부담' } });
  });

  it('refuses times that do not exist and zones nobody keeps', async () => {
    const at = (over: object) => korea.post('sessions', { body: { channelId, ...tokyo, ...over } });
    const gap = await at({ zone: 'Europe/Zurich', startDate: '2027-03-28', startTime: '02:30' });
    expect([gap.statusCode, await codeIn(gap)]).toEqual([422, 'sessions.timeDoesNotExist']);
    const twice = { zone: 'Europe/Zurich', startDate: '2027-10-31', startTime: '02:30' };
    expect(await codeIn(await at(twice))).toBe('sessions.timeTwice');
    expect(detail(await at({ ...twice, repeated: 'later' })).startsAt).toBe('2027-10-31T01:30:00.000Z');
    expect((await at({ zone: 'Asia/Atlantis' })).json()).toMatchObject({
      fields: [{ path: 'zone', code: 'common.notATimeZone' }],
    });
    expect(await codeIn(await at({ startDate: '2026-11-09' }))).toBe('sessions.datePast');
  });

  it('refuses in three languages: no version, an old one, a second sharing, a past day', async () => {
    const { id, etag } = await proposed();
    const asks: [number, string, () => Promise<Answer>][] = [];
    for (const language of LANGUAGES) {
      asks.push(
        [428, language, () => korea.post(`sessions/${id}/propose`, { body: {}, language })],
        [412, language, () => korea.post(`sessions/${id}/propose`, { body: {}, etag: '"77"', language })],
        [409, language, () => korea.post(`sessions/${id}/propose`, { body: {}, etag, language })],
        [
          422,
          language,
          () =>
            korea.post(`sessions/${id}/arrangement`, { body: { ...tokyo, startDate: '2026-01-05' }, etag, language }),
        ],
      );
    }
    const texts = new Set<string>();
    for (const [status, , ask] of asks) {
      const answer = await ask();
      expect(answer.statusCode).toBe(status);
      texts.add(answer.json<{ detail?: string; title: string }>().detail ?? answer.json<{ title: string }>().title);
    }
    expect(texts.size).toBe(asks.length);
  });

  it('tells its channel when it was held, which makes an agreed channel active', async () => {
    const { id } = await agreed({ startDate: '2026-11-10', startTime: '10:05', endTime: '10:15' });
    await test.admin(`update forum.session set state = 'in_session' where id = $1`, [id]);
    await test.admin(`update forum.channel set state = 'agreed' where id = $1`, [channelId]);
    await test.setClock('2026-11-10T10:20:00+09:00');
    expect(
      detail(await korea.post(`sessions/${id}/steps`, { etag: (await read(id)).etag, body: { action: 'hold' } })).state,
    ).toBe('held');
    const [channel] = await test.admin<{ state: string }>('select state from forum.channel where id = $1', [channelId]);
    expect(channel?.state).toBe('active');
    const close = async () =>
      korea.post(`sessions/${id}/steps`, { etag: (await read(id)).etag, body: { action: 'close' } });
    expect((await close()).json()).toMatchObject({ code: 'sessions.notClosable' });
    // Minutes that both agreed on and keep among themselves.
    await test.admin(
      `insert into forum.record (id, session_id, origin_side, kind, title, state, for_signature, not_public, audience)
       values ($1, $2, 'kr', 'summary_record', $3, 'final', false, true, 'joint')`,
      [newId(), id, historicText({ ko: '회의 결과 요약' }, 'ko')],
    );
    expect(detail(await close()).state).toBe('closed');
  });

  it('lists the forum’s second session as nominally ministerial and held by vice-ministers, in no language as lowered (case 11)', async () => {
    const [row] = await test.admin<{ id: string }>(`select id from forum.session where code = 'SE-DPF2'`);
    for (const language of LANGUAGES) {
      const answer = await korea.get(`sessions/${row?.id ?? ''}`, { language });
      expect(answer.json()).toMatchObject({ nominalLevel: 'minister', level: 'vice_minister', ordinal: 2 });
      expect(answer.body).not.toMatch(/lowered|격하|格下げ/i);
    }
  });
});
