import { newId, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { AddItem, agendaOfSession, EditItem, ExchangeAgenda } from '#forum/agenda';
import {
  AssignTranslation,
  CheckTranslation,
  DeliverTranslation,
  findTranslation,
  RequestTranslation,
  SaveUnits,
  StartTranslation,
  unitsHash,
  unitsOfRequest,
} from '#forum/translation';
import { planTranslationReminders } from '../../libs/forum/reminders/actions/plan-translations.js';
import { findTranslationNews } from '../../libs/forum/reminders/queries/translation-cause.js';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

interface Row {
  rule: string;
  offset: number;
  day: string;
  state: string;
  post: string;
}

describe('reminders of a translation', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let kr: Actor;
  let jp: Actor;
  let officialKr: Actor;
  let officialJp: Actor;
  let session: { id: string; agendaId: string };

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    [kr, jp, officialKr, officialJp] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.kr'),
      demoActor(test, 'official.jp'),
    ]);
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
    const { id } = await saveSession(test, { state: 'preparing', startDate: '2027-03-11', ordinal: null });
    session = { id, agendaId: newId() };
    await test.admin('insert into forum.agenda (id, session_id) values ($1, $2)', [session.agendaId, session.id]);
  });

  const agenda = async (actor: Actor) => {
    const found = await agendaOfSession(test.database.reader(actor), actor.side, session.id);
    if (!found) throw new Error('no agenda');
    return found;
  };
  const add = (actor: Actor) =>
    new AddItem(test.database).run(actor, {
      sessionId: session.id,
      lang: 'ko',
      title: '이동통신 주파수 정책',
      minutes: 30,
      objective: 'discuss',
    });
  const exchange = async (actor: Actor) =>
    new ExchangeAgenda(test.database).run(actor, { sessionId: session.id, version: (await agenda(actor)).version });
  const ask = (scope: 'own' | 'shared', translator: Actor | null, by = kr) =>
    new RequestTranslation(test.database).run(by, {
      containerType: 'agenda',
      containerId: session.agendaId,
      scope,
      fromLang: 'ko',
      toLang: 'ja',
      dueOn: '2027-02-03',
      ...(translator ? { translatorPostId: postOf(translator) } : {}),
    });
  const step = async (actor: Actor, id: string) => ({
    id,
    version: (await findTranslation(test.database.reader(actor), actor, id))?.version ?? 0,
  });
  /** Done and delivered by the official of Korea. */
  const deliver = async (id: string): Promise<void> => {
    await new StartTranslation(test.database).run(officialKr, await step(officialKr, id));
    const found = await unitsOfRequest(test.database.reader(officialKr), id);
    await new SaveUnits(test.database).run(officialKr, {
      requestId: id,
      units: (found?.units ?? []).map((unit) => ({
        unitId: unit.id,
        work: { text: '移動通信の周波数政策', status: 'draft' as const, ofRevision: unit.source.revision },
      })),
    });
    await new DeliverTranslation(test.database).run(officialKr, await step(officialKr, id));
  };
  const edit = async (actor: Actor): Promise<void> => {
    const [item] = (await agenda(actor)).items;
    await new EditItem(test.database).run(actor, {
      itemId: item?.id ?? '',
      version: item?.version ?? 0,
      lang: 'ko',
      title: `이동통신 주파수 공동정책 ${String(item?.version ?? 0)}`,
    });
  };
  const rows = (id: string, state = 'planned'): Promise<Row[]> =>
    test.admin<Row>(
      `select rule, offset_days as offset, to_char(due_at at time zone zone, 'YYYY-MM-DD') as day, state, recipient_post_id as post
         from forum.reminder where subject_id = $1 and state = $2 order by due_at, rule`,
      [id, state],
    );
  const said = async (id: string) => (await rows(id)).map(({ rule, day }) => `${rule} ${day}`);
  const settle = async (at: string): Promise<void> => {
    await test.setClock(at);
    await worker.tick();
    await until(
      () => test.admin<Row>(`select state from forum.reminder where state in ('queued','sending')`),
      (found) => found.length === 0,
    );
  };

  it('are silent about the day while the channel of the session rests', async () => {
    await add(kr);
    await exchange(kr);
    const channel = `(select channel_id from forum.session where id = '${session.id}')`;
    const [before] = await test.admin<{ state: string }>(`select state from forum.channel where id = ${channel}`);
    const turn = (state: string) => test.admin(`update forum.channel set state = $1 where id = ${channel}`, [state]);
    await turn('suspended');
    const id = await ask('shared', officialKr);
    expect(await said(id)).toEqual(['translation-assigned 2027-01-12']);
    const tell = (rule = 'translation-due') =>
      findTranslationNews(test.database.reader(officialKr), 'kr', id, { rule, offsetDays: 1 }).then(
        (told) => told?.path,
      );
    expect(await tell()).toBeUndefined();
    expect(await tell('translation-overdue')).toBeUndefined();
    await turn(before?.state ?? '');
    expect(await tell()).toBe(`/translations/${id}`);
    // Both sides agree to go without that day: nothing is said of it even before it is planned anew.
    await test.admin(
      `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience) values ($1, ${channel}, 'translation-due', $2, 'joint')`,
      [newId(), { remindAt: [-5, 0], escalations: [{ at: 3, to: 'own_secretariat' }] }],
    );
    expect([await tell(), await tell('translation-overdue')]).toEqual([undefined, undefined]);
    expect(await tell('translation-assigned')).toBe(`/translations/${id}`);
    // Two days above meet on the Monday after: one mail to who asked, for the later one.
    await test.admin(`update forum.channel_reminder_rule set change = $1 where code = 'translation-due'`, [
      { escalations: [2, 1, 3].map((at) => ({ at, to: 'own_secretariat' })) },
    ]);
    await test.admin(`update forum.translation_request set due_on = '2027-01-29' where id = $1`, [id]);
    await test.database.runInTx(officialKr, (tx) => planTranslationReminders(tx, id));
    expect((await rows(id)).filter(({ rule }) => rule === 'translation-overdue')).toMatchObject([
      { offset: 3, day: '2027-02-01' },
    ]);
    await test.admin(`delete from forum.channel_reminder_rule where code = 'translation-due'`);
  });

  // 9 February 2027 is a substitute holiday in Korea, so the day before and five days before fall together.
  it('tell who is named at once and before the day, and the secretariat that asked a day after', async () => {
    await add(kr);
    await exchange(kr);
    const id = await ask('shared', officialKr);
    expect(await said(id)).toEqual([
      'translation-assigned 2027-01-12',
      'translation-due 2027-01-29',
      'translation-due 2027-02-02',
      'translation-due 2027-02-03',
      'translation-due 2027-02-04',
      'translation-overdue 2027-02-04',
    ]);
    const due = await rows(id);
    expect(due.filter((row) => row.rule === 'translation-due').every((row) => row.post === postOf(officialKr))).toBe(
      true,
    );
    expect(due.at(-1)?.post).toBe(postOf(kr));

    await settle('2027-01-12T01:02:00Z');
    const [mail] = sink.handedOver;
    expect(mail?.envelope.to).toEqual(['official.kr@forum.example']);
    expect(mail?.email.subject).toMatch(/^\[안내\] 번역 담당 지정/);
    expect(mail?.email.text).toContain('한국어 → 일본어');
    expect(mail?.email.text).toContain('2027. 2. 3.(수)');

    await new AssignTranslation(test.database).run(kr, { ...(await step(kr, id)), dueOn: '2027-02-10' });
    expect((await said(id)).filter((line) => line.startsWith('translation-due'))).toEqual([
      'translation-due 2027-02-05',
      'translation-due 2027-02-10',
      'translation-due 2027-02-11',
    ]);
    expect((await rows(id)).map((row) => row.rule)).not.toContain('translation-assigned');
  });

  it('fall silent when the work is delivered, tell who checks, and send nothing twice', async () => {
    await add(kr);
    await exchange(kr);
    const id = await ask('shared', officialKr);
    await new AssignTranslation(test.database).run(jp, { ...(await step(jp, id)), checkerPostId: postOf(officialJp) });
    await deliver(id);
    await settle('2027-01-12T01:02:00Z');
    await settle('2027-01-12T01:05:00Z');
    const told = sink.handedOver.map(({ envelope }) => envelope.to[0]);
    expect(told).toEqual(['official.jp@forum.example']);
    expect(await rows(id)).toEqual([]);
    expect(sink.handedOver[0]?.email.subject).toMatch(/^【お知らせ】翻訳の校閲のお願い/);
  });

  it('tell a translator that the other side changed the source, and that side nothing, not even of a request it cannot see', async () => {
    await add(kr);
    const id = await ask('own', officialKr);
    await deliver(id);
    await exchange(kr);
    await edit(jp);
    expect((await rows(id)).filter((row) => row.rule === 'translation-outdated')).toMatchObject([
      { post: postOf(officialKr) },
    ]);
    const seen = await test.database.reader(jp).query('select 1 from forum.reminder where subject_id = $1', [id]);
    expect(seen).toEqual([]);
    await edit(jp);
    await settle('2027-01-12T01:02:00Z');
    expect(
      sink.handedOver.map(({ envelope }) => envelope.to[0]).filter((to) => to === 'official.kr@forum.example'),
    ).toHaveLength(1);
    expect((await rows(id, 'sent')).map((row) => row.rule)).toEqual(['translation-outdated']);
  });

  it('go to the secretariat that asked while nobody is named', async () => {
    await add(kr);
    await exchange(kr);
    const id = await ask('shared', null);
    const due = await rows(id);
    expect(new Set(due.map((row) => row.post))).toEqual(new Set([postOf(kr)]));
    expect(due.map((row) => row.rule)).not.toContain('translation-assigned');
  });

  it('of the session fall silent once every shared translation is checked, and come back when a source moves', async () => {
    await add(kr);
    await exchange(kr);
    const id = await ask('shared', officialKr);
    const planned = async () =>
      (await rows(session.id)).filter((row) => row.rule === 'translations').map((row) => row.day);
    const before = await planned();
    expect(before).not.toEqual([]);
    await deliver(id);
    const found = await unitsOfRequest(test.database.reader(jp), id);
    await new CheckTranslation(test.database).run(jp, { ...(await step(jp, id)), hash: unitsHash(found?.units ?? []) });
    expect(await planned()).toEqual([]);
    await edit(jp);
    expect(await planned()).toEqual(before);
  });
});
