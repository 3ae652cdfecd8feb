import { historicText, newId } from '#core/kernel';
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
interface Time {
  id: string;
  day: string;
  title: { text: string };
  localStart: string;
}
interface Answer {
  today: string;
  days: Day[];
  avoidPeriods: { side: string; from: string; to: string; name: { text: string } }[];
  holds: (Time & { placedBy: string; expiresAt: string })[];
  pollSlots: (Time & { shared: boolean })[];
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

  it('says which years are not sure, the reader’s own side first, from the whole year and not from the days asked for', async () => {
    expect((await ask('from=2027-06-08&to=2027-06-09')).calendarNotes).toEqual([
      { side: 'kr', year: 2027, status: 'computed' },
    ]);
    expect((await ask('from=2027-12-30&to=2028-01-02')).calendarNotes).toEqual([
      { side: 'kr', year: 2027, status: 'computed' },
      { side: 'jp', year: 2028, status: 'predicted' },
      { side: 'kr', year: 2028, status: 'predicted' },
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

  it('shows the soft periods of both sides that touch the days, and none that was withdrawn', async () => {
    await test.admin(`delete from forum.avoid_period`);
    for (const [side, from, to, name, withdrawn] of [
      ['jp', '2027-04-29', '2027-05-05', '大型連休', false],
      ['kr', '2027-05-05', '2027-05-09', '연휴', false],
      ['jp', '2027-05-01', '2027-05-02', '取消', true],
      ['jp', '2027-05-11', '2027-05-12', '後日', false],
    ]) {
      await test.admin(
        `insert into forum.avoid_period (id, side, starts_on, ends_on, name, origin, withdrawn) values ($1, $2, $3, $4, $5, 'person', $6)`,
        [
          newId(),
          side,
          from,
          to,
          historicText({ ko: String(name), ja: String(name), en: String(name) }, 'ja'),
          withdrawn,
        ],
      );
    }
    expect(
      (await ask('from=2027-05-01&to=2027-05-10')).avoidPeriods.map(({ side, from, name }) => [side, from, name.text]),
    ).toEqual([
      ['jp', '2027-04-29', '大型連休'],
      ['kr', '2027-05-05', '연휴'],
    ]);
  });

  describe('with a poll in Geneva', () => {
    const query = 'from=2027-10-01&to=2027-10-31&lang=en';
    const ids = { poll: newId(), held: newId(), asked: newId(), late: newId() };

    beforeAll(async () => {
      const { channelId } = await saveSession(test, { startDate: '2027-12-20' });
      await test.admin(
        `insert into forum.date_poll (id, channel_id, state, zone, minutes, format, deadline, proposed_by_side, audience)
         values ($1, $2, 'open', 'Europe/Zurich', 120, 'in_person', '2027-09-30T09:00:00Z', 'kr', 'joint')`,
        [ids.poll, channelId],
      );
      for (const [id, startsAt] of [
        [ids.held, '2027-10-11T08:00:00Z'],
        [ids.asked, '2027-10-12T08:00:00Z'],
        // 1 November in both capitals, the last of October in Geneva.
        [ids.late, '2027-10-31T22:30:00Z'],
      ]) {
        await test.admin(
          `insert into forum.date_poll_slot (id, poll_id, starts_at, ends_at, audience) values ($1, $2, $3, $3::timestamptz + interval '2 hours', 'joint')`,
          [id, ids.poll, startsAt],
        );
      }
      await test.admin(
        `insert into forum.session_hold (id, slot_id, channel_id, starts_at, ends_at, zone, placed_by_side, expires_at)
         select $1, s.id, $3, s.starts_at, s.ends_at, 'Europe/Zurich', 'jp', '2027-03-31T14:40:00Z' from forum.date_poll_slot s where s.id = $2`,
        [newId(), ids.held, channelId],
      );
    });

    it('shows holds and the other times asked about, on their days there', async () => {
      const { holds, pollSlots } = await ask(query);
      expect(holds).toMatchObject([
        { day: '2027-10-11', localStart: '10:00', placedBy: 'jp', expiresAt: '2027-03-31T14:40:00.000Z' },
      ]);
      expect(holds[0]?.title.text).toBe('Radio Directors-General Meeting');
      expect(pollSlots).toMatchObject([
        { id: ids.asked, day: '2027-10-12', localStart: '10:00', shared: true },
        { id: ids.late, day: '2027-10-31', localStart: '23:30', shared: true },
      ]);
    });

    it('lets a hold go by the clock, and shows its time as asked about again', async () => {
      await test.setClock('2027-03-31T23:40:01+09:00');
      const { holds, pollSlots } = await ask(query);
      expect(holds).toEqual([]);
      expect(pollSlots.map(({ id }) => id)).toEqual([ids.held, ids.asked, ids.late]);
    });

    it('shows a draft to its own side only, and nothing of a poll that is decided', async () => {
      await test.admin(`update forum.date_poll set state = 'draft', audience = 'kr' where id = $1`, [ids.poll]);
      await test.admin(`update forum.date_poll_slot set audience = 'kr' where poll_id = $1`, [ids.poll]);
      expect((await ask(query, 'delegate.kr')).pollSlots.map(({ shared }) => shared)).toEqual([false, false, false]);
      expect((await ask(query)).pollSlots).toEqual([]);
      await test.admin(`update forum.date_poll set state = 'decided', audience = 'joint' where id = $1`, [ids.poll]);
      expect((await ask(query, 'delegate.kr')).pollSlots).toEqual([]);
    });
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
