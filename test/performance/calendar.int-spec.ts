import { calendarBetween } from '#forum/calendar';
import { listSessions } from '#forum/sessions';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { recordingReader, scansOf, sequentialScans, summary, type Statement } from '../support/explain.js';
import { fillDelegations, fillPolls, fillSessions } from '../support/factories/many.js';
import { sizesUpTo } from '../support/sizes.js';

const MANY = 10_000;
const FEW = 1_000;
const ANSWERS = sizesUpTo([100_000, 500_000]).at(-1) ?? 0;

/** What the suite says beside its results: numbers for people, never a condition. */
const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

describe(`among ten thousand sessions and ${ANSWERS.toLocaleString('en')} answers to polls`, () => {
  let test: TestDatabase;
  let fewTook: number;

  beforeAll(async () => {
    test = await createTestDatabase('record', { plansForValues: true });
    await test.database.runInTx(workerActor, seedHolidays);
    await test.setClock('2027-02-01T10:00:00+09:00');
    await test.admin('analyze');
    await fillSessions(test, FEW);
    fewTook = await took();
    await fillSessions(test, MANY);
    await fillPolls(test, ANSWERS);
    await fillDelegations(test);
    await test.admin('analyze');
    const [counted] = await test.admin<{ sessions: number; answers: number }>(
      `select (select count(*)::int from forum.session) as sessions, (select count(*)::int from forum.date_poll_answer) as answers`,
    );
    expect(counted).toEqual({ sessions: MANY, answers: ANSWERS });
  }, 60_000);
  afterAll(() => test.close());

  const month = async (side: 'kr' | 'jp'): Promise<{ statements: Statement[]; sessions: number; asked: number }> => {
    const reader = recordingReader(test.database.readAs(`forum_${side}`));
    const { sessions, pollSlots } = await calendarBetween(reader, side, '2027-04-01', '2027-04-30');
    return { statements: reader.statements, sessions: sessions.length, asked: pollSlots.length };
  };
  /** The middle of eleven, in milliseconds. */
  const took = async (): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) {
      const began = performance.now();
      await month('kr');
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[5] ?? 0;
  };

  it.each(['kr', 'jp'] as const)(
    'a month of the calendar is one statement for the side %s, and reads no growing table from end to end',
    async (side) => {
      const { statements, sessions, asked } = await month(side);
      expect(statements).toHaveLength(1);
      expect(sessions).toBeGreaterThan(10);
      expect(asked).toBeGreaterThan(5);
      const [statement] = statements;
      const scans = statement ? await scansOf(test, `forum_${side}`, statement) : [];
      expect(scans.map(({ table }) => table)).toEqual(
        expect.arrayContaining(['session', 'holiday', 'channel_name', 'date_poll', 'date_poll_slot', 'session_hold']),
      );
      expect(sequentialScans(scans)).toEqual([]);
      say(`calendar month, ${side}: ${String(sessions)} sessions; ${summary(scans)}`);
    },
  );

  it.each(['upcoming', 'past'] as const)(
    'a page of %s sessions is one statement and reads no growing table from end to end',
    async (when) => {
      const reader = recordingReader(test.database.readAs('forum_jp'));
      expect(await listSessions(reader, { side: 'jp', when, limit: 50 })).toHaveLength(51);
      expect(reader.statements).toHaveLength(1);
      const [statement] = reader.statements;
      const scans = statement ? await scansOf(test, 'forum_jp', statement) : [];
      expect(sequentialScans(scans)).toEqual([]);
      say(`${when} sessions: ${summary(scans)}`);
    },
  );

  it('a month read from end to end would be found out without the indexes on the first day', async () => {
    const { statements } = await month('kr');
    const [statement] = statements;
    const scans = statement
      ? await scansOf(test, 'forum_kr', statement, [
          'drop index forum.ix_session_start_date, forum.ix_session_channel_id_start_date',
        ])
      : [];
    expect(sequentialScans(scans)).toEqual([expect.stringMatching(/^session: /)]);
  });

  it('a month takes about as long as among one thousand, as information', async () => {
    const manyTook = await took();
    say(
      `calendar month: ${fewTook.toFixed(1)} ms among ${String(FEW)} sessions, ${manyTook.toFixed(1)} ms among ${String(MANY)}, ratio ${(manyTook / fewTook).toFixed(2)}`,
    );
    expect(manyTook).toBeGreaterThan(0);
  });
});
