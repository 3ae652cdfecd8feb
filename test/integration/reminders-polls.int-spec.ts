import type { Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { AnswerSlot, CreatePoll, ExtendDeadline, NameParticipants, SharePoll } from '#forum/date-polls';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

interface Row {
  side: string;
  offset: number;
  state: string;
  day: string;
  post: string;
}

describe('reminders of a date poll', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let kr: Actor;
  let jp: Actor;
  let officialKr: Actor;
  let officialJp: Actor;
  let channelId: string;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    [kr, jp, officialKr, officialJp] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.kr'),
      demoActor(test, 'official.jp'),
    ]);
    channelId = (await saveSession(test)).channelId;
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });
  beforeEach(async () => {
    await test.setClock('2027-01-12T01:00:00Z');
    await test.admin(`update forum.reminder set state = 'cancelled', lease_until = null where state <> 'sent'`);
    sink.handedOver.length = 0;
    sink.delivered.length = 0;
  });

  /** A poll until Friday 22 January 2027, 17:00 in both capitals, shared by Korea; each side asks its secretariat and one official. */
  const share = async (): Promise<string> => {
    const id = await new CreatePoll(test.database).run(kr, {
      channelId,
      zone: 'Asia/Seoul',
      minutes: 120,
      format: 'online',
      deadline: '2027-01-22T08:00:00Z',
      slots: ['2027-03-10T01:00:00Z', '2027-03-11T01:00:00Z'],
      bothHeads: false,
    });
    await name(id, kr, [kr, officialKr]);
    await new SharePoll(test.database).run(kr, { pollId: id, version: await versionOf(id) });
    await name(id, jp, [jp, officialJp]);
    return id;
  };
  const name = (pollId: string, actor: Actor, who: readonly Actor[]): Promise<void> =>
    new NameParticipants(test.database).run(actor, {
      pollId,
      participants: who.map((one) => ({ postId: postOf(one), role: 'required' as const })),
    });
  const versionOf = async (id: string): Promise<number> =>
    (await test.admin<{ version: number }>('select version from forum.date_poll where id = $1', [id]))[0]?.version ?? 0;
  const answerAll = async (pollId: string, actor: Actor): Promise<void> => {
    const slots = await test.admin<{ id: string }>('select id from forum.date_poll_slot where poll_id = $1', [pollId]);
    for (const { id } of slots)
      await new AnswerSlot(test.database).run(actor, { slotId: id, postId: postOf(actor), answer: 'yes' });
  };
  const rows = (pollId: string, rule: string, state = 'planned'): Promise<Row[]> =>
    test.admin<Row>(
      `select recipient_side as side, offset_days as offset, state, to_char(due_at at time zone zone, 'YYYY-MM-DD') as day, recipient_post_id as post
         from forum.reminder where subject_id = $1 and rule = $2 and state = $3 order by due_at, recipient_side desc, recipient_post_id`,
      [pollId, rule, state],
    );
  const done = (pollId: string): Promise<Row[]> =>
    until(
      () =>
        test.admin<Row>(`select state from forum.reminder where subject_id = $1 and state in ('queued','sending')`, [
          pollId,
        ]),
      (found) => found.length === 0,
    );

  it('are planned for the posts of each side, on days before its deadline', async () => {
    const id = await share();
    const chased = (await rows(id, 'poll-chase')).map(({ side, offset, day }) => `${side} ${String(offset)} ${day}`);
    expect(new Set(chased)).toEqual(
      new Set([
        'kr -3 2027-01-19',
        'jp -3 2027-01-19',
        'kr -1 2027-01-21',
        'jp -1 2027-01-21',
        'kr 0 2027-01-22',
        'jp 0 2027-01-22',
      ]),
    );
    expect(chased).toHaveLength(12);
    expect(await rows(id, 'poll-shared')).toMatchObject([{ side: 'jp' }]);
  });

  it('ask at once and chase only who has not answered', async () => {
    const id = await share();
    await test.setClock('2027-01-12T01:02:00Z');
    await worker.tick();
    await done(id);
    expect((await rows(id, 'poll-asked', 'sent')).map((row) => row.side)).toEqual(['kr', 'kr', 'jp', 'jp']);
    await answerAll(id, officialJp);
    expect((await rows(id, 'poll-chase')).filter((row) => row.post === postOf(officialJp))).toEqual([]);
    sink.handedOver.length = 0;
    await test.setClock('2027-01-19T00:31:00Z');
    await worker.tick();
    await done(id);
    expect(sink.handedOver.map(({ envelope }) => envelope.to[0]).sort()).toEqual([
      'official.kr@forum.example',
      'secretariat.jp@forum.example',
      'secretariat.kr@forum.example',
    ]);
    const mail = sink.handedOver.find(({ envelope }) => envelope.to[0] === 'secretariat.jp@forum.example')?.email;
    expect(mail?.subject).toMatch(/^【期限のお知らせ】.*\(1件\)$/);
    expect(mail?.text).toContain('日程調整への回答');
    expect(mail?.text).not.toMatch(/\p{Script=Hangul}/u);
  });

  it('move for both sides when one side extends the deadline, and ask nobody a second time', async () => {
    const id = await share();
    await test.setClock('2027-01-12T01:02:00Z');
    await worker.tick();
    await done(id);
    await new ExtendDeadline(test.database).run(kr, {
      pollId: id,
      version: await versionOf(id),
      deadline: '2027-01-29T08:00:00Z',
    });
    expect(new Set((await rows(id, 'poll-chase')).map((row) => row.day))).toEqual(
      new Set(['2027-01-26', '2027-01-28', '2027-01-29']),
    );
    expect((await rows(id, 'poll-chase')).filter((row) => row.side === 'jp')).toHaveLength(6);
    expect(await rows(id, 'poll-asked')).toEqual([]);
  });

  it('tell a side nothing of whom the other side asked', async () => {
    const id = await share();
    const seen = await test.database
      .reader(kr)
      .query<{ side: string }>('select recipient_side as side from forum.reminder where subject_id = $1', [id]);
    expect(new Set(seen.map((row) => row.side))).toEqual(new Set(['kr']));
  });
});
