import { waitingRadioIssues } from '#forum/radio';
import { planScheduled } from '#forum/reminders';
import { findRadioSeason } from '../../libs/forum/reminders/queries/radio-season-cause.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** domain.md 3.10 and 4: the cases are seasonal, so both sides look through them on 15 February and 15 November. */
describe('the season check of the radio talks', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase('record');
    await test.admin(`update forum.channel set state = 'active' where code = 'CH-RADIO-DG'`);
  });
  afterAll(() => test.close());

  const planned = () =>
    test.admin<{ code: string; side: string; day: string; due: string }>(
      `select c.code, r.recipient_side as side, r.rule_date::text as day, to_char(r.due_at at time zone r.zone, 'YYYY-MM-DD HH24:MI') as due
         from forum.reminder r join forum.channel c on c.id = r.subject_id where r.rule = 'radio-season' and r.state = 'planned' order by r.rule_date, r.offset_days, r.recipient_side`,
    );

  const days = async () => (await planned()).map(({ side, due }) => `${side} ${due}`);
  const agree = (change: object) =>
    test.admin(
      `insert into forum.channel_reminder_rule (id, channel_id, code, change, audience)
       select gen_random_uuid(), id, 'radio-season', $1, 'joint' from forum.channel where code = 'CH-RADIO-DG'
       on conflict on constraint uq_channel_reminder_rule_channel_id_code do update set change = excluded.change`,
      [JSON.stringify(change)],
    );

  it('is planned once for both secretariats on their own working days, however often it runs', async () => {
    await test.setClock('2026-11-07T10:00:00+09:00');
    await planScheduled(test.database);
    expect(await planned()).toEqual([]);
    await test.setClock('2026-11-09T10:00:00+09:00');
    await Promise.all([planScheduled(test.database), planScheduled(test.database)]);
    expect(await planScheduled(test.database)).toBe(0);
    // 15 November 2026 is a Sunday.
    expect(await planned()).toEqual([
      { code: 'CH-RADIO-DG', side: 'jp', day: '2026-11-15', due: '2026-11-16 09:30' },
      { code: 'CH-RADIO-DG', side: 'kr', day: '2026-11-15', due: '2026-11-16 09:30' },
    ]);
  });

  it('comes again in February, still after an outage of some days, and not for suspended talks', async () => {
    const inFebruary = async () => (await planned()).filter(({ day }) => day === '2027-02-15').map(({ side }) => side);
    await test.admin(`update forum.channel set state = 'suspended' where code = 'CH-RADIO-DG'`);
    await test.setClock('2027-02-18T10:00:00+09:00');
    await planScheduled(test.database);
    expect(await inFebruary()).toEqual([]);
    await test.admin(`update forum.channel set state = 'active' where code = 'CH-RADIO-DG'`);
    await planScheduled(test.database);
    expect(await inFebruary()).toEqual(['jp', 'kr']);
    expect((await planned()).at(-1)?.due).toBe('2027-02-18 10:01');
    // What was told is not told again, also on another day after.
    await test.admin(`update forum.reminder set state = 'sent' where rule = 'radio-season'`);
    await test.setClock('2027-02-19T10:00:00+09:00');
    await planScheduled(test.database);
    expect(await days()).toEqual([]);
  });

  it('follows what both sides of the talks agreed about it, also after it was planned', async () => {
    await test.admin(`delete from forum.reminder where rule = 'radio-season'`);
    await agree({ enabled: false });
    await planScheduled(test.database);
    expect(await planned()).toEqual([]);
    // A day weeks before comes in its time, and is not told weeks late with the others.
    await agree({ remindAt: [-30, 0, 7], delivery: 'digest' });
    await test.setClock('2027-10-11T10:00:00+09:00');
    await planScheduled(test.database);
    expect(await days()).toEqual(['jp 2027-10-15 09:30', 'kr 2027-10-15 09:30']);
    const digest = await test.admin(`select distinct delivery from forum.reminder where rule = 'radio-season'`);
    expect(digest).toEqual([{ delivery: 'digest' }]);
    await test.admin(`delete from forum.reminder where rule = 'radio-season'`);
    await test.setClock('2027-11-08T10:00:00+09:00');
    await planScheduled(test.database);
    // 15 November 2027 is a Monday.
    expect(await days()).toEqual(['jp 2027-11-15 09:30', 'kr 2027-11-15 09:30']);
    const told = async (offset: number) => {
      const [talks] = await test.admin<{ id: string }>(`select id from forum.channel where code = 'CH-RADIO-DG'`);
      return findRadioSeason(test.database.readAs('forum_jp'), 'jp', talks?.id ?? '', offset);
    };
    expect(await told(0)).toBeDefined();
    await agree({ remindAt: [10] });
    expect(await told(0)).toBeUndefined();
    await planScheduled(test.database);
    expect(await days()).toEqual([]);
    await test.setClock('2027-11-18T10:00:00+09:00');
    await planScheduled(test.database);
    expect(await days()).toEqual(['jp 2027-11-25 09:30', 'kr 2027-11-25 09:30']);
  });

  it('names what waits, however many older cases wait for nothing', async () => {
    await test.admin(
      `insert into forum.radio_issue (id, code, position, title, type, services, status, origin_side, reported_side, reported_at, acknowledged_at, audience)
       select gen_random_uuid(), 'T-' || n, 900 + n, '{"source":"ko","revision":1,"ko":{"text":"사안","of":1,"status":"authentic"}}',
              case when n = 70 then 'interference_case' else 'satellite_filing' end, '{}', case when n = 70 then 'reported' else 'acknowledged' end,
              'kr', 'kr', forum.now() - (100 - n) * interval '1 day', forum.now() - (100 - n) * interval '1 day', 'joint'
         from generate_series(1, 70) as n`,
    );
    const waiting = await waitingRadioIssues(test.database.readAs('forum_worker'));
    expect(waiting.map(({ waitsFor, side }) => [waitsFor, side])).toEqual([['acknowledge', 'jp']]);
  });
});
