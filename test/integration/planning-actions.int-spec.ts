import { newId, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import {
  BlockAction,
  CancelAction,
  ExtendDue,
  ReassignAction,
  RecordAction,
  ReportDone,
  UnblockAction,
} from '#forum/actions';
import { followUpsOf } from '#forum/agenda';
import { bringBackVacant, listReminders, planActions } from '#forum/reminders';
import { planRows } from '../../libs/forum/reminders/actions/plan-rows.js';
import { demoActor, workerActor } from '../support/actors.js';
import { findActionCause } from '../../libs/forum/reminders/queries/action-cause.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, until, type TestWorker } from '../support/worker.js';

interface Told {
  readonly rule: string;
  readonly offset: number;
  readonly who: string;
  readonly side: string;
  readonly day: string;
  readonly delivery: string;
  readonly state: string;
}

type Who = 'secretariatKr' | 'secretariatJp' | 'headKr' | 'headJp' | 'officialKr' | 'officialJp';

describe('planning action items', () => {
  let test: TestDatabase;
  let sessionId: string;
  let channelId: string;
  let who: Record<Who, Actor>;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-03-12T01:00:00Z');
    ({ id: sessionId, channelId } = await saveSession(test));
    const [secretariatKr, secretariatJp, headKr, headJp, officialKr, officialJp] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'head.kr'),
      demoActor(test, 'head.jp'),
      demoActor(test, 'official.kr'),
      demoActor(test, 'official.jp'),
    ]);
    who = { secretariatKr, secretariatJp, headKr, headJp, officialKr, officialJp };
    // Above the owners stands a post of its own, so that it is not the head who is told first.
    for (const side of ['kr', 'jp'])
      await test.admin(
        `with above as (insert into forum.post (id, code, body_id, side, title, rank, superior_id)
                        select $1, 'ABOVE-' || $2, body_id, side, title, 65, superior_id from forum.post where id = $3 returning id)
         update forum.post set superior_id = (select id from above) where id = $3`,
        [newId(), side, postOf(side === 'kr' ? who.officialKr : who.officialJp)],
      );
  });
  beforeEach(() => test.setClock('2027-03-12T01:00:00Z'));
  afterAll(() => test.close());

  const record = async (over: object = {}, by = who.secretariatKr): Promise<string> => {
    const input = { sessionId, title: '봄철 측정 결과 교환', lang: 'ko', ownerPostId: postOf(who.officialJp) } as const;
    const ids = await new RecordAction(test.database).run(by, { ...input, due: '2027-05-06', ...over });
    return ids[0] ?? '';
  };
  const told = (id: string, state = 'planned'): Promise<Told[]> =>
    test.admin<Told>(
      `select r.rule, r.offset_days as offset, p.code as who, r.recipient_side as side, r.delivery, r.state,
              to_char(r.due_at at time zone r.zone, 'YYYY-MM-DD HH24:MI') as day
         from forum.reminder r join forum.post p on p.id = r.recipient_post_id
        where r.subject_id = $1 and r.state = $2 order by r.rule, r.offset_days, r.recipient_side = 'kr', p.code`,
      [id, state],
    );
  const above = async (id: string, state = 'planned') =>
    (await told(id, state))
      .filter(({ rule }) => rule === 'action-item-overdue')
      .map(({ offset, who: post, day }) => [offset, post, day]);
  const own = async (id: string, state = 'planned') =>
    (await told(id, state)).filter(({ rule }) => rule === 'action-item').map(({ offset, day }) => [offset, day]);
  const version = async (id: string): Promise<number> =>
    (await test.admin<{ version: number }>('select version from forum.action_item where id = $1', [id]))[0]?.version ??
    0;

  it('tells owners around Golden Week, Children’s Day and Buddha’s Birthday (domain.md 8, case 7)', async () => {
    const [jp, kr] = [await record(), await record({ ownerPostId: postOf(who.officialKr) })];
    expect(await own(jp)).toEqual([
      [-14, '2027-04-22 09:30'],
      [-7, '2027-04-28 09:30'],
      [-1, '2027-04-30 09:30'],
      [0, '2027-05-06 09:30'],
      [1, '2027-05-07 09:30'],
      [7, '2027-05-13 09:30'],
    ]);
    expect(await own(kr)).toEqual([
      [-14, '2027-04-22 09:30'],
      [-7, '2027-04-29 09:30'],
      [-1, '2027-05-04 09:30'],
      [0, '2027-05-06 09:30'],
      [1, '2027-05-07 09:30'],
      [7, '2027-05-14 09:30'],
    ]);
    expect((await told(jp)).map(({ offset, delivery }) => [offset, delivery]).slice(0, 6)).toEqual([
      [-14, 'digest'],
      [-7, 'digest'],
      [-1, 'digest'],
      [0, 'single'],
      [1, 'single'],
      [7, 'single'],
    ]);
  });

  it('goes up inside the responsible side first, and to the other secretariat on the readers’ own days', async () => {
    const [jp, kr] = [await record(), await record({ ownerPostId: postOf(who.officialKr) })];
    const posts = await test.admin<{ id: string; code: string }>('select id, code from forum.post');
    const code = (actor: Actor) => posts.find(({ id }) => id === postOf(actor))?.code;
    expect(await above(jp)).toEqual([
      [1, 'ABOVE-jp', '2027-05-07 09:30'],
      ...[code(who.headJp), code(who.secretariatJp)].sort().map((post) => [7, post, '2027-05-13 09:30']),
      [7, code(who.secretariatKr), '2027-05-14 09:30'],
      [30, code(who.secretariatJp), '2027-06-07 09:30'],
    ]);
    expect(await above(kr)).toEqual([
      [1, 'ABOVE-kr', '2027-05-07 09:30'],
      [7, code(who.secretariatJp), '2027-05-13 09:30'],
      ...[code(who.headKr), code(who.secretariatKr)].sort().map((post) => [7, post, '2027-05-14 09:30']),
      [30, code(who.secretariatKr), '2027-06-07 09:30'],
    ]);
    const filter = { subject: { type: 'action_item', id: jp }, order: 'earliest', limit: 50 } as const;
    const seen = await listReminders(test.database.reader(who.secretariatKr), filter);
    expect(seen.items.map(({ offsetDays, recipient }) => [offsetDays, recipient.id])).toEqual([
      [7, postOf(who.secretariatKr)],
    ]);
  });

  it('tells nobody twice who stands above and owns the item, and nobody of the other side of an internal one', async () => {
    const owned = await record({ ownerPostId: postOf(who.secretariatJp) }, who.secretariatJp);
    expect((await above(owned)).map(([offset]) => offset)).toEqual([1, 7, 7, 30]);
    const internal = await record({ internal: true }, who.secretariatJp);
    expect((await told(internal)).map(({ side }) => side)).toEqual(Array.from({ length: 10 }, () => 'jp'));
  });

  it('is silent while the work is blocked, reported or called off, and takes up what is still ahead', async () => {
    const id = await record();
    await new BlockAction(test.database).run(who.officialJp, {
      id,
      version: await version(id),
      reason: '予算待ち',
      expectedOn: '2027-06-01',
    });
    expect(await told(id)).toEqual([]);
    await test.setClock('2027-05-07T02:00:00Z');
    await new UnblockAction(test.database).run(who.officialJp, { id, version: await version(id) });
    expect((await told(id)).map(({ rule, offset }) => [rule, offset])).toEqual([
      ['action-item', 7],
      ['action-item-overdue', 7],
      ['action-item-overdue', 7],
      ['action-item-overdue', 7],
      ['action-item-overdue', 30],
    ]);
    const evidence = { kind: 'note', text: '結果を送付済み' } as const;
    await new ReportDone(test.database).run(who.officialJp, { id, version: await version(id), evidence });
    expect((await told(id)).filter(({ rule }) => rule.startsWith('action-item'))).toEqual([]);
  });

  it('follows a new owner and a new date, and cancels what was for the old ones', async () => {
    const id = await record();
    const next = { id, version: await version(id), ownerPostId: postOf(who.headJp), reason: '担当替え' };
    await new ReassignAction(test.database).run(who.secretariatJp, next);
    expect(new Set((await told(id)).filter(({ rule }) => rule === 'action-item').map((row) => row.who)).size).toBe(1);
    expect(await own(id, 'cancelled')).toHaveLength(6);
    // The head owns it now: nobody stands between, and the head is not told as the head.
    expect((await above(id)).map(([offset]) => offset)).toEqual([7, 7, 30]);
    const moved = { id, version: await version(id), due: '2027-06-10', reason: '日程の変更' };
    await new ExtendDue(test.database).run(who.secretariatJp, moved);
    expect((await own(id)).map(([, day]) => day)).toContain('2027-06-10 09:30');
    expect((await told(id)).every(({ day }) => day > '2027-05-20')).toBe(true);
  });

  it('rests while the channel is suspended and speaks again of what is ahead when it resumes', async () => {
    const id = await record();
    const before = await told(id);
    const turn = async (state: string, what: 'suspended' | 'resumed') => {
      const { channelChanged } = await import('#forum/channels');
      await test.admin('update forum.channel set state = $2 where id = $1', [channelId, state]);
      await test.database.runInTx(who.secretariatKr, (tx) =>
        tx.publish(
          channelChanged,
          { channelId, what },
          { audience: 'joint', subjectType: 'channel', subjectId: channelId },
        ),
      );
    };
    await turn('suspended', 'suspended');
    expect(await told(id)).toEqual([]);
    const silent = await record();
    expect(await told(silent)).toEqual([]);
    await turn('active', 'resumed');
    expect(await told(id)).toEqual(before);
    expect(await told(silent)).toHaveLength(before.length);
  });

  it('keeps to what a channel’s rules say', async () => {
    await test.admin(
      `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience) values ($1, $2, 'action-item', $3, 'joint')`,
      [newId(), channelId, { remindAt: [-5, 0], escalations: [{ at: 3, to: 'both_heads' }], delivery: 'single' }],
    );
    const id = await record();
    const holds = async (rule: string, offsetDays: number) =>
      (await findActionCause(test.database.readAs('forum_jp'), 'jp', id, { rule, offsetDays })) !== undefined;
    expect([await holds('action-item', -5), await holds('action-item-overdue', 3)]).toEqual([true, true]);
    expect([await holds('action-item', -7), await holds('action-item-overdue', 7)]).toEqual([false, false]);
    expect((await told(id)).map(({ rule, offset, side, delivery }) => [rule, offset, side, delivery])).toEqual([
      ['action-item', -5, 'jp', 'single'],
      ['action-item', 0, 'jp', 'single'],
      ['action-item-overdue', 3, 'jp', 'single'],
      ['action-item-overdue', 3, 'kr', 'single'],
    ]);
    await test.admin(`update forum.channel_reminder_rule set change = '{"enabled": false}' where channel_id = $1`, [
      channelId,
    ]);
    await test.database.runInTx(workerActor, (tx) => planActions(tx, [id]));
    expect(await told(id)).toEqual([]);
    await test.admin('delete from forum.channel_reminder_rule where channel_id = $1', [channelId]);
  });

  it('tells a post once where two of its days meet, whatever it is told as', async () => {
    const rule = (escalations: object[]) =>
      test.admin(
        `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience) values ($1, $2, 'action-item', $3, 'joint')
         on conflict on constraint uq_channel_reminder_rule_channel_id_code do update set change = excluded.change`,
        [newId(), channelId, { remindAt: [0], escalations }],
      );
    const above = async (id: string) => {
      await test.database.runInTx(workerActor, (tx) => planActions(tx, [id]));
      return (await told(id))
        .filter((row) => row.rule === 'action-item-overdue')
        .map(({ offset, who: post, day }) => `${String(offset)} ${post} ${day.slice(5, 10)}`);
    };
    // Due on a Friday: the three days after it fall on the Monday.
    const id = await record({ due: '2027-06-18' });
    await rule([2, 1, 3, 7].map((at) => ({ at, to: 'own_heads' })));
    const [head] = await test.admin<{ code: string; id: string; superior: string | null }>(
      `select p.code, p.id, p.superior_id as superior from forum.head_posts() h join forum.post p on p.id = h.post_id where h.side = 'jp'`,
    );
    expect(await above(id)).toEqual([`3 ${head?.code ?? ''} 06-21`, `7 ${head?.code ?? ''} 06-25`]);
    // The head is the post above the owner as well, and for a day secretariat too.
    await test.admin(`update forum.post set superior_id = $2 where id = $1`, [postOf(who.officialJp), head?.id]);
    await rule([
      { at: 1, to: 'own_division' },
      { at: 2, to: 'own_heads' },
    ]);
    expect(await above(id)).toEqual([`2 ${head?.code ?? ''} 06-21`]);
    await test.admin(`update forum.user_account set roles = array['head','secretariat'] where id = $1`, [
      who.headJp.userId,
    ]);
    await rule([
      { at: 1, to: 'own_heads' },
      { at: 2, to: 'next_agenda' },
      { at: 3, to: 'own_heads' },
    ]);
    // The one that asks for the agenda speaks for the others.
    expect((await above(id)).filter((row) => row.includes(head?.code ?? '-'))).toEqual([`2 ${head?.code ?? ''} 06-21`]);
    await test.admin(`update forum.user_account set roles = array['head'] where id = $1`, [who.headJp.userId]);
    await test.admin('delete from forum.channel_reminder_rule where channel_id = $1', [channelId]);
  });

  it('of many at once writes what each alone would have, leaves what stands untouched and loses nothing that is due', async () => {
    const ids = [
      await record(),
      await record({ ownerPostId: postOf(who.officialKr), due: '2027-05-11' }),
      await record(),
    ];
    const all = () =>
      test.admin<{ xmin: string }>(
        `select r.*, r.xmin::text from forum.reminder r where r.subject_id = any ($1) order by r.subject_id, r.rule, r.offset_days, r.recipient_post_id`,
        [ids],
      );
    const before = await all();
    await test.database.runInTx(workerActor, (tx) => planActions(tx, ids));
    expect(await all()).toEqual(before);
    const plain = (rows: readonly object[]) =>
      rows.map((row) => ({ ...row, id: '', xmin: '', created_at: '', state: 'planned' }));
    await test.admin('delete from forum.reminder where subject_id = any ($1)', [ids]);
    await test.database.runInTx(workerActor, (tx) => planActions(tx, ids));
    expect(plain(await all())).toEqual(plain(before));
    // Due and not sent yet, or with the queue already: planning anew takes neither back.
    await test.setClock('2027-04-22T00:30:05Z');
    await test.admin(`update forum.reminder set state = 'queued' where subject_id = $1 and offset_days = -14`, [
      ids[2],
    ]);
    await test.database.runInTx(workerActor, (tx) => planActions(tx, ids));
    const first = await test.admin<{ state: string }>(
      `select state from forum.reminder where subject_id = any ($1) and offset_days = -14 order by state`,
      [ids],
    );
    expect(first.map(({ state }) => state)).toEqual(['planned', 'planned', 'queued']);
  });

  it('leaves an item alone that changed after its days were reckoned: whoever changed it plans it', async () => {
    const id = await record();
    const before = await told(id);
    const plan = (...days: object[]) =>
      test.database.runInTx(workerActor, (tx) =>
        tx.query('select forum.plan_action_reminders($1::uuid[], $2::jsonb)', [[id], JSON.stringify(days)]),
      );
    const shape = { due: '2027-05-06', owner_side: 'jp', channel_id: null, reader: 'shape' };
    // Another date, other rules: neither is what was read.
    await plan({ ...shape, due: '2027-05-05' }, { ...shape, channel_id: channelId });
    expect(await told(id)).toEqual(before);
    await plan(shape);
    expect(await told(id)).toEqual([]);
  });

  it('leaves the mail of a day without its Message-ID, unless the relay may have it', async () => {
    const id = await record();
    const ids = async () =>
      (
        await test.admin<{ message: string | null }>(
          `select message_id as message from forum.reminder
            where subject_id = $1 and rule = 'action-item' and state = 'planned' and offset_days in (-14, -7) order by offset_days`,
          [id],
        )
      ).map(({ message }) => message);
    await test.admin(
      `update forum.reminder set digest_id = $2, message_id = '<day@forum.example>', cause = 'due=2027-05-05',
              doubted_at = case offset_days when -7 then forum.now() end
        where subject_id = $1 and rule = 'action-item'`,
      [id, newId()],
    );
    await test.database.runInTx(workerActor, (tx) => planActions(tx, [id]));
    expect(await ids()).toEqual([null, '<day@forum.example>']);
    const plan = { subjectType: 'action_item', subjectId: id, rule: 'action-item', cause: 'x' } as const;
    const day = { postId: postOf(who.officialJp), ruleDate: '2027-05-06' };
    await test.admin(`update forum.reminder set digest_id = $2, message_id = 'x' where subject_id = $1`, [id, newId()]);
    await test.database.runInTx(workerActor, (tx) =>
      planRows(tx, plan, [
        { ...day, offsetDays: -14, dueAt: '2027-04-22T00:30:00Z' },
        { ...day, offsetDays: -7, dueAt: '2027-04-28T00:30:00Z' },
      ]),
    );
    expect(await ids()).toEqual([null, 'x']);
  });

  it('is given up with the item, by both keys', async () => {
    const id = await record();
    const cancel = { id, version: await version(id), reason: '중복된 과제' };
    await new CancelAction(test.database).run(who.secretariatKr, cancel);
    expect((await told(id)).length).toBeGreaterThan(0);
  });

  describe('and telling of it', () => {
    let sink: SmtpSink;
    let worker: TestWorker;
    beforeAll(async () => {
      await test.admin('delete from forum.reminder');
      sink = await openSmtpSink();
      worker = await startTestWorker(test, { smtpUrl: sink.url });
    });
    afterAll(async () => {
      await worker.close();
      await sink.close();
    });

    it('gives details to the side that owes it and a status to the other', async () => {
      const id = await record({ texts: { ja: '春季の測定結果の交換' } });
      const mails = async (day: string, count: number) => {
        sink.delivered.length = 0;
        await test.setClock(`${day}T01:00:00Z`);
        await worker.tick();
        await until(
          () => Promise.resolve([...sink.delivered]),
          (all) => all.length >= count,
        );
        return sink.delivered.map(({ email }) => email);
      };
      await test.admin(`delete from forum.reminder where subject_id = $1 and rule = 'action-item'`, [id]);
      const ownSide = (await mails('2027-05-13', 2)).find((mail) =>
        mail.to?.some(({ address }) => address === 'head.jp@forum.example'),
      );
      expect(ownSide?.subject).toContain('期限超過7日');
      expect(ownSide?.text).toContain('担当: ');
      expect(ownSide?.text).toContain('期限: 令和9年5月6日(木)');
      const [status] = await mails('2027-05-14', 1);
      expect(status?.to?.[0]?.address).toBe('secretariat.kr@forum.example');
      expect(status?.subject).toMatch(/^\[기한 안내\] \S+ 봄철 측정 결과 교환\(기한 경과\)$/);
      expect(`${status?.text ?? ''}${status?.html ?? ''}`).not.toMatch(/2027\. 5\. 6\.|담당: |電波|7일|회의: /);
      const [agenda] = await mails('2027-06-07', 1);
      expect(agenda?.text).toContain('次回会合の議題');
      const follow = await followUpsOf(test.database.reader(who.secretariatJp), 'jp', channelId);
      const risen = follow.filter((one) => one.risen === true);
      expect(risen.map((one) => one.id)).toContain(id);
      expect(follow.slice(0, risen.length)).toEqual(risen);
    });

    it('keeps for the next secretariat what fell due while the side had none', async () => {
      const id = await record();
      const heldTo = (day: string | null) =>
        test.admin('update forum.post_holder set held_to = $2 where post_id = $1', [postOf(who.secretariatKr), day]);
      const status = () =>
        test.admin<{ state: string; code: string | null; late: boolean }>(
          `select state, last_error_code as code, late from forum.reminder
            where subject_id = $1 and recipient_post_id = $2 and rule = 'action-item-overdue' and offset_days = 7`,
          [id, postOf(who.secretariatKr)],
        );
      const tells = async (at: string, state: string) => {
        await test.setClock(at);
        await worker.tick();
        return until(status, ([row]) => row?.state === state);
      };
      await heldTo('2027-04-30');
      await test.setClock('2027-05-04T01:00:00Z');
      await test.database.runInTx(workerActor, (tx) => planActions(tx, [id]));
      expect(await status()).toMatchObject([{ state: 'planned' }]);
      expect(await tells('2027-05-14T01:00:00Z', 'failed')).toMatchObject([{ code: 'reminders.postVacant' }]);
      await heldTo(null);
      expect(await bringBackVacant(test.database)).toBe(1);
      sink.delivered.length = 0;
      expect(await tells('2027-05-18T01:00:00Z', 'sent')).toMatchObject([{ late: true }]);
      const theirs = sink.delivered.filter(({ envelope }) => envelope.to[0] === 'secretariat.kr@forum.example');
      expect(theirs).toHaveLength(1);
    });
  });
});
