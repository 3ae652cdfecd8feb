import { newId, newText } from '#core/kernel';
import { holidaysByRule, loadCalendar, SEEDED_YEARS, seedHolidays } from '#forum/working-days';
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
});
