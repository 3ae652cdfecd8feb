import { historicText, newId, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { agendaExchanged } from '#forum/agenda';
import { channelChanged } from '#forum/channels';
import { delegationChanged } from '#forum/delegations';
import { ProposeReminderRules, RuleBook, valuesOf } from '#forum/reminder-rules';
import { listReminders } from '#forum/reminders';
import {
  CancelSession,
  CreateSession,
  PostponeSession,
  ProposeLevel,
  ProposeSession,
  type Arrangement,
} from '#forum/sessions';
import { AcceptProposal, openProposalsOf, RefuseProposal, WithdrawProposal } from '#forum/two-key';
import { AddHoliday } from '#forum/working-days';
import { findSessionDeadline } from '../../libs/forum/reminders/queries/session-deadline-cause.js';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

interface Row {
  id: string;
  rule: string;
  offset_days: number;
  rule_date: string;
  day: string;
  side: string;
  state: string;
}

describe('reminders of a session', () => {
  let test: TestDatabase;
  let sink: SmtpSink;
  let worker: TestWorker;
  let kr: Actor;
  let jp: Actor;
  let channelId: string;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-01-05T01:00:00Z');
    [kr, jp] = await Promise.all([demoActor(test, 'secretariat.kr'), demoActor(test, 'secretariat.jp')]);
    channelId = (await saveSession(test)).channelId;
    await test.admin(`update forum.session set host_side = 'jp' where channel_id = $1`, [channelId]);
    sink = await openSmtpSink();
    worker = await startTestWorker(test, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await test.close();
  });
  beforeEach(async () => {
    await test.setClock('2027-01-05T01:00:00Z');
    await test.admin(`update forum.reminder set state = 'cancelled', lease_until = null where state <> 'sent'`);
    await test.admin(`update forum.channel set state = 'active' where id = $1`, [channelId]);
    await test.admin(`update forum.session set state = 'cancelled' where channel_id = $1 and state = 'date_agreed'`, [
      channelId,
    ]);
    sink.handedOver.length = 0;
    sink.delivered.length = 0;
  });

  const terms = (over: Partial<Arrangement> = {}): Arrangement => ({
    startDate: '2027-04-21',
    endDate: null,
    startsAt: '2027-04-21T01:00:00.000Z',
    endsAt: '2027-04-21T08:00:00.000Z',
    zone: 'Asia/Seoul',
    place: historicText({ ko: '서울', ja: 'ソウル', en: 'Seoul' }, 'ko'),
    country: 'KR',
    format: 'in_person',
    level: 'dg',
    hostSide: 'kr',
    marginsOfSessionId: null,
    marginsOfText: null,
    sameHostAgain: true,
    ...over,
  });
  const versionOf = async (id: string): Promise<number> =>
    (await test.admin<{ version: number }>('select version from forum.session where id = $1', [id]))[0]?.version ?? 0;
  const draft = (): Promise<string> => new CreateSession(test.database).run(kr, { channelId, terms: terms() });
  const propose = async (id: string): Promise<{ proposalId: string; hash: string }> => {
    const reason = '주최 순서를 바꾸기로 한 협의에 따름';
    await new ProposeSession(test.database).run(kr, { sessionId: id, version: await versionOf(id), reason });
    const [open] = await openProposalsOf(test.database.reader(jp), 'session', id);
    return { proposalId: open?.id ?? '', hash: open?.hash ?? '' };
  };
  const agree = async (): Promise<string> => {
    const id = await draft();
    await new AcceptProposal(test.database).run(jp, await propose(id));
    return id;
  };
  const rows = (where: string, ...params: unknown[]): Promise<Row[]> =>
    test.admin<Row>(
      `select id, rule, offset_days, rule_date, recipient_side as side, state, to_char(due_at at time zone zone, 'YYYY-MM-DD') as day
         from forum.reminder where ${where} order by rule, rule_date, due_at, recipient_side desc`,
      params,
    );
  const planned = (id: string, rule: string): Promise<Row[]> =>
    rows(`subject_id = $1 and rule = $2 and state = 'planned'`, id, rule);

  const planAnew = (what: 'suspended' | 'resumed' = 'resumed') =>
    test.database.runInTx(kr, (tx) =>
      tx.publish(
        channelChanged,
        { channelId, what },
        { audience: 'joint', subjectType: 'channel', subjectId: channelId },
      ),
    );

  it('are planned with the agreed date, for who keeps each deadline, on working days of each reader', async () => {
    const id = await agree();
    expect(
      (await planned(id, 'agenda_proposal')).map((row) => [row.side, row.offset_days, row.rule_date, row.day]),
    ).toEqual([
      ['kr', -7, '2027-03-19', '2027-03-12'],
      ['jp', -7, '2027-03-19', '2027-03-12'],
      ['kr', -3, '2027-03-19', '2027-03-16'],
      ['jp', -3, '2027-03-19', '2027-03-16'],
      ['kr', -1, '2027-03-19', '2027-03-18'],
      ['jp', -1, '2027-03-19', '2027-03-18'],
      ['kr', 0, '2027-03-19', '2027-03-19'],
      ['jp', 0, '2027-03-19', '2027-03-19'],
      ['kr', 1, '2027-03-19', '2027-03-22'],
      ['jp', 1, '2027-03-19', '2027-03-23'],
    ]);
    // A day that is none of the rule's is not told, whatever is planned for it.
    const told = (offsetDays: number, toHeads: boolean) =>
      findSessionDeadline(test.database.reader(kr), 'kr', id, { deadline: 'agenda_proposal', offsetDays, toHeads });
    expect([await told(-7, false), await told(3, true)]).not.toContain(undefined);
    expect([await told(-5, false), await told(1, true)]).toEqual([undefined, undefined]);
    expect((await planned(id, 'interpretation')).map((row) => [row.side, row.offset_days, row.rule_date])).toEqual([
      ['kr', -3, '2027-04-09'],
      ['kr', 0, '2027-04-09'],
    ]);
    const dates = new Map(
      (await rows(`subject_id = $1 and state = 'planned'`, id)).map((row) => [row.rule, row.rule_date]),
    );
    expect(dates.get('delegation_list')).toBe('2027-04-09');
    expect(dates.get('minutes_agreed')).toBe('2027-05-06');
    expect(dates.has('date_proposal')).toBe(false);
  });

  it('that come too late are told to the heads of the side that keeps the deadline', async () => {
    const id = await agree();
    const [head] = await test.admin<{ id: string }>(
      `select h.post_id as id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = 'head.kr@forum.example'`,
    );
    const overdue = await rows(
      `subject_id = $1 and rule = 'draft_minutes-overdue' and recipient_post_id = $2`,
      id,
      head?.id,
    );
    expect(overdue.map((row) => [row.offset_days, row.side])).toEqual([[1, 'kr']]);
    expect(await rows(`subject_id = $1 and rule = 'draft_minutes-overdue'`, id)).toHaveLength(1);
  });

  it('are not planned for a draft, and a draft thrown away leaves no trace at the other side', async () => {
    const id = await draft();
    await new CancelSession(test.database).run(kr, {
      sessionId: id,
      version: await versionOf(id),
      reason: historicText({ ko: '추진하지 않음' }, 'ko'),
    });
    expect(await rows('subject_id = $1', id)).toEqual([]);
  });

  it('of an illustrative session are not planned', async () => {
    const id = await draft();
    await test.admin('update forum.session set illustrative = true where id = $1', [id]);
    await new AcceptProposal(test.database).run(jp, await propose(id));
    expect(await planned(id, 'delegation_list')).toEqual([]);
  });

  it('fall silent while the session is postponed, and say why', async () => {
    const id = await agree();
    const reason = historicText({ ko: '국회 일정' }, 'ko');
    await new PostponeSession(test.database).run(kr, { sessionId: id, version: await versionOf(id), reason });
    expect(await planned(id, 'minutes_agreed')).toEqual([]);
    const page = await listReminders(test.database.reader(kr), {
      states: ['cancelled'],
      sessionId: id,
      order: 'earliest',
      limit: 200,
    });
    expect(page.items.length).toBeGreaterThan(20);
    expect(new Set(page.items.map((item) => item.reason))).toEqual(new Set(['reminders.causeMoved']));
  });

  it('fall silent while the channel is suspended and come back when it is resumed', async () => {
    const id = await agree();
    const before = (await planned(id, 'delegation_list')).map((row) => row.id);
    const turn = async (state: string, what: 'suspended' | 'resumed') => {
      await test.admin('update forum.channel set state = $2 where id = $1', [channelId, state]);
      await planAnew(what);
    };
    await turn('suspended', 'suspended');
    expect(await planned(id, 'delegation_list')).toEqual([]);
    await turn('active', 'resumed');
    expect((await planned(id, 'delegation_list')).map((row) => row.id)).toEqual(before);
  });

  it('ask for nothing that is done', async () => {
    const id = await agree();
    await test.admin(`update forum.agenda set state = 'exchanged' where session_id = $1`, [id]);
    const [agenda] = await test.admin<{ id: string }>('select id from forum.agenda where session_id = $1', [id]);
    const agendaId = agenda?.id ?? '';
    await test.setClock('2027-03-12T00:31:00Z');
    expect(await worker.tick()).toBeGreaterThan(0);
    await until(
      () => rows(`subject_id = $1 and rule = 'agenda_proposal' and state in ('cancelled','sent')`, id),
      (found) => found.length === 2,
    );
    expect(sink.delivered.filter(({ email }) => email.subject?.includes('의제 제안'))).toEqual([]);
    await test.database.runInTx(kr, (tx) =>
      tx.publish(
        agendaExchanged,
        { sessionId: id, agendaId, version: 2 },
        {
          audience: 'joint',
          subjectType: 'agenda',
          subjectId: agendaId,
        },
      ),
    );
    expect(await planned(id, 'agenda_proposal')).toEqual([]);
    expect(await planned(id, 'agenda_agreed')).not.toEqual([]);
  });

  it('move with a holiday that is entered, and only those around it', async () => {
    const id = await agree();
    const before = await planned(id, 'minutes_agreed');
    await new AddHoliday(test.database).run(kr, {
      date: '2027-04-09',
      kind: 'temporary',
      status: 'gazetted',
      names: { ko: '임시공휴일' },
      citation: '국무회의 의결',
    });
    await worker.replan();
    expect(new Set((await planned(id, 'delegation_list')).map((row) => row.rule_date))).toEqual(
      new Set(['2027-04-08']),
    );
    expect(await planned(id, 'minutes_agreed')).toEqual(before);
  });

  it('ask both secretariats 45 days before to look through what they promised, until all of it was looked at', async () => {
    const id = await agree();
    expect(await planned(id, 'commitments_reviewed')).toEqual([]);
    const commitmentId = newId();
    await test.admin(
      `insert into forum.commitment (id, code, position, session_id, text, strength, status, source_codes, evidence, audience, updated_at)
       select $1::uuid, $1::text, 999, $2, $3, 'joint_political', 'partly', '{}', evidence, 'joint', '2026-12-01T00:00:00Z'
         from forum.commitment limit 1`,
      [commitmentId, id, historicText({ ko: '측정 결과를 교환한다' }, 'ko')],
    );
    await planAnew();
    // T-45 of 21 April is 7 March, a Sunday; it and the day two weeks before roll back.
    expect(
      (await planned(id, 'commitments_reviewed')).map((row) => [row.side, row.offset_days, row.rule_date, row.day]),
    ).toEqual([
      ['kr', -14, '2027-03-05', '2027-02-19'],
      ['jp', -14, '2027-03-05', '2027-02-19'],
      ['kr', 0, '2027-03-05', '2027-03-05'],
      ['jp', 0, '2027-03-05', '2027-03-05'],
    ]);
    const [mail] = await test.admin<{ delivery: string }>(
      `select distinct delivery from forum.reminder where subject_id = $1 and rule = 'commitments_reviewed'`,
      [id],
    );
    expect(mail).toEqual({ delivery: 'digest' });
    // A corrected word, and what a side notes for itself, is no review.
    await test.admin(`update forum.commitment set updated_at = '2027-03-01T00:00:00Z' where id = $1`, [commitmentId]);
    const news = (event: string, audience = 'joint') =>
      test.admin(
        `insert into forum.commitment_event (id, commitment_id, event, at, side, audience) values ($1, $2, $3, '2027-03-01T00:00:00Z', 'kr', $4)`,
        [newId(), commitmentId, event, audience],
      );
    await news('detailsChanged');
    await planAnew();
    expect(await planned(id, 'commitments_reviewed')).toHaveLength(4);
    await news('statusChanged');
    await planAnew();
    expect(await planned(id, 'commitments_reviewed')).toEqual([]);
    await test.admin('delete from forum.commitment_event where commitment_id = $1', [commitmentId]);
    await test.admin('delete from forum.commitment where id = $1', [commitmentId]);
  });

  it('follow other rules once both sides agree, and what was planned by the old ones is not sent even before it is planned anew', async () => {
    const id = await agree();
    const standard = RuleBook.standard;
    const wanted = (code: string, over: object) => ({ code, ...valuesOf(standard.get(code)), ...over });
    const set = async (agreed: number, wishes: ReturnType<typeof wanted>[]) => {
      await new ProposeReminderRules(test.database).run(kr, { channelId, agreed, rules: wishes, reason: null });
      const open = (await openProposalsOf(test.database.reader(jp), 'channel', channelId)).at(-1);
      await new AcceptProposal(test.database).run(jp, { proposalId: open?.id ?? '', hash: open?.hash ?? '' });
    };
    await set(0, [
      wanted('agenda_proposal', { enabled: false }),
      wanted('delegation_list', { offset: -15, remindAt: [-2, 0] }),
    ]);
    await test.setClock('2027-03-12T00:31:00Z');
    expect(await worker.tick()).toBeGreaterThan(0);
    await until(
      () => rows(`subject_id = $1 and rule = 'agenda_proposal' and state = 'cancelled'`, id),
      (found) => found.length === 2,
    );
    expect(sink.delivered.filter(({ email }) => email.subject?.includes('의제 제안'))).toEqual([]);
    await worker.replan();
    expect(await planned(id, 'agenda_proposal')).toEqual([]);
    expect((await planned(id, 'delegation_list')).map((row) => [row.side, row.offset_days, row.rule_date])).toEqual([
      ['kr', -2, '2027-04-06'],
      ['jp', -2, '2027-04-06'],
      ['kr', 0, '2027-04-06'],
      ['jp', 0, '2027-04-06'],
    ]);
    await test.setClock('2027-01-05T01:00:00Z');
    await set(1, []);
    await worker.replan();
    expect(await planned(id, 'agenda_proposal')).not.toEqual([]);
  });

  it('tell the other secretariat of a proposal, and nobody of one that was taken back before', async () => {
    const id = await draft();
    const { proposalId } = await propose(id);
    expect(await rows(`subject_id = $1 and rule = 'proposal-opened'`, proposalId)).toMatchObject([
      { side: 'jp', state: 'planned' },
    ]);
    await new WithdrawProposal(test.database).run(kr, { proposalId });
    await test.setClock('2027-01-05T01:02:00Z');
    await worker.tick();
    await until(
      () => rows(`subject_id = $1 and state in ('sent','cancelled')`, proposalId),
      (found) => found.length === 2,
    );
    expect(sink.delivered.map(({ envelope, email }) => [envelope.to[0], email.subject])).toEqual([
      [
        'secretariat.jp@forum.example',
        expect.stringMatching(/^【お知らせ】韓国側の提案の取下げ\(日程・場所・形式・レベル\) – /),
      ],
    ]);
  });

  it('stay as they are when a side records an item for itself, and end with one that both know', async () => {
    const id = await agree();
    const sides = async () => (await planned(id, 'actions_registered')).map(({ side }) => side);
    const before = await sides();
    expect(new Set(before)).toEqual(new Set(['kr', 'jp']));
    const item = newId();
    await test.admin(
      `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
       select $1, 'OWN-1', 'OWN', 1, $2, $3, $4, 'kr', $5, '2027-06-22', 'open', false, 'kr'`,
      [item, id, channelId, historicText({ ko: '내부 검토' }, 'ko'), kr.postIds[0]],
    );
    await planAnew();
    expect(await sides()).toEqual(before);
    await test.admin(`update forum.action_item set audience = 'joint', joint = true where id = $1`, [item]);
    await planAnew();
    expect(await sides()).toEqual([]);
  });

  it('tell the proposer that the other side does not agree, in words that give no reason away', async () => {
    const id = await draft();
    const { proposalId } = await propose(id);
    await new RefuseProposal(test.database).run(jp, { proposalId, reason: '国会会期中のため' });
    await test.setClock('2027-01-05T01:02:00Z');
    await worker.tick();
    await until(
      () => rows(`subject_id = $1 and rule = 'proposal-refused' and state = 'sent'`, proposalId),
      (found) => found.length === 1,
    );
    const mail = sink.delivered.find(({ envelope }) => envelope.to[0] === 'secretariat.kr@forum.example')?.email;
    expect(mail?.subject).toMatch(/^\[안내\] 제안에 대한 상대 측 회신\(일정·장소·개최 방식·급\) – /);
    expect(mail?.text).toContain(`/sessions/${id}?lang=ko`);
    expect(mail?.text).not.toContain('国会');
  });

  const told = async (rule: string): Promise<string[]> =>
    (
      await until(
        () => rows(`rule = $1 and state in ('planned','queued','sending','sent')`, rule),
        (found) => found.length > 0 && found.every(({ state }) => state === 'sent'),
      )
    ).map(({ side }) => side);

  it('tell both sides that a session they only planned is called off', async () => {
    const id = await draft();
    await propose(id);
    const reason = historicText({ ko: '추진하지 않음' }, 'ko');
    await new CancelSession(test.database).run(kr, { sessionId: id, version: await versionOf(id), reason });
    await test.setClock('2027-01-05T01:02:00Z');
    await worker.tick();
    expect(await told('session-cancelled')).toEqual(['kr', 'jp']);
    expect(sink.delivered.map(({ email }) => email.text).join('')).not.toContain('추진');
  });

  it('tell both sides of another level, once for each change on one day', async () => {
    const id = await agree();
    for (const level of ['vice_minister', 'minister'] as const) {
      await new ProposeLevel(test.database).run(kr, {
        sessionId: id,
        version: await versionOf(id),
        level,
        reason: null,
      });
      const [open] = await openProposalsOf(test.database.reader(jp), 'session', id);
      await new AcceptProposal(test.database).run(jp, { proposalId: open?.id ?? '', hash: open?.hash ?? '' });
      await test.setClock(level === 'minister' ? '2027-01-05T02:02:00Z' : '2027-01-05T01:02:00Z');
      await worker.tick();
      await told('session-level-changed');
    }
    const texts = sink.delivered
      .filter(({ email }) => email.subject?.startsWith('[안내] 회의 급 변경'))
      .map(({ email }) => email.text);
    expect(texts.map((text) => /회의 급: (\S+)/.exec(text ?? '')?.[1])).toEqual(['차관급', '장관급']);
    expect(await rows(`subject_id = $1 and rule = 'session-level-changed'`, id)).toHaveLength(4);
  });

  it('tell the other side, and nobody else, that a submitted list was changed', async () => {
    const id = await agree();
    await test.database.runInTx(jp, (tx) =>
      tx.publish(
        delegationChanged,
        { sessionId: id, side: 'jp', version: 3 },
        { audience: 'joint', subjectType: 'session', subjectId: id },
      ),
    );
    await test.setClock('2027-01-05T01:02:00Z');
    await worker.tick();
    expect(await told('delegation-changed')).toEqual(['kr']);
    const mail = sink.delivered.find(({ email }) => email.subject?.includes('명단 변경'))?.email;
    expect(mail?.text).toContain(`/sessions/${id}/delegations?lang=ko`);
  });
});
