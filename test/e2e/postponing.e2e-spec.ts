import type { LightMyRequestResponse as Answer } from 'fastify';
import type { ProposalListView } from '../../apps/api/src/proposals/proposals.dto.js';
import type { ReminderListView } from '../../apps/api/src/reminders/reminders.dto.js';
import type { SessionDetailView } from '../../apps/api/src/sessions/sessions.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { parseCalendar, type ReadEvent } from '../support/ics.js';
import { openSmtpSink, type SinkMail, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

const terms = {
  startDate: '2027-04-21',
  startTime: '10:00',
  endTime: '17:00',
  zone: 'Asia/Tokyo',
  place: { lang: 'ja', text: '東京', ko: '도쿄', en: 'Tokyo' },
  country: 'JP',
  format: 'in_person',
  level: 'dg',
  hostSide: 'jp',
};

/** domain.md 8, case 5: postponing a session re-bases all deadlines and sends nothing twice. */
describe('a session that is postponed and held on another day (domain.md 8, case 5)', () => {
  let test: TestApp;
  let sink: SmtpSink;
  let worker: TestWorker;
  let korea: TestClient;
  let japan: TestClient;
  let id: string;

  beforeAll(async () => {
    test = await createTestApp();
    await test.setClock('2026-11-10T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    const past = await saveSession(test, { startDate: '2026-03-12', startsAt: null, endsAt: null, state: 'held' });
    id = ok(await korea.post('sessions', { body: { channelId: past.channelId, ...terms } })).id;
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });

  const ok = (answer: Answer): SessionDetailView => {
    expect([answer.statusCode < 300, answer.statusCode < 300 ? '' : answer.body]).toEqual([true, '']);
    return answer.json<SessionDetailView>();
  };
  /** Sessions of people last for hours only, and this story for months. */
  const signInAgain = async () => {
    [korea, japan] = [
      await test.as('secretariat.kr', { again: true }),
      await test.as('secretariat.jp', { again: true }),
    ];
  };
  const send = async (path: string, body: object): Promise<SessionDetailView> => {
    const { etag } = ok(await korea.get(`sessions/${id}`));
    return ok(await korea.post(`sessions/${id}/${path}`, { etag, body }));
  };
  const accept = async (): Promise<void> => {
    const { items } = (
      await japan.get(`proposals?subjectType=session&subjectId=${id}&state=open`)
    ).json<ProposalListView>();
    ok(await japan.post(`proposals/${items[0]?.id ?? ''}/accept`, { body: { hash: items[0]?.hash ?? '' } }));
  };
  const deadline = async (rule: string): Promise<string | undefined> =>
    ok(await korea.get(`sessions/${id}`)).deadlines.find((one) => one.rule === rule)?.date;
  const deadlines = async () => [
    await deadline('agenda_proposal'),
    await deadline('delegation_list'),
    await deadline('minutes_agreed'),
  ];
  /** Everything that is due at this instant goes out, however often the worker looks. */
  const pass = async (instant: string): Promise<void> => {
    await test.setClock(instant);
    await worker.tick();
    await worker.tick();
    await until(
      () => test.admin(`select 1 from forum.reminder where state in ('queued','sending')`),
      (rows) => rows.length === 0,
    );
  };
  /** What was told since a point in the story, one line for each reminder that a mail carried. */
  const toldSince = (from: number) =>
    test.admin<{ rule: string; offset: number; date: string; to: string }>(
      `select r.rule, r.offset_days as offset, r.rule_date as date, r.sent_to as "to" from forum.reminder r
        where r.state = 'sent' and r.message_id = any ($1) order by r.rule, r.offset_days, r.sent_to`,
      [sink.handedOver.slice(from).map(({ email }) => email.messageId)],
    );
  const rulesSince = async (from: number): Promise<string[]> => (await toldSince(from)).map(({ rule }) => rule);
  const keyOf = ({ email }: SinkMail): string =>
    email.headers.find((header) => header.key === 'x-reminder-key')?.value ?? '';
  const eventsFor = (address: string): (Pick<ReadEvent, 'uid' | 'sequence' | 'status'> & { method: string })[] =>
    sink.handedOver
      .filter(({ envelope }) => envelope.to[0] === address)
      .flatMap(({ email }) => email.attachments.filter((one) => one.mimeType === 'text/calendar').slice(0, 1))
      .map((one) => {
        const file = parseCalendar(
          typeof one.content === 'string' ? one.content : Buffer.from(one.content as ArrayBuffer).toString('utf8'),
        );
        const event = file.events[0];
        return {
          method: file.method,
          uid: event?.uid ?? '',
          sequence: event?.sequence ?? -1,
          status: event?.status ?? '',
        };
      });

  it('has its deadlines from the day both sides agree, and everybody invited gets one calendar file', async () => {
    await send('propose', {});
    await accept();
    expect(await deadlines()).toEqual(['2027-03-19', '2027-04-09', '2027-05-06']);
    await pass('2026-11-10T10:02:00+09:00');
    expect(await rulesSince(0)).toEqual(['invitation', 'invitation', 'invitation', 'invitation']);
    const japanese = sink.handedOver.find(({ envelope }) => envelope.to[0] === 'secretariat.jp@forum.example')?.email;
    expect(japanese?.subject).toMatch(/^【会合のご案内】第8回/);
    expect(japanese?.text).toContain('日時: 令和9年4月21日(水) 10:00');
    expect(japanese?.text).not.toMatch(/\p{Script=Hangul}/u);
    expect(eventsFor('head.kr@forum.example')).toMatchObject([{ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' }]);
  });

  it('reminds both sides of what is due first', async () => {
    const before = sink.handedOver.length;
    await pass('2027-03-12T09:31:00+09:00');
    await pass('2027-03-16T09:31:00+09:00');
    expect(await rulesSince(before)).toEqual(Array.from({ length: 4 }, () => 'agenda_proposal'));
  });

  it('is silent once it is postponed, but for the calendar file that takes the day back', async () => {
    const before = sink.handedOver.length;
    await test.setClock('2027-03-17T10:00:00+09:00');
    await signInAgain();
    expect(await send('postpone', { lang: 'ko', reason: '국회 일정으로 개최가 어려움' })).toMatchObject({
      state: 'postponed',
    });
    await pass('2027-03-17T10:02:00+09:00');
    for (const day of ['2027-03-18', '2027-03-19', '2027-03-23', '2027-04-09']) await pass(`${day}T09:31:00+09:00`);
    expect(await rulesSince(before)).toEqual(['invitation', 'invitation', 'invitation', 'invitation']);
    expect(sink.handedOver.at(before)?.email.text).not.toContain('국회');
    expect(eventsFor('secretariat.kr@forum.example').at(-1)).toMatchObject({ method: 'CANCEL', sequence: 1 });
    await signInAgain();
    const { items } = (await korea.get(`reminders?session=${id}&state=cancelled&limit=200`)).json<ReminderListView>();
    expect(items.length).toBeGreaterThan(20);
    expect(items[0]).toMatchObject({ reason: 'reminders.causeMoved', path: `/sessions/${id}` });
  });

  it('takes its deadlines from the new day, under the same entry of everybody’s calendar', async () => {
    await send('arrangement', { ...terms, startDate: '2027-06-16' });
    await accept();
    expect(await deadlines()).toEqual(['2027-05-17', '2027-06-04', '2027-06-30']);
    await pass('2027-04-09T09:40:00+09:00');
    for (const person of ['secretariat.kr', 'secretariat.jp', 'head.kr', 'head.jp']) {
      const events = eventsFor(`${person}@forum.example`);
      expect(events.map(({ method, sequence }) => [method, sequence])).toEqual([
        ['REQUEST', 0],
        ['CANCEL', 1],
        ['REQUEST', 2],
      ]);
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
    }
  });

  it('reminds of the new days only, and tells nobody anything twice to the end', async () => {
    const before = sink.handedOver.length;
    for (let day = Date.parse('2027-04-10T00:31:00Z'); day < Date.parse('2027-07-20T00:00:00Z'); day += 86_400_000)
      await pass(new Date(day).toISOString());
    const keys = sink.handedOver.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(sink.handedOver.map(({ email }) => email.messageId)).size).toBe(keys.length);
    const later = await toldSince(before);
    const days = new Map(later.map(({ rule, date }) => [rule, date]));
    expect(days.get('agenda_proposal')).toBe('2027-05-17');
    expect(days.get('delegation_list')).toBe('2027-06-04');
    expect(days.get('minutes_agreed')).toBe('2027-06-30');
    // Only the look at the promises, 45 days before, lies ahead of the agenda.
    expect(later.filter(({ rule, date }) => rule !== 'commitments_reviewed' && date < '2027-05-17')).toEqual([]);
    const agenda = later.filter(({ rule }) => rule === 'agenda_proposal').map(({ offset }) => offset);
    // T-30 is a Monday: three days and one day before it fall on the same Friday, and the later one speaks.
    expect(agenda).toEqual([-7, -7, -1, -1, 0, 0, 1, 1]);
    const once = later.map(({ rule, offset, date, to }) => [rule, offset, date, to].join(' '));
    expect(new Set(once).size).toBe(once.length);
  });
});
