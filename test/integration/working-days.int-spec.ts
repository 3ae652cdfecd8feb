import { newId, newText } from '#core/kernel';
import { subscribeInTx } from '#platform/database';
import {
  AddHoliday,
  holidaysByRule,
  holidaysChanged,
  ImportHolidays,
  loadAvoidPeriods,
  loadCalendar,
  previewImport,
  SEEDED_YEARS,
  seedHolidays,
} from '#forum/working-days';
import { demoActor, workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the stored calendar', () => {
  let test: TestDatabase;
  const seed = () => test.database.runInTx(workerActor, seedHolidays);
  const load = () => loadCalendar(test.database.readAs('forum_public'));

  beforeAll(async () => {
    test = await createTestDatabase('record');
    await seed();
  });
  afterAll(() => test.close());

  it('is written once, and again changes nothing', async () => {
    expect(await seed()).toBe(0);
    const [row] = await test.admin<{ count: number }>('select count(*)::int as count from forum.holiday');
    expect(row?.count).toBe(holidaysByRule(SEEDED_YEARS.first, SEEDED_YEARS.last).length);
  });

  it('gives the same working days as the rules, to every role', async () => {
    for (const role of [
      'forum_kr',
      'forum_jp',
      'forum_business',
      'forum_public',
      'forum_joint',
      'forum_admin',
      'forum_worker',
    ] as const) {
      const calendar = await loadCalendar(test.database.readAs(role));
      expect(calendar.countWorkingDays('2027-01-01', '2027-12-31', 'common')).toBe(232);
      expect(calendar.derive('2027-03-11', -30, 'common')).toBe('2027-02-05');
    }
  });

  it('counts a day that a person enters, and leaves it alone when the rules are written again', async () => {
    const secretariat = await demoActor(test, 'secretariat.kr');
    await test.database.runInTx(secretariat, (tx) =>
      tx.query(
        `insert into forum.holiday (id, side, date, rule, kind, status, name, origin, citation) values ($1, 'kr', '2027-03-12', 'temporary', 'temporary', 'gazetted', $2, 'person', $3)`,
        [newId(), newText('ko', '임시공휴일(시험)'), newText('ko', '국무회의 의결(시험)')],
      ),
    );
    expect(await seed()).toBe(0);
    const calendar = await load();
    expect(calendar.derive('2027-03-11', 1, 'common')).toBe('2027-03-15');
    expect(calendar.isWorkingDay('2027-03-12', 'jp')).toBe(true);
    expect(calendar.holidaysOn('2027-03-12', 'kr')[0]?.name.ko?.text).toBe('임시공휴일(시험)');
  });

  it('leaves out a withdrawn day, also after the rules are written again', async () => {
    await test.admin(
      `update forum.holiday set withdrawn = true where side = 'kr' and date = '2027-07-17' or side = 'kr' and date = '2027-07-19'`,
    );
    expect(await seed()).toBe(0);
    expect((await load()).isWorkingDay('2027-07-19', 'kr')).toBe(true);
    expect((await load()).isWorkingDay('2027-07-19', 'jp')).toBe(false);
  });

  it('takes over a newer status of a rule', async () => {
    await test.admin(`update forum.holiday set status = 'predicted' where side = 'jp' and date = '2027-02-11'`);
    expect(await seed()).toBe(1);
    expect((await load()).unsure(2027, 'jp')).toBeNull();
  });

  it('is not writable for companies and the public', async () => {
    for (const databaseRole of ['forum_business', 'forum_public', 'forum_joint', 'forum_admin'] as const) {
      await expect(test.database.runInTx({ ...workerActor, databaseRole }, seedHolidays)).rejects.toThrow(
        /common\.forbidden/,
      );
    }
  });

  it('lets each side write its own days only, whatever the rules above it say', async () => {
    const [korean, japanese] = [await demoActor(test, 'secretariat.kr'), await demoActor(test, 'secretariat.jp')];
    const insert = (actor: typeof korean, table: string, columns: string, values: string) =>
      test.database.runInTx(actor, (tx) =>
        tx.query(`insert into forum.${table} (id, side, name, ${columns}) values ($1, 'jp', $2, ${values})`, [
          newId(),
          newText('ja', '休みの日'),
        ]),
      );
    const day = ['holiday', 'date, rule, kind, status', `'2028-06-01', 'x', 'public', 'predicted'`] as const;
    const period = ['avoid_period', 'starts_on, ends_on', `'2028-06-01', '2028-06-02'`] as const;
    for (const [table, columns, values] of [day, period]) {
      await expect(insert(korean, table, columns, values)).rejects.toThrow(/common\.forbidden/);
      await insert(japanese, table, columns, values);
    }
    const reached = await test.database.runInTx(korean, (tx) =>
      tx.query(`update forum.holiday set withdrawn = true where side = 'jp' returning id`),
    );
    expect(reached).toEqual([]);
  });

  it('takes one of two equal days that arrive at once, and refuses the other by its code', async () => {
    const add = new AddHoliday(test.database);
    const actor = await demoActor(test, 'secretariat.kr');
    const input = {
      date: '2029-03-02',
      kind: 'temporary',
      status: 'gazetted',
      names: { ko: '임시공휴일' },
      citation: '국무회의 의결',
    } as const;
    const done = await Promise.allSettled([add.run(actor, input), add.run(actor, input)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'working-days.dayTaken' },
    });
  });

  it('takes a table over once when two imports of the same preview arrive at once', async () => {
    const bytes = Buffer.from(
      'date,kind,status,name_ko,name_ja,name_en\n2031-06-02,public,predicted,,休みの日,\n2031-06-03,public,predicted,,休みの日,\n',
    );
    const actor = await demoActor(test, 'secretariat.jp');
    const { seen } = await previewImport(test.database.reader(actor), 'jp', bytes);
    const imports = new ImportHolidays(test.database);
    const done = await Promise.allSettled([1, 2].map(() => imports.run(actor, { bytes, seen })));
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'common.staleVersion' } });
    const rows = await test.admin(
      `select id from forum.holiday where side = 'jp' and date between '2031-06-02' and '2031-06-03'`,
    );
    expect(rows).toHaveLength(2);
  });

  it('tells everybody who counts with it, in the transaction that changes it', async () => {
    const told: object[] = [];
    subscribeInTx(holidaysChanged, (_tx, payload) => {
      told.push(payload);
      return Promise.resolve();
    });
    const actor = await demoActor(test, 'secretariat.jp');
    const input = { date: '2029-06-05', kind: 'public', status: 'predicted', names: { ja: '休みの日' } } as const;
    await new AddHoliday(test.database).run(actor, input);
    await expect(new AddHoliday(test.database).run(actor, input)).rejects.toThrow('working-days.dayTaken');
    expect(told).toEqual([{ side: 'jp', from: '2029-06-05', to: '2029-06-05', what: 'added' }]);
  });

  it('gives every role the days a side would rather not meet on', async () => {
    for (const role of ['forum_kr', 'forum_jp', 'forum_public', 'forum_worker'] as const) {
      const periods = await loadAvoidPeriods(test.database.readAs(role), '2027-04-30', '2027-08-13');
      expect(periods.map(({ side, from }) => `${side} ${from}`)).toEqual(['jp 2027-04-29', 'jp 2027-08-13']);
    }
  });
});
