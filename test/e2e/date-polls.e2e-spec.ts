import type {
  DatePollListView,
  DatePollView,
  SlotSuggestionsView,
} from '../../apps/api/src/date-polls/date-polls.views.js';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

type Answered = Awaited<ReturnType<TestClient['get']>>;

const now = '2027-01-11T10:00:00+09:00';
const deadline = '2027-01-20T18:00:00+09:00';
const slots = ['2027-05-18T10:00:00+09:00', '2027-05-19T14:00:00+09:00'];

describe('finding a date', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let channelId: string;
  let sessionId: string;
  const posts: Record<string, string> = {};

  beforeAll(async () => {
    test = await createTestApp();
    await test.database.runInTx(workerActor, seedHolidays);
    await test.setClock(now);
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    for (const { code, id } of await test.admin<{ code: string; id: string }>(
      'select code, id from forum.post where code is not null',
    ))
      posts[code] = id;
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.setClock(now);
    ({ id: sessionId, channelId } = await saveSession(test, { state: 'proposed' }));
  });

  const view = (answer: Answered) => answer.json<DatePollView>();
  const read = async (client: TestClient, id: string) => view(await client.get(`date-polls/${id}`));
  const create = (client: TestClient, over: object = {}) =>
    client.post('date-polls', {
      body: {
        channelId,
        sessionId,
        zone: 'Asia/Seoul',
        minutes: 120,
        format: 'in_person',
        host: 'kr',
        deadline,
        slots,
        ...over,
      },
    });
  const act = async (client: TestClient, id: string, action: string, body?: object) =>
    client.post(`date-polls/${id}/${action}`, { etag: (await read(client, id)).etag, ...(body ? { body } : {}) });
  const onSlot = async (client: TestClient, poll: DatePollView, index: number, action: string, body?: object) =>
    client.post(`date-poll-slots/${poll.slots[index]?.id ?? ''}/${action}`, {
      etag: (await read(client, poll.id)).etag,
      ...(body ? { body } : {}),
    });
  const name = (client: TestClient, id: string, list: readonly (readonly [string, string])[]) =>
    client.put(`date-polls/${id}/participants`, {
      body: { participants: list.map(([code, role]) => ({ postId: posts[code], role })) },
    });
  const answer = (client: TestClient, poll: DatePollView, index: number, code: string, said: string | null) =>
    client.put(`date-poll-slots/${poll.slots[index]?.id ?? ''}/answers/${posts[code] ?? ''}`, {
      body: { answer: said },
    });
  const ofKorea = [
    ['KR-RADIO-DG', 'head'],
    ['KR-SPECTRUM', 'required'],
  ] as const;
  const ofJapan = [
    ['JP-RADIO-DG', 'head'],
    ['JP-MONITORING', 'required'],
  ] as const;
  /** A shared poll with the posts of both sides named. */
  const opened = async (over: object = {}): Promise<DatePollView> => {
    const { id } = view(await create(korea, over));
    expect((await act(korea, id, 'share')).statusCode).toBe(200);
    expect((await name(korea, id, ofKorea)).statusCode).toBe(200);
    expect((await name(japan, id, ofJapan)).statusCode).toBe(200);
    return read(korea, id);
  };
  const answerAll = async (
    client: TestClient,
    poll: DatePollView,
    said: Record<string, readonly (string | null)[]>,
  ) => {
    for (const [code, words] of Object.entries(said))
      for (const [index, word] of words.entries())
        expect((await answer(client, poll, index, code, word)).statusCode).toBe(200);
  };

  it('goes from a draft to the arrangement that the other side is asked to agree to', async () => {
    const drafted = await create(korea);
    expect(drafted.statusCode).toBe(201);
    expect(view(drafted)).toMatchObject({ state: 'draft', shared: false, bothHeads: true, minutes: 120 });
    const poll = await opened();
    await answerAll(korea, poll, { 'KR-RADIO-DG': ['yes', 'no'], 'KR-SPECTRUM': ['yes', 'yes'] });
    await answerAll(japan, poll, { 'JP-RADIO-DG': ['yes', 'yes'], 'JP-MONITORING': ['if_needed', 'yes'] });
    expect((await read(korea, poll.id)).slots.map(({ ownVerdict }) => ownVerdict)).toEqual([
      'possible',
      'not_possible',
    ]);
    expect((await act(korea, poll.id, 'hand-over')).statusCode).toBe(200);
    expect((await read(japan, poll.id)).slots[0]?.verdicts).toEqual([
      { side: 'jp', verdict: null, at: null },
      { side: 'kr', verdict: 'possible', at: expect.any(String) as string },
    ]);
    expect((await onSlot(korea, poll, 0, 'decide')).json()).toMatchObject({ code: 'date-polls.verdictsMissing' });
    expect((await act(japan, poll.id, 'hand-over')).statusCode).toBe(200);
    const refused = await onSlot(japan, poll, 1, 'decide');
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([422, 'date-polls.slotNotPossible']);
    const decided = await onSlot(japan, poll, 0, 'decide');
    expect(decided.statusCode).toBe(200);
    expect(view(decided)).toMatchObject({ state: 'decided', slots: [{ decided: true }, { decided: false }] });
    const proposals = await test.admin<{ kind: string; side: string; start: string }>(
      `select kind, proposed_by_side as side, content ->> 'startsAt' as start from forum.proposal where subject_id = $1`,
      [sessionId],
    );
    expect(proposals).toEqual([
      { kind: 'session.arrangement', side: 'jp', start: expect.stringContaining('2027-05-18T01:00') as string },
    ]);
  });

  it('opens again when the arrangement made of it is refused', async () => {
    const poll = await opened();
    await answerAll(korea, poll, { 'KR-RADIO-DG': ['yes', 'yes'], 'KR-SPECTRUM': ['yes', 'yes'] });
    await answerAll(japan, poll, { 'JP-RADIO-DG': ['yes', 'yes'], 'JP-MONITORING': ['yes', 'yes'] });
    await act(korea, poll.id, 'hand-over');
    await act(japan, poll.id, 'hand-over');
    await onSlot(korea, poll, 0, 'decide');
    const [proposal] = await test.admin<{ id: string; version: number }>(
      `select id, version from forum.proposal where subject_id = $1`,
      [sessionId],
    );
    const refused = await japan.post(`proposals/${proposal?.id ?? ''}/refuse`, {
      etag: `"${String(proposal?.version ?? 1)}"`,
      body: { reason: '大臣日程と重複' },
    });
    expect(refused.statusCode).toBe(200);
    expect(await read(korea, poll.id)).toMatchObject({
      state: 'closed',
      slots: [{ decided: false }, { decided: false }],
    });
  });

  /** A poll that both sides have answered with a yes throughout, and handed over. */
  const decidable = async (over: object = {}): Promise<DatePollView> => {
    const poll = await opened(over);
    await answerAll(korea, poll, { 'KR-RADIO-DG': ['yes', 'yes'], 'KR-SPECTRUM': ['yes', 'yes'] });
    await answerAll(japan, poll, { 'JP-RADIO-DG': ['yes', 'yes'], 'JP-MONITORING': ['yes', 'yes'] });
    await act(korea, poll.id, 'hand-over');
    await act(japan, poll.id, 'hand-over');
    return read(korea, poll.id);
  };
  const sessionsOf = () =>
    test.admin<Record<string, unknown>>(
      `select id, state, audience, start_date::text as day, to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as starts,
              zone, format, level, host_side as host, place -> 'ko' ->> 'text' as place, origin_side as origin
         from forum.session where channel_id = $1 and id <> $2`,
      [channelId, sessionId],
    );

  it('makes a session of the slot when the poll has none yet, and the other side’s acceptance agrees its date', async () => {
    const poll = await decidable({ sessionId: undefined });
    expect(poll.session).toBeNull();
    const bare = await onSlot(japan, poll, 0, 'decide');
    expect([bare.statusCode, bare.json<{ code: string }>().code]).toEqual([422, 'sessions.placeMissing']);
    expect(await sessionsOf()).toEqual([]);
    const decided = await onSlot(japan, poll, 0, 'decide', { place: { lang: 'ko', text: '부산' } });
    expect(decided.statusCode).toBe(200);
    const [session] = await sessionsOf();
    expect(session).toMatchObject({
      state: 'proposed',
      audience: 'joint',
      day: '2027-05-18',
      starts: '2027-05-18 01:00',
      zone: 'Asia/Seoul',
      format: 'in_person',
      level: 'dg',
      host: 'kr',
      place: '부산',
      origin: 'jp',
    });
    const id = session?.['id'] as string;
    for (const client of [korea, japan]) expect((await read(client, poll.id)).session?.id).toBe(id);
    const events = await test.admin<{ event: string; session: string }>(
      `select event, payload ->> 'sessionId' as session from forum.outbox_event
        where payload ->> 'sessionId' = $1 and event in ('datePoll.decided', 'session.proposed') order by event`,
      [id],
    );
    expect(events.map(({ session: told }) => told)).toEqual([id, id]);
    const [proposal] = (await korea.get(`proposals?subjectType=session&subjectId=${id}`)).json<{
      items: { id: string; hash: string; etag: string; kind: string; proposedBy: string }[];
    }>().items;
    expect(proposal).toMatchObject({ kind: 'session.arrangement', proposedBy: 'jp' });
    const accepted = await korea.post(`proposals/${proposal?.id ?? ''}/accept`, {
      etag: proposal?.etag ?? '',
      body: { hash: proposal?.hash },
    });
    expect(accepted.statusCode).toBe(200);
    expect(await sessionsOf()).toMatchObject([{ id, state: 'date_agreed', day: '2027-05-18' }]);
  });

  it('gives an online meeting without a host to the side whose turn it is, and checks the turn when deciding', async () => {
    await test.admin(
      `update forum.session set state = 'held', start_date = '2026-05-18', date_value = '2026-05-18' where id = $1`,
      [sessionId],
    );
    const online = { sessionId: undefined, format: 'online' };
    const again = await decidable({ ...online, host: 'kr' });
    const refused = await onSlot(korea, again, 0, 'decide');
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([422, 'sessions.sameHostTwice']);
    expect((await onSlot(korea, again, 0, 'decide', { sameHostAgain: true })).json()).toMatchObject({
      code: 'sessions.sameHostReason',
    });
    expect([await sessionsOf(), (await read(korea, again.id)).state]).toEqual([[], 'open']);
    const reason = '개최국 사정으로 연속 개최';
    expect((await onSlot(korea, again, 0, 'decide', { sameHostAgain: true, reason })).statusCode).toBe(200);
    const turn = await decidable({ ...online, host: undefined });
    expect((await onSlot(korea, turn, 1, 'decide')).statusCode).toBe(200);
    const made = await sessionsOf();
    expect(made.map(({ day, host, origin }) => [day, host, origin]).sort()).toEqual([
      ['2027-05-18', 'kr', 'kr'],
      ['2027-05-19', 'jp', 'kr'],
    ]);
  });

  it('makes one session of a poll decided twice at once, and keeps it when the date is refused', async () => {
    const poll = await decidable({ sessionId: undefined, format: 'online' });
    const both = await Promise.all([onSlot(korea, poll, 0, 'decide'), onSlot(japan, poll, 1, 'decide')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const [made] = await sessionsOf();
    const [proposal] = await test.admin<{ id: string; version: number; side: string }>(
      `select id, version, proposed_by_side as side from forum.proposal where subject_id = $1`,
      [made?.['id']],
    );
    const answerer = proposal?.side === 'kr' ? japan : korea;
    const refused = await answerer.post(`proposals/${proposal?.id ?? ''}/refuse`, {
      etag: `"${String(proposal?.version ?? 1)}"`,
      body: { reason: '대신 일정과 겹침' },
    });
    expect(refused.statusCode).toBe(200);
    expect(await read(korea, poll.id)).toMatchObject({ state: 'closed', session: { id: made?.['id'] } });
    expect((await onSlot(korea, poll, 1, 'decide')).statusCode).toBe(200);
    expect(await sessionsOf()).toMatchObject([{ id: made?.['id'], day: '2027-05-19', state: 'proposed' }]);
  });

  it('shows a draft of the decider to the other side with its date, and never names the other side’s draft', async () => {
    await test.admin(`update forum.session set audience = 'kr' where id = $1`, [sessionId]);
    const poll = await decidable();
    expect((await read(japan, poll.id)).session).toBeNull();
    expect((await onSlot(korea, poll, 0, 'decide')).statusCode).toBe(200);
    const [shared] = await test.admin<{ audience: string; day: string }>(
      'select audience, start_date::text as day from forum.session where id = $1',
      [sessionId],
    );
    expect(shared).toEqual({ audience: 'joint', day: '2027-05-18' });
    ({ id: sessionId, channelId } = await saveSession(test, { state: 'proposed' }));
    await test.admin(`update forum.session set audience = 'kr' where id = $1`, [sessionId]);
    const other = await decidable({ format: 'online' });
    expect((await onSlot(japan, other, 0, 'decide')).statusCode).toBe(200);
    expect(await sessionsOf()).toMatchObject([{ audience: 'joint', origin: 'jp' }]);
    expect(await test.admin('select audience, state from forum.session where id = $1', [sessionId])).toEqual([
      { audience: 'kr', state: 'proposed' },
    ]);
  });

  it('keeps a draft from the other side altogether', async () => {
    const before = (await japan.get('date-polls')).body;
    const { id } = view(await create(korea));
    expect((await japan.get('date-polls')).body).toBe(before);
    const [hidden, missing] = await Promise.all(
      [id, '019aa000-0000-7000-8000-000000000000'].map((one) => japan.get(`date-polls/${one}`)),
    );
    expect(hidden?.statusCode).toBe(404);
    expect({ ...hidden?.json<object>(), requestId: '' }).toEqual({ ...missing?.json<object>(), requestId: '' });
  });

  it('shows the other side nothing of who is asked and what they answer: every answer is the same, byte for byte', async () => {
    const { id } = view(await create(korea));
    await act(korea, id, 'share');
    const poll = await read(korea, id);
    const range = 'from=2027-05-01&to=2027-05-31';
    const asked = [
      'date-polls?limit=200',
      `date-polls?channel=${channelId}`,
      `date-polls/${id}`,
      `date-polls/${id}/waiting`,
      `channels/${channelId}/slot-suggestions?${range}`,
      `calendar?${range}`,
    ];
    const others = ['secretariat.jp', 'head.jp', 'observer', 'company.kr', 'admin', 'auditor'];
    const walk = async () => {
      const seen: string[] = [];
      for (const who of others)
        for (const path of asked) {
          const { statusCode, headers, body } = await (await test.as(who)).get(path);
          seen.push(
            `${who} ${path} ${String(statusCode)} ${headers.etag ?? ''} ${body.replace(/"requestId":"[^"]*"/, '')}`,
          );
        }
      return seen;
    };
    const before = await walk();
    await name(korea, id, ofKorea);
    await answerAll(korea, poll, { 'KR-RADIO-DG': ['no', 'yes'], 'KR-SPECTRUM': ['no', 'if_needed'] });
    await answerAll(korea, poll, { 'KR-SPECTRUM': [null, 'no'] });
    expect(await walk()).toEqual(before);
    expect((await read(korea, id)).slots[0]?.answers.map((one) => one.answer)).toEqual(['no']);
    const events = await test.admin<{ audience: string }>(
      `select distinct audience from forum.outbox_event where subject_id = $1 and event in ('datePoll.answered', 'datePoll.participantsNamed')`,
      [id],
    );
    expect(events).toEqual([{ audience: 'kr' }]);
  });

  it('tells who of the own side has yet to answer, and only of the own side', async () => {
    const poll = await opened();
    await answer(korea, poll, 0, 'KR-RADIO-DG', 'yes');
    const waiting = async (client: TestClient) =>
      (await client.get(`date-polls/${poll.id}/waiting`))
        .json<{ items: { post: { id: string }; open: number }[] }>()
        .items.map(({ post, open }) => [post.id, open]);
    expect(await waiting(korea)).toEqual([
      [posts['KR-RADIO-DG'], 1],
      [posts['KR-SPECTRUM'], 2],
    ]);
    expect(await waiting(japan)).toEqual([
      [posts['JP-RADIO-DG'], 2],
      [posts['JP-MONITORING'], 2],
    ]);
    expect((await (await test.as('company.kr')).get(`date-polls/${poll.id}/waiting`)).statusCode).toBe(404);
  });

  it('is answered by each post for itself, and by the secretariat for its own, marked as such', async () => {
    const poll = await opened();
    const head = await test.as('head.kr');
    expect((await answer(head, poll, 0, 'KR-RADIO-DG', 'if_needed')).statusCode).toBe(200);
    const denied = await answer(head, poll, 0, 'KR-SPECTRUM', 'yes');
    expect([denied.statusCode, denied.json<{ code: string }>().code]).toEqual([403, 'date-polls.notAsked']);
    const delegate = await answer(await test.as('delegate.kr'), poll, 0, 'KR-SPECTRUM-DEPUTY', 'yes');
    expect(delegate.statusCode).toBe(403);
    expect((await answer(japan, poll, 0, 'KR-RADIO-DG', 'no')).statusCode).toBe(403);
    await answer(korea, poll, 0, 'KR-SPECTRUM', 'yes');
    const [first] = (await read(korea, poll.id)).slots;
    expect(first?.answers.map((one) => [one.postId, one.answer, one.by?.id ?? null]).sort()).toEqual(
      [
        [posts['KR-RADIO-DG'], 'if_needed', null],
        [posts['KR-SPECTRUM'], 'yes', posts['KR-SEC']],
      ].sort(),
    );
  });

  it('takes the same answer twice, or from two windows at once, as one', async () => {
    const poll = await opened();
    const head = await test.as('head.kr');
    const twice = await Promise.all(Array.from({ length: 6 }, () => answer(head, poll, 0, 'KR-RADIO-DG', 'yes')));
    expect(twice.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 6 }, () => 200));
    await Promise.all([answer(head, poll, 0, 'KR-RADIO-DG', 'no'), answer(korea, poll, 0, 'KR-RADIO-DG', 'no')]);
    const rows = await test.admin<{ answer: string }>(
      `select a.answer from forum.date_poll_answer a where a.slot_id = $1`,
      [poll.slots[0]?.id],
    );
    expect(rows).toEqual([{ answer: 'no' }]);
    const events = await test.admin(
      `select 1 from forum.outbox_event where event = 'datePoll.answered' and payload ->> 'pollId' = $1`,
      [poll.id],
    );
    expect(events).toHaveLength(2);
  });

  it('takes no answer after its deadline, and takes them again when it is extended', async () => {
    const poll = await opened();
    await test.setClock('2027-01-20T18:00:01+09:00');
    const head = await test.as('head.kr', { again: true });
    const client = await test.as('secretariat.kr', { again: true });
    const late = await answer(head, poll, 0, 'KR-RADIO-DG', 'yes');
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([422, 'date-polls.deadlinePassed']);
    expect(view(await client.get(`date-polls/${poll.id}`))).toMatchObject({ state: 'open', deadlinePassed: true });
    const wrong = await act(client, poll.id, 'extend', { deadline: '2027-01-19T18:00:00+09:00' });
    expect(wrong.json()).toMatchObject({ code: 'date-polls.deadlineNotLater' });
    const jp = await test.as('secretariat.jp', { again: true });
    expect((await act(jp, poll.id, 'extend', { deadline: '2027-01-25T18:00:00+09:00' })).statusCode).toBe(403);
    expect((await act(client, poll.id, 'extend', { deadline: '2027-01-25T18:00:00+09:00' })).statusCode).toBe(200);
    expect((await answer(head, poll, 0, 'KR-RADIO-DG', 'yes')).statusCode).toBe(200);
  });

  it('hands nothing over while answers of the own side are missing, and says how many', async () => {
    const poll = await opened();
    const early = await act(korea, poll.id, 'hand-over');
    expect(early.statusCode).toBe(422);
    expect(early.json()).toMatchObject({ code: 'date-polls.answersMissing', params: { count: 4 } });
    await name(korea, poll.id, [['KR-SPECTRUM', 'required']]);
    expect((await act(korea, poll.id, 'hand-over')).json()).toMatchObject({ code: 'date-polls.headMissing' });
  });

  it('holds a slot for both sides until a time, then lets it go by the clock alone', async () => {
    const poll = await opened();
    const until = '2027-01-15T18:00:00+09:00';
    expect(view(await onSlot(korea, poll, 0, 'hold', { until })).slots[0]?.hold).toMatchObject({ placedBy: 'kr' });
    const again = await onSlot(japan, poll, 0, 'hold', { until });
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'date-polls.slotHeld']);
    const suggestions = await japan.get(
      `channels/${channelId}/slot-suggestions?from=2027-05-18&to=2027-05-18&duration=540&count=1`,
    );
    expect(suggestions.json<SlotSuggestionsView>().items).toEqual([]);
    await test.setClock('2027-01-15T18:00:01+09:00');
    const client = await test.as('secretariat.jp', { again: true });
    const held = (await read(client, poll.id)).slots[0]?.hold;
    expect(held).toBeNull();
    expect((await onSlot(client, poll, 0, 'hold', { until: '2027-01-18T18:00:00+09:00' })).statusCode).toBe(200);
    const [standing] = (await read(client, poll.id)).slots;
    const etag = (await read(client, poll.id)).etag;
    expect((await client.post(`session-holds/${standing?.hold?.id ?? ''}/release`, { etag })).statusCode).toBe(200);
    const gone = await client.post(`session-holds/${standing?.hold?.id ?? ''}/release`, { etag: '"9"' });
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([404, 'date-polls.holdNotFound']);
    const long = await onSlot(client, poll, 1, 'hold', { until: '2027-04-01T00:00:00Z' });
    expect(long.json()).toMatchObject({ code: 'date-polls.holdTooLong', fields: [{ path: 'until' }] });
  });

  it('refuses stale, missing and foreign requests with their codes', async () => {
    const poll = await opened();
    const stale = await korea.post(`date-polls/${poll.id}/close`, { etag: '"1"' });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([412, 'common.staleVersion']);
    expect((await korea.post(`date-polls/${poll.id}/close`)).statusCode).toBe(428);
    expect((await act(japan, poll.id, 'withdraw')).json()).toMatchObject({ code: 'date-polls.onlyProposer' });
    expect((await act(await test.as('delegate.kr'), poll.id, 'close')).statusCode).toBe(403);
    expect((await name(korea, poll.id, [['JP-RADIO-DG', 'head']])).json()).toMatchObject({
      code: 'date-polls.postNotOwn',
      fields: [{ path: 'participants.0.postId' }],
    });
    const known = await act(japan, poll.id, 'slots', { slots: [slots[0]] });
    expect([known.statusCode, known.json<{ code: string }>().code]).toEqual([409, 'date-polls.slotKnown']);
    expect((await act(japan, poll.id, 'slots', { slots: ['2027-05-20T10:00:00+09:00'] })).statusCode).toBe(200);
    expect((await create(await test.as('observer'))).statusCode).toBe(403);
    expect((await create(korea, { slots: ['2027-05-18'] })).statusCode).toBe(400);
    expect((await create(korea, { zone: 'Mars/Olympus' })).json()).toMatchObject({ code: 'common.notATimeZone' });
    expect((await create(korea, { slots: ['2026-05-18T10:00:00Z'] })).json()).toMatchObject({
      code: 'date-polls.slotInPast',
    });
    expect((await create(korea, { sessionId: poll.id })).json()).toMatchObject({ code: 'date-polls.sessionUnknown' });
    expect((await act(korea, poll.id, 'withdraw')).statusCode).toBe(200);
    const over = await answer(korea, poll, 0, 'KR-RADIO-DG', 'yes');
    expect([over.statusCode, over.json<{ code: string }>().code]).toEqual([409, 'common.wrongState']);
  });

  it('is listed newest first, page by page, with the own side’s progress', async () => {
    const first = await opened();
    const second = view(await create(japan));
    await answer(korea, first, 0, 'KR-RADIO-DG', 'yes');
    const page = (await korea.get(`date-polls?channel=${channelId}&limit=1`)).json<DatePollListView>();
    expect(page).toMatchObject({ hasMore: false, items: [{ id: first.id, asked: 4, answered: 1, slotCount: 2 }] });
    const own = (await japan.get(`date-polls?channel=${channelId}&limit=1`)).json<DatePollListView>();
    expect(own).toMatchObject({ hasMore: true, items: [{ id: second.id }] });
    const rest = await japan.get(`date-polls?channel=${channelId}&limit=1&cursor=${own.nextCursor ?? ''}`);
    expect(rest.json<DatePollListView>().items.map(({ id, answered }) => [id, answered])).toEqual([[first.id, 0]]);
  });

  describe('suggestions', () => {
    const suggest = async (query: string, client = korea) =>
      (await client.get(`channels/${channelId}/slot-suggestions?${query}`)).json<SlotSuggestionsView>();

    it('are the next five slots on common working days, and say for every other day why not', async () => {
      const answered = await suggest('from=2027-05-01&to=2027-05-31&duration=120&host=kr');
      expect(answered.items).toHaveLength(5);
      for (const { startsAt, score } of answered.items) {
        expect(startsAt > '2027-05-06').toBe(true);
        expect(score).toBeGreaterThanOrEqual(75);
      }
      const day = (date: string) => answered.days.find((one) => one.date === date);
      expect(day('2027-05-03')).toMatchObject({ best: null, working: { kr: false, jp: false } });
      expect(day('2027-05-13')?.reasons).toEqual([{ code: 'holiday', side: 'kr', cost: 100 }]);
      expect(day('2027-05-15')?.reasons).toEqual([{ code: 'weekend', side: null, cost: 100 }]);
      expect(answered.calendarNotes.map(({ year }) => year)).toEqual(expect.arrayContaining([2027]));
    });

    it('give both sides the same slots as long as neither has answered anything', async () => {
      const query = 'from=2027-05-01&to=2027-06-30&duration=90&format=online';
      expect(await suggest(query, japan)).toEqual(await suggest(`${query}&lang=ja`));
    });

    it('keep clear of what the own posts and the channel have on, and of Geneva’s night', async () => {
      await saveSession(test);
      await test.admin(
        `update forum.session set start_date = '2027-05-20', date_value = '2027-05-20', starts_at = '2027-05-20T00:00:00Z', ends_at = '2027-05-20T09:30:00Z' where id = $1`,
        [sessionId],
      );
      const busy = (await suggest('from=2027-05-20&to=2027-05-20')).days[0];
      expect(busy?.best).toBeNull();
      expect(busy?.reasons.map(({ code }) => code)).toContain('otherSession');
      const geneva = await suggest('from=2027-06-07&to=2027-06-11&zone=Europe/Zurich&format=online&duration=60');
      for (const { startsAt } of geneva.items) expect(startsAt.slice(11, 13) < '09').toBe(true);
    });

    it('refuse a range that is turned round, too long or in no zone', async () => {
      const code = async (query: string) =>
        (await korea.get(`channels/${channelId}/slot-suggestions?${query}`)).json<{ code: string }>().code;
      expect(await code('from=2027-05-31&to=2027-05-01')).toBe('working-days.rangeInverted');
      expect(await code('from=2027-01-01&to=2027-12-31')).toBe('working-days.rangeTooLong');
      expect(await code('from=2027-05-01&to=2027-05-31&zone=Nowhere')).toBe('common.notATimeZone');
      expect(await code('from=2027-05-01&to=2027-05-31&count=99')).toBe('common.invalid');
    });
  });
});
