/** Planning the reminders of many action items next to the bare INSERT … SELECT of the same rows into the same table. */
import { newId } from '#core/kernel';
import { planActions } from '#forum/reminders';
import { count, middle, seconds, timed } from './support/measure.mjs';
import { storeActions } from './support/world.mjs';

const system = { userId: newId(), side: null, roles: [], postIds: [], language: 'en', databaseRole: 'forum_worker' };

export async function plan(world, report, { actions = 100_000, rounds = 2 } = {}) {
  const { ask, database } = world;
  // Due over the next year, on weekdays: some 260 different days for each side.
  const ids = await storeActions(world, {
    series: 'PLAN',
    count: actions,
    due: `(select d from (select date '2027-08-02' + (n * 7 % 364) as d) x where extract(isodow from d) < 6 union all select date '2027-08-02' + (n * 7 % 364) + 2 limit 1)`,
  });
  await ask('analyze forum.action_item');
  const mine = `subject_type = 'action_item' and subject_id in (select id from forum.action_item where series = 'PLAN')`;
  const empty = async () => {
    // Nothing else is planned here, and a million deletions take longer than what is measured.
    await ask('truncate forum.reminder cascade');
    await ask('vacuum analyze forum.reminder');
    await ask('checkpoint');
  };
  const planned = [];
  const bare = [];
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    planned.push(await timed(() => database.runInTx(system, (tx) => planActions(tx, ids))));
    await ask('drop table if exists saved');
    await ask(`create unlogged table saved as select * from forum.reminder where ${mine}`);
    rows = (await ask('select count(*)::int as count from saved'))[0].count;
    await empty();
    bare.push(await timed(() => ask('insert into forum.reminder select * from saved')));
    await empty();
  }
  await ask('drop table saved');
  // Nothing refers to them any more; to look for that takes minutes.
  await ask(
    `begin; set local session_replication_role = replica; delete from forum.action_item where series = 'PLAN'; commit`,
  );
  report.add({
    what: `plan the reminders of ${count(actions)} actions`,
    value: middle(planned) / middle(bare),
    atMost: 3,
    unit: ' ×',
    text: `${count(rows)} rows: planned in ${planned.map(seconds).join(', ')}; bare INSERT … SELECT ${bare.map(seconds).join(', ')}`,
  });
}
