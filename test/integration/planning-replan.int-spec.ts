import { newId, type Actor } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { ExtendDue, RecordAction } from '#forum/actions';
import { bringBackVacant, followReaders, listReplans, retryLeftBehind, workReplans } from '#forum/reminders';
import { reminderRulesChanged } from '#forum/reminder-rules';
import { AddHoliday } from '#forum/working-days';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { planRows } from '../../libs/forum/reminders/actions/plan-rows.js';
import { replanAll } from '../support/worker.js';

describe('planning anew in the background', () => {
  let test: TestDatabase;
  let sessionId: string;
  let channelId: string;
  let kr: Actor;
  let jp: Actor;
  let owner: Actor;

  beforeAll(async () => {
    installCatalogues({ strict: true });
    test = await createTestDatabase('record');
    await test.setClock('2027-03-12T01:00:00Z');
    ({ id: sessionId, channelId } = await saveSession(test));
    [kr, jp, owner] = await Promise.all([
      demoActor(test, 'secretariat.kr'),
      demoActor(test, 'secretariat.jp'),
      demoActor(test, 'official.kr'),
    ]);
  });
  beforeEach(async () => {
    await test.admin('delete from forum.reminder_replan');
    await test.admin('delete from forum.reminder');
    await test.admin(`update forum.action_item set state = 'done_confirmed' where state in ('open','in_progress')`);
  });
  afterAll(() => test.close());

  const record = async (due: string, over: object = {}, by = kr): Promise<string> => {
    const input = { sessionId, title: '주파수 조정안', lang: 'ko', ownerPostId: postOf(owner), due } as const;
    return (await new RecordAction(test.database).run(by, { ...input, ...over }))[0] ?? '';
  };
  const enter = (date: string): Promise<string> =>
    new AddHoliday(test.database).run(kr, {
      ...{ date, kind: 'temporary', status: 'gazetted', names: { ko: '임시공휴일' }, citation: '국무회의 의결' },
    });
  const days = async (id: string): Promise<string[]> =>
    (
      await test.admin<{ day: string }>(
        `select offset_days || ' ' || to_char(due_at at time zone zone, 'MM-DD') as day from forum.reminder
          where subject_id = $1 and rule = 'action-item' and state = 'planned' order by offset_days`,
        [id],
      )
    ).map(({ day }) => day);
  const progress = () =>
    test.admin<{ total: number | null; done: number; step: number; finished: boolean }>(
      'select total, done, step, finished_at is not null as finished from forum.reminder_replan order by requested_at, id',
    );
  const versions = (id: string) =>
    test.admin('select id, xmin::text from forum.reminder where subject_id = $1 order by id', [id]);

  it('asks for it in the transaction of the change, and for nothing when that is undone', async () => {
    await record('2027-06-10');
    await expect(
      test.database.runInTx(kr, async (tx) => {
        await tx.publish(
          reminderRulesChanged,
          { channelId },
          { audience: 'joint', subjectType: 'channel', subjectId: channelId },
        );
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await progress()).toEqual([]);
    expect(await workReplans(test.database)).toBe(0);
  });

  it('moves what lies around a holiday that is entered, and leaves the rest alone', async () => {
    const [near, far] = [await record('2027-06-10'), await record('2027-09-02')];
    expect(await days(near)).toContain('-7 06-03');
    const untouched = await versions(far);
    await enter('2027-06-03');
    expect(await days(near)).toContain('-7 06-03');
    await replanAll(test);
    expect(await days(near)).toContain('-7 06-02');
    expect(await versions(far)).toEqual(untouched);
    expect(await progress()).toMatchObject([{ finished: true }]);
  });

  it('shows both sides the same progress, which counts nothing that a side keeps for itself', async () => {
    await record('2027-06-10');
    await record('2027-06-10', { internal: true });
    await test.database.runInTx(kr, (tx) =>
      tx.publish(
        reminderRulesChanged,
        { channelId },
        { audience: 'joint', subjectType: 'channel', subjectId: channelId },
      ),
    );
    const views = async () => [
      await listReplans(test.database.reader(kr), 'kr'),
      await listReplans(test.database.reader(jp), 'kr'),
    ];
    const sessions = await test.admin<{ count: number }>(
      `select count(*)::int as count from forum.session where channel_id = $1 and state = 'held' and not illustrative`,
      [channelId],
    );
    while (!(await progress())[0]?.total) await workReplans(test.database);
    const total = 1 + (sessions[0]?.count ?? 0);
    const [atKr, atJp] = await views();
    expect(atKr).toMatchObject([{ cause: 'rules', channelId, total, done: 0, finishedAt: null }]);
    expect(atJp).toEqual(atKr);
    await replanAll(test);
    expect((await views())[1]).toMatchObject([{ total, done: total, finishedAt: expect.any(Date) }]);
  });

  it('goes on where it was when the worker is killed in the middle, and two at once do it once', async () => {
    const ids = [await record('2027-06-10'), await record('2027-06-11'), await record('2027-06-14')];
    await enter('2027-06-04');
    // Begun before that, or it would wait until the other is through.
    while ((await progress()).at(-1)?.total === null) await workReplans(test.database);
    // Somebody holds one of the items: the piece waits for it and is killed there.
    const held = test.database.runInTx(jp, async (tx) => {
      await tx.query('select 1 from forum.action_item where id = $1 for update', [ids[1]]);
      const killed = (async () => {
        for (;;) await workReplans(test.database);
      })();
      const [waiting] = await test.waitForRows<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'`,
      );
      const before = await progress();
      await test.admin('select pg_terminate_backend($1)', [waiting?.pid]);
      await expect(killed).rejects.toThrow();
      expect(await progress()).toEqual(before);
      expect(before[0]?.finished).toBe(false);
    });
    await held;
    await Promise.all([replanAll(test), replanAll(test)]);
    expect(await progress()).toMatchObject([{ finished: true }]);
    // The day before is free as well since the test above.
    expect(await days(ids[1] ?? '')).toContain('-7 06-02');
    const [doubled] = await test.admin<{ most: number }>(
      `select max(n)::int as most from (select count(*) as n from forum.reminder where state = 'planned'
        group by subject_id, rule, offset_days, recipient_post_id) g`,
    );
    expect(doubled?.most).toBe(1);
  });

  it('waits for who still plans by the old calendar', async () => {
    let late = '';
    await test.database.runInTx(kr, async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await enter('2027-06-15');
      await workReplans(test.database);
      expect(await workReplans(test.database)).toBe(0);
      late = newId();
      await tx.query(
        `insert into forum.action_item (id, number, series, sequence, session_id, channel_id, title, owner_side, owner_post_id, due, state, joint, audience)
         select $1, 'LATE-1', 'LATE', 1, $2, $3, title, 'kr', $4, '2027-06-22', 'open', true, 'joint' from forum.action_item limit 1`,
        [late, sessionId, channelId, postOf(owner)],
      );
    });
    await replanAll(test);
    expect(await days(late)).toContain('-7 06-14');
  });

  it('follows the posts of secretariats and heads when a period begins or ends, and asks once', async () => {
    const id = await record('2027-06-10');
    expect(await followReaders(test.database)).toBe(0);
    expect(await followReaders(test.database)).toBe(0);
    expect(await listReplans(test.database.reader(kr), 'kr')).toEqual([]);
    // The secretariat's person moves to a new post: what was planned for the old one goes there.
    const [moved] = await test.admin<{ id: string }>(
      `with post as (insert into forum.post (id, code, body_id, side, title, rank) select $1, 'KR-SEC-NEW', body_id, side, title, rank from forum.post where id = $2 returning id)
       update forum.post_holder set post_id = (select id from post) where post_id = $2 returning post_id as id`,
      [newId(), postOf(kr)],
    );
    expect((await Promise.all([followReaders(test.database), followReaders(test.database)])).sort()).toEqual([0, 1]);
    await replanAll(test);
    const told = await test.admin<{ post: string; state: string }>(
      `select recipient_post_id as post, state from forum.reminder where subject_id = $1 and recipient_side = 'kr' and offset_days = 30 order by state`,
      [id],
    );
    expect(told).toEqual([
      { post: postOf(kr), state: 'cancelled' },
      { post: moved?.id, state: 'planned' },
    ]);
    await test.admin('update forum.post_holder set post_id = $1 where post_id = $2', [postOf(kr), moved?.id]);
  });

  it('tells the new holder of a vacant post what nobody could read, in the mail of the day', async () => {
    const id = await record('2027-06-10');
    await test.admin(
      `update forum.reminder set state = 'failed', last_error_code = 'reminders.postVacant' where subject_id = $1 and offset_days = 0`,
      [id],
    );
    const holder = `update forum.post_holder set held_to = $2 where post_id = $1`;
    await test.admin(holder, [postOf(owner), '2027-01-01']);
    expect(await bringBackVacant(test.database)).toBe(0);
    await test.admin(holder, [postOf(owner), null]);
    const runs = await Promise.all([bringBackVacant(test.database), bringBackVacant(test.database)]);
    expect(runs.sort()).toEqual([0, 1]);
    const back = await test.admin(
      `select state, delivery from forum.reminder where subject_id = $1 and rule = 'action-item' and offset_days = 0`,
      [id],
    );
    expect(back).toEqual([{ state: 'planned', delivery: 'digest' }]);
  });

  it('holds nothing else up when an object cannot be planned, and leaves only that one behind', async () => {
    const [sound, broken] = [await record('2027-07-15'), await record('2027-07-15')];
    await test.admin(
      `create function public.refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`,
    );
    await test.admin(
      `create trigger refuse before insert or update on forum.reminder for each row when (new.subject_id = '${broken}') execute function public.refuse()`,
    );
    await enter('2027-07-08');
    await enter('2027-12-20');
    let failed = 0;
    for (let round = 0; round < 100 && !(await progress()).every(({ finished }) => finished); round += 1)
      await workReplans(test.database).catch((error: unknown) => {
        failed += 1;
        expect(String(error)).toContain('no room');
      });
    await test.admin('drop trigger refuse on forum.reminder');
    const ended = await test.admin<{ failed: number; tries: number }>(
      'select failed, tries, finished_at as at from forum.reminder_replan order by finished_at',
    );
    expect(ended.map((one) => [one.failed, one.tries])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    // Three tries together, then once alone.
    expect(failed).toBe(4);
    expect(await days(sound)).toContain('-7 07-07');
    expect(await days(broken)).toContain('-7 07-08');
    // It is tried again once its time has come.
    expect(await retryLeftBehind(test.database)).toBe(0);
    await test.setClock('2027-03-12T01:02:00Z');
    expect(await retryLeftBehind(test.database)).toBe(1);
    expect(await days(broken)).toContain('-7 07-07');
    expect(await test.admin('select 1 from forum.reminder_left_behind')).toEqual([]);
    await test.setClock('2027-03-12T01:00:00Z');
  });

  it('takes nothing back that is due and only waits to leave', async () => {
    const id = await record('2027-06-10');
    await test.setClock('2027-06-02T00:30:10Z');
    await enter('2027-06-08');
    await replanAll(test);
    expect(await days(id)).toContain('-7 06-02');
    await new ExtendDue(test.database).run(kr, { id, version: 1, due: '2027-06-24', reason: '일정 조정' });
    expect(await days(id)).not.toContain('-7 06-02');
    await test.setClock('2027-03-12T01:00:00Z');
  });

  it('leaves a row that stands alone, and tells one that is with the queue what it now depends on', async () => {
    const dueAt = '2027-06-03T00:30:00Z';
    const plan = (cause: string) =>
      test.database.runInTx(kr, (tx) =>
        planRows(tx, { subjectType: 'session', subjectId: sessionId, rule: 'minutes_agreed', cause }, [
          { offsetDays: -7, postId: postOf(kr), ruleDate: '2027-06-10', dueAt },
          { offsetDays: -7, postId: postOf(jp), ruleDate: '2027-06-10', dueAt },
        ]),
      );
    const rows = () =>
      test.admin('select recipient_side as side, state, cause from forum.reminder order by recipient_side desc');
    await plan('start=1');
    const [first, written] = [await rows(), await versions(sessionId)];
    await plan('start=1');
    expect(await versions(sessionId)).toEqual(written);
    await test.admin(
      `update forum.reminder set state = 'queued', lease_until = forum.now() where recipient_side = 'kr'`,
    );
    await plan('start=2');
    expect(first).toHaveLength(2);
    expect(await rows()).toEqual([
      { side: 'kr', state: 'queued', cause: 'start=2' },
      { side: 'jp', state: 'planned', cause: 'start=2' },
    ]);
  });
});
