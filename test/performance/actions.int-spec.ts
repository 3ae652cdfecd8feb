import type { Actor, Side } from '#core/kernel';
import { listActions, type ActionFilter } from '#forum/actions';
import { demoActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { recordingReader, scansOf, sequentialScans, summary, type Statement } from '../support/explain.js';
import { fillActions } from '../support/factories/many-actions.js';
import { sizesUpTo } from '../support/sizes.js';

const SIZES = sizesUpTo([10_000, 100_000, 1_000_000]);
const PAGE = 50;

/** The lists officials open most; each is a page, earliest due date first. */
const LISTS = {
  'my post': { scope: 'mine', unfinished: true },
  'overdue, my side': { scope: 'side', overdue: true },
  'overdue, all': { scope: 'all', overdue: true },
  'their side owes us': { scope: 'other', unfinished: true },
  'their side, home': { scope: 'other', states: ['open', 'in_progress', 'done_claimed'] },
  'they wait for our answer': { scope: 'side', states: ['done_claimed'] },
} as const satisfies Record<string, Omit<ActionFilter, 'limit'>>;
type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];

interface Figure {
  readonly name: ListName;
  readonly size: number;
  /** The middle of seven, in milliseconds. */
  readonly ms: number;
  readonly given: number;
  readonly statements: readonly Statement[];
  /** Rows of the table that were touched. */
  readonly touched: number;
  readonly sequential: readonly string[];
  readonly plan: string;
}

/** What the suite says beside its results: numbers for people, never a condition. */
const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

describe.each<Side>(['kr'])('the lists of action items for the side %s', (side) => {
  let test: TestDatabase;
  let actor: Actor;
  const figures: Figure[] = [];

  const ask = async (name: ListName) => {
    const reader = recordingReader(test.database.reader(actor));
    const page = await listActions(reader, actor, { ...LISTS[name], limit: PAGE });
    return { page, statements: reader.statements };
  };
  const measure = async (name: ListName, size: number): Promise<Figure> => {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const began = performance.now();
      await ask(name);
      times.push(performance.now() - began);
    }
    const { page, statements } = await ask(name);
    const scans = statements[0] ? await scansOf(test, `forum_${side}`, statements[0]) : [];
    const own = scans.filter(({ table }) => table === 'action_item');
    return {
      name,
      size,
      ms: times.sort((a, b) => a - b)[3] ?? 0,
      given: page.items.length,
      statements,
      touched: own.reduce((sum, { rows }) => sum + rows, 0),
      sequential: sequentialScans(scans),
      plan: summary(own),
    };
  };

  beforeAll(async () => {
    test = await createTestDatabase('record', { plansForValues: true });
    await test.setClock('2027-04-01T10:00:00+09:00');
    actor = await demoActor(test, `official.${side}`);
    for (const size of SIZES) {
      const began = performance.now();
      await fillActions(test, size);
      say(`filled ${size.toLocaleString('en')} rows in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      const [owner] = await test.admin<{ id: string }>(
        `select id from forum.post where code like 'MANY-%' and side = $1 order by code limit 1`,
        [side],
      );
      actor = { ...actor, postIds: [owner?.id ?? ''] };
      for (const name of NAMES) figures.push(await measure(name, size));
    }
  }, 120_000);
  afterAll(() => test.close());

  it('stand on as many rows as they say', async () => {
    const [counted] = await test.admin<{ count: number }>('select count(*)::int as count from forum.action_item');
    expect(counted?.count).toBeGreaterThanOrEqual(SIZES.at(-1) ?? Infinity);
  });

  it.each(NAMES)('"%s" is one indexed statement at every size, and touches no more rows than its page', (name) => {
    for (const { size, ms, given, statements, touched, sequential, plan } of figures.filter(
      (one) => one.name === name,
    )) {
      say(`${name}, ${size.toLocaleString('en')} rows: ${ms.toFixed(1)} ms, ${plan}`);
      expect(statements).toHaveLength(1);
      expect(sequential).toEqual([]);
      // Ten thousand rows are few enough to be sorted, and one post owes less than a page of them.
      if (size === SIZES[0]) continue;
      expect(given).toBe(PAGE);
      // One row more than the page, to know whether there is another.
      expect(touched).toBe(PAGE + 1);
      // Finished items, nearly all there are, are not even passed over.
      expect(plan).toMatch(/ix_action_item_(unfinished|open)_/);
    }
  });

  it('would be found out reading thousands without their index', async () => {
    const { statements } = await ask('their side owes us');
    const read = statements[0]
      ? await scansOf(test, `forum_${side}`, statements[0], [
          'drop index forum.ix_action_item_unfinished_side, forum.ix_action_item_unfinished_due, forum.ix_action_item_owner_side_due_id, forum.ix_action_item_due_id, forum.ix_action_item_open_side',
        ])
      : [];
    const touched = read.filter(({ table }) => table === 'action_item').reduce((sum, { rows }) => sum + rows, 0);
    expect(touched).toBeGreaterThan(100 * PAGE);
  });
});
