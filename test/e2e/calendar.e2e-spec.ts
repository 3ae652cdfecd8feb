import { newId } from '#core/kernel';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

interface Day {
  date: string;
  working: { kr: boolean; jp: boolean };
  holidays: { side: string; name: { text: string; lang: string } }[];
}
interface Session {
  id: string;
  title: { text: string; lang: string };
  from: string;
  to: string;
  precision: string;
  startsAt: string | null;
  localStart: string | null;
  zone: string;
  state: string;
}
interface Answer {
  today: string;
  days: Day[];
  sessions: Session[];
  calendarNotes: { side: string; year: number; status: string }[];
}

describe('GET /calendar', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await test.database.runInTx(workerActor, seedHolidays);
    await test.admin(`truncate forum.session cascade`);
    await test.setClock('2027-03-31T23:30:00+09:00');
  });
  afterAll(() => test.close());

  const ask = async (query: string, name = 'delegate.jp'): Promise<Answer> =>
    (await (await test.as(name)).get(`calendar?${query}`)).json<Answer>();

  it('gives the days of both countries, each reader’s own side first, in their language, and today at their capital', async () => {
    const query = 'from=2027-04-28&to=2027-05-07';
    const [japanese, korean] = [await ask(query), await ask(query, 'delegate.kr')];
    expect(japanese.today).toBe('2027-03-31');
    const named = ({ days }: Answer, date: string) =>
      days.find((day) => day.date === date)?.holidays.map(({ side, name }) => `${side} ${name.text}`);
    expect(named(japanese, '2027-04-29')).toEqual(['jp 昭和の日']);
    expect(named(japanese, '2027-05-05')?.map((text) => text.slice(0, 2))).toEqual(['jp', 'kr']);
    expect(named(korean, '2027-05-05')).toEqual(['kr 어린이날', 'jp 어린이날']);
    expect(japanese.days.find(({ date }) => date === '2027-04-29')?.working).toEqual({ kr: true, jp: false });
    expect(japanese.days.filter(({ working }) => working.kr && working.jp).map(({ date }) => date)).toEqual([
      '2027-04-28',
      '2027-04-30',
      '2027-05-06',
      '2027-05-07',
    ]);
  });

  it('says which years are not sure, from the whole year and not from the days asked for', async () => {
    expect((await ask('from=2027-06-08&to=2027-06-09')).calendarNotes).toEqual([
      { side: 'kr', year: 2027, status: 'computed' },
    ]);
    expect((await ask('from=2027-12-30&to=2028-01-02')).calendarNotes).toEqual([
      { side: 'kr', year: 2027, status: 'computed' },
      { side: 'kr', year: 2028, status: 'predicted' },
      { side: 'jp', year: 2028, status: 'predicted' },
    ]);
  });

  it('shows a session on its days at the venue with the clock there, also when it began before the first day asked for', async () => {
    const { id } = await saveSession(test, {
      startDate: '2027-06-28',
      startsAt: '2027-06-28T12:30:00Z',
      endsAt: '2027-07-02T10:00:00Z',
    });
    await test.admin(`update forum.session set zone = 'Europe/Zurich', end_date = '2027-07-02' where id = $1`, [id]);
    const { sessions } = await ask('from=2027-07-01&to=2027-07-31');
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      id,
      from: '2027-06-28',
      to: '2027-07-02',
      precision: 'day',
      startsAt: '2027-06-28T12:30:00.000Z',
      localStart: '14:30',
      zone: 'Europe/Zurich',
      state: 'date_agreed',
    });
    expect((await ask('from=2027-07-03&to=2027-07-31')).sessions).toEqual([]);
    expect((await ask('from=2027-06-01&to=2027-06-27')).sessions).toEqual([]);
  });

  it('titles a session with the reader’s side’s own count and name', async () => {
    const { id, channelId } = await saveSession(test, { startDate: '2027-08-18' });
    await test.admin(`update forum.session set ordinal_jp = 8 where id = $1`, [id]);
    await test.admin(
      `insert into forum.channel_name (id, code, channel_id, position, side, language, text, kind, audience) values ($1, 'TEST-own-name', $2, 9, 'jp', 'ja', '電波局長会議', 'official_jp', 'joint')`,
      [newId(), channelId],
    );
    const query = 'from=2027-08-01&to=2027-08-31&lang=ja';
    expect((await ask(query)).sessions[0]?.title.text).toBe('第8回電波局長会議');
    expect((await ask(query, 'delegate.kr')).sessions[0]?.title.text).toBe('第7回電波局長級会合');
  });

  it('shows a session of which only the month is known in every part of that month', async () => {
    const { id } = await saveSession(test, { startDate: '2027-09-01', startsAt: null, endsAt: null });
    await test.admin(`update forum.session set date_precision = 'month', date_value = '2027-09' where id = $1`, [id]);
    expect((await ask('from=2027-09-20&to=2027-09-26')).sessions).toMatchObject([{ id, precision: 'month' }]);
    expect((await ask('from=2027-10-01&to=2027-10-31')).sessions).toEqual([]);
  });

  it('shows a side’s own session to that side only', async () => {
    const { id } = await saveSession(test, { startDate: '2027-11-10' });
    await test.admin(`update forum.session set audience = 'kr' where id = $1`, [id]);
    const query = 'from=2027-11-01&to=2027-11-30';
    expect((await ask(query, 'delegate.kr')).sessions.map((session) => session.id)).toEqual([id]);
    expect((await ask(query)).sessions).toEqual([]);
    expect((await ask(query, 'observer')).sessions).toEqual([]);
  });

  it.each([
    ['ko', '한 번에 최대 100일까지 조회할 수 있습니다. 요청한 기간은 101일입니다.'],
    ['ja', '一度に照会できるのは100日までです。指定された期間は101日です。'],
    ['en', 'At most 100 days can be shown at once; this range has 101.'],
  ] as const)('refuses more than a hundred days in %s', async (language, detail) => {
    const answer = await (await test.as('head.kr')).get('calendar?from=2027-01-01&to=2027-04-11', { language });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'working-days.rangeTooLong', detail }]);
    const whole = await (await test.as('head.kr')).get('calendar?from=2027-01-01&to=2027-04-10');
    expect(whole.statusCode).toBe(200);
  });

  it('refuses an inverted range, names every fault of the question, and wants a sign-in', async () => {
    const client = await test.as('head.kr');
    const inverted = await client.get('calendar?from=2027-05-01&to=2027-04-01');
    expect([inverted.statusCode, inverted.json()]).toMatchObject([422, { code: 'working-days.rangeInverted' }]);
    const faulty = await client.get('calendar?from=2027-02-30&until=2027-03-01');
    expect(faulty.statusCode).toBe(400);
    expect(
      faulty
        .json<{ fields: { path: string; code: string }[] }>()
        .fields.map(({ path, code }) => `${path} ${code}`)
        .sort(),
    ).toEqual(['from common.notADate', 'to common.notADate', 'until common.unknownField']);
    expect((await test.anonymous.get('calendar?from=2027-01-01&to=2027-01-02')).statusCode).toBe(401);
  });
});
