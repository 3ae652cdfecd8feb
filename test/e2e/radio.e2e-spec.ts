import { newId } from '#core/kernel';
import { waitingRadioIssues } from '#forum/radio';
import type { RadioFileReportView } from '../../apps/api/src/radio/import.dto.js';
import type {
  RadioIssueDetailView,
  RadioIssueListView,
  RadioOverlapListView,
} from '../../apps/api/src/radio/radio.views.js';
import type { TranslationView } from '../../apps/api/src/translation/translation.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { accept, draftIssue, onIssue, openProposalOf, reportedIssue } from '../support/radio.js';
import { saveSession } from '../support/factories/session.js';

const nobody = '019aa000-0000-7000-8000-000000000000';
type Problem = { code: string; detail: string; fields: { path: string; code: string; detail: string }[] };

describe('the radio register (domain.md 3.10)', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let official: TestClient;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-02T10:00:00+09:00');
    [korea, japan, official] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('official.kr'),
    ]);
  });
  afterAll(() => test.close());

  const read = (client: TestClient, id: string) =>
    answered<RadioIssueDetailView>(client.get(`radio-issues/${id}?texts=all`));
  const list = (client: TestClient, query = '') =>
    answered<RadioIssueListView>(client.get(`radio-issues?limit=200${query}`));
  const recorded = async (code: string) => (await list(korea)).items.find((row) => row.code === code)?.id ?? '';

  it('offers a link between 806–821 MHz land mobile and a new one at 810–830 in Busan (domain.md 8, case 9)', async () => {
    const old = await recorded('RI-1997-TRS');
    const draft = await draftIssue(official, {
      bands: [{ text: '８１０～８３０㎒' }],
      areas: ['busan'],
      services: ['land_mobile'],
    });
    expect(draft.bands).toEqual([{ nominalHz: null, lowHz: '810000000', highHz: '830000000', label: null }]);
    expect(draft.overlaps.map(({ code, linked }) => [code, linked])).toContainEqual(['RI-1997-TRS', false]);
    expect(draft.overlaps.find(({ id }) => id === old)).toMatchObject({
      lowHz: '810000000',
      highHz: '821000000',
      areaKnown: true,
    });
    // A nominal frequency that lies in the band is offered too; another area or another band is not.
    expect(draft.overlaps.map(({ code }) => code)).toContain('RI-2003-810');
    const asked = async (band: string, area: string) =>
      (
        await answered<RadioOverlapListView>(
          korea.get(`radio-issues/overlaps?band=${encodeURIComponent(band)}&area=${area}`),
        )
      ).items.map(({ code }) => code);
    expect(await asked('810–830 MHz', 'jeju')).not.toContain('RI-1997-TRS');
    expect(await asked('821–830 MHz', 'busan')).not.toContain('RI-1997-TRS');
    // One frequency asks as well: it meets the bands it lies in, and itself.
    expect(await asked('810 MHz', 'busan')).toEqual(expect.arrayContaining(['RI-1997-TRS', 'RI-2003-810']));
    expect(await asked('811 MHz', 'busan')).not.toContain('RI-2003-810');
    const nominal = await read(korea, await recorded('RI-2003-810'));
    expect(nominal.overlaps.find(({ code }) => code === 'RI-1997-TRS')).toMatchObject({
      lowHz: '810000000',
      highHz: '810000000',
    });
    expect(await asked('0.8-0.81 GHz', 'nationwide_kr')).toContain('RI-1997-TRS');

    const linked = await answered<RadioIssueDetailView>(
      official.post(`radio-issues/${draft.id}/links`, { body: { otherId: old } }),
    );
    expect(linked.links.map(({ code }) => code)).toEqual(['RI-1997-TRS']);
    expect((await read(japan, old)).links).toEqual([]);
    expect((await official.post(`radio-issues/${draft.id}/links`, { body: { otherId: old } })).json()).toMatchObject({
      code: 'radio.alreadyLinked',
    });
    await answered(onIssue(official, draft.id, 'report'));
    expect((await read(japan, old)).links.map(({ id }) => id)).toEqual([draft.id]);
    const { links } = await read(japan, old);
    const unlinked = await answered<RadioIssueDetailView>(
      japan.post(`radio-issues/${old}/links/${links[0]?.linkId ?? ''}/remove`),
    );
    expect(unlinked.links).toEqual([]);
  });

  it.each([
    ['821–806 MHz', 'radio.bandReversed', '상한'],
    ['3 THz', 'radio.bandTooHigh', '3 THz'],
    ['2.9–3 THz', 'radio.bandTooHigh', '3 THz'],
    ['eight hundred', 'radio.notABand', '주파수 대역'],
  ])('refuses the band %s as %s in three languages and stores nothing', async (text, code, korean) => {
    const before = await test.admin('select id from forum.radio_issue');
    const body = { lang: 'ko', title: '시험', bands: [{ text: '806–821 MHz' }, { text }] };
    const details = new Set<string>();
    for (const language of ['ko', 'ja', 'en'] as const) {
      const answer = await korea.post('radio-issues', { body, language });
      expect(answer.statusCode).toBe(422);
      const problem: Problem = answer.json();
      expect([problem.code, problem.fields.map(({ path }) => path)]).toEqual([code, ['bands.1']]);
      if (language === 'ko') expect(problem.fields[0]?.detail).toContain(korean);
      details.add(problem.detail);
    }
    expect(details.size).toBe(3);
    expect(await test.admin('select id from forum.radio_issue')).toEqual(before);
  });

  it('keeps a draft from the other side altogether, and codes have no gap that tells of one', async () => {
    const before = await list(japan);
    const hidden = await draftIssue(korea, { title: '비공개 초안' });
    const thrown = await draftIssue(korea, { title: '철회할 초안' });
    await answered(onIssue(korea, thrown.id, 'withdraw'));
    expect(hidden).toMatchObject({ code: null, status: 'draft', audience: 'kr' });
    expect(await list(japan)).toEqual(before);
    for (const client of [japan, await test.as('observer'), await test.as('interpreter')]) {
      const [secret, missing] = await Promise.all([
        client.get(`radio-issues/${hidden.id}`),
        client.get(`radio-issues/${nobody}`),
      ]);
      expect(secret.statusCode).toBe(404);
      expect({ ...secret.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
    }
    expect((await onIssue(japan, hidden.id, 'report', {}, '"1"')).statusCode).toBe(404);
    const first = await reportedIssue(japan);
    const second = await reportedIssue(korea);
    expect(Number(second.code?.slice(-3)) - Number(first.code?.slice(-3))).toBe(1);
    expect(first.code).toMatch(/^RI-2027-\d{3}$/);
    expect(first.etag).toBe(second.etag);
  });

  it('goes from reported to resolved by the rules of each step, resolved by two keys', async () => {
    const issue = await reportedIssue(korea, { type: 'interference_case', bands: [{ text: '2.1 GHz' }] });
    const act = async (client: TestClient, action: string, body: object = {}) =>
      (await onIssue(client, issue.id, action, body)).json<{ status: unknown; code: string }>();
    expect(issue).toMatchObject({ status: 'reported', reportedSide: 'kr', audience: 'joint' });
    // Five common working days after 2 March 2027.
    expect(issue.timers).toMatchObject([{ rule: 'acknowledge', side: 'jp', due: '2027-03-09', late: false }]);
    // The talks the case belongs to agreed on two: the page and the work list say so, as the reminders do.
    const [talks] = await test.admin<{ id: string }>(`select id from forum.channel where code = 'CH-RADIO-DG'`);
    await test.admin('update forum.radio_issue set channel_id = $2 where id = $1', [issue.id, talks?.id]);
    await test.admin(
      `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience) values ($1, $2, 'radio-acknowledge', '{"offset":2}', 'joint')`,
      [newId(), talks?.id],
    );
    expect((await read(japan, issue.id)).timers).toMatchObject([{ rule: 'acknowledge', due: '2027-03-04' }]);
    const waiting = await waitingRadioIssues(test.database.readAs('forum_jp'));
    expect(waiting.find(({ id }) => id === issue.id)?.due).toBe('2027-03-04');
    await test.admin(`delete from forum.channel_reminder_rule where channel_id = $1`, [talks?.id]);
    expect(await act(korea, 'steps/acknowledge')).toMatchObject({ code: 'common.forbidden' });
    expect(await act(japan, 'steps/mitigate')).toMatchObject({ code: 'common.wrongState' });
    expect((await japan.post(`radio-issues/${issue.id}/steps/leave-unknown`, { etag: issue.etag })).statusCode).toBe(
      404,
    );
    expect((await japan.post(`radio-issues/${issue.id}/steps/acknowledge`)).statusCode).toBe(428);
    expect((await japan.post(`radio-issues/${issue.id}/steps/acknowledge`, { etag: '"1"' })).statusCode).toBe(412);
    expect(await act(japan, 'steps/acknowledge')).toMatchObject({ status: 'acknowledged' });
    expect(await act(korea, 'steps/start-measurement')).toMatchObject({ status: 'under_measurement' });
    expect((await read(japan, issue.id)).timers).toMatchObject([{ rule: 'measure', due: '2027-04-01' }]);
    expect(await act(korea, 'steps/start-coordination')).toMatchObject({ code: 'radio.notMeasured' });

    const measured = await answered<RadioIssueDetailView>(
      official.post(`radio-issues/${issue.id}/measurements`, {
        body: { lang: 'ko', measuredOn: '2027-03-01', area: 'busan', frequency: '2,112.5㎒', strength: 38.26 },
      }),
    );
    const [own] = measured.measurements;
    expect(own).toMatchObject({ frequencyHz: '2112500000', strength: 38.3, exchangedAt: null });
    expect(await read(japan, issue.id)).toMatchObject({ measurements: [], etag: measured.etag });
    const exchange = `radio-issues/${issue.id}/measurements/${own?.id ?? ''}/exchange`;
    expect((await official.post(exchange, { etag: own?.etag ?? '' })).statusCode).toBe(403);
    expect((await japan.post(exchange, { etag: own?.etag ?? '' })).json()).toMatchObject({
      code: 'radio.measurementNotFound',
    });
    await answered(korea.post(exchange, { etag: own?.etag ?? '' }));
    expect((await read(japan, issue.id)).measurements).toHaveLength(1);
    expect(await act(japan, 'steps/start-coordination')).toMatchObject({ status: 'under_coordination' });
    expect(await act(japan, 'steps/mitigate')).toMatchObject({ code: 'radio.noMeasureAgreed' });

    const measure = { lang: 'ja', text: 'アンテナの下向き調整', actingSide: 'jp', dueOn: '2027-05-06' };
    expect(await act(japan, 'measures', { ...measure, dueOn: '2027-05-05' })).toMatchObject({
      code: 'radio.dueNotWorking',
    });
    await answered(onIssue(japan, issue.id, 'measures', measure));
    expect((await read(korea, issue.id)).measures).toEqual([]);
    await accept(korea, issue.id);
    expect((await read(korea, issue.id)).measures).toMatchObject([{ actingSide: 'jp', dueOn: '2027-05-06' }]);
    expect(await act(japan, 'steps/mitigate')).toMatchObject({ status: 'mitigated' });
    expect(await act(korea, 'steps/monitor')).toMatchObject({ code: 'radio.noNextCheck' });
    const { etag } = await read(korea, issue.id);
    await answered(korea.put(`radio-issues/${issue.id}/next-check`, { body: { on: '2027-04-15' }, etag }));
    expect(await act(korea, 'steps/monitor')).toMatchObject({ status: 'monitoring' });

    // A resolution proposed of a state ends with that state, and a measure is agreed for a day to come.
    await answered(onIssue(korea, issue.id, 'resolve'));
    await answered(onIssue(korea, issue.id, 'measures', { lang: 'ko', text: '출력 하향', dueOn: '2027-03-03' }));
    expect(await act(japan, 'steps/return-to-coordination')).toMatchObject({ status: 'under_coordination' });
    const left = await openProposalOf(japan, issue.id);
    expect(left.kind).toBe('radio.measure');
    const moveHoliday = (from: string, to: string) =>
      test.admin(`update forum.holiday set date = $2 where side = 'kr' and date = $1`, [from, to]);
    await moveHoliday('2027-03-01', '2027-03-03');
    const late = await japan.post(`proposals/${left.id}/accept`, { body: { hash: left.hash } });
    expect(late.json()).toMatchObject({ code: 'radio.dueNotWorking' });
    await moveHoliday('2027-03-03', '2027-03-01');
    await answered(japan.post(`proposals/${left.id}/accept`, { body: { hash: left.hash } }));
    await act(korea, 'steps/mitigate');
    expect(await act(korea, 'steps/monitor')).toMatchObject({ status: 'monitoring' });

    await answered(onIssue(korea, issue.id, 'resolve', { reason: '4월 이후 관측되지 않음' }));
    expect((await read(japan, issue.id)).status).toBe('monitoring');
    const open = await openProposalOf(japan, issue.id);
    expect(open).toMatchObject({ kind: 'radio.resolve', proposedBy: 'kr' });
    const ownKey = await korea.post(`proposals/${open.id}/accept`, { body: { hash: open.hash } });
    expect(ownKey.statusCode).toBe(403);
    await accept(japan, issue.id);
    const resolved = await read(korea, issue.id);
    expect(resolved).toMatchObject({ status: 'resolved', timers: [] });
    expect(resolved.history.map(({ kind }) => kind)).toEqual([
      ...['reported', 'acknowledged', 'measuring', 'measurement_exchanged', 'coordinating', 'measure_agreed'],
      ...['mitigated', 'changed', 'monitoring', 'returned', 'measure_agreed', 'mitigated', 'monitoring', 'resolved'],
    ]);
    expect(resolved.history.map(({ side }) => side)).toContain('jp');

    // The same band returns within 24 months: the case is reopened, by either side; another band is another case.
    const areas: string[] = [];
    expect(await act(japan, 'reopen', { bands: [{ text: '3.5 GHz' }], areas })).toMatchObject({
      code: 'radio.notTheSame',
    });
    expect(await act(japan, 'reopen', { bands: [], areas })).toMatchObject({
      code: 'common.required',
      fields: [{ path: 'bands' }],
    });
    expect((await read(japan, issue.id)).allowedActions).toContainEqual({
      action: 'reopen',
      allowed: true,
      reason: null,
    });
    expect(await act(japan, 'reopen', { bands: [{ text: '2.09–2.11 GHz' }], areas })).toMatchObject({
      status: 'reported',
    });
    const reopened = await read(japan, issue.id);
    expect(reopened).toMatchObject({ reportedSide: 'jp', nextCheck: null });
    // What took two keys is not undone by one: the side that reopens can neither rewrite the case nor make it vanish.
    expect(await act(japan, 'withdraw')).toMatchObject({ code: 'common.forbidden' });
    const edited = await japan.patch(`radio-issues/${issue.id}`, {
      body: { lang: 'ja', areas: ['jeju'] },
      etag: reopened.etag,
    });
    expect(edited.json()).toMatchObject({ code: 'common.forbidden' });
    // The measurement and the measure of the first course open no step of the second.
    expect(await act(korea, 'steps/acknowledge')).toMatchObject({ status: 'acknowledged' });
    expect((await read(korea, issue.id)).timers).toMatchObject([{ rule: 'measure' }]);
    expect(await act(korea, 'steps/start-coordination')).toMatchObject({ code: 'radio.notMeasured' });
  });

  it('refuses to reopen after 24 months, and sends what is planned straight to coordination', async () => {
    const issue = await reportedIssue(japan, { type: 'planned_use', bands: [{ text: '3,700–3,800' }] });
    expect(issue).toMatchObject({ status: 'under_coordination' });
    await test.admin(
      `update forum.radio_issue set status = 'resolved', resolved_at = forum.now() - interval '24 months 1 day' where id = $1`,
      [issue.id],
    );
    const heard = { bands: [{ text: '3,750 MHz' }], areas: [] };
    expect((await onIssue(korea, issue.id, 'reopen', heard)).json()).toMatchObject({ code: 'radio.reopeningOver' });
    await test.admin(
      `update forum.radio_issue set resolved_at = forum.now() - interval '24 months' + interval '1 day' where id = $1`,
      [issue.id],
    );
    const offered = await answered<RadioOverlapListView>(korea.get('radio-issues/overlaps?band=3750-3760'));
    expect(offered.items.find(({ id }) => id === issue.id)).toMatchObject({ reopenable: true });
    expect((await onIssue(korea, issue.id, 'reopen', heard)).json()).toMatchObject({ status: 'reported' });
  });

  it('keeps a position from the other side until it is exchanged, and what replaces it again', async () => {
    const issue = await reportedIssue(korea);
    const before = await read(japan, issue.id);
    const put = (client: TestClient, text: string, etag: string) =>
      client.put(`radio-issues/${issue.id}/position`, { body: { lang: 'ko', text }, etag });
    await answered(put(official, '기존 업무 보호', '"0"'));
    expect((await put(official, '다른 문안', '"0"')).statusCode).toBe(412);
    const mine = await answered<RadioIssueDetailView>(put(korea, '기존 업무를 보호해야 함', '"1"'));
    expect(mine.ownPosition?.text.text).toBe('기존 업무를 보호해야 함');
    expect(await read(japan, issue.id)).toEqual(before);
    const exchange = (client: TestClient, etag: string) =>
      client.post(`radio-issues/${issue.id}/position/exchange`, { etag });
    expect((await exchange(official, '"2"')).statusCode).toBe(403);
    expect((await exchange(japan, '"2"')).json()).toMatchObject({ code: 'radio.positionMissing' });
    await answered(exchange(korea, '"2"'));
    expect((await read(japan, issue.id)).positionKr?.text).toBe('기존 업무를 보호해야 함');
    await answered(put(korea, '저감 조치를 전제로 동의', '"0"'));
    expect((await read(japan, issue.id)).positionKr?.text).toBe('기존 업무를 보호해야 함');
    await answered(exchange(korea, '"1"'));
    const now = await read(japan, issue.id);
    expect(now.positionKr?.text).toBe('저감 조치를 전제로 동의');
    expect(now.formerPositions.map(({ text }) => text.text)).toEqual(['기존 업무를 보호해야 함']);
    const told = await test.admin<{ audience: string }>(
      `select distinct audience from forum.outbox_event where event = 'radio.noted' and subject_id = $1`,
      [issue.id],
    );
    expect(told).toEqual([{ audience: 'kr' }]);
  });

  it('changes an acknowledged case by two keys, and not when it says something else by then', async () => {
    const issue = await reportedIssue(korea);
    const edited = await answered<RadioIssueDetailView>(
      korea.patch(`radio-issues/${issue.id}`, {
        body: { lang: 'ko', areas: ['busan', 'ulsan'], firstSeen: '2026-10', seasonFrom: 4, seasonTo: 10 },
        etag: issue.etag,
      }),
    );
    expect(edited).toMatchObject({ areas: ['busan', 'ulsan'], firstSeen: { value: '2026-10', precision: 'month' } });
    await answered(onIssue(japan, issue.id, 'steps/acknowledge'));
    const patched = await korea.patch(`radio-issues/${issue.id}`, {
      body: { lang: 'ko', areas: [] },
      etag: (await read(korea, issue.id)).etag,
    });
    expect(patched.json()).toMatchObject({ code: 'common.wrongState' });
    expect((await onIssue(korea, issue.id, 'change', { lang: 'ko' })).json()).toMatchObject({
      code: 'radio.nothingChanged',
    });
    const bands = [{ text: '806–821 MHz', label: 'TRS' }, { text: '850 MHz' }];
    await answered(onIssue(korea, issue.id, 'change', { lang: 'ko', bands }));
    expect((await read(japan, issue.id)).bands).toEqual(issue.bands);
    await accept(japan, issue.id);
    expect((await read(japan, issue.id)).bands.map(({ lowHz, nominalHz }) => lowHz ?? nominalHz)).toEqual([
      '806000000',
      '850000000',
    ]);
    await answered(onIssue(korea, issue.id, 'change', { lang: 'ko', areas: ['jeju'] }));
    const open = await openProposalOf(japan, issue.id);
    await test.admin(`update forum.radio_issue set areas = '{yeosu}' where id = $1`, [issue.id]);
    const late = await japan.post(`proposals/${open.id}/accept`, { body: { hash: open.hash } });
    expect(late.json()).toMatchObject({ code: 'two-key.contentChanged' });
  });

  it('rounds sites, and takes none of defence or police', async () => {
    const station = {
      role: 'source',
      side: 'jp',
      class: 'FB',
      holder: 'civil',
      latitude: 33.58973,
      longitude: 130.40172,
    };
    const issue = await draftIssue(korea, { stationList: [{ ...station, eirp: 21.47, operator: '통신사' }] });
    expect(issue.stationList).toMatchObject([{ latitude: 33.6, longitude: 130.4, eirp: 21.5, operator: '통신사' }]);
    const kept = await test.admin('select latitude_tenths from forum.radio_station where radio_issue_id = $1', [
      issue.id,
    ]);
    expect(kept).toEqual([{ latitude_tenths: 336 }]);
    // A coordinate nobody can read is refused at its field; it never becomes 0° north.
    for (const latitude of [null, '33도']) {
      const unread = await korea.post('radio-issues', {
        body: { lang: 'ko', title: '시험', stationList: [{ ...station, latitude }] },
      });
      expect(unread.statusCode).toBe(400);
      expect(unread.json<Problem>().fields.map(({ path }) => path)).toEqual(['stationList.0.latitude']);
    }
    expect((await korea.post('radio-issues', { body: { lang: 'ko', title: '시험', bands: null } })).statusCode).toBe(
      400,
    );
    const body = { lang: 'ko', title: '시험', stationList: [{ ...station, holder: 'police' }] };
    const refused = await korea.post('radio-issues', { body });
    expect(refused.json()).toMatchObject({ code: 'radio.stationSite', fields: [{ path: 'stationList.0' }] });
    expect((await draftIssue(korea, { services: ['radio_astronomy'] })).warnings).toMatchObject([
      { service: 'radio_astronomy' },
    ]);
  });

  it('notes the sessions a case was raised in, and counts two meetings of directors-general without progress', async () => {
    const issue = await reportedIssue(korea);
    const sessions = [await saveSession(test), await saveSession(test)];
    for (const { id } of sessions) await answered(onIssue(korea, issue.id, 'meetings', { sessionId: id }));
    expect((await onIssue(japan, issue.id, 'meetings', { sessionId: sessions[0]?.id })).json()).toMatchObject({
      code: 'radio.alreadyRaised',
    });
    expect((await read(japan, issue.id)).timers.map(({ rule }) => rule)).toEqual(['acknowledge']);
    await test.admin(
      `update forum.session set state = 'held', level = 'dg', start_date = '2027-03-02' where id = any ($1::uuid[])`,
      [sessions.map(({ id }) => id)],
    );
    const seen = await read(japan, issue.id);
    expect(seen.raised).toHaveLength(2);
    expect(seen.timers).toContainEqual({
      rule: 'progress',
      side: null,
      due: null,
      daysLeft: null,
      late: true,
      suggestsLevel: true,
    });
  });

  it('leaves the cases of the record as they are, and lets people take up what nobody followed', async () => {
    const { items } = await list(korea, '&status=unknown');
    expect(items.every(({ status }) => status === 'unknown')).toBe(true);
    const id = await recorded('RI-2003-810');
    const before = await read(korea, id);
    expect(before).toMatchObject({ areas: expect.arrayContaining(['busan', 'geoje']), reportedSide: null, timers: [] });
    await answered(onIssue(japan, id, 'take-up'));
    expect(await read(korea, id)).toMatchObject({
      code: 'RI-2003-810',
      status: 'reported',
      reportedSide: 'jp',
      title: before.title,
      bands: before.bands,
    });
    const etag = (await read(japan, id)).etag;
    const body = { lang: 'ja', title: '別の件名' };
    expect((await japan.patch(`radio-issues/${id}`, { body, etag })).json()).toMatchObject({
      code: 'common.forbidden',
    });
    expect((await onIssue(japan, id, 'withdraw')).json()).toMatchObject({ code: 'common.forbidden' });
    expect((await list(korea, '&area=tsushima&service=land_mobile')).items.map(({ code }) => code)).toContain(
      'RI-TSUSHIMA',
    );
    expect((await list(korea, `&q=${encodeURIComponent('위성 등록')}`)).items.map(({ code }) => code)).toEqual([
      'RI-2011-21',
    ]);
  });

  describe('a file of cases', () => {
    const csv = [
      '제목,대역,업무,지역,시기 시작,최초 확인',
      '해안 기지국 신호,８６０～８７０㎒; 915 MHz,land_mobile,부산;울산,4월,2026.10',
      '잘못된 행,3 THz,모름,,13,2026-13-40',
      '"쉼표, 포함","1,710–1,785",,쓰시마,,',
    ].join('\r\n');
    const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64');
    const preview = (client: TestClient, file: string, encoding?: string) =>
      answered<RadioFileReportView>(client.post('radio-issues/import/preview', { body: { file, encoding } }));

    it('is shown row by row, and taken over whole or without its faults as the reader chooses', async () => {
      const file = base64(`\ufeff${csv}`);
      const report = await preview(korea, file);
      expect(report).toMatchObject({ encoding: 'utf-8', added: 2, refused: 1, applied: false });
      expect(report.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
        [2, 'added'],
        [3, 'refused'],
        [4, 'added'],
      ]);
      expect(report.rows[1]?.faults.map(({ column, code }) => [column, code])).toEqual([
        ['bands', 'radio.bandTooHigh'],
        ['services', 'radio.fileWord'],
        ['first_seen', 'radio.fileWord'],
        ['season_from', 'radio.fileWord'],
      ]);
      const count = async () => (await test.admin('select id from forum.radio_issue')).length;
      const before = await count();
      const body = { file, encoding: 'utf-8', lang: 'ko', seen: report.seen };
      const whole = await korea.post('radio-issues/import', { body: { ...body, mode: 'all' } });
      expect([whole.statusCode, whole.json<Problem>().code]).toEqual([422, 'radio.fileRows']);
      expect(whole.json<Problem>().fields.map(({ path }) => path)).toContain('rows.3.bands');
      expect(await count()).toBe(before);
      expect(
        (await korea.post('radio-issues/import', { body: { ...body, seen: 'x', mode: 'valid' } })).json(),
      ).toMatchObject({ code: 'radio.fileMoved' });
      const [one, other] = await Promise.all(
        [korea, official].map((client) => client.post('radio-issues/import', { body: { ...body, mode: 'valid' } })),
      );
      const [done, late] = (one?.statusCode ?? 0) < 300 ? [one, other] : [other, one];
      expect(late?.json()).toMatchObject({ code: 'radio.fileMoved' });
      expect(done?.json()).toMatchObject({ applied: true, added: 2 });
      expect(await count()).toBe(before + 2);
      const drafts = (await list(korea, '&status=draft')).items;
      const taken = drafts.find(({ title }) => title.text === '해안 기지국 신호');
      expect(taken).toMatchObject({
        areas: ['busan', 'ulsan'],
        services: ['land_mobile'],
        seasonFrom: 4,
        audience: 'kr',
      });
      expect(taken?.bands.map(({ lowHz, nominalHz }) => lowHz ?? nominalHz)).toEqual(['860000000', '915000000']);
      expect((await list(japan, '&status=draft')).items).toEqual([]);
      expect((await preview(korea, file)).rows.map(({ outcome }) => outcome)).toEqual(['known', 'refused', 'known']);
      expect((await preview(japan, file)).rows.map(({ outcome }) => outcome)).toEqual(['added', 'refused', 'added']);
    });

    it('that is not UTF-8 is asked about with how it reads, and never guessed', async () => {
      // "件名,周波数帯" and one row, in CP932.
      const bytes = Buffer.from('8c8f96bc2c8efc9467909491d10d0a8ae28d9189ab2c3831302d3833300d0a', 'hex');
      const asked = await preview(japan, base64(bytes));
      expect(asked).toMatchObject({ encoding: null, rows: [] });
      expect(asked.samples.find(({ encoding }) => encoding === 'shift_jis')?.text).toContain('件名,周波数帯');
      expect((await preview(japan, base64(bytes), 'shift_jis')).rows).toMatchObject([
        { outcome: 'added', bands: ['810-830'] },
      ]);
      const wrong = await japan.post('radio-issues/import/preview', {
        body: { file: base64(bytes), encoding: 'utf-8' },
      });
      expect(wrong.json()).toMatchObject({ code: 'radio.fileNotReadable' });
      const headless = await japan.post('radio-issues/import/preview', { body: { file: base64('a,b\n1,2') } });
      expect(headless.json()).toMatchObject({ code: 'radio.fileHeader' });
    });
  });

  it('exchanges no translation that lags behind its source, and tells nothing of how often a draft was written anew', async () => {
    let issue = await draftIssue(korea, { regions: '부산 연안' });
    const write = async (body: object) => {
      issue = await answered<RadioIssueDetailView>(korea.patch(`radio-issues/${issue.id}`, { body, etag: issue.etag }));
    };
    await write({ lang: 'ja', regions: '釜山沿岸' });
    await write({ lang: 'ko', regions: '부산·울산 연안' });
    const refused = await onIssue(korea, issue.id, 'report');
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([422, 'agenda.textStale']);
    await write({ lang: 'ja', regions: '釜山・蔚山沿岸' });
    await answered(onIssue(korea, issue.id, 'report'));
    expect((await read(japan, issue.id)).regions).toMatchObject({ revision: 1, of: 1, text: '釜山・蔚山沿岸' });

    const put = (lang: string, text: string, etag: string) =>
      answered(korea.put(`radio-issues/${issue.id}/position`, { body: { lang, text }, etag }));
    const exchange = (etag: string) => korea.post(`radio-issues/${issue.id}/position/exchange`, { etag });
    await put('ko', '기존 업무 보호', '"0"');
    await put('ja', '既存業務の保護', '"1"');
    await put('ko', '저감 조치를 전제로 동의', '"2"');
    expect((await exchange('"3"')).json()).toMatchObject({ code: 'agenda.textStale' });
    await put('ja', '低減措置を前提に同意', '"3"');
    await answered(exchange('"4"'));
    // No side words what the other exchanged.
    const [position] = await test.admin<{ id: string }>(
      'select id from forum.radio_position where radio_issue_id = $1',
      [issue.id],
    );
    const work = await answered<TranslationView>(
      japan.post('translations', {
        body: {
          subjectType: 'radio_position',
          subjectId: position?.id,
          scope: 'shared',
          fromLang: 'ko',
          toLang: 'ja',
          dueOn: '2027-03-10',
        },
      }),
    );
    const started = await answered<TranslationView>(japan.post(`translations/${work.id}/start`, { etag: work.etag }));
    const [unit] = started.texts;
    const reworded = await japan.put(`translations/${work.id}/texts/${unit?.id ?? ''}`, {
      body: { text: '反対', ofRevision: 1 },
      etag: unit?.etag ?? '',
    });
    expect([reworded.statusCode, reworded.json<Problem>().code]).toEqual([403, 'common.forbidden']);
    const { positionKr } = await read(japan, issue.id);
    expect(positionKr).toMatchObject({ revision: 1, of: 1, text: '低減措置を前提に同意' });
  });

  it.each(['x', '9999999999', '1.5', '-1'])('refuses the cursor %s as none of ours', async (key) => {
    const cursor = Buffer.from(JSON.stringify([key, nobody])).toString('base64url');
    expect((await korea.get(`radio-issues?cursor=${cursor}`)).json()).toMatchObject({ code: 'common.notACursor' });
  });

  it('gives the thousandth case of a year a code of its own', async () => {
    const { id } = await reportedIssue(korea);
    await test.admin(`update forum.radio_issue set code = 'RI-2027-999' where id = $1`, [id]);
    expect([(await reportedIssue(korea)).code, (await reportedIssue(japan)).code]).toEqual([
      'RI-2027-1000',
      'RI-2027-1001',
    ]);
  });

  it('lets nobody outside the two governments write, and translators translate', async () => {
    for (const account of ['observer', 'company.kr', 'admin', 'interpreter', 'delegate.kr']) {
      const client = await test.as(account);
      const answer = await client.post('radio-issues', { body: { lang: 'en', title: 'x' } });
      expect([account, answer.statusCode]).toEqual([account, 403]);
    }
  });
});
