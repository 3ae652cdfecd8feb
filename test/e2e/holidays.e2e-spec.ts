import type {
  HolidayListView,
  HolidayRecordView,
  ImportReportView,
} from '../../apps/api/src/working-days/holidays.dto.js';
import { seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestApp, type TestApp } from '../support/app.js';

const decision = {
  date: '2027-10-08',
  kind: 'temporary',
  status: 'gazetted',
  names: { ko: '임시공휴일', ja: '臨時公休日', en: 'Temporary public holiday' },
  citation: '국무회의 의결(2027. 9. 1.)',
};
const head = 'date,kind,status,name_ko,name_ja,name_en,rule,citation';
const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64');
const fileOf = (...rows: string[]): string => base64(`\ufeff${[head, ...rows].join('\r\n')}\r\n`);

describe('the holiday tables', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await test.database.runInTx(workerActor, seedHolidays);
  });
  afterAll(() => test.close());

  const list = async (name: string, query: string): Promise<HolidayListView> =>
    (await (await test.as(name)).get(`holidays?${query}`)).json<HolidayListView>();
  const dayOf = async (name: string, side: 'kr' | 'jp', date: string): Promise<HolidayRecordView> => {
    const { items } = await list(name, `year=${date.slice(0, 4)}&side=${side}`);
    const day = items.find((item) => item.date === date);
    if (!day) throw new Error(`no day ${date}`);
    return day;
  };
  const tables = () => test.admin('select * from forum.holiday order by id');
  const events = () =>
    test.admin<{ payload: object; audience: string; actor_side: string }>(
      `select payload, audience, actor_side from forum.outbox_event where event = 'working-days.holidaysChanged' order by occurred_at, id`,
    );

  it('give a year of both sides, its working days and what is not gazetted', async () => {
    const year = await list('delegate.jp', 'year=2027');
    expect(year.workingDays).toMatchObject({ common: 232 });
    expect(year.calendarNotes).toEqual([{ year: 2027, side: 'kr', status: 'computed' }]);
    expect(new Set(year.items.map(({ side }) => side))).toEqual(new Set(['kr', 'jp']));
    expect(year.items.find(({ date }) => date === '2027-03-22')).toMatchObject({
      side: 'jp',
      kind: 'substitute',
      name: { lang: 'ja', text: '振替休日(春分の日)' },
    });
    expect(year.allowedActions.every(({ allowed }) => !allowed)).toBe(true);
  });

  it('take a temporary day that the Cabinet has decided, for both sides at once', async () => {
    const secretariat = await test.as('secretariat.kr');
    const answer = await secretariat.post('holidays', { body: decision, headers: { 'idempotency-key': 'decision-1' } });
    const again = await secretariat.post('holidays', { body: decision, headers: { 'idempotency-key': 'decision-1' } });
    expect([answer.statusCode, again.statusCode, again.json()]).toEqual([201, 201, answer.json()]);
    expect(answer.json()).toMatchObject({ side: 'kr', origin: 'person', citation: { text: decision.citation } });
    const common = await (await test.as('delegate.jp')).get('working-days/offset?date=2027-10-07&n=1&lang=en');
    expect(common.json()).toMatchObject({
      date: '2027-10-12',
      passed: [{ date: '2027-10-08' }, { date: '2027-10-11' }],
    });
    expect(await events()).toEqual([
      {
        payload: { side: 'kr', from: '2027-10-08', to: '2027-10-08', what: 'added' },
        audience: 'joint',
        actor_side: 'kr',
      },
    ]);
  });

  it('refuse the same day twice, a decision without its source and a name without its own language', async () => {
    const secretariat = await test.as('secretariat.kr');
    const before = await tables();
    const post = async (body: object): Promise<[number, string]> => {
      const answer = await secretariat.post('holidays', { body });
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    expect(await post(decision)).toEqual([409, 'working-days.dayTaken']);
    expect(await post({ ...decision, date: '2027-10-07', citation: '' })).toEqual([422, 'working-days.citationNeeded']);
    expect(await post({ ...decision, names: { ja: '休日' } })).toEqual([422, 'working-days.ownNameMissing']);
    expect(await post({ ...decision, date: '1950-10-07' })).toEqual([422, 'working-days.dateOutOfReach']);
    expect(await post({ ...decision, kind: 'festival' })).toEqual([400, 'common.invalid']);
    expect(await post({ ...decision, names: { ko: 'ㄱ\u202e' } })).toEqual([400, 'common.invalid']);
    expect(await tables()).toEqual(before);
  });

  it.each([
    ['ko', '임시공휴일에는 근거(국무회의 의결 등)가 필요합니다. 근거를 적어 다시 보내 주시기 바랍니다.'],
    ['ja', '臨時公休日には根拠(閣議決定など)が必要です。根拠を記入して、もう一度送信してください。'],
    ['en', 'A temporary holiday needs the decision it rests on. Add the citation and send again.'],
  ] as const)('say in %s what is missing', async (language, detail) => {
    const answer = await (
      await test.as('secretariat.jp')
    ).post('holidays', { language, body: { ...decision, citation: undefined } });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'working-days.citationNeeded', detail }]);
  });

  it('are changed with the version that was read, and then belong to people', async () => {
    const secretariat = await test.as('secretariat.jp');
    const day = await dayOf('secretariat.jp', 'jp', '2027-08-11');
    const body = { names: { ja: '山の日(改)', ko: '산의 날(개정)', en: 'Mountain Day (amended)' } };
    const patch = (etag?: string) => secretariat.patch(`holidays/${day.id}`, { body, ...(etag ? { etag } : {}) });
    expect((await patch()).statusCode).toBe(428);
    const changed = await patch(day.etag);
    expect(changed.json()).toMatchObject({ etag: '"2"', origin: 'person', name: { text: '山の日(改)', stale: false } });
    expect(changed.headers.etag).toBe('"2"');
    expect((await patch(day.etag)).statusCode).toBe(412);
    expect(await test.database.runInTx(workerActor, seedHolidays)).toBe(0);
    const korean = await (await test.as('head.kr')).get('holidays?year=2027&side=jp&lang=ko');
    expect(korean.json<HolidayListView>().items.find(({ id }) => id === day.id)).toMatchObject({
      name: { text: '산의 날(개정)', status: 'checked', stale: false },
      allowedActions: [
        { action: 'edit', allowed: false, reason: 'common.forbidden' },
        { action: 'withdraw', allowed: false, reason: 'common.forbidden' },
      ],
    });
  });

  it('keep a withdrawn day as a row, count it as a working day, and take it back', async () => {
    const secretariat = await test.as('secretariat.kr');
    const working = async (): Promise<boolean | undefined> =>
      (await secretariat.get('working-days?from=2027-07-19&to=2027-07-19&side=kr')).json<{
        days: { working: boolean }[];
      }>().days[0]?.working;
    const day = await dayOf('secretariat.kr', 'kr', '2027-07-19');
    const withdrawn = await secretariat.post(`holidays/${day.id}/withdraw`, { etag: day.etag });
    expect(withdrawn.json()).toMatchObject({ withdrawn: true, allowedActions: [{ action: 'restore', allowed: true }] });
    expect(await working()).toBe(true);
    const twice = await secretariat.post(`holidays/${day.id}/withdraw`, { etag: '"2"' });
    expect([twice.statusCode, twice.json()]).toMatchObject([409, { code: 'common.wrongState' }]);
    expect((await secretariat.post(`holidays/${day.id}/restore`, { etag: '"2"' })).statusCode).toBe(200);
    expect(await working()).toBe(false);
    expect((await events()).slice(-2).map(({ payload }) => payload)).toEqual([
      { side: 'kr', from: '2027-07-19', to: '2027-07-19', what: 'withdrawn' },
      { side: 'kr', from: '2027-07-19', to: '2027-07-19', what: 'restored' },
    ]);
  });

  it.each(['secretariat.kr', 'delegate.jp', 'head.jp', 'official.jp', 'admin', 'observer', 'company.jp', 'auditor'])(
    'of Japan are not %s’s to change',
    async (name) => {
      const client = await test.as(name);
      const day = await dayOf('secretariat.jp', 'jp', '2027-11-03');
      const before = await tables();
      const answers = await Promise.all([
        client.patch(`holidays/${day.id}`, { etag: day.etag, body: { kind: 'public', names: { ja: '別の日' } } }),
        client.post(`holidays/${day.id}/withdraw`, { etag: day.etag }),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
      if (name !== 'secretariat.kr') {
        const others = await Promise.all([
          client.post('holidays', { body: decision }),
          client.post('holidays/import/preview', { body: { file: fileOf('2027-10-08,public,gazetted,날,日,day,,') } }),
          client.post('holidays/import', { body: { file: fileOf(), seen: 'x' } }),
        ]);
        expect(others.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
      }
      expect(await tables()).toEqual(before);
    },
  );

  it('ask for a sign-in, and do not know a day that is not there', async () => {
    expect((await test.anonymous.get('holidays?year=2027')).statusCode).toBe(401);
    expect((await test.anonymous.post('holidays', { body: decision })).statusCode).toBe(401);
    const secretariat = await test.as('secretariat.kr');
    const path = 'holidays/018f0000-0000-7000-8000-000000000000';
    expect((await secretariat.patch(path, { etag: '"1"', body: {} })).statusCode).toBe(404);
    expect((await secretariat.get('holidays?year=27')).statusCode).toBe(400);
  });

  describe('from a file', () => {
    const preview = async (name: string, file: string): Promise<ImportReportView> =>
      (await (await test.as(name)).post('holidays/import/preview', { body: { file } })).json<ImportReportView>();

    it('are exported for Excel, and taken back without a change', async () => {
      const answer = await (await test.as('official.kr')).get('holidays/export?year=2028&side=kr');
      expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
        'text/csv; charset=utf-8',
        'attachment; filename="holidays-kr-2028.csv"',
      ]);
      expect(answer.body.startsWith(`\ufeff${head}\r\n2028-01-01,public,predicted,1월 1일,元日,`)).toBe(true);
      const report = await preview('secretariat.kr', base64(answer.rawPayload));
      expect(report).toMatchObject({ added: 0, changed: 0, refused: 0, applied: false });
      expect(report.unchanged).toBeGreaterThan(15);
    });

    it('are seen before they are taken over, and then make the year gazetted', async () => {
      const secretariat = await test.as('secretariat.kr');
      const exported = await secretariat.get('holidays/export?year=2027&side=kr');
      const file = base64(
        `${exported.body.replaceAll(',computed,', ',gazetted,')}2027-10-15,temporary,gazetted,임시공휴일,,,,국무회의 의결\r\n`,
      );
      const before = await tables();
      const seen = await preview('secretariat.kr', file);
      expect(seen).toMatchObject({ side: 'kr', added: 1, refused: 0, applied: false });
      expect(await tables()).toEqual(before);
      const wrong = await secretariat.post('holidays/import', { body: { file, seen: 'a'.repeat(64) } });
      expect([wrong.statusCode, await tables()]).toEqual([412, before]);
      const done = await secretariat.post('holidays/import', { body: { file, seen: seen.seen } });
      expect(done.json()).toMatchObject({ applied: true, added: 1, changed: seen.changed });
      expect((await list('head.jp', 'year=2027')).calendarNotes).toEqual([]);
      expect((await events()).at(-1)?.payload).toEqual({
        side: 'kr',
        from: '2027-01-01',
        to: '2027-12-27',
        what: 'imported',
      });
      const repeated = await secretariat.post('holidays/import', { body: { file, seen: seen.seen } });
      expect(repeated.statusCode).toBe(412);
    });

    it('change nothing when one row is refused, and name the row', async () => {
      const secretariat = await test.as('secretariat.jp');
      const file = fileOf('2028-10-06,public,gazetted,,臨時の日,,,', '2028-02-30,public,gazetted,,無い日,,,');
      const before = await tables();
      const report = await preview('secretariat.jp', file);
      expect(report.rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
        [2, 'added', null],
        [3, 'refused', 'common.notADate'],
      ]);
      const answer = await secretariat.post('holidays/import', { body: { file, seen: report.seen } });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        { code: 'working-days.importRefused', fields: [{ path: 'rows.3', code: 'common.notADate' }] },
      ]);
      expect(await tables()).toEqual(before);
    });

    const cp949 = Uint8Array.from([...Buffer.from(`${head}\n2027-10-08,public,gazetted,`), 0xc7, 0xd1, 0xb1, 0xdb]);
    const hostile: readonly [string, string, number][] = [
      ['working-days.fileNotUtf8', base64(cp949), 422],
      ['working-days.fileQuotes', base64(`${head}\n"2027-10-08,public`), 422],
      ['working-days.columnsMissing', base64('=cmd|calc!A1\n1'), 422],
      ['working-days.columnsMissing', base64(Buffer.from('PK\u0003\u0004 not a table')), 422],
      ['working-days.fileTooLarge', base64('a'.repeat(262_145)), 422],
      ['working-days.fileEmpty', base64(head), 422],
      ['working-days.fileTooManyRows', fileOf(...Array<string>(2001).fill('2027-10-08,,,,,,,')), 422],
      ['common.invalid', 'not base64 at all!', 400],
    ];
    it.each(hostile)('are refused with %s and change nothing', async (code, file, status) => {
      const secretariat = await test.as('secretariat.kr');
      const before = await tables();
      for (const path of ['holidays/import/preview', 'holidays/import']) {
        const seen = path.endsWith('import') ? { seen: 'a'.repeat(64) } : {};
        const answer = await secretariat.post(path, { body: { file, ...seen } });
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
      }
      expect(await tables()).toEqual(before);
    });

    it.each([
      ['ko', 'CSV UTF-8'],
      ['ja', 'CP932'],
      ['en', 'Save it in Excel'],
    ] as const)('in a national code page are refused with a way out in %s', async (language, words) => {
      const answer = await (
        await test.as('secretariat.jp')
      ).post('holidays/import/preview', { language, body: { file: base64(cp949) } });
      expect(answer.json<{ detail: string }>().detail).toContain(words);
    });

    it('keep words as words: markup is shown, a formula is not run', async () => {
      const secretariat = await test.as('secretariat.jp');
      const file = fileOf(
        '2029-10-05,public,predicted,,<img src=x onerror=alert(1)>,,,',
        "2029-10-06,public,predicted,,'=1+1,,,",
      );
      const report = await preview('secretariat.jp', file);
      await secretariat.post('holidays/import', { body: { file, seen: report.seen } });
      expect((await dayOf('head.jp', 'jp', '2029-10-05')).name.text).toBe('<img src=x onerror=alert(1)>');
      expect((await dayOf('head.jp', 'jp', '2029-10-06')).name.text).toBe('=1+1');
      const exported = await secretariat.get('holidays/export?year=2029&side=jp');
      expect(exported.body).toContain(",'=1+1,");
    });
  });
});
