import type { AvoidPeriodListView, AvoidPeriodView } from '../../apps/api/src/working-days/avoid-periods.dto.js';
import { loadAvoidPeriods, seedHolidays } from '#forum/working-days';
import { workerActor } from '../support/actors.js';
import { createTestApp, type TestApp } from '../support/app.js';

describe('days that a side would rather not meet on', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await test.database.runInTx(workerActor, seedHolidays);
  });
  afterAll(() => test.close());

  const list = async (name: string, query: string): Promise<AvoidPeriodView[]> =>
    (await (await test.as(name)).get(`avoid-periods?${query}`)).json<AvoidPeriodListView>().items;
  const period = { from: '2027-06-21', to: '2027-06-25', names: { ko: '국정감사 준비', en: 'Audit preparation' } };

  it('are known to both sides', async () => {
    const shown = (await list('delegate.kr', 'from=2027-04-01&to=2027-09-30')).map(({ side, from, to, name }) =>
      [side, from, to, name.text].join(' '),
    );
    expect(shown).toEqual([
      'jp 2027-04-29 2027-05-05 골든위크',
      'jp 2027-08-13 2027-08-16 오본(8월 중순)',
      'kr 2027-09-12 2027-09-18 추석 전후',
    ]);
  });

  it('are added, changed, withdrawn and restored by their own secretariat, and move no working day', async () => {
    const secretariat = await test.as('secretariat.kr');
    const added = await secretariat.post('avoid-periods', { body: period });
    expect([added.statusCode, added.json()]).toMatchObject([201, { side: 'kr', etag: '"1"', origin: 'person' }]);
    const { id } = added.json<AvoidPeriodView>();
    const changed = await secretariat.patch(`avoid-periods/${id}`, { etag: '"1"', body: { to: '2027-06-30' } });
    expect(changed.json()).toMatchObject({ to: '2027-06-30', etag: '"2"' });
    expect((await secretariat.patch(`avoid-periods/${id}`, { etag: '"1"', body: {} })).statusCode).toBe(412);
    expect((await secretariat.patch(`avoid-periods/${id}`, { body: {} })).statusCode).toBe(428);
    expect((await secretariat.post(`avoid-periods/${id}/withdraw`, { etag: '"2"' })).statusCode).toBe(200);
    const known = async () =>
      (await loadAvoidPeriods(test.database.readAs('forum_jp'), '2027-06-30', '2027-06-30')).length;
    expect(await known()).toBe(0);
    expect((await secretariat.post(`avoid-periods/${id}/withdraw`, { etag: '"3"' })).statusCode).toBe(409);
    expect((await secretariat.post(`avoid-periods/${id}/restore`, { etag: '"3"' })).statusCode).toBe(200);
    expect(await known()).toBe(1);
    const days = await secretariat.get('working-days?from=2027-06-21&to=2027-06-25');
    expect(days.json<{ count: number }>().count).toBe(5);
    const told = await test.admin<{ payload: { what: string } }>(
      `select payload from forum.outbox_event where event = 'working-days.avoidPeriodsChanged' order by occurred_at, id`,
    );
    expect(told.map(({ payload }) => payload.what)).toEqual(['added', 'changed', 'withdrawn', 'restored']);
  });

  it('stay as people left them when the rules are written again', async () => {
    const [golden] = await list('secretariat.jp', 'from=2028-05-01&to=2028-05-02');
    if (!golden) throw new Error('no period');
    const secretariat = await test.as('secretariat.jp');
    await secretariat.patch(`avoid-periods/${golden.id}`, { etag: golden.etag, body: { to: '2028-05-07' } });
    await test.database.runInTx(workerActor, seedHolidays);
    expect((await list('secretariat.kr', 'from=2028-05-07&to=2028-05-07')).map(({ id }) => id)).toEqual([golden.id]);
  });

  it.each(['secretariat.jp', 'delegate.kr', 'head.kr', 'admin', 'observer'])(
    'of Korea are not %s’s to change',
    async (name) => {
      const [seollal] = await list('secretariat.kr', 'from=2027-02-07&to=2027-02-07');
      if (!seollal) throw new Error('no period');
      const client = await test.as(name);
      const answers = [
        await client.patch(`avoid-periods/${seollal.id}`, { etag: seollal.etag, body: { to: '2027-02-20' } }),
        await client.post(`avoid-periods/${seollal.id}/withdraw`, { etag: seollal.etag }),
        ...(name === 'secretariat.jp' ? [] : [await client.post('avoid-periods', { body: period })]),
      ];
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([403]));
      expect((await list('secretariat.kr', 'from=2027-02-07&to=2027-02-07'))[0]?.etag).toBe(seollal.etag);
    },
  );

  it.each([
    ['ko', { ...period, to: '2027-06-01' }, 'working-days.rangeInverted', '기간의 종료일'],
    ['ja', { ...period, to: '2027-12-01' }, 'working-days.periodTooLong', '92日まで'],
    ['en', { ...period, names: { en: 'Audit' } }, 'working-days.ownNameMissing', 'Korean'],
  ] as const)('are refused in %s', async (language, body, code, words) => {
    const answer = await (await test.as('secretariat.kr')).post('avoid-periods', { language, body });
    const problem = answer.json<{ code: string; detail: string }>();
    expect([answer.statusCode, problem.code]).toEqual([422, code]);
    expect(problem.detail).toContain(words);
  });
});
