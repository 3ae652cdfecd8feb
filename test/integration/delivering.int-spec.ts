import { createServer, type Server } from 'node:http';
import type { Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { RecordAction } from '#forum/actions';
import {
  bringBackVacant,
  DeliverReminder,
  findMailPreference,
  MendReminder,
  SetMailPreference,
  UnsubscribeByToken,
} from '#forum/reminders';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SinkMail, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker, type TestWorkerOptions } from '../support/worker.js';

interface Row {
  id: string;
  subject_id: string;
  rule: string;
  offset_days: number;
  state: string;
  attempt: number;
  late: boolean;
  digest_id: string | null;
  message_id: string | null;
  doubted_at: Date | null;
  relay_answer: string | null;
  lease_until: Date | null;
  last_error_code: string | null;
  sent_to: string | null;
  language: string | null;
}

describe('mails', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let workers: TestWorker[];
  let sessionId: string;
  let kr: Actor;
  let owner: Actor;
  let head: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-03-12T01:00:00Z');
    sessionId = (await saveSession(test)).id;
    [kr, owner, head] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'official.jp'),
      demoActor(test, 'head.jp'),
    ]);
    sink = await openSmtpSink();
  });
  afterAll(async () => {
    await sink.close();
    await test.close();
  });
  beforeEach(async () => {
    workers = [];
    await test.setClock('2027-03-12T01:00:00Z');
    await test.admin(`update forum.reminder set state = 'cancelled', lease_until = null, digest_id = null`);
    sink.handedOver.length = 0;
    sink.delivered.length = 0;
    sink.decide = () => 'accept';
  });
  afterEach(() => Promise.all(workers.map((worker) => worker.close())));

  const open = async (options: Partial<TestWorkerOptions> = {}): Promise<TestWorker> => {
    const worker = await startTestWorker(test, { smtpUrl: sink.url, ...options });
    workers.push(worker);
    return worker;
  };
  const record = async (
    due = '2027-05-06',
    title = '봄철 측정 결과 교환',
    ja = '春季の測定結果の交換',
  ): Promise<string> => {
    const input = { sessionId, title, lang: 'ko' as const, ownerPostId: postOf(owner), due, texts: { ja } };
    return (await new RecordAction(test.database).run(kr, input))[0] ?? '';
  };
  const rows = (ids: readonly string[], state?: string): Promise<Row[]> =>
    test.admin<Row>(
      `select * from forum.reminder where subject_id = any ($1) and ($2::text is null or state = $2) order by subject_id, offset_days`,
      [ids, state ?? null],
    );
  const reached = (ids: readonly string[], state: string, count = 1): Promise<Row[]> =>
    until(
      () => rows(ids, state),
      (found) => found.length >= count,
    );
  const header = (mail: SinkMail | undefined, key: string): string | undefined =>
    mail?.email.headers.find((one) => one.key === key)?.value;

  describe('of a day', () => {
    it('gather what is due before its date, by what it is about, and lead to each page', async () => {
      const worker = await open();
      const ids = [await record(), await record('2027-05-06', '이동통신 협의', '移動通信の協議')];
      await test.setClock('2027-04-22T00:30:00Z');
      expect(await worker.tick()).toBe(1);
      const sent = await reached(ids, 'sent', 2);
      expect(new Set(sent.map((row) => row.digest_id)).size).toBe(1);
      expect(new Set(sent.map((row) => row.message_id))).toEqual(new Set([sink.delivered[0]?.email.messageId]));
      const [mail] = sink.delivered;
      expect(mail?.email.subject).toBe('【期限のお知らせ】令和9年4月22日(木)のお知らせ(2件)');
      for (const [index, title] of ['春季の測定結果の交換', '移動通信の協議'].entries()) {
        expect(mail?.email.text).toContain(title);
        expect(mail?.email.text).toContain(
          `• アクションアイテム(残り14日)、期限令和9年5月6日(木)\nhttp://localhost:3000/actions/${ids[index] ?? ''}?lang=ja`,
        );
      }
      expect(`${mail?.email.text ?? ''}${mail?.email.html ?? ''}`).not.toMatch(/\p{Script=Hangul}/u);
      expect(mail?.email.text).toContain('日韓の会議管理システム');
      expect(header(mail, 'x-reminder-key')).toBe(`digest.${owner.userId}.2027-04-22`);
      expect(sink.handedOver).toHaveLength(1);
      const kept = await test.admin(`select * from forum.sent_mail where carried_id = $1`, [sent[0]?.digest_id]);
      expect(kept).toMatchObject([
        { reminder_id: null, user_id: owner.userId, mailed: true, late: false, audience: 'jp', href: null },
      ]);
    });

    it('come once: what falls due after it has left waits for the next working day', async () => {
      const worker = await open();
      const first = await record('2027-04-08');
      const second = await record('2027-04-08', '이동통신 협의', '移動通信の協議');
      await test.admin(
        `update forum.reminder set due_at = '2027-03-25T02:00:00Z' where subject_id = $1 and offset_days = -14`,
        [second],
      );
      await test.setClock('2027-03-25T00:30:00Z');
      await worker.tick();
      await reached([first], 'sent');
      await test.setClock('2027-03-25T02:00:00Z');
      expect(await worker.tick()).toBe(0);
      expect(await worker.tick()).toBe(0);
      await test.setClock('2027-03-26T00:30:00Z');
      await worker.tick();
      await reached([second], 'sent');
      expect(sink.delivered).toHaveLength(2);
      expect(sink.delivered[1]?.email.subject).toBe('【期限のお知らせ】令和9年3月26日(金)のお知らせ(1件)【遅延送信】');
      expect(sink.delivered[1]?.email.text).toContain('【令和9年3月25日(木)送信予定分・遅延送信】');
    });

    it.each(['planned', 'queued'])('go up in the next day’s when they did not leave and are %s', async (state) => {
      const idle = await open({ working: false });
      const ids = [await record('2027-05-06'), await record('2027-05-07')];
      await test.setClock('2027-04-22T07:59:50Z');
      expect(await idle.tick()).toBe(1);
      const [waiting] = await rows(ids, 'queued');
      await test.admin(
        `update forum.reminder set state = $2, lease_until = case $2 when 'queued' then lease_until end where id = $1`,
        [waiting?.id, state],
      );
      await test.setClock('2027-04-23T00:30:00Z');
      expect(await idle.tick()).toBe(1);
      const queued = await rows(ids, 'queued');
      expect(queued.map((row) => row.late)).toEqual(expect.arrayContaining([true, false]));
      const [digest, ...others] = new Set(queued.map((row) => row.digest_id));
      expect(others).toEqual([]);
      expect(digest).not.toBe(waiting?.digest_id);
      await idle.deliver.run({ carriedId: digest ?? '', attempt: Math.max(...queued.map((row) => row.attempt)) });
      expect(await rows(ids, 'sent')).toHaveLength(2);
      expect(sink.handedOver).toHaveLength(1);
      expect(header(sink.handedOver[0], 'x-reminder-key')).toBe(`digest.${owner.userId}.2027-04-23`);
    });

    it('are stopped with one click, and stay in the inbox (RFC 8058)', async () => {
      const worker = await open();
      const ids = [await record('2027-04-16'), await record('2027-04-23')];
      await test.setClock('2027-04-02T00:30:00Z');
      await worker.tick();
      await reached(ids, 'sent');
      const [mail] = sink.delivered;
      expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const address = /^<http:\/\/localhost:3000\/unsubscribe\/([\w-]{32})>$/u.exec(
        header(mail, 'list-unsubscribe') ?? '',
      );
      expect(mail?.email.text).toContain(`/unsubscribe/${address?.[1] ?? '?'}?lang=ja`);
      const unsubscribe = new UnsubscribeByToken(test.database);
      expect(await unsubscribe.run('no-such-token', '192.0.2.7')).toBe(false);
      expect(await unsubscribe.run(address?.[1] ?? '', '192.0.2.7')).toBe(true);
      expect(await unsubscribe.run(address?.[1] ?? '', '192.0.2.7')).toBe(true);
      expect(await findMailPreference(test.database, owner)).toMatchObject({ digest: false, stopped: { by: 'link' } });
      expect(await findMailPreference(test.database, head)).toEqual({ digest: true, stopped: null });

      await test.setClock('2027-04-09T00:30:00Z');
      await worker.tick();
      const [inbox] = (await reached(ids, 'sent', 2)).filter((row) => row.subject_id === ids[1]);
      expect(sink.delivered).toHaveLength(1);
      expect(
        await test.admin(`select mailed, message_id from forum.sent_mail where carried_id = $1`, [inbox?.digest_id]),
      ).toEqual([{ mailed: false, message_id: null }]);

      await test.setClock('2027-04-16T00:30:00Z');
      await worker.tick();
      await reached([ids[0] ?? ''], 'sent', 3);
      expect(sink.delivered).toHaveLength(2);
      expect(header(sink.delivered[1], 'list-unsubscribe')).toBeUndefined();
      await new SetMailPreference(test.database).run(owner, { digest: true });
      expect(await findMailPreference(test.database, owner)).toEqual({ digest: true, stopped: null });
    });

    it('follow the post: what was gathered for who held it goes to who holds it now', async () => {
      const idle = await open({ working: false });
      const id = await record();
      await test.setClock('2027-04-22T00:30:00Z');
      expect(await idle.tick()).toBe(1);
      const [queued] = await rows([id], 'queued');
      await test.admin(`update forum.post_holder set user_id = $2 where post_id = $1`, [postOf(owner), head.userId]);
      const carried = { carriedId: queued?.digest_id ?? '', attempt: queued?.attempt ?? 0 };
      await idle.deliver.run(carried);
      expect(sink.handedOver).toHaveLength(0);
      await (await open()).tick();
      const [sent] = await reached([id], 'sent');
      await test.admin(`update forum.post_holder set user_id = $2 where post_id = $1`, [postOf(owner), owner.userId]);
      expect(sent?.sent_to).toBe('head.jp@forum.example');
      expect(sink.delivered.map((mail) => mail.envelope.to)).toEqual([['head.jp@forum.example']]);
    });

    it('drop what has changed by the time they leave', async () => {
      const idle = await open({ working: false });
      const ids = [await record('2027-04-15'), await record('2027-04-15', '이동통신 협의', '移動通信の協議')];
      await test.setClock('2027-04-01T00:30:00Z');
      await idle.tick();
      const [queued] = await rows(ids, 'queued');
      await test.admin(`update forum.action_item set due = '2027-05-20' where id = $1`, [ids[0]]);
      await idle.deliver.run({ carriedId: queued?.digest_id ?? '', attempt: 0 });
      expect(await rows([ids[0] ?? ''], 'cancelled')).toMatchObject([{ last_error_code: 'reminders.causeMoved' }]);
      expect(await rows([ids[1] ?? ''], 'sent')).toHaveLength(1);
      expect(sink.delivered[0]?.email.text).not.toContain('春季の測定結果の交換');
    });

    it('leave at the third try without what cannot be read, which is shown and comes later', async () => {
      const idle = await open({ working: false });
      const ids = [await record('2027-04-28'), await record('2027-04-28', '이동통신 협의', '移動通信の協議')];
      await test.setClock('2027-04-14T00:30:00Z');
      await idle.tick();
      const [queued] = await rows(ids, 'queued');
      const carriedId = queued?.digest_id ?? '';
      const read = test.database.readAs.bind(test.database);
      test.database.readAs = (role) => ({
        query: <Row>(sql: string, params?: readonly unknown[]) =>
          params?.includes(ids[1])
            ? Promise.reject<Row[]>(new TypeError('test.unreadable'))
            : read(role).query<Row>(sql, params),
      });
      try {
        for (const attempt of [0, 1, 2]) {
          await expect(idle.deliver.run({ carriedId, attempt })).rejects.toThrow('test.unreadable');
          expect(sink.handedOver).toHaveLength(attempt === 2 ? 1 : 0);
          await test.setClock(`2027-04-14T00:3${String(attempt + 1)}:00Z`);
          expect(await idle.tick()).toBe(attempt === 2 ? 0 : 1);
        }
      } finally {
        test.database.readAs = read;
      }
      expect(sink.handedOver[0]?.email.text).not.toContain('移動通信の協議');
      expect(await rows(ids, 'sent')).toMatchObject([{ subject_id: ids[0], digest_id: carriedId }]);
      const [waiting] = (await rows([ids[1] ?? ''], 'planned')).filter((row) => row.last_error_code !== null);
      expect(waiting).toMatchObject({ last_error_code: 'reminders.notWritten', digest_id: null, message_id: null });
      await test.setClock('2027-04-15T00:30:00Z');
      await (await open()).tick();
      await reached([ids[1] ?? ''], 'sent');
      expect(sink.handedOver[1]?.email.text).toContain('移動通信の協議');
    });

    it('keep their name when the relay’s answer is lost, and take nothing more in', async () => {
      sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
      const worker = await open();
      const ids = [await record('2027-04-22'), await record('2027-04-22', '이동통신 협의', '移動通信の協議')];
      await test.setClock('2027-04-08T00:30:00Z');
      await worker.tick();
      const doubted = await reached(ids, 'in_doubt', 2);
      expect(new Set(doubted.map((row) => row.doubted_at?.getTime())).size).toBe(1);
      await test.setClock('2027-04-08T00:31:00Z');
      expect(await worker.tick()).toBe(1);
      const sent = await reached(ids, 'sent', 2);
      expect(sent.every((row) => row.doubted_at !== null && row.attempt === 2)).toBe(true);
      expect(sink.handedOver).toHaveLength(2);
      expect(sink.delivered).toHaveLength(1);
    });
  });

  describe('after an outage', () => {
    it('of three days come as one late mail for each object, in words (domain.md 8, case 13)', async () => {
      const worker = await open();
      const ids = [await record('2027-05-06'), await record('2027-05-06')];
      // The office stood still from 6 May, 09:30, to 11 May: D, D+1; the next is D+7.
      await test.setClock('2027-05-11T00:30:00Z');
      await worker.tick();
      const ofOwner = async () =>
        (await rows(ids, 'sent')).filter((row) => row.sent_to === 'official.jp@forum.example');
      const sent = await until(ofOwner, (found) => found.length >= 2);
      expect(sent.map((row) => [row.offset_days, row.late])).toEqual([
        [1, true],
        [1, true],
      ]);
      const toOwner = sink.delivered.filter((mail) => mail.envelope.to[0] === 'official.jp@forum.example');
      expect(toOwner).toHaveLength(2);
      for (const { email } of toOwner) {
        expect(email.subject).toMatch(/【遅延送信】/u);
        expect(email.text).toContain(
          'このお知らせは令和9年5月7日(金)に送信する予定でしたが、遅れての送信となりました。',
        );
      }
      expect(await worker.tick()).toBe(0);
    });

    it('leave all the same when the later one that spoke for them turns out to be of no use', async () => {
      const idle = await open({ working: false });
      const id = await record('2027-05-06');
      const ofOwner = async (state: string) =>
        (await rows([id], state)).filter((row) => row.rule === 'action-item').map((row) => row.offset_days);
      await test.setClock('2027-05-11T00:30:00Z');
      await idle.tick();
      const [latest] = (await rows([id], 'queued')).filter((row) => row.rule === 'action-item');
      expect(latest?.offset_days).toBe(1);
      await test.admin(`update forum.reminder set cause = 'gone' where id = $1`, [latest?.id]);
      await idle.deliver.run({ carriedId: latest?.id ?? '', attempt: 0 });
      expect(sink.handedOver).toHaveLength(0);
      const planned = await ofOwner('planned');
      expect(planned).toContain(0);
      expect(planned).not.toContain(-1);
      await idle.tick();
      const [before] = (await rows([id], 'queued')).filter((row) => row.rule === 'action-item');
      expect(before).toMatchObject({ offset_days: 0, late: true });
      await idle.deliver.run({ carriedId: before?.id ?? '', attempt: 0 });
      expect(await ofOwner('sent')).toEqual([0]);
    });

    it('are not late when their first hour is Monday’s', async () => {
      const worker = await open();
      const id = await record('2027-05-06');
      const [onTheDay] = (await rows([id])).filter((row) => row.offset_days === 0);
      await test.admin(`update forum.reminder set state = 'cancelled' where subject_id = $1 and id <> $2`, [
        id,
        onTheDay?.id,
      ]);
      // Due on Friday after hours, on Saturday and on Sunday is due on Monday.
      await test.admin(`update forum.reminder set due_at = '2027-05-08T03:00:00Z' where id = $1`, [onTheDay?.id]);
      await test.setClock('2027-05-08T03:01:00Z');
      expect(await worker.tick()).toBe(0);
      await test.setClock('2027-05-10T00:30:00Z');
      await worker.tick();
      expect((await reached([id], 'sent'))[0]?.late).toBe(false);
    });
  });

  describe('of which nobody knows whether the relay has them', () => {
    const onTheDay = async (worker: TestWorker): Promise<string> => {
      const id = await record();
      await test.admin(
        `update forum.reminder set state = 'cancelled' where subject_id = $1 and (offset_days <> 0 or rule <> 'action-item')`,
        [id],
      );
      await test.setClock('2027-05-06T00:30:00Z');
      await worker.tick();
      return id;
    };

    it('are in doubt from the moment their worker is gone, also at night, and then sent under the same name', async () => {
      const worker = await open({ working: false });
      const id = await onTheDay(worker);
      await test.admin(
        `update forum.reminder set state = 'sending', attempt = 1, lease_until = forum.now() + interval '45 s' where subject_id = $1 and state = 'queued'`,
        [id],
      );
      expect(await worker.tick()).toBe(0);
      await test.setClock('2027-05-06T11:00:00Z');
      expect(await worker.tick()).toBe(0);
      expect(await rows([id], 'in_doubt')).toMatchObject([{ last_error_code: 'mail.unanswered', attempt: 1 }]);
      await test.setClock('2027-05-07T00:30:00Z');
      await (await open()).tick();
      const [sent] = await reached([id], 'sent');
      expect(sent?.doubted_at).not.toBeNull();
      expect(sink.delivered[0]?.email.messageId).toBe(sent?.message_id);
    });

    it('wait for a person where the policy is to hold', async () => {
      sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
      const worker = await open({ doubt: 'hold' });
      const id = await onTheDay(worker);
      expect(await reached([id], 'in_doubt')).toMatchObject([{ lease_until: null }]);
      await test.setClock('2027-05-06T03:00:00Z');
      expect(await worker.tick()).toBe(0);
      // The desk lets it go once more; what the relay puts off then is tried again without asking.
      sink.decide = () => (sink.handedOver.length === 2 ? 'defer' : 'accept');
      await test.admin(
        `update forum.reminder set lease_until = forum.now() - interval '1 s', last_error_code = 'reminders.released'
          where subject_id = $1 and state = 'in_doubt'`,
        [id],
      );
      expect(await worker.tick()).toBe(1);
      await until(
        () => rows([id], 'in_doubt'),
        ([row]) => row?.relay_answer?.startsWith('451') === true,
      );
      await test.setClock('2027-05-06T03:01:00Z');
      expect(await worker.tick()).toBe(1);
      await reached([id], 'sent');
      expect(sink.delivered).toHaveLength(1);
    });

    /** The desk of the reader's side says that one arrived. */
    const arrived = async (row: Row | undefined): Promise<void> => {
      const input = { id: row?.id ?? '', act: 'arrived', version: row?.attempt ?? 0 } as const;
      await new MendReminder(test.database).run(await demoActor(test, 'secretariat.jp'), input);
    };
    const inboxOf = (carriedId: string | undefined) =>
      test.admin<{ user_id: string; text: string; message_id: string; told: number }>(
        `select m.*, (select count(*)::integer from forum.webhook_delivery d where d.mail_id = m.id) as told
           from forum.sent_mail m where m.carried_id = $1`,
        [carriedId],
      );
    const handOverPost = (to: Actor) =>
      test.admin(`update forum.post_holder set user_id = $2 where post_id = $1`, [postOf(owner), to.userId]);

    it('are in the inbox with the words that were sent once a person says they arrived, and not before', async () => {
      await test.admin(
        `insert into forum.webhook (id, name, url, audience) values (gen_random_uuid(), '창구', 'https://desk.example/hook', 'jp')`,
      );
      sink.decide = () => 'cut';
      const worker = await open({ doubt: 'hold' });
      const id = await onTheDay(worker);
      const [row] = await reached([id], 'in_doubt');
      expect(row).toMatchObject({ sent_to: 'official.jp@forum.example', language: 'ja' });
      expect(await inboxOf(row?.id)).toEqual([]);
      // The words are kept: what changes afterwards changes nothing of what its reader has.
      await test.admin(
        `update forum.action_item set title = jsonb_set(title, '{ja,text}', '"別の件名"') where id = $1`,
        [id],
      );
      await arrived(row);
      expect(await rows([id], 'sent')).toMatchObject([{ sent_to: 'official.jp@forum.example', language: 'ja' }]);
      const [mail, ...others] = await inboxOf(row?.id);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ user_id: owner.userId, message_id: row?.message_id, told: 1 });
      expect(mail?.text.trim()).toBe(sink.handedOver[0]?.email.text?.trim());
      await test.admin(`update forum.webhook set state = 'removed'`);
    });

    it('are written down, and not sent, when their worker is gone and the policy is to hold', async () => {
      const gone = await open({ working: false });
      const id = await onTheDay(gone);
      await test.admin(
        `update forum.reminder set state = 'sending', attempt = 1, lease_until = forum.now() where subject_id = $1 and state = 'queued'`,
        [id],
      );
      const worker = await open({ doubt: 'hold' });
      expect(await worker.tick()).toBe(0);
      expect(await worker.tick()).toBe(1);
      const [row] = await until(
        () => rows([id], 'in_doubt'),
        ([found]) => found?.lease_until === null,
      );
      expect(sink.handedOver).toHaveLength(0);
      await arrived(row);
      expect(await inboxOf(row?.id)).toMatchObject([
        { user_id: owner.userId, text: expect.stringContaining('春季の測定結果の交換') },
      ]);
      expect(await rows([id], 'sent')).toMatchObject([{ sent_to: 'official.jp@forum.example', language: 'ja' }]);
    });

    it('reach who holds the post by now under another name, whoever may have had them before', async () => {
      sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
      const worker = await open();
      const id = await onTheDay(worker);
      const [before] = await reached([id], 'in_doubt');
      await handOverPost(head);
      await test.setClock('2027-05-06T00:31:00Z');
      expect(await worker.tick()).toBe(1);
      const [sent] = await reached([id], 'sent');
      await handOverPost(owner);
      // The relay knows the first name: what came under it again would be dropped.
      expect(sent?.message_id).not.toBe(before?.message_id);
      expect(sink.delivered.map(({ envelope }) => envelope.to)).toEqual([
        ['official.jp@forum.example'],
        ['head.jp@forum.example'],
      ]);
      expect(sent).toMatchObject({ sent_to: 'head.jp@forum.example', doubted_at: expect.any(Date) });
      expect(await inboxOf(sent?.id)).toMatchObject([{ user_id: head.userId, message_id: sent?.message_id }]);
    });

    it('name who was told where the relay’s log or a person says that the holder of before has them', async () => {
      // A worker that was gone before anything was written: the day of its try says who held the post.
      const gone = await open({ working: false });
      const lost = await onTheDay(gone);
      await test.admin(
        `update forum.reminder set state = 'sending', attempt = 30, lease_until = forum.now() where subject_id = $1 and state = 'queued'`,
        [lost],
      );
      await gone.tick();
      await handOverPost(head);
      const [held] = await rows([lost], 'in_doubt');
      await arrived(held);
      await handOverPost(owner);
      expect(await rows([lost], 'sent')).toMatchObject([{ sent_to: 'official.jp@forum.example' }]);
      await test.setClock('2027-03-12T01:00:00Z');

      const log = await openLog();
      sink.decide = () => 'cut';
      const asking = await open({ doubt: 'ask', relayLogUrl: log.url });
      const known = await onTheDay(asking);
      const [row] = await reached([known], 'in_doubt');
      await handOverPost(head);
      await test.setClock('2027-05-06T00:31:00Z');
      await asking.tick();
      expect(await reached([known], 'sent')).toMatchObject([{ sent_to: 'official.jp@forum.example', language: 'ja' }]);
      expect(await inboxOf(row?.id)).toMatchObject([{ user_id: owner.userId, message_id: row?.message_id }]);
      expect(sink.handedOver).toHaveLength(1);
      await handOverPost(owner);
      await log.close();
    });

    it('stay in doubt while nobody holds the post, and go on under their name when its holder is back', async () => {
      sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
      const worker = await open();
      const id = await onTheDay(worker);
      await reached([id], 'in_doubt');
      await test.admin(`update forum.user_account set disabled_at = forum.now() where id = $1`, [owner.userId]);
      await test.setClock('2027-05-06T00:31:00Z');
      await worker.tick();
      await until(
        () => rows([id], 'in_doubt'),
        ([row]) => row?.last_error_code === 'reminders.postVacant',
      );
      expect(await bringBackVacant(test.database)).toBe(0);
      await test.admin(`update forum.user_account set disabled_at = null where id = $1`, [owner.userId]);
      expect(await bringBackVacant(test.database)).toBe(1);
      expect(await worker.tick()).toBe(1);
      await reached([id], 'sent');
      expect(sink.handedOver).toHaveLength(2);
      expect(sink.delivered).toHaveLength(1);
    });

    it('wait for a person after three copies, and when they ended one worker after another', async () => {
      sink.decide = () => 'cut';
      const worker = await open();
      const id = await onTheDay(worker);
      for (const [attempt, instant] of ['2027-05-06T00:31:00Z', '2027-05-06T00:33:00Z'].entries()) {
        await until(
          () => rows([id], 'in_doubt'),
          ([row]) => row?.attempt === attempt + 1,
        );
        await test.setClock(instant);
        expect(await worker.tick()).toBe(1);
      }
      const held = await until(
        () => rows([id], 'in_doubt'),
        ([row]) => row?.attempt === 3,
      );
      expect(held).toMatchObject([{ lease_until: null, last_error_code: 'mail.unanswered' }]);
      await test.setClock('2027-05-06T05:00:00Z');
      expect(await worker.tick()).toBe(0);
      expect(sink.handedOver).toHaveLength(3);

      await test.admin(
        `update forum.reminder set state = 'sending', attempt = 30, lease_until = forum.now() - interval '1 s' where id = $1`,
        [held[0]?.id],
      );
      expect(await worker.tick()).toBe(0);
      expect(await rows([id], 'in_doubt')).toMatchObject([{ lease_until: null, attempt: 30 }]);
    });

    it('are not those that cannot be made: they are shown as failed, and the fault is told', async () => {
      const worker = await open({ working: false });
      const id = await onTheDay(worker);
      const [queued] = await rows([id], 'queued');
      const broken = {
        sender: { name: '', address: 'desk@forum.example' },
        send: () => Promise.reject(new TypeError('mail.notComposed')),
        close: () => undefined,
      };
      const deliver = new DeliverReminder(test.database, broken, { publicUrl: 'http://localhost:3000' });
      await expect(deliver.run({ carriedId: queued?.id ?? '', attempt: 0 })).rejects.toThrow('mail.notComposed');
      expect(await rows([id], 'failed')).toMatchObject([
        { last_error_code: 'reminders.notWritten', lease_until: null, doubted_at: null },
      ]);
    });

    it('are asked about in the relay’s log, and sent only when it does not know them', async () => {
      const log = await openLog();
      sink.decide = () => (sink.handedOver.length % 2 === 1 ? 'cut' : 'accept');
      const worker = await open({ doubt: 'ask', relayLogUrl: log.url });
      log.answer = () => undefined;
      const known = await onTheDay(worker);
      const [row] = await reached([known], 'in_doubt');
      await test.setClock('2027-05-06T00:31:00Z');
      expect(await worker.tick()).toBe(1);
      await until(
        () => rows([known], 'in_doubt'),
        ([found]) => found?.last_error_code === 'reminders.relayLogSilent',
      );
      log.answer = () => true;
      await test.setClock('2027-05-06T00:32:00Z');
      expect(await worker.tick()).toBe(1);
      await reached([known], 'sent');
      expect(new Set(log.asked)).toEqual(new Set([row?.message_id]));
      expect(sink.handedOver).toHaveLength(1);
      expect(await test.admin(`select 1 as kept from forum.sent_mail where carried_id = $1`, [row?.id])).toHaveLength(
        1,
      );

      sink.handedOver.length = 0;
      log.answer = () => false;
      await test.setClock('2027-03-12T01:00:00Z');
      const unknown = await onTheDay(worker);
      await reached([unknown], 'in_doubt');
      await test.setClock('2027-05-06T00:31:00Z');
      await worker.tick();
      await reached([unknown], 'sent');
      expect(sink.handedOver).toHaveLength(2);
      await log.close();
    });

    it('are shown with the relay’s own words when it refuses them', async () => {
      sink.decide = () => 'refuse';
      const worker = await open();
      const id = await onTheDay(worker);
      const [row] = await reached([id], 'failed');
      expect(row).toMatchObject({ last_error_code: 'mail.refused', doubted_at: null, lease_until: null });
      expect(row?.relay_answer).toMatch(/^550 /u);
    });

    it('are leased once more, not until the clock is there again, when it was set back', async () => {
      const worker = await open({ working: false });
      const id = await onTheDay(worker);
      await test.setClock('2027-05-05T23:50:00Z');
      expect(await worker.tick()).toBe(0);
      const [row] = await test.admin<{ seconds: number }>(
        `select extract(epoch from lease_until - forum.now())::float as seconds from forum.reminder where subject_id = $1 and state = 'queued'`,
        [id],
      );
      expect(row?.seconds).toBeGreaterThan(40);
      expect(row?.seconds).toBeLessThanOrEqual(45);
    });
  });

  it('do not leave at night when the queue comes back late, and leave once in the morning', async () => {
    const idle = await open({ working: false });
    const id = await record();
    await test.admin(
      `update forum.reminder set state = 'cancelled' where subject_id = $1 and (offset_days <> 0 or rule <> 'action-item')`,
      [id],
    );
    await test.setClock('2027-05-06T07:59:50Z');
    expect(await idle.tick()).toBe(1);
    const [queued] = await rows([id], 'queued');
    await test.setClock('2027-05-06T11:00:00Z');
    expect(await idle.tick()).toBe(0);
    await idle.deliver.run({ carriedId: queued?.id ?? '', attempt: 0 });
    expect(sink.handedOver).toHaveLength(0);
    await test.setClock('2027-05-07T00:30:00Z');
    expect(await idle.tick()).toBe(1);
    const carried = { carriedId: queued?.id ?? '', attempt: 0 };
    await Promise.all([idle.deliver.run(carried), idle.deliver.run(carried)]);
    expect(await rows([id], 'sent')).toMatchObject([{ late: true, attempt: 1 }]);
    expect(sink.handedOver).toHaveLength(1);
  });

  it('are handed over once by two that look at the same moment', async () => {
    const pair = [await open({ working: false }), await open({ working: false })];
    const ids: string[] = [];
    for (let index = 0; index < 8; index += 1) ids.push(await record());
    await test.setClock('2027-05-06T00:30:00Z');
    const found = await Promise.all(pair.flatMap((worker) => [worker.tick(), worker.tick()]));
    expect(found.reduce((sum, one) => sum + one, 0)).toBe(8);
    expect(await rows(ids, 'queued')).toHaveLength(8);
  });
});

/** A relay's log that answers what a test says; undefined is no answer one can read. */
async function openLog() {
  const asked: (string | null)[] = [];
  const log = { asked, url: '', answer: (): boolean | undefined => true, close: () => closed(server) };
  const server: Server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://log').searchParams.get('message-id'));
    const taken = log.answer();
    response.writeHead(taken === undefined ? 503 : 200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ taken }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  log.url = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/log`;
  return log;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
