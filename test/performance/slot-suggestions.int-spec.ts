import { slotFacts, suggestSlots, type SlotFactsAsk } from '#forum/date-polls';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { recordingReader, scansOf, sequentialScans, summary, type Statement } from '../support/explain.js';
import { fillDelegations, fillPolls, fillSessions } from '../support/factories/many.js';
import { sizesUpTo } from '../support/sizes.js';

const SESSIONS = 10_000;
const ANSWERS = sizesUpTo([100_000, 500_000]).at(-1) ?? 0;
const range = { from: '2027-04-01', to: '2027-06-30' };

const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

describe(`slot suggestions among ten thousand sessions and ${ANSWERS.toLocaleString('en')} answers`, () => {
  let test: TestDatabase;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestDatabase('record', { plansForValues: true });
    await test.database.runInTx(workerActor, seedHolidays);
    await test.setClock('2027-02-01T10:00:00+09:00');
    await fillSessions(test, SESSIONS);
    await fillPolls(test, ANSWERS);
    await fillDelegations(test);
    await test.admin('analyze');
    const [busy] = await test.admin<{ id: string }>(
      `select p.channel_id as id from forum.date_poll p where p.deadline between '2027-04-01' and '2027-06-30' limit 1`,
    );
    channelId = busy?.id ?? '';
  }, 180_000);
  afterAll(() => test.close());

  const ask = (side: 'kr' | 'jp'): SlotFactsAsk => ({ channelId, side, ...range });
  const gather = async (side: 'kr' | 'jp') => {
    const reader = recordingReader(test.database.readAs(`forum_${side}`));
    const facts = await slotFacts(reader, ask(side));
    return { facts, statements: reader.statements };
  };
  const scans = async (side: 'kr' | 'jp', statement: Statement | undefined, arrange: readonly string[] = []) =>
    statement ? scansOf(test, `forum_${side}`, statement, arrange) : [];

  it('stands on as many rows as it says', async () => {
    const [count] = await test.admin<{ sessions: number; answers: number }>(
      `select (select count(*)::int from forum.session) as sessions, (select count(*)::int from forum.date_poll_answer) as answers`,
    );
    expect(count?.sessions).toBeGreaterThanOrEqual(SESSIONS);
    expect(count?.answers).toBeGreaterThanOrEqual(ANSWERS);
  });

  it.each(['kr', 'jp'] as const)(
    'are read in one statement for the side %s, and no growing table from end to end',
    async (side) => {
      const { facts, statements } = await gather(side);
      expect(statements).toHaveLength(1);
      expect(facts?.taken.length).toBeGreaterThan(0);
      expect(facts?.said.length).toBeGreaterThan(0);
      const read = await scans(side, statements[0]);
      expect(read.map(({ table }) => table)).toEqual(
        expect.arrayContaining(['session', 'session_hold', 'date_poll_slot', 'date_poll_answer', 'date_poll_verdict']),
      );
      expect(sequentialScans(read)).toEqual([]);
      say(`slot suggestions, ${side}: ${summary(read)}`);
    },
  );

  it('would be found out reading slots from end to end without the index on their time', async () => {
    const { statements } = await gather('kr');
    const read = await scans('kr', statements[0], ['drop index forum.ix_date_poll_slot_starts_at']);
    expect(sequentialScans(read)).toEqual([expect.stringMatching(/^date_poll_slot: /)]);
  });

  it('offer five slots, as information how fast', async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const began = performance.now();
      const { facts } = await gather('kr');
      const asked = { ...range, zone: 'Asia/Seoul', minutes: 120, format: 'in_person', guest: 'jp' } as const;
      expect(facts && suggestSlots(asked, facts, 5).slots).toHaveLength(5);
      times.push(performance.now() - began);
    }
    say(`slot suggestions: ${(times.sort((a, b) => a - b)[2] ?? 0).toFixed(1)} ms for three months`);
  });
});
