import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { historicText, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { RecordAction } from '#forum/actions';
import { planActions } from '#forum/reminders';
import { CreateSession, ProposeSession } from '#forum/sessions';
import { AcceptProposal, openProposalsOf } from '#forum/two-key';
import { demoActor, workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

/** Plans the actions of Golden Week and of the turn of the year for both sides, and prints a fingerprint of the days. */
const reckoning = `
  import { createHash } from 'node:crypto';
  import { RuleBook } from '#forum/reminder-rules';
  import { actionDays } from '#forum/reminders';
  import { addDays, asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
  const calendar = WorkingCalendar.of(holidaysByRule(2026, 2028).map(asStored));
  const rule = RuleBook.standard.get('action-item');
  const days = [];
  for (const first of ['2027-04-20', '2027-12-15'])
    for (let n = 0; n < 30; n += 1)
      for (const ownerSide of ['kr', 'jp']) days.push(actionDays({ due: addDays(first, n), ownerSide, channelId: null }, rule, calendar));
  console.log(days.length, createHash('sha256').update(JSON.stringify(days)).digest('hex'));
`;

describe('the time of reminders', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let sessionId: string;
  let channelId: string;
  let kr: Actor;
  let jp: Actor;
  let owner: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-01-05T01:00:00Z');
    ({ id: sessionId, channelId } = await saveSession(test, { startDate: '2026-12-10' }));
    [kr, jp, owner] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.jp'),
    ]);
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
  });
  beforeEach(async () => {
    await test.setClock('2027-03-12T01:00:00Z');
    await test.admin('delete from forum.sent_mail');
    await test.admin('delete from forum.reminder');
    sink.handedOver.length = 0;
    sink.delivered.length = 0;
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });

  const record = async (due = '2027-05-06'): Promise<string> => {
    const input = { sessionId, title: '측정 결과 교환', lang: 'ko', ownerPostId: postOf(owner), due } as const;
    return (await new RecordAction(test.database).run(kr, input))[0] ?? '';
  };
  /** At an instant, until nothing is under way any more. */
  const pass = async (instant: string): Promise<void> => {
    await test.setClock(instant);
    await worker.tick();
    for (;;) {
      const busy = await test.admin(`select 1 from forum.reminder where state in ('queued','sending') limit 1`);
      if (busy.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const readers = (): (string | undefined)[] => sink.delivered.map(({ envelope }) => envelope.to[0]);
  const rows = (id: string) =>
    test.admin<{ plan: string }>(
      `select concat_ws(' ', r.rule, r.offset_days, r.recipient_post_id, r.rule_date, to_char(r.due_at at time zone r.zone, 'YYYY-MM-DD HH24:MI')) as plan
         from forum.reminder r where r.subject_id = $1 and r.state = 'planned' order by 1`,
      [id],
    );

  it('does not depend on the zone of the server or of the database’s connection', async () => {
    const reckon = async (zone: string): Promise<string> =>
      (
        await promisify(execFile)(process.execPath, ['--input-type=module', '-e', reckoning], {
          env: { ...process.env, TZ: zone },
        })
      ).stdout;
    const [west, east] = await Promise.all([reckon('America/Los_Angeles'), reckon('Pacific/Kiritimati')]);
    expect(west).toMatch(/^120 [0-9a-f]{64}\n$/);
    expect(east).toBe(west);

    const id = await record();
    const planned = await rows(id);
    for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
      await test.admin('delete from forum.reminder where subject_id = $1', [id]);
      await test.database.runInTx(workerActor, async (tx) => {
        await tx.query(`set local timezone = '${zone}'`);
        await planActions(tx, [id]);
      });
      expect(await rows(id)).toEqual(planned);
    }
  });

  it('of a meeting in Geneva stays 09:30 at each reader through both changes of its clocks', async () => {
    const agree = async (startDate: string, zone: string): Promise<string> => {
      const place = historicText({ ko: '제네바', ja: 'ジュネーブ', en: 'Geneva' }, 'ko');
      const sessionOf = await new CreateSession(test.database).run(kr, {
        channelId,
        terms: {
          ...{
            startDate,
            endDate: null,
            startsAt: null,
            endsAt: null,
            zone,
            place,
            country: 'CH',
            format: 'in_person',
          },
          ...{ level: 'dg', hostSide: 'kr', marginsOfSessionId: null, marginsOfText: null, sameHostAgain: true },
        },
      });
      await new ProposeSession(test.database).run(kr, { sessionId: sessionOf, version: 1, reason: '제3국 개최' });
      const [open] = await openProposalsOf(test.database.reader(jp), 'session', sessionOf);
      await new AcceptProposal(test.database).run(jp, { proposalId: open?.id ?? '', hash: open?.hash ?? '' });
      return sessionOf;
    };
    for (const day of ['2027-04-07', '2027-11-10']) {
      const [geneva, seoul] = [await agree(day, 'Europe/Zurich'), await agree(day, 'Asia/Seoul')];
      const plans = (await rows(geneva)).map(({ plan }) => plan).filter((plan) => !plan.startsWith('invitation'));
      expect(plans.length).toBeGreaterThan(40);
      expect(plans.every((plan) => plan.endsWith(' 09:30'))).toBe(true);
      expect((await rows(seoul)).map(({ plan }) => plan).filter((plan) => !plan.startsWith('invitation'))).toEqual(
        plans,
      );
    }
  });

  it('may jump ahead and back: nobody is told early, and nobody twice', async () => {
    const id = await record();
    await pass('2027-04-22T00:29:59Z');
    expect(readers()).toEqual([]);
    await pass('2027-04-22T00:30:00Z');
    expect(readers()).toEqual(['official.jp@forum.example']);
    await pass('2027-05-06T00:30:00Z');
    const ahead = sink.delivered.length;
    expect(sink.delivered.at(-1)?.email.subject).toContain('本日期限');
    for (const instant of ['2027-04-22T00:31:00Z', '2027-04-28T00:30:00Z', '2027-05-06T00:31:00Z']) await pass(instant);
    expect(sink.delivered).toHaveLength(ahead);
    expect(sink.handedOver).toHaveLength(ahead);
    const [early] = await test.admin<{ count: number }>(
      `select count(*)::int as count from forum.reminder where subject_id = $1 and state = 'sent' and sent_at < due_at`,
      [id],
    );
    expect(early?.count).toBe(0);
  });

  describe('and a post that changes hands', () => {
    const handTo = (person: string) =>
      test.admin(
        `update forum.post_holder set user_id = (select id from forum.user_account where email = $2) where post_id = $1`,
        [postOf(owner), `${person}@forum.example`],
      );
    afterEach(() => handTo('official.jp'));

    it('takes along what is planned for it, in one mail of the day', async () => {
      await record();
      await record();
      await handTo('delegate.jp');
      await pass('2027-04-22T00:30:00Z');
      expect(readers()).toEqual(['delegate.jp@forum.example']);
    });

    it.each([
      ['in the mail of the day', '2027-04-28T00:30:00Z'],
      ['in a mail of its own', '2027-05-06T00:30:00Z'],
    ])('takes along what waits in the queue %s, and tells it once', async (_, instant) => {
      const id = await record();
      await test.admin(`delete from forum.reminder where subject_id = $1 and due_at <> $2`, [id, instant]);
      const idle = await startTestWorker(test, { smtpUrl: sink.url, working: false });
      const waiting = await test.admin<{ id: string }>('select id from forum.reminder where state = $1', ['planned']);
      expect(waiting).toHaveLength(1);
      await worker.queue.close();
      await test.setClock(instant);
      expect(await idle.tick()).toBe(1);
      const [queued] = await test.admin<{ carriedId: string; attempt: number; state: string }>(
        `select coalesce(digest_id, id) as "carriedId", attempt, state from forum.reminder where subject_id = $1`,
        [id],
      );
      expect(queued?.state).toBe('queued');
      await handTo('delegate.jp');
      await idle.deliver.run({ carriedId: queued?.carriedId ?? '', attempt: queued?.attempt ?? 0 });
      await idle.close();
      worker = await startTestWorker(test, { smtpUrl: sink.url });
      await pass(new Date(Date.parse(instant) + 120_000).toISOString());
      expect(readers()).toEqual(['delegate.jp@forum.example']);
      const after = await test.admin<{ state: string; to: string }>(
        `select state, sent_to as "to" from forum.reminder where subject_id = $1`,
        [id],
      );
      expect(after).toEqual([{ state: 'sent', to: 'delegate.jp@forum.example' }]);
    });
  });
});
