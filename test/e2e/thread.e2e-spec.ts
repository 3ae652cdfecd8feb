import { SIDES } from '#core/kernel';
import type { ActionDetailView } from '../../apps/api/src/actions/actions.views.js';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { SessionDetailView, SessionListView } from '../../apps/api/src/sessions/sessions.dto.js';
import { answered, createTestApp, type AskOptions, type TestApp, type TestClient } from '../support/app.js';
import { confirmInterpretation, submitDelegation } from '../support/delegation.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

/** The main job, once through, on the real record: session IL-SE-2, Seoul, 11 March 2027. */
describe('the thread over HTTP', () => {
  let test: TestApp;
  let sink: SmtpSink;
  let worker: WorkerProcess;
  let sessionId: string;
  let actionId: string;

  beforeAll(async () => {
    test = await createTestApp('record', { PUBLIC_URL: 'http://desk.example' });
    sink = await openSmtpSink();
    await test.setClock('2027-02-01T10:00:00+09:00');
    worker = await startWorkerProcess(test, { SMTP_URL: sink.url, PUBLIC_URL: 'http://desk.example' });
  });
  afterAll(async () => {
    await worker.stop();
    await sink.close();
    await test.close();
  });

  const signIn = (name: string) => test.as(name, { again: true });
  const agendaOf = (client: TestClient, options?: AskOptions) =>
    answered<AgendaView>(client.get(`sessions/${sessionId}/agenda?texts=all`, options));
  const step = async (client: TestClient, body: object) => {
    const { etag } = await answered<SessionDetailView>(client.get(`sessions/${sessionId}`));
    return answered<SessionDetailView>(client.post(`sessions/${sessionId}/steps`, { etag, body }));
  };
  const firstPost = async (client: TestClient, side: string, title: string) => {
    const { items } = await answered<{ items: { id: string; title: { text: string } }[] }>(
      client.get(`posts?side=${side}`, { language: 'en' }),
    );
    const found = items.find((post) => post.title.text.includes(title));
    if (!found) throw new Error(`no post ${title}`);
    return found.id;
  };

  it('a Korean secretariat finds the session and writes its agenda in Korean', async () => {
    const secretariat = await signIn('secretariat.kr');
    const { items } = await answered<SessionListView>(secretariat.get('sessions?when=upcoming'));
    const session = items.find((entry) => entry.code === 'IL-SE-2');
    expect(session).toMatchObject({
      state: 'date_agreed',
      illustrative: true,
      level: 'dg',
      place: { text: '서울' },
      title: { text: '제7차 한·일 전파국장회의' },
    });
    sessionId = session?.id ?? '';
    const page = await answered<SessionDetailView>(secretariat.get(`sessions/${sessionId}`));
    expect(page.deadlines.find((deadline) => deadline.rule === 'agenda_proposal')).toMatchObject({
      raw: '2027-02-09',
      date: '2027-02-05',
    });
    expect(page.deadlines.find((deadline) => deadline.rule === 'delegation_list')).toMatchObject({
      raw: '2027-03-01',
      date: '2027-02-26',
    });
    const body = {
      lang: 'ko',
      title: '6G 후보대역 공동연구',
      description: '지역 준비회의에 제출할 공동기고를 논의함.',
      minutes: 30,
      objective: 'decide',
      privateNote: '우리 측 발언요지',
    };
    const agenda = await answered<AgendaView>(secretariat.post(`sessions/${sessionId}/agenda/items`, { body }));
    expect(agenda.items.at(-1)).toMatchObject({ audience: 'kr', title: { text: '6G 후보대역 공동연구', lang: 'ko' } });
    const exchanged = await answered<AgendaView>(
      secretariat.post(`sessions/${sessionId}/agenda/exchange`, { etag: agenda.etag }),
    );
    expect(exchanged.items.at(-1)).toMatchObject({ audience: 'joint' });
  });

  it('an interpreter supplies Japanese and English', async () => {
    const interpreter = await signIn('interpreter');
    const words = {
      title: { ja: '6G候補帯域の共同研究', en: 'Joint study of candidate bands for 6G' },
      description: {
        ja: '地域準備会合に提出する共同寄与文書を議論する。',
        en: 'Discuss a joint contribution to the regional preparatory meeting.',
      },
    };
    for (const gap of (await agendaOf(interpreter)).gaps) {
      const entry = (await agendaOf(interpreter)).items.find((candidate) => candidate.id === gap.itemId);
      const text = gap.lang === 'ko' ? '' : words[gap.field][gap.lang];
      await answered(
        interpreter.put(`agenda-items/${gap.itemId}/texts/${gap.field}/${gap.lang}`, {
          etag: entry?.etag ?? '',
          body: { text, status: 'checked', ofRevision: entry?.title.revision },
        }),
      );
    }
    expect((await agendaOf(interpreter)).gaps).toEqual([]);
  });

  it('both heads turn their keys on the same hash', async () => {
    const hashes: (string | null)[] = [];
    for (const name of ['head.kr', 'head.jp']) {
      const head = await signIn(name);
      const agenda = await agendaOf(head);
      hashes.push(
        (
          await answered<AgendaView>(
            head.post(`sessions/${sessionId}/agenda/sign`, { etag: agenda.etag, body: { hash: agenda.hash } }),
          )
        ).hash,
      );
    }
    expect(new Set(hashes).size).toBe(1);
    expect(await agendaOf(await signIn('secretariat.jp'))).toMatchObject({
      state: 'agreed',
      keys: [
        { side: 'jp', turned: true },
        { side: 'kr', turned: true },
      ],
    });
  });

  it('a Japanese delegate reads it in Japanese, without the Korean side’s notes', async () => {
    const agenda = await agendaOf(await signIn('delegate.jp'));
    expect(agenda.items.map((entry) => entry.title.lang)).toEqual(agenda.items.map(() => 'ja'));
    expect(agenda.items.at(-1)).toMatchObject({
      title: { text: '6G候補帯域の共同研究', stale: false },
      privateNote: null,
    });
  });

  it('the session is prepared, opened on its day and held', async () => {
    const [korea, japan] = [await signIn('secretariat.kr'), await signIn('secretariat.jp')];
    await step(korea, { action: 'start-preparing' });
    for (const side of SIDES) await submitDelegation(test, sessionId, side);
    await confirmInterpretation(test, sessionId, 'kr');
    expect(await step(japan, { action: 'mark-ready' })).toMatchObject({ state: 'ready' });
    await test.setClock('2027-03-11T18:30:00+09:00');
    expect(await step(await signIn('secretariat.kr'), { action: 'open' })).toMatchObject({ state: 'in_session' });
    expect(await step(await signIn('secretariat.kr'), { action: 'hold' })).toMatchObject({ state: 'held' });
  });

  it('an action for a Japanese post is recorded, linked to the commitment it serves', async () => {
    const secretariat = await signIn('secretariat.kr');
    const { items } = await answered<{ items: { id: string; code: string }[] }>(
      secretariat.get('commitments?limit=200'),
    );
    const body = {
      title: '봄철 공동측정 결과 송부',
      lang: 'ko',
      texts: { ja: '春季の共同測定結果の送付', en: 'Send the results of the spring measurements' },
      ownerPostId: await firstPost(secretariat, 'jp', 'Director, Radio Monitoring'),
      due: '2027-05-06',
      commitmentId: items.find((entry) => entry.code === 'C2023-R1')?.id,
    };
    const action = await answered<ActionDetailView>(secretariat.post(`sessions/${sessionId}/action-items`, { body }));
    actionId = action.id;
    expect(action).toMatchObject({ owner: { side: 'jp' }, due: '2027-05-06', state: 'open', joint: true });
    const planned = await test.admin<{ offset_days: number; due: string }>(
      `select offset_days, to_char(due_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as due from forum.reminder where subject_id = $1 and rule = 'action-item' order by due_at`,
      [actionId],
    );
    expect(planned.map((row) => [row.offset_days, row.due])).toEqual([
      [-14, '2027-04-22 09:30'],
      [-7, '2027-04-28 09:30'],
      [-1, '2027-04-30 09:30'],
      [0, '2027-05-06 09:30'],
      [1, '2027-05-07 09:30'],
      [7, '2027-05-13 09:30'],
    ]);
  });

  it('its reminder falls due and arrives by SMTP in Japanese, on the right working day and not before 09:30', async () => {
    await test.setClock('2027-04-22T09:30:01+09:00');
    // The session's own deadlines write to the secretariats meanwhile.
    const toOwner = () => sink.delivered.filter(({ envelope }) => envelope.to.includes('official.jp@forum.example'));
    while (toOwner().length === 0) await sink.waitForDelivered(sink.delivered.length + 1);
    const [mail] = toOwner();
    expect(mail?.envelope.to).toEqual(['official.jp@forum.example']);
    expect(mail?.email.subject).toContain('期限のお知らせ');
    expect(mail?.email.text).toContain('春季の共同測定結果の送付');
    expect(mail?.email.text).toContain('令和9年5月6日(木)');
    expect(mail?.email.text).toContain(`http://desk.example/actions/${actionId}`);
    expect(mail?.email.text).not.toMatch(/[가-힣]/);
    const [row] = await test.waitForRows<{ at: string }>(
      `select to_char(sent_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as at from forum.reminder where subject_id = $1 and state = 'sent'`,
      [actionId],
    );
    expect(row?.at).toBe('2027-04-22 09:30');
    expect(toOwner()).toHaveLength(1);
  });

  it('the official reports it done with evidence, and the Korean side confirms', async () => {
    const official = await signIn('official.jp');
    const before = await answered<ActionDetailView>(official.get(`action-items/${actionId}`));
    const bare = await official.post(`action-items/${actionId}/report-done`, { etag: before.etag, body: {} });
    expect(bare.statusCode).toBeGreaterThanOrEqual(400);
    const evidence = { kind: 'link', text: '測定結果報告書', url: 'https://www.example.go.jp/report' };
    const claimed = await answered<ActionDetailView>(
      official.post(`action-items/${actionId}/report-done`, { etag: before.etag, body: { evidence } }),
    );
    expect(claimed.state).toBe('done_claimed');
    const own = await (await signIn('secretariat.jp')).post(`action-items/${actionId}/confirm`, { etag: claimed.etag });
    expect(own.json()).toMatchObject({ code: 'actions.ownSideCannotConfirm' });
    const korea = await signIn('secretariat.kr');
    expect(
      await answered<ActionDetailView>(korea.post(`action-items/${actionId}/confirm`, { etag: claimed.etag })),
    ).toMatchObject({ state: 'done_confirmed' });
    const left = await test.admin(
      `select 1 from forum.reminder where subject_id = $1 and state not in ('sent', 'cancelled')`,
      [actionId],
    );
    expect(left).toEqual([]);
  });

  it('the commitment page shows the chain from the clause to the confirmation', async () => {
    const auditor = await signIn('auditor');
    const { items } = await answered<{ items: { id: string; code: string }[] }>(auditor.get('commitments?limit=200'));
    const id = items.find((entry) => entry.code === 'C2023-R1')?.id ?? '';
    const commitment = await answered<{ chain: { kind: string; title: { text: string } }[] }>(
      auditor.get(`commitments/${id}`, { language: 'en' }),
    );
    const kinds = commitment.chain.map((link) => link.kind);
    expect(kinds).toEqual(expect.arrayContaining(['clause', 'session', 'action', 'evidence', 'confirmation']));
    expect(commitment.chain.find((link) => link.kind === 'action')?.title.text).toBe(
      'Send the results of the spring measurements',
    );
  });
});
