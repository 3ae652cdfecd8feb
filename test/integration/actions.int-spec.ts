import { newId, type Actor } from '#core/kernel';
import {
  ConfirmDone,
  ExtendDue,
  findAction,
  listActions,
  RecordAction,
  ReportDone,
  ReturnDone,
  StartAction,
  type ActionDetailRow,
  type RecordActionInput,
} from '#forum/actions';
import { demoActor, workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { actionRows, postOf, saveSession } from '../support/factories/action-items.js';

describe('action items in the database', () => {
  let test: TestDatabase;
  let sessionId: string;
  let who: Record<'secretariatKr' | 'secretariatJp' | 'headKr' | 'officialKr' | 'officialJp', Actor>;

  beforeAll(async () => {
    test = await createTestDatabase('record');
    sessionId = (await saveSession(test)).id;
    const [secretariatKr, secretariatJp, headKr, officialKr, officialJp] = await Promise.all(
      (['secretariat.kr', 'secretariat.jp', 'head.kr', 'official.kr', 'official.jp'] as const).map((name) =>
        demoActor(test, name),
      ),
    );
    if (!secretariatKr || !secretariatJp || !headKr || !officialKr || !officialJp)
      throw new Error('demo accounts are missing');
    who = { secretariatKr, secretariatJp, headKr, officialKr, officialJp };
    await test.setClock('2027-03-12T01:00:00Z');
  });
  afterAll(() => test.close());

  const makeInput = (over: Partial<RecordActionInput> = {}): RecordActionInput => ({
    sessionId,
    title: '봄철 측정 결과 교환',
    lang: 'ko',
    ownerPostId: postOf(who.officialJp),
    due: '2027-05-06',
    ...over,
  });
  const record = (over: Partial<RecordActionInput> = {}, actor: Actor = who.secretariatKr) =>
    new RecordAction(test.database).run(actor, makeInput(over));
  const read = async (id: string, actor: Actor = who.secretariatKr): Promise<ActionDetailRow> => {
    const row = await findAction(test.database.reader(actor), actor.side, id);
    if (!row) throw new Error('the item is not visible');
    return row;
  };
  const recordOne = async (over: Partial<RecordActionInput> = {}): Promise<string> => (await record(over))[0] ?? '';

  it('are recorded with number, history and an event', async () => {
    const id = await recordOne({ texts: { ja: '春季の測定結果の交換' } });
    const row = await read(id, who.officialJp);
    expect(row).toMatchObject({
      state: 'open',
      ownerSide: 'jp',
      due: '2027-05-06',
      originalDue: null,
      daysLeft: 55,
      overdue: false,
      joint: true,
      version: 1,
      splitWith: [],
      title: { source: 'ko', ja: { text: '春季の測定結果の交換', status: 'checked' } },
      owner: { id: postOf(who.officialJp), side: 'jp' },
      session: {
        id: sessionId,
        ordinalJp: 7,
        startDate: '2027-03-11',
        channelName: { ja: { text: '試験局長級会合' } },
      },
      commitment: null,
      history: [{ event: 'recorded', side: 'kr', params: { due: '2027-05-06' } }],
    });
    expect(row.number).toMatch(/^2027-TXY7-A\d+$/);
    const events = await test.admin(
      `select event, payload, audience, actor_side from forum.outbox_event where subject_id = $1`,
      [id],
    );
    expect(events).toEqual([
      { event: 'action.recorded', payload: { actionId: id, version: 1 }, audience: 'joint', actor_side: 'kr' },
    ]);
  });

  it('take consecutive numbers even when both sides record at once', async () => {
    const [last] = await test.admin<{ sequence: number }>(
      `select max(sequence) as sequence from forum.action_item where series = '2027-TXY7'`,
    );
    const ids = (
      await Promise.all([1, 2, 3, 4, 5, 6].map((n) => record({}, n % 2 === 0 ? who.secretariatKr : who.secretariatJp)))
    ).flat();
    const numbers = await test.admin<{ sequence: number }>(
      'select sequence from forum.action_item where id = any ($1::uuid[]) order by sequence',
      [ids],
    );
    expect(numbers.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6].map((n) => n + (last?.sequence ?? 0)));
  });

  it('are split into two with one owner each', async () => {
    const ids = await record({
      ownerPostIds: [postOf(who.officialJp), postOf(who.officialKr)],
      ownerPostId: undefined,
    });
    const halves = await Promise.all(ids.map((id) => read(id)));
    expect(halves.map(({ ownerSide }) => ownerSide)).toEqual(['jp', 'kr']);
    const [stem] = halves.map(({ number }) => number.replace(/-JP$/, ''));
    expect(halves.map(({ number }) => number)).toEqual([`${stem ?? ''}-JP`, `${stem ?? ''}-KR`]);
    expect(halves.map(({ splitWith }) => splitWith)).toEqual([
      [{ id: ids[1], number: `${stem ?? ''}-KR` }],
      [{ id: ids[0], number: `${stem ?? ''}-JP` }],
    ]);
  });

  it('go from open to confirmed, and back once, with evidence and history', async () => {
    const id = await recordOne();
    const { database } = test;
    await new StartAction(database).run(who.officialJp, { id, version: 1 });
    await new ReportDone(database).run(who.officialJp, {
      id,
      version: 2,
      evidence: { kind: 'note', text: '測定結果を送付した。' },
    });
    await new ReturnDone(database).run(who.headKr, { id, version: 3, reason: '4월분이 빠졌습니다.' });
    await new ReportDone(database).run(who.secretariatJp, {
      id,
      version: 4,
      evidence: { kind: 'link', url: 'https://www.soumu.go.jp/x' },
    });
    await new ConfirmDone(database).run(who.secretariatKr, { id, version: 5 });
    const row = await read(id, who.officialJp);
    expect(row).toMatchObject({ state: 'done_confirmed', version: 6 });
    expect(row.evidence).toMatchObject([
      { kind: 'note', side: 'jp', text: { source: 'ja' } },
      { kind: 'link', url: 'https://www.soumu.go.jp/x', text: null },
    ]);
    expect(row.history.map(({ event, side }) => `${event} ${side ?? ''}`)).toEqual([
      'recorded kr',
      'started jp',
      'doneClaimed jp',
      'returned kr',
      'doneClaimed jp',
      'doneConfirmed kr',
    ]);
    expect(row.history[3]).toMatchObject({
      params: { reason: '4월분이 빠졌습니다.', lang: 'ko' },
      post: { id: postOf(who.headKr) },
    });
    const events = await test.admin<{ event: string }>(
      'select event from forum.outbox_event where subject_id = $1 order by occurred_at, id',
      [id],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'action.recorded',
      'action.started',
      'action.doneClaimed',
      'action.returned',
      'action.doneClaimed',
      'action.doneConfirmed',
    ]);
  });

  it('let one of two changes at the same time through, and tell the other', async () => {
    const id = await recordOne();
    const both = await Promise.allSettled(
      [who.officialJp, who.secretariatJp].map((actor) => new StartAction(test.database).run(actor, { id, version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'common.staleVersion', status: 412 },
    });
    expect((await read(id)).history).toHaveLength(2);
  });

  it('keep the first due date through every extension', async () => {
    const id = await recordOne();
    const extend = (version: number, due: string) =>
      new ExtendDue(test.database).run(who.secretariatJp, { id, version, due, reason: '測定の延期' });
    await extend(1, '2027-05-10');
    await extend(2, '2027-06-01');
    const row = await read(id);
    expect(row).toMatchObject({ state: 'open', due: '2027-06-01', originalDue: '2027-05-06', version: 3 });
    expect(row.history.slice(1).map(({ params }) => `${params['from'] ?? ''} ${params['to'] ?? ''}`)).toEqual([
      '2027-05-06 2027-05-10',
      '2027-05-10 2027-06-01',
    ]);
  });

  it('are overdue by the clock of the database, only while the work is owed', async () => {
    const id = await recordOne({ due: '2027-04-28' });
    const reported = await recordOne({ due: '2027-04-28' });
    await new ReportDone(test.database).run(who.officialJp, {
      id: reported,
      version: 1,
      evidence: { kind: 'note', text: '済' },
    });
    const overdue = async (instant: string): Promise<string[]> => {
      await test.setClock(instant);
      const page = await listActions(test.database.reader(who.secretariatKr), who.secretariatKr, {
        scope: 'other',
        overdue: true,
        limit: 200,
      });
      return page.items.map((item) => item.id);
    };
    expect(await overdue('2027-04-28T14:59:00Z')).not.toContain(id);
    const late = await overdue('2027-04-28T15:01:00Z');
    expect(late).toContain(id);
    expect(late).not.toContain(reported);
    expect(await read(id)).toMatchObject({ overdue: true, daysLeft: -1 });

    // The due day becomes free at the owner's side, as the day after it is: 30 April is the last day now.
    await test.admin(
      `insert into forum.holiday (id, side, date, rule, kind, status, name, origin)
       select $1, 'jp', '2027-04-28', 'one-off', 'temporary', 'gazetted', h.name, 'rule' from forum.holiday h limit 1`,
      [newId()],
    );
    expect(await overdue('2027-04-29T01:00:00Z')).not.toContain(id);
    expect(await read(id)).toMatchObject({ overdue: false, daysLeft: 0 });
    expect(await overdue('2027-04-29T15:01:00Z')).not.toContain(id);
    expect(await overdue('2027-04-30T15:01:00Z')).toContain(id);
    await test.admin(`delete from forum.holiday where side = 'jp' and rule = 'one-off'`);
    await test.setClock('2027-03-12T01:00:00Z');
  });

  it('are listed by scope, state and page, earliest due date first', async () => {
    await recordOne({ ownerPostId: postOf(who.officialKr), due: '2027-04-01' });
    const list = (actor: Actor, filter: Omit<Parameters<typeof listActions>[2], 'limit'>, limit = 200) =>
      listActions(test.database.reader(actor), actor, { ...filter, limit });
    const all = (await list(who.secretariatKr, { scope: 'all' })).items;
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
    expect(all.map(({ due }) => due)).toEqual(all.map(({ due }) => due).sort());
    expect(ids((await list(who.officialJp, { scope: 'mine' })).items)).toEqual(
      ids(all.filter(({ ownerPostId }) => ownerPostId === postOf(who.officialJp))),
    );
    expect(ids((await list(who.secretariatKr, { scope: 'side' })).items)).toEqual(
      ids((await list(who.secretariatJp, { scope: 'other' })).items),
    );
    expect(
      (await list(who.secretariatKr, { scope: 'all', states: ['done_confirmed'] })).items.every(
        ({ state }) => state === 'done_confirmed',
      ),
    ).toBe(true);
    expect((await list(who.secretariatKr, { scope: 'all', sessionId: who.officialJp.userId })).items).toEqual([]);

    const paged: string[] = [];
    for (let page = await list(who.secretariatKr, { scope: 'all' }, 4); ;) {
      paged.push(...page.items.map(({ id }) => id));
      const last = page.items.at(-1);
      if (!page.hasMore || !last) break;
      page = await list(who.secretariatKr, { scope: 'all', after: last }, 4);
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('are invisible to companies, the public and the administrator', async () => {
    const id = await recordOne();
    for (const databaseRole of ['forum_business', 'forum_public', 'forum_admin'] as const) {
      const stranger: Actor = { ...workerActor, databaseRole };
      expect(await findAction(test.database.reader(stranger), stranger.side, id)).toBeUndefined();
      expect((await listActions(test.database.reader(stranger), stranger, { scope: 'all', limit: 10 })).items).toEqual(
        [],
      );
      await expect(
        new StartAction(test.database).run({ ...stranger, side: 'jp', roles: ['head'] }, { id, version: 1 }),
      ).rejects.toThrow();
    }
    expect((await read(id)).version).toBe(1);
  });

  it('have a history and evidence that nobody can change', async () => {
    for (const table of ['action_event', 'action_evidence']) {
      for (const actor of [who.secretariatKr, who.secretariatJp, workerActor]) {
        await expect(
          test.database.runInTx(actor, (tx) => tx.query(`update forum.${table} set side = 'kr'`)),
        ).rejects.toThrow(/common\.forbidden/);
        await expect(test.database.runInTx(actor, (tx) => tx.query(`delete from forum.${table}`))).rejects.toThrow(
          /common\.forbidden/,
        );
      }
    }
  });

  it('carry the badge of an illustrative session', async () => {
    const other = await saveSession(test, { illustrative: true, ordinal: null });
    const row = await read(await recordOne({ sessionId: other.id }));
    expect(row).toMatchObject({ illustrative: true });
    expect(row.number).toMatch(/^2027-TXY-A\d+$/);
  });

  it('are not stored, not even in part, when the second half of a split fails', async () => {
    const before = await actionRows(test);
    await expect(
      record({ ownerPostIds: [postOf(who.officialJp), who.officialJp.userId], ownerPostId: undefined }),
    ).rejects.toMatchObject({ code: 'actions.ownerUnknown' });
    expect(await actionRows(test)).toEqual(before);
  });
});
