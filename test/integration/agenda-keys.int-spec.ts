import fc from 'fast-check';
import { LANGUAGES, SIDES, type Side } from '#core/kernel';
import { createTestApp, type TestApp } from '../support/app.js';
import { agendaFaults, type Memory } from '../support/agenda-truth.js';
import { actKinds, AgendaWorld, type Act } from '../support/agenda-world.js';

/**
 * For how many seconds the property looks for a fault, however slow the machine is at least three times; a seed that found one is printed
 * with what was done. Every run of the tests looks at other rounds, and the tour below plays each act there is: to look longer in one run
 * finds little more. FORUM_LOOKING asks for it.
 */
const LOOKING = Number(process.env['FORUM_LOOKING'] ?? 8);
const AT_LEAST = 3;

interface Round {
  readonly settles: boolean;
  readonly acts: readonly Act[];
}

const plain = { noNullPrototype: true } as const;
const act: fc.Arbitrary<Act> = fc.record(
  {
    side: fc.constantFrom(...SIDES),
    what: fc.constantFrom(...actKinds),
    pick: fc.nat(11),
    lang: fc.constantFrom(...LANGUAGES),
  },
  plain,
);
/** What one side does for itself alone. */
const quiet: fc.Arbitrary<Round> = fc
  .tuple(fc.constantFrom(...SIDES), fc.array(act, { minLength: 1, maxLength: 3 }))
  .map(([side, acts]) => ({
    settles: false,
    acts: acts.map((one) => ({ ...one, side, what: (['note', 'comment', 'add'] as const)[one.pick % 3] ?? 'note' })),
  }));
const round: fc.Arbitrary<Round> = fc.record(
  {
    settles: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
    acts: fc.array(act, { minLength: 1, maxLength: 4 }),
  },
  plain,
);
const alone = (side: Side, what: Act['what']): Round => ({
  settles: false,
  acts: [{ side, what, pick: 3, lang: side === 'kr' ? 'ko' : 'ja' }],
});
/** Every run begins with two shared items that both have signed, so that there is something to undo. */
const beginning: readonly Round[] = [
  ...SIDES.flatMap((side) => [alone(side, 'add'), alone(side, 'exchange')]),
  { settles: true, acts: [] },
];

const together = (...acts: readonly (readonly [side: Side, what: Act['what'], pick?: number])[]): Round => ({
  settles: false,
  acts: acts.map(([side, what, pick = 0]) => ({ side, what, pick, lang: side === 'kr' ? 'ja' : 'ko' })),
});
/** Every act once, the likely quarrels among them; played whole, however slow the machine is. */
const tour: readonly Round[] = [
  together(['kr', 'note']),
  together(['jp', 'comment']),
  together(['kr', 'retitle'], ['jp', 'retitle'], ['kr', 'minutes']),
  together(['kr', 'translate', 1], ['jp', 'sign'], ['jp', 'unchanged', 1]),
  { settles: true, acts: together(['kr', 'move', 1]).acts },
  together(['kr', 'takeBack'], ['jp', 'describe', 1]),
  together(['jp', 'reword', 1], ['kr', 'sign']),
  { settles: true, acts: [] },
  together(['kr', 'add', 1], ['jp', 'add'], ['jp', 'exchange']),
  together(['kr', 'exchange'], ['jp', 'sign'], ['kr', 'move']),
  together(['kr', 'defer', 1]),
  together(['jp', 'decide', 1], ['kr', 'retitle', 1]),
  together(['kr', 'withdraw'], ['jp', 'withdraw', 1]),
  { settles: true, acts: together(['jp', 'note']).acts },
];

describe('two sides at one agenda at once', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close(), 60_000);

  /** Plays rounds until time is up, each act of a round at the same time, and looks after each; gives the first faults. */
  const play = async (
    world: AgendaWorld,
    rounds: readonly Round[],
    memory: Memory,
    until = Infinity,
  ): Promise<string[]> => {
    for (const { settles, acts } of rounds) {
      if (performance.now() > until) break;
      world.round += 1;
      let shared = settles;
      if (settles) await world.settle(acts);
      else shared = (await Promise.all(acts.map((one) => world.perform(one)))).includes(true);
      const faults = await agendaFaults(world, memory, shared ? null : acts.map(({ side }) => side));
      if (faults.length > 0) return faults;
    }
    return [];
  };

  it('keeps every rule through every act there is, quarrels included', async () => {
    const world = await AgendaWorld.open(test);
    expect(await play(world, [...beginning, ...tour], { versions: new Map() })).toEqual([]);
    const { seen } = world.ledger;
    const never = ['edit', 'sign', 'exchange', 'comments', 'move', 'defer', 'withdraw', '412'].filter(
      (what) => !seen.has(what),
    );
    expect(never).toEqual([]);
  }, 90_000);

  it(
    'never loses an item or a word, signs what is not there, takes a stale text for current, or tells a private word',
    async () => {
      const seen = new Map<string, number>();
      const seed = Math.trunc(Number(process.env['FORUM_SEED'] ?? Date.now() % 2_147_483_647));
      console.info(`FORUM_SEED=${String(seed)}`);
      const until = performance.now() + 1_000 * LOOKING;
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof({ arbitrary: round, weight: 4 }, { arbitrary: quiet, weight: 1 }), {
            minLength: 4,
            maxLength: 12,
          }),
          async (rounds) => {
            const enough = runs >= AT_LEAST;
            if (enough && performance.now() > until) return;
            const world = await AgendaWorld.open(test);
            const end = enough ? until : Infinity;
            expect(await play(world, [...beginning, ...rounds], { versions: new Map() }, end)).toEqual([]);
            for (const [what, count] of world.ledger.seen) seen.set(what, (seen.get(what) ?? 0) + count);
            runs += 1;
          },
        ),
        { seed, numRuns: 1_000, endOnFailure: true },
      );
      expect(runs).toBeGreaterThanOrEqual(AT_LEAST);
      seen.set('runs', runs);
      console.info(Object.fromEntries(seen));
    },
    1_000 * LOOKING + 120_000,
  );

  describe('looks so closely that it finds', () => {
    const agreed = async (): Promise<{ world: AgendaWorld; memory: Memory }> => {
      const world = await AgendaWorld.open(test);
      const memory: Memory = { versions: new Map() };
      expect(await play(world, [...beginning, alone('kr', 'add')], memory)).toEqual([]);
      expect((await world.read('head.jp')).state).toBe('agreed');
      return { world, memory };
    };
    const agenda = '(select a.id from forum.agenda a where a.session_id = $1)';
    const shared = `agenda_id = ${agenda} and audience = 'joint'`;

    it.each([
      [
        'another content under a signed hash',
        `update forum.agenda_version set content = '{"items":[]}' where agenda_id = ${agenda}`,
        /has another hash/,
      ],
      [
        'another length under both keys',
        `update forum.agenda_item set minutes = minutes + 1 where ${shared}`,
        /words that do not stand/,
      ],
      [
        'an agreement that one side left',
        `update forum.key_turn set cleared_at = forum.now() where side = 'jp' and subject_id = ${agenda}`,
        /agreed with 1 keys/,
      ],
      [
        'a key that nobody turned',
        `update forum.key_turn set side = 'kr', cleared_at = forum.now() where side = 'jp' and subject_id = ${agenda}`,
        /turned by nobody/,
      ],
      [
        'a source that moved under its translations',
        `update forum.agenda_item set title = jsonb_set(title, array[title ->> 'source', 'text'], '"T0T"') where ${shared}`,
        /stale title is shown as current/,
      ],
      [
        'a row that is gone',
        `with rows as (delete from forum.agenda_item where ${shared} and proposer_side = 'jp' returning id)
          delete from forum.agenda_note where item_id in (select id from rows)`,
        /a row is lost/,
      ],
      [
        'a row withdrawn by nobody',
        `update forum.agenda_item set state = 'withdrawn' where ${shared} and proposer_side = 'jp'`,
        /withdrawn without/,
      ],
      [
        'a draft handed over by nobody',
        `update forum.agenda_item set audience = 'joint' where agenda_id = ${agenda} and audience = 'kr'`,
        /shared without an exchange/,
      ],
      [
        'a note that changed sides',
        `update forum.agenda_note n set audience = 'jp' from forum.agenda_item i where i.id = n.item_id and i.agenda_id = ${agenda} and i.audience = 'joint' and i.proposer_side = 'kr'`,
        /a private word of kr/,
      ],
    ])('%s', async (_what, sql, told) => {
      const { world, memory } = await agreed();
      await test.admin(sql, [world.sessionId]);
      expect((await agendaFaults(world, memory, null)).join('\n')).toMatch(told);
    });

    it('an answer to the other side that moves with a draft', async () => {
      const { world, memory } = await agreed();
      await test.admin(`update forum.agenda set version = version + 1 where session_id = $1`, [world.sessionId]);
      expect(await agendaFaults(world, memory, ['kr'])).toEqual([
        'what was done in private moved what jp is told',
        'what was done in private moved what neutral people are told',
      ]);
    });
  });
});
