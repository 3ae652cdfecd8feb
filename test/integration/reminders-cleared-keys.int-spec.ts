import type { Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { agendaKeysCleared } from '#forum/agenda';
import { recordExchanged, recordInClearance, recordKeysCleared } from '#forum/records';
import { listReminders } from '#forum/reminders';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

describe('the notice that an edit cleared the keys', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let kr: Actor;
  let jp: Actor;
  let agenda: { id: string; session_id: string };

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-02-15T01:00:00Z');
    [kr, jp] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'secretariat.jp')]);
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
    const [row] = await test.admin<typeof agenda>(
      `select a.id, a.session_id from forum.agenda a join forum.session s on s.id = a.session_id where s.code = 'IL-SE-2'`,
    );
    if (!row) throw new Error('the record holds no session IL-SE-2');
    agenda = row;
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });

  const clear = (): Promise<void> =>
    test.database.runInTx(kr, (tx) =>
      tx.publish(
        agendaKeysCleared,
        { sessionId: agenda.session_id, agendaId: agenda.id, version: 3, sides: ['kr', 'jp'] },
        { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id },
      ),
    );

  it('reaches both secretariats once, each in its own words', async () => {
    await clear();
    await clear();
    expect(await worker.tick()).toBe(0);
    await test.setClock('2027-02-15T01:01:30Z');
    expect(await worker.tick()).toBe(2);
    await until(
      () => test.admin(`select 1 from forum.reminder where state = 'sent'`),
      (rows) => rows.length === 2,
    );
    const letters = Object.fromEntries(
      sink.delivered.map(({ email, envelope }) => [envelope.to[0], `${email.subject ?? ''}\n${email.text ?? ''}`]),
    );
    expect(letters['secretariat.kr@forum.example']).toMatch(
      /^\[안내\].*\n[^]*한·일[^]*sessions\/[0-9a-f-]+\/agenda\?lang=ko/,
    );
    expect(letters['secretariat.jp@forum.example']).toMatch(
      /^【お知らせ】.*\n[^]*日韓[^]*sessions\/[0-9a-f-]+\/agenda\?lang=ja/,
    );
    expect(letters['secretariat.jp@forum.example']).not.toMatch(/\p{Script=Hangul}/u);
    const mine = await listReminders(test.database.reader(jp), {
      order: 'latest',
      recipientPostIds: jp.postIds,
      limit: 5,
    });
    expect(mine.items).toMatchObject([
      { rule: 'agenda-keys-cleared', subjectType: 'session', subjectId: agenda.session_id, state: 'sent' },
    ]);
  });

  it('is not sent once the keys are turned again', async () => {
    await test.setClock('2027-02-16T01:00:00Z');
    await clear();
    await test.admin(`update forum.agenda set state = 'agreed' where id = $1`, [agenda.id]);
    await test.setClock('2027-02-16T01:02:00Z');
    await worker.tick();
    await until(
      () => test.admin(`select 1 from forum.reminder where state = 'cancelled'`),
      (rows) => rows.length === 2,
    );
    expect(sink.delivered).toHaveLength(2);
  });

  it('tells of a text too: that it was shared, that a change cleared its keys, and the post that the clearance has come to', async () => {
    await test.setClock('2027-02-17T01:00:00Z');
    const [textId, clearanceId] = ['019aa000-0000-7000-8000-00000000a001', '019aa000-0000-7000-8000-00000000a002'];
    const title = { source: 'ko', revision: 1, ko: { text: '{PAIR} 회의 요약', of: 1, status: 'authentic' } };
    await test.admin(
      `insert into forum.record (id, session_id, origin_side, kind, title, state, for_signature, shared_at, audience)
       values ($1, $2, 'kr', 'summary_record', $3, 'in_negotiation', false, forum.now(), 'joint')`,
      [textId, agenda.session_id, title],
    );
    await test.admin(
      `insert into forum.record_clearance (id, record_id, side, state, content_hash, audience) values ($1, $2, 'kr', 'in_clearance', $3, 'joint')`,
      [clearanceId, textId, 'a'.repeat(64)],
    );
    const head = await demoActor(test, 'head.kr');
    await test.admin(
      `insert into forum.record_clearance_step (id, clearance_id, position, post_id, audience) values (gen_random_uuid(), $1, 1, $2, 'kr')`,
      [clearanceId, head.postIds[0]],
    );
    const payload = { sessionId: agenda.session_id, recordId: textId };
    const about = { audience: 'joint', subjectType: 'record', subjectId: textId } as const;
    await test.database.runInTx(kr, async (tx) => {
      await tx.publish(recordExchanged, payload, about);
      await tx.publish(recordKeysCleared, { ...payload, sides: ['kr', 'jp'] }, about);
      await tx.publish(recordInClearance, { ...payload, side: 'kr' }, about);
    });
    await test.setClock('2027-02-17T01:02:00Z');
    await worker.tick();
    await until(
      () => test.admin(`select 1 from forum.reminder where subject_type = 'record' and state = 'sent'`),
      (rows) => rows.length === 4,
    );
    const told = sink.delivered.slice(2).map(({ email, envelope }) => `${envelope.to[0] ?? ''} ${email.subject ?? ''}`);
    expect(told.map((line) => line.replace('@forum.example', '')).sort()).toEqual([
      expect.stringMatching(/^head\.kr \[안내\] 결재 요청/),
      expect.stringMatching(/^secretariat\.jp 【お知らせ】.*(了承及び決裁の取消し|文案の共有)/),
      expect.stringMatching(/^secretariat\.jp 【お知らせ】.*(了承及び決裁の取消し|文案の共有)/),
      expect.stringMatching(/^secretariat\.kr \[안내\] 문안 확인·결재 해제/),
    ]);
    const theirs = await listReminders(test.database.reader(jp), {
      order: 'latest',
      subject: { type: 'record', id: textId },
      limit: 9,
    });
    expect(theirs.items.map(({ rule, path }) => [rule, path])).toEqual(
      expect.arrayContaining([['record-exchanged', `/sessions/${agenda.session_id}/texts/${textId}`]]),
    );
    expect(theirs.items.some(({ rule }) => rule === 'record-clearance-turn')).toBe(false);
  });
});
