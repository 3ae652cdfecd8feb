import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { workerActor } from '../support/actors.js';

/** What this connection keeps prepared of the statements that bear a mark. */
const kept = `select count(*)::int as many, sum(generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement like`;

describe('statements with values', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it('are prepared once on a connection, whatever their values, and apart from any other text', async () => {
    const [answers, state] = await test.database.runInTx(workerActor, async (tx) => {
      const answers = [];
      for (const value of [1, 2, null, 4])
        answers.push(...(await tx.query('/* marked */ select $1::int as value', [value])));
      answers.push(...(await tx.query('/* marked */ select $1::text as value', ['five'])));
      return [answers, await tx.query(`${kept} '/* marked */%'`)];
    });
    expect(answers).toEqual([1, 2, null, 4, 'five'].map((value) => ({ value })));
    expect(state).toEqual([{ many: 2, runs: 5 }]);
  });

  it('that fail leave nothing behind that would fail the next time', async () => {
    const halve = (by: number) =>
      test.database.runInTx(workerActor, (tx) => tx.query('/* halved */ select 8 / $1::int as value', [by]));
    await expect(halve(0)).rejects.toThrow('division by zero');
    expect(await halve(2)).toEqual([{ value: 4 }]);
    await expect(test.database.readAs('forum_worker').query('select nothing from $1', [1])).rejects.toThrow('syntax');
    expect(await halve(4)).toEqual([{ value: 2 }]);
  });

  it('without values are not kept', async () => {
    const state = await test.database.runInTx(workerActor, async (tx) => {
      await tx.query('/* plain */ select 1');
      return tx.query(`${kept} '/* plain */%'`);
    });
    expect(state).toEqual([{ many: 0, runs: null }]);
  });
});
