import type { LightMyRequestResponse } from 'fastify';
import { historicText, newId } from '#core/kernel';
import type { ChannelDetailView } from '../../apps/api/src/channels/channels.dto.js';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type {
  EscalationListView,
  EscalationSuggestionsView,
  EscalationTargetsView,
  EscalationView,
  SessionEscalationsView,
} from '../../apps/api/src/escalations/escalations.views.js';
import type { ProposalView } from '../../apps/api/src/proposals/proposals.dto.js';
import { readPdf } from '../support/read-pdf.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';

const nobody = '019aa000-0000-7000-8000-000000000000';
const texts = (word: string) => ({ ko: `${word} 요약`, ja: `${word}の要約`, en: `${word} in short` });

describe('what rises to a higher level', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  /** CH-RADIO-DG and CH-DPF of the record, and a session of the latter to come. */
  let radioDg: string;
  let forum: string;
  let ministers: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-01-11T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    const channel = async (code: string) =>
      (await test.admin<{ id: string }>('select id from forum.channel where code = $1', [code]))[0]?.id ?? '';
    [radioDg, forum] = [await channel('CH-RADIO-DG'), await channel('CH-DPF')];
    // The record has sessions to come of its own; these are the only ones here.
    await test.admin(`update forum.session set state = 'cancelled' where start_date >= '2027-01-01'`);
    ministers = await session(forum, '2027-09-09', 'minister');
  });
  afterAll(() => test.close());

  const session = async (channelId: string, startDate: string, level: string) => {
    const [id, agendaId] = [newId(), newId()];
    await test.admin(
      `insert into forum.session (id, channel_id, date_value, start_date, zone, host_side, level, state, audience)
       values ($1, $2, $3::text, $3::text::date, 'Asia/Seoul', 'kr', $4, 'date_agreed', 'joint')`,
      [id, channelId, startDate, level],
    );
    await test.admin(`insert into forum.agenda (id, session_id) values ($1, $2)`, [agendaId, id]);
    return id;
  };
  let cases = 0;
  /** A shared case of the register that is before the directors-general. */
  const radioCase = async (over: { status?: string } = {}) => {
    const id = newId();
    cases += 1;
    const title = historicText({ ko: '800MHz 혼신', ja: '800MHz帯の混信', en: 'Interference at 800 MHz' }, 'ko');
    await test.admin(
      `insert into forum.radio_issue (id, code, position, title, type, services, status, level, channel_id, audience)
       values ($1, $2, $3, $4, 'interference_case', '{land_mobile}', $5, 'director_general', $6, 'joint')`,
      [id, `TEST-RI-${String(cases)}`, 9000 + cases, title, over.status ?? 'under_coordination', radioDg],
    );
    return id;
  };
  const body = (id: string, over: object = {}) => ({
    matter: { kind: 'radio_issue', id },
    lang: 'ko',
    title: texts('혼신'),
    summary: texts('경위'),
    request: texts('요청'),
    ...over,
  });
  const draft = async (client: TestClient, id: string, over: object = {}) =>
    answered<EscalationView>(client.post('escalations', { body: body(id, over) }));
  const step = async (client: TestClient, id: string, name: string, sent: object = {}) =>
    client.post(`escalations/${id}/${name}`, { etag: (await read(client, id)).etag, body: sent });
  const read = (client: TestClient, id: string) => answered<EscalationView>(client.get(`escalations/${id}`));
  const refused = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json<{ code: string }>().code];
  const decide = async (
    client: TestClient,
    id: string,
    decision: 'accept' | 'refuse',
    kind: string,
    subject = 'escalation',
  ) => {
    const { items } = await answered<{ items: ProposalView[] }>(
      client.get(`proposals?subjectType=${subject}&subjectId=${id}&state=open`),
    );
    const open = items.find((one) => one.kind === kind);
    return client.post(`proposals/${open?.id ?? ''}/${decision}`, {
      body: decision === 'accept' ? { hash: open?.hash } : { reason: '長官級でまず協議したい' },
    });
  };
  const raised = async (client: TestClient, id: string, over: object = {}) => {
    const { id: escalationId } = await draft(client, id, over);
    await answered(step(client, escalationId, 'raise'));
    return escalationId;
  };
  const agendaOf = (client: TestClient, id: string) => answered<AgendaView>(client.get(`sessions/${id}/agenda`));
  const block = (client: TestClient, id: string) =>
    answered<SessionEscalationsView>(client.get(`sessions/${id}/escalations`));
  const levelOf = async (id: string) =>
    (
      await test.admin('select level, escalated_to_channel_id as channel from forum.radio_issue where id = $1', [id])
    )[0];

  it('offers the channels above, first the one that grew out of it, and says which of their sessions comes next', async () => {
    const { items } = await answered<EscalationTargetsView>(korea.get(`channels/${radioDg}/escalation-targets`));
    expect(items[0]).toMatchObject({
      channel: { id: forum, level: 'minister' },
      relation: 'derived',
      session: { id: ministers, startDate: '2027-09-09' },
    });
    expect(items.map(({ level }) => level).every((level) => ['vice_minister', 'minister'].includes(level))).toBe(true);
    const above = await answered<EscalationTargetsView>(korea.get(`channels/${forum}/escalation-targets`));
    expect(above.items).toEqual([]);
  });

  it('is drafted by one side for itself: the other side learns nothing, and nothing shared moves', async () => {
    const issue = await radioCase();
    const before = await Promise.all([japan.get('escalations'), japan.get(`sessions/${ministers}/escalations`)]);
    const made = await draft(korea, issue);
    expect(made).toMatchObject({
      audience: 'kr',
      state: 'draft',
      level: 'director_general',
      toLevel: 'minister',
      to: { id: forum },
      session: null,
      events: [],
    });
    await answered(korea.patch(`escalations/${made.id}`, { etag: made.etag, body: { summary: { ko: '고친 경위' } } }));
    const after = await Promise.all([japan.get('escalations'), japan.get(`sessions/${ministers}/escalations`)]);
    expect(after.map((answer) => answer.body)).toEqual(before.map((answer) => answer.body));
    const hidden = await japan.get(`escalations/${made.id}`);
    const missing = await japan.get(`escalations/${nobody}`);
    expect(hidden.statusCode).toBe(404);
    expect({ ...hidden.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
    const open = await step(korea, made.id, 'raise');
    expect(open.json()).toMatchObject({
      code: 'escalations.textsOpen',
      params: { count: 2 },
      fields: [
        { path: 'summary.ja', code: 'agenda.textStale' },
        { path: 'summary.en', code: 'agenda.textStale' },
      ],
    });
    expect((await korea.post(`escalations/${made.id}/raise`, { etag: made.etag })).statusCode).toBe(412);
    expect((await korea.post(`escalations/${made.id}/raise`, {})).statusCode).toBe(428);
    await answered(step(korea, made.id, 'withdraw'));
    expect((await japan.get('escalations')).body).toBe(before[0].body);
  });

  it('stands on the next session’s agenda once raised, linked to the matter, and is let in by the other side’s key', async () => {
    const issue = await radioCase();
    const id = await raised(korea, issue);
    const seen = await read(japan, id);
    expect(seen).toMatchObject({
      state: 'raised',
      level: 'director_general',
      session: { id: ministers },
      matter: { kind: 'radio_issue', id: issue, path: `/records/radio/${issue}` },
      etag: '"1001"',
    });
    expect(seen.events.map(({ kind, side }) => [kind, side])).toEqual([
      ['raised', 'kr'],
      ['placed', 'kr'],
    ]);
    const item = (await agendaOf(japan, ministers)).items.find((one) => one.id === seen.itemId);
    expect(item).toMatchObject({
      state: 'exchanged',
      proposer: 'kr',
      objective: 'decide',
      title: { text: '혼신の要約' },
    });
    expect(item?.links.map(({ kind, id: linked }) => [kind, linked])).toEqual([['radio_issue', issue]]);
    expect((await block(japan, ministers)).rose.map((one) => one.id)).toEqual([id]);
    const again = await draft(japan, issue, { lang: 'ja' });
    expect(refused(await step(japan, again.id, 'raise'))).toEqual([409, 'escalations.alreadyUnderWay']);
    expect((await decide(korea, id, 'accept', 'escalation.accept')).statusCode).toBe(403);
    await answered(decide(japan, id, 'accept', 'escalation.accept'));
    expect(await read(korea, id)).toMatchObject({ state: 'accepted', level: 'minister' });
    expect(await levelOf(issue)).toEqual({ level: 'minister', channel: forum });
    // How it was settled is said by both, in three languages.
    const half = await step(korea, id, 'settle', { lang: 'ko', outcome: { ko: '해결' } });
    expect(half.statusCode).toBe(400);
    await answered(step(korea, id, 'settle', { lang: 'ko', outcome: texts('해결') }));
    await answered(decide(japan, id, 'accept', 'escalation.settle'));
    const done = await block(japan, ministers);
    expect(done.settled.find((one) => one.id === id)).toMatchObject({
      outcome: { text: '해결の要約' },
      state: 'settled',
    });
    expect(done.rose.some((one) => one.id === id)).toBe(false);
    expect(refused(await step(korea, id, 'withdraw'))).toEqual([409, 'common.wrongState']);
  });

  it('is refused with a reason, leaves the agenda, and may rise again', async () => {
    const issue = await radioCase();
    const id = await raised(korea, issue);
    const { itemId } = await read(japan, id);
    await answered(decide(japan, id, 'refuse', 'escalation.accept'));
    const row = await read(korea, id);
    expect(row).toMatchObject({ state: 'refused', level: 'director_general' });
    expect(row.events.at(-1)).toMatchObject({ kind: 'refused', side: 'jp', reason: '長官級でまず協議したい' });
    expect((await agendaOf(korea, ministers)).items.some((one) => one.id === itemId)).toBe(false);
    expect((await levelOf(issue))?.['level' as never]).toBe('director_general');
    expect((await block(korea, ministers)).sentBack.map((one) => one.id)).toContain(id);
    const next = await raised(japan, issue, { lang: 'ja' });
    const list = await answered<EscalationListView>(korea.get(`escalations?matter=${issue}`));
    expect(list.items.map(({ id: one, state }) => [one, state])).toEqual([
      [next, 'raised'],
      [id, 'refused'],
    ]);
    await answered(step(japan, next, 'withdraw'));
    expect((await read(korea, next)).events.map(({ kind }) => kind)).toEqual(['raised', 'placed', 'withdrawn']);
  });

  it('is returned down by two keys, onto the agenda of the lower channel’s next session', async () => {
    const issue = await radioCase();
    const lower = await session(radioDg, '2027-06-10', 'dg');
    const id = await raised(korea, issue);
    await answered(decide(japan, id, 'accept', 'escalation.accept'));
    expect(refused(await step(japan, id, 'return', { channelId: forum, reason: '戻す' }))).toEqual([
      422,
      'escalations.notLower',
    ]);
    await answered(step(japan, id, 'return', { reason: '局長級で測定を続ける' }));
    await answered(decide(korea, id, 'accept', 'escalation.return'));
    const row = await read(japan, id);
    expect(row).toMatchObject({ state: 'returned', level: 'director_general', session: { id: lower } });
    expect(row.events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['raised', null],
      ['placed', null],
      ['accepted', null],
      ['returned', '局長級で測定を続ける'],
      ['placed', null],
    ]);
    expect((await agendaOf(korea, lower)).items.map((one) => one.id)).toContain(row.itemId);
    expect(await levelOf(issue)).toEqual({ level: 'director_general', channel: radioDg });
  });

  it('waits for a session where the higher channel has none, and an adopted agenda takes no more', async () => {
    const issue = await radioCase();
    await test.admin(`update forum.agenda set state = 'adopted' where session_id = $1`, [ministers]);
    const id = await raised(korea, issue);
    expect(await read(japan, id)).toMatchObject({ state: 'raised', session: null });
    const made = await answered<{ id: string; etag: string }>(
      japan.post('sessions', {
        body: {
          channelId: forum,
          startDate: '2027-11-18',
          zone: 'Asia/Tokyo',
          place: { lang: 'ja', text: '東京' },
          format: 'in_person',
          level: 'minister',
          hostSide: 'jp',
          sameHostAgain: true,
        },
      }),
    );
    expect((await read(japan, id)).session).toBeNull();
    await answered(japan.post(`sessions/${made.id}/propose`, { etag: made.etag, body: { reason: '会場の都合' } }));
    const placed = await read(korea, id);
    expect(placed.session).toMatchObject({ id: made.id });
    expect((await agendaOf(korea, made.id)).items.map((one) => [one.id, one.proposer])).toContainEqual([
      placed.itemId,
      'kr',
    ]);
    await test.admin(`update forum.agenda set state = 'exchanged' where session_id = $1`, [ministers]);
    await test.admin(`update forum.session set state = 'cancelled' where id = $1`, [made.id]);
  });

  it('goes to the ITU procedure only as a case of the register, and to no channel that is not higher', async () => {
    const issue = await radioCase();
    for (const [over, code, path] of [
      [{ ituArticles: [] }, 'escalations.articlesMissing', 'ituArticles'],
      [{ ituArticles: [7] }, 'common.invalid', 'ituArticles'],
      [{ toChannelId: nobody }, 'escalations.channelNotFound', 'toChannelId'],
      [{ toChannelId: radioDg }, 'escalations.notHigher', 'toChannelId'],
      [{ matter: { kind: 'radio_issue', id: nobody } }, 'escalations.matterNotFound', undefined],
      [{ title: { ja: '件名' } }, 'common.invalid', 'title.ko'],
    ] as const) {
      const answer = await korea.post('escalations', { body: body(issue, over) });
      expect(answer.json()).toMatchObject({ code, ...(path ? { fields: [{ path }] } : {}) });
    }
    const done = await radioCase({ status: 'resolved' });
    expect(refused(await korea.post('escalations', { body: body(done) }))).toEqual([422, 'escalations.matterNotOpen']);
    const id = await raised(korea, issue, { ituArticles: [9, 15] });
    await answered(decide(japan, id, 'accept', 'escalation.accept'));
    expect(await read(japan, id)).toMatchObject({
      level: 'itu_procedure',
      to: null,
      session: null,
      ituArticles: [9, 15],
    });
    expect(await levelOf(issue)).toEqual({ level: 'itu_procedure', channel: null });
    const [delegate, observer] = [await test.as('delegate.kr'), await test.as('observer')];
    expect((await delegate.post('escalations', { body: body(issue) })).statusCode).toBe(403);
    expect((await answered<EscalationListView>(observer.get('escalations'))).items).toEqual([]);
    const told = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) =>
        (await korea.post('escalations', { body: body(done), language })).json<{ detail: string }>(),
      ),
    );
    expect(told.map(({ detail }) => detail.slice(0, 5))).toEqual(['이미 완료', '既に完了し', 'There']);
  });

  it('takes up an item that was put off by its own words, linked and never copied', async () => {
    const dg = await session(radioDg, '2027-07-08', 'dg');
    const added = await answered<AgendaView>(
      korea.post(`sessions/${dg}/agenda/items`, {
        body: { lang: 'ko', title: '미결 안건', minutes: 20, objective: 'discuss' },
      }),
    );
    await answered(korea.post(`sessions/${dg}/agenda/exchange`, { etag: added.etag }));
    const itemId = added.items.find(({ title }) => title.text === '미결 안건')?.id ?? '';
    const matter = { kind: 'agenda_item', id: itemId };
    expect(refused(await korea.post('escalations', { body: body('', { matter }) }))).toEqual([
      422,
      'escalations.matterNotOpen',
    ]);
    await test.admin(`update forum.agenda_item set state = 'deferred', deferred_in = 'session' where id = $1`, [
      itemId,
    ]);
    const id = await raised(korea, '', { matter });
    const row = await read(japan, id);
    const item = (await agendaOf(japan, ministers)).items.find((one) => one.id === row.itemId);
    expect(item).toMatchObject({ title: { text: '미결 안건' }, carriedFrom: { itemId, sessionId: dg } });
  });

  it('is given back to the item by which the lower session has taken it up already', async () => {
    await test.admin(`update forum.session set state = 'cancelled' where channel_id = $1`, [radioDg]);
    const earlier = await session(radioDg, '2027-07-15', 'dg');
    const added = await answered<AgendaView>(
      korea.post(`sessions/${earlier}/agenda/items`, {
        body: { lang: 'ko', title: '다시 미룬 안건', minutes: 20, objective: 'discuss' },
      }),
    );
    await answered(korea.post(`sessions/${earlier}/agenda/exchange`, { etag: added.etag }));
    const matter = {
      kind: 'agenda_item',
      id: added.items.find(({ title }) => title.text === '다시 미룬 안건')?.id ?? '',
    };
    await test.admin(`update forum.agenda_item set state = 'deferred', deferred_in = 'session' where id = $1`, [
      matter.id,
    ]);
    await test.admin(`update forum.agenda set state = 'adopted' where session_id = $1`, [earlier]);
    const later = await session(radioDg, '2027-08-12', 'dg');
    const drafted = await answered<AgendaView>(korea.post(`sessions/${later}/agenda/carry-over`, { body: {} }));
    await answered(korea.post(`sessions/${later}/agenda/exchange`, { etag: drafted.etag }));
    const carried = (await agendaOf(japan, later)).items.find(({ carriedFrom }) => carriedFrom?.itemId === matter.id);
    const id = await raised(korea, '', { matter });
    await answered(decide(japan, id, 'accept', 'escalation.accept'));
    await answered(step(japan, id, 'return', { reason: '局長級で続ける' }));
    await answered(decide(korea, id, 'accept', 'escalation.return'));
    expect(await read(japan, id)).toMatchObject({ state: 'returned', session: { id: later }, itemId: carried?.id });
    const { items } = await agendaOf(japan, later);
    expect(items.filter(({ carriedFrom }) => carriedFrom?.itemId === matter.id)).toHaveLength(1);
  });

  it('ends with its matter, and is let in only while the matter is open and the higher channel meets', async () => {
    const issue = await radioCase({ status: 'mitigated' });
    const id = await raised(korea, issue);
    const { itemId } = await read(japan, id);
    await test.admin(`update forum.channel set state = 'concluded' where id = $1`, [forum]);
    expect(refused(await decide(japan, id, 'accept', 'escalation.accept'))).toEqual([
      409,
      'escalations.channelStopped',
    ]);
    await test.admin(`update forum.channel set state = 'active' where id = $1`, [forum]);
    await test.admin(`update forum.radio_issue set status = 'resolved' where id = $1`, [issue]);
    expect(refused(await decide(japan, id, 'accept', 'escalation.accept'))).toEqual([422, 'escalations.matterNotOpen']);
    expect(await levelOf(issue)).toEqual({ level: 'director_general', channel: null });
    await test.admin(`update forum.radio_issue set status = 'mitigated' where id = $1`, [issue]);
    const { etag } = (await korea.get(`radio-issues/${issue}`)).json<{ etag: string }>();
    await answered(korea.post(`radio-issues/${issue}/resolve`, { etag, body: { reason: '해소' } }));
    await answered(decide(japan, issue, 'accept', 'radio.resolve', 'radio_issue'));
    const over = await read(korea, id);
    expect(over).toMatchObject({ state: 'settled', outcome: null });
    expect(over.events.map(({ kind }) => kind)).toEqual(['raised', 'placed', 'settled']);
    expect((await agendaOf(korea, ministers)).items.some((one) => one.id === itemId)).toBe(false);
    expect((await decide(japan, id, 'accept', 'escalation.accept')).statusCode).toBe(404);
  });

  it('is never lost: it leaves a session that is called off for the next, and once given back waits for one below', async () => {
    await test.admin(`update forum.session set state = 'cancelled' where channel_id = $1`, [radioDg]);
    const off = await session(forum, '2027-08-26', 'minister');
    const id = await raised(korea, await radioCase());
    expect((await read(japan, id)).session).toMatchObject({ id: off });
    const { etag } = (await japan.get(`sessions/${off}`)).json<{ etag: string }>();
    await answered(japan.post(`sessions/${off}/cancel`, { etag, body: { lang: 'ja', reason: '日程が合わないため' } }));
    expect((await read(japan, id)).session).toMatchObject({ id: ministers });
    expect((await block(japan, off)).rose).toEqual([]);
    await answered(decide(japan, id, 'accept', 'escalation.accept'));
    await answered(step(korea, id, 'return', { reason: '국장급에서 계속' }));
    await answered(decide(japan, id, 'accept', 'escalation.return'));
    expect(await read(korea, id)).toMatchObject({ state: 'returned', session: null });
    // The ministers still see what they sent back.
    expect((await block(korea, ministers)).sentBack.map((one) => one.id)).toContain(id);
    const made = await answered<{ id: string; etag: string }>(
      japan.post('sessions', {
        body: {
          channelId: radioDg,
          startDate: '2027-10-14',
          zone: 'Asia/Tokyo',
          place: { lang: 'ja', text: '東京' },
          format: 'in_person',
          level: 'dg',
          hostSide: 'jp',
          sameHostAgain: true,
        },
      }),
    );
    await answered(japan.post(`sessions/${made.id}/propose`, { etag: made.etag, body: { reason: '会場の都合' } }));
    expect((await read(korea, id)).session).toMatchObject({ id: made.id });
    expect((await block(korea, ministers)).sentBack.map((one) => one.id)).toContain(id);
    await test.admin(`update forum.session set state = 'cancelled' where id = $1`, [made.id]);
  });

  it('suggests a case whose time ran out, until somebody raises it', async () => {
    const issue = await radioCase({ status: 'reported' });
    await test.admin(
      `update forum.radio_issue set reported_side = 'kr', reported_at = '2026-12-01T00:00:00Z', status_since = '2026-12-01T00:00:00Z' where id = $1`,
      [issue],
    );
    // Sixty younger cases that are within their time do not hide it.
    await test.admin(
      `insert into forum.radio_issue (id, code, position, title, type, services, status, level, channel_id, audience, reported_side, reported_at, status_since)
       select gen_random_uuid(), 'TEST-NEW-' || n, n, title, type, services, 'reported', level, channel_id, audience, 'jp', forum.now(), forum.now()
         from forum.radio_issue, generate_series(1, 60) n where id = $1`,
      [issue],
    );
    const found = async () =>
      (await answered<EscalationSuggestionsView>(japan.get('escalation-suggestions'))).items.find(
        ({ matter }) => matter.id === issue,
      );
    expect(await found()).toMatchObject({ reason: 'acknowledge', since: '2026-12-08' });
    await raised(korea, issue);
    expect(await found()).toBeUndefined();
  });

  it('prints one page for the higher level in three languages; the copies differ in the order of the sides only', async () => {
    const issue = await radioCase();
    const draftId = (await draft(korea, issue)).id;
    const address = (id: string, file: string, copy: string) =>
      `escalations/${id}/documents/summary.${file}?languages=ko,ja,en&copy=${copy}`;
    const own = await korea.get(address(draftId, 'html', 'kr'));
    expect(own.body).toContain('내부');
    expect((await japan.get(address(draftId, 'html', 'jp'))).json()).toMatchObject({ code: 'escalations.notFound' });
    expect((await korea.get(address(draftId, 'html', 'jp'))).json()).toMatchObject({
      code: 'documents.notesOnOwnCopyOnly',
    });
    const long = { ko: '가'.repeat(250), ja: 'あ'.repeat(250), en: 'word '.repeat(100).trim() };
    const edited = await korea.patch(`escalations/${draftId}`, {
      etag: (await read(korea, draftId)).etag,
      body: { summary: long, request: { ko: '가'.repeat(120), ja: 'あ'.repeat(120), en: 'word '.repeat(50).trim() } },
    });
    expect(edited.statusCode).toBe(200);
    await answered(step(korea, draftId, 'raise'));
    // Nothing tells how often the draft was changed.
    expect((await read(japan, draftId)).summary).toMatchObject({ revision: 1, of: 1, stale: false });
    const pdf = await japan.get(address(draftId, 'pdf', 'jp'));
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((await readPdf(pdf.rawPayload)).pages).toBe(1);
    const [korean, japanese] = [
      (await korea.get(address(draftId, 'html', 'kr'))).body,
      (await japan.get(address(draftId, 'html', 'jp'))).body,
    ];
    for (const body of [korean, japanese]) {
      expect(body).toContain('800MHz');
      expect(body).toContain('전파국장회의');
      expect(body).not.toContain('내부');
    }
    expect(korean.indexOf('상위급 회부 요약서')).toBeLessThan(korean.indexOf('上位会合への付議要旨'));
    expect(japanese.indexOf('上位会合への付議要旨')).toBeLessThan(japanese.indexOf('상위급 회부 요약서'));
    const docx = await korea.get(address(draftId, 'docx', 'kr'));
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    await answered(step(korea, draftId, 'withdraw'));
  });

  it('rises whichever way the real channels were elevated: by a new channel, or by another level (domain.md 8, cases 10 and 11)', async () => {
    const channel = (client: TestClient, id: string) => answered<ChannelDetailView>(client.get(`channels/${id}`));
    const agree = async (id: string, kind: string, sent: object) => {
      await answered(korea.post(`channels/${id}/proposals/${kind}`, { body: { lang: 'en', ...sent } }));
      const { items } = await answered<{ items: ProposalView[] }>(
        japan.get(`proposals?subjectType=channel&subjectId=${id}&state=open`),
      );
      await answered(japan.post(`proposals/${items[0]?.id ?? ''}/accept`, { body: { hash: items[0]?.hash } }));
    };
    const names = [
      { language: 'ko', text: '한·일 전파장관회의' },
      { language: 'ja', text: '日韓電波大臣会合' },
      { language: 'en', text: 'Radio Ministers’ Meeting' },
    ];
    const reference = { kind: 'citation', text: 'Exchange of letters of 11 January 2027' };
    await agree(radioDg, 'spawn', {
      names,
      level: 'minister',
      reference,
      why: 'Ministers asked for talks of their own',
    });
    const below = await channel(japan, radioDg);
    expect(below).toMatchObject({ code: 'CH-RADIO-DG', nominalLevel: 'dg' });
    expect(below.events.at(-1)).toMatchObject({
      type: 'spawned',
      level: 'minister',
      text: { text: 'Ministers asked for talks of their own' },
    });
    const { items } = await answered<EscalationTargetsView>(korea.get(`channels/${radioDg}/escalation-targets`));
    expect(items.filter(({ relation }) => relation === 'derived').map((one) => one.channel.name.text)).toContain(
      '한·일 전파장관회의',
    );
    // The forum of the record: nominally of ministers, its second session held by vice-ministers.
    await agree(forum, 'level', { to: 'vice_minister', sessionId: ministers, why: 'As held in 2026' });
    const raisedLevel = await channel(korea, forum);
    expect(raisedLevel.events.at(-1)).toMatchObject({
      fromLevel: 'minister',
      level: 'vice_minister',
      text: { text: 'As held in 2026' },
    });
    expect(raisedLevel.sessions.find(({ ordinal }) => ordinal === 2)).toMatchObject({
      nominalLevel: 'minister',
      level: 'vice_minister',
    });
    for (const answer of [await korea.get(`channels/${forum}`), await japan.get(`sessions/${ministers}`)])
      expect(answer.body).not.toMatch(/lowered|격하|格下げ/iu);
    // What rises after it goes to the level that holds from that session on.
    const id = await raised(korea, await radioCase(), { toChannelId: forum });
    expect(await read(japan, id)).toMatchObject({ toLevel: 'vice_minister', session: { id: ministers } });
  });
});
