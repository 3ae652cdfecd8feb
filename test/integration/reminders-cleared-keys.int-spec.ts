import type { Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { agendaKeysCleared } from '#forum/agenda';
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
});
