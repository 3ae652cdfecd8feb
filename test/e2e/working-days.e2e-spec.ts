import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestApp, type TestApp } from '../support/app.js';

interface Answer {
  days: {
    date: string;
    working: boolean;
    holidays: { side: string; name: { text: string; lang: string }; status: string }[];
  }[];
  count: number;
  calendarNotes: { side: string; year: number; status: string }[];
}

describe('GET /working-days', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await test.database.runInTx(workerActor, seedHolidays);
  });
  afterAll(() => test.close());

  const ask = async (query: string, name = 'delegate.jp'): Promise<Answer> =>
    (await (await test.as(name)).get(`working-days?${query}`)).json<Answer>();

  it('gives the days of both countries with their holidays in the reader’s language', async () => {
    const { days, count } = await ask('from=2026-09-18&to=2026-09-28');
    expect(days.filter(({ working }) => working).map(({ date }) => date)).toEqual(['2026-09-18', '2026-09-28']);
    expect(count).toBe(2);
    const names = Object.fromEntries(
      days.map(({ date, holidays }) => [date, holidays.map(({ side, name }) => `${side} ${name.text}`)]),
    );
    expect(names['2026-09-22']).toEqual(['jp 国民の休日']);
    expect(names['2026-09-25']).toEqual(['kr 秋夕(チュソク)']);
  });

  it('gives the days of one side, in the language asked for', async () => {
    const query = 'from=2027-02-09&to=2027-02-11&lang=en';
    expect(
      (await ask(`${query}&side=kr`)).days.map(({ working, holidays }) => [working, holidays[0]?.name.text]),
    ).toEqual([
      [false, 'Substitute holiday (Seollal (Lunar New Year))'],
      [true, undefined],
      [true, undefined],
    ]);
    expect((await ask(`${query}&side=jp`)).days.map(({ working }) => working)).toEqual([true, true, false]);
  });

  it('says which years are not sure, the reader’s own side first', async () => {
    expect((await ask('from=2026-12-31&to=2028-01-01')).calendarNotes).toEqual([
      { side: 'kr', year: 2027, status: 'computed' },
      { side: 'jp', year: 2028, status: 'predicted' },
      { side: 'kr', year: 2028, status: 'predicted' },
    ]);
    expect((await ask('from=2027-01-01&to=2027-01-31&side=jp')).calendarNotes).toEqual([]);
  });

  it('gives all languages on request', async () => {
    const answer = await (await test.as('head.kr')).get('working-days?from=2027-05-05&to=2027-05-05&side=jp&texts=all');
    expect(
      answer.json<{ days: { holidays: { name: { text: string; all: object } }[] }[] }>().days[0]?.holidays[0]?.name,
    ).toMatchObject({
      text: '어린이날',
      all: { ja: { text: 'こどもの日', status: 'authentic' }, en: { text: 'Children’s Day' } },
    });
  });

  it.each([
    [
      'ko',
      '기간의 종료일(2027-01-01)이 시작일(2027-02-01)보다 빠릅니다. 두 날짜를 바꾸어 다시 조회하여 주시기 바랍니다.',
    ],
    ['ja', '期間の終わり(2027-01-01)が始まり(2027-02-01)より前です。日付を入れ替えて、もう一度照会してください。'],
    ['en', 'The range ends (2027-01-01) before it begins (2027-02-01). Swap the two dates and ask again.'],
  ] as const)('refuses an inverted range in %s', async (language, detail) => {
    const answer = await (await test.as('head.kr')).get('working-days?from=2027-02-01&to=2027-01-01', { language });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'working-days.rangeInverted', detail }]);
  });

  it.each([
    ['ko', '한 번에 최대 732일까지 조회할 수 있습니다. 요청한 기간은 1,096일입니다.'],
    ['ja', '一度に照会できるのは732日までです。指定された期間は1,096日です。'],
    ['en', 'At most 732 days can be shown at once; this range has 1,096.'],
  ] as const)('refuses three years at once in %s', async (language, detail) => {
    const answer = await (await test.as('head.kr')).get('working-days?from=2026-01-01&to=2028-12-31', { language });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'working-days.rangeTooLong', detail }]);
  });

  it('names every fault of the question, and wants a sign-in', async () => {
    const answer = await (await test.as('head.kr')).get('working-days?from=2027-02-30&side=us');
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json<{ fields: { path: string; code: string }[] }>()
        .fields.map(({ path, code }) => `${path} ${code}`)
        .sort(),
    ).toEqual(['from common.notADate', 'side common.notInList', 'to common.notADate']);
    expect((await test.anonymous.get('working-days?from=2027-01-01&to=2027-01-02')).statusCode).toBe(401);
  });

  it('counts working days from a day, forward and back, and says what it passed over', async () => {
    const client = await test.as('delegate.jp');
    const offset = async (query: string) => (await client.get(`working-days/offset?${query}`)).json<object>();
    expect(await offset('date=2026-09-28&n=-1&lang=en')).toMatchObject({
      date: '2026-09-18',
      from: '2026-09-28',
      n: -1,
      side: 'common',
      passed: ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24', '2026-09-25'].map((date) => ({ date })),
      calendarNotes: [],
    });
    expect(await offset('date=2026-09-18&n=1')).toMatchObject({ date: '2026-09-28' });
    expect(await offset('date=2027-06-04&n=1&side=kr')).toMatchObject({ date: '2027-06-07' });
    expect(await offset('date=2026-09-19&n=0')).toMatchObject({ date: '2026-09-19', passed: [] });
    expect(await offset('date=2027-12-30&n=1&side=jp')).toMatchObject({
      date: '2028-01-04',
      calendarNotes: [{ year: 2028, side: 'jp', status: 'predicted' }],
    });
  });

  it('derives a date from an anchor: before rolls back, after rolls forward', async () => {
    const client = await test.as('head.kr');
    const derive = async (anchor: string, offset: number, side = 'common') =>
      (await client.get(`working-days/derive?anchor=${anchor}&offset=${String(offset)}&side=${side}`)).json<object>();
    expect(await derive('2027-03-11', -30)).toMatchObject({
      date: '2027-02-05',
      calendarDate: '2027-02-09',
      rolled: 'back',
      passed: [{ date: '2027-02-08' }, { date: '2027-02-09' }],
      calendarNotes: [{ year: 2027, side: 'kr', status: 'computed' }],
    });
    expect(await derive('2027-04-21', 14)).toMatchObject({ date: '2027-05-06', rolled: 'forward' });
    expect(await derive('2027-03-11', -10)).toMatchObject({ date: '2027-02-26', rolled: 'back' });
    expect(await derive('2026-12-16', 14)).toMatchObject({ date: '2027-01-04' });
    expect(await derive('2026-12-16', 14, 'kr')).toMatchObject({ date: '2026-12-30', rolled: 'none', passed: [] });
  });

  it.each([
    ['offset?date=2027-01-01&n=501', 400, 'common.invalid'],
    ['offset?date=2027-01-01&n=1.5', 400, 'common.invalid'],
    ['offset?date=2027-13-01&n=1', 400, 'common.invalid'],
    ['offset?n=1', 400, 'common.invalid'],
    ['offset?date=2199-12-31&n=1', 422, 'working-days.dateOutOfReach'],
    ['derive?anchor=1900-01-01&offset=-1', 422, 'working-days.dateOutOfReach'],
    ['derive?anchor=0001-01-01&offset=-1', 400, 'common.invalid'],
    ['derive?anchor=2027-01-01&offset=1001', 400, 'common.invalid'],
    ['derive?anchor=2027-01-01&offset=1&side=us', 400, 'common.invalid'],
  ])('refuses %s', async (path, status, code) => {
    const answer = await (await test.as('head.kr')).get(`working-days/${path}`);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});
