/** A change of an action's state, with its rules, audit, outbox and reminders, next to the bare transaction that writes the same rows. */
import pg from 'pg';
import { newId } from '#core/kernel';
import { BlockAction, UnblockAction } from '#forum/actions';
import '#forum/audit';
import { planActions } from '#forum/reminders';
import { count } from './support/measure.mjs';
import { storeActions } from './support/world.mjs';

const together = 4;
const system = { userId: newId(), side: null, roles: [], postIds: [], language: 'en', databaseRole: 'forum_worker' };

export async function change(world, report, { changes = 400 } = {}) {
  const { ask, database } = world;
  const ids = await storeActions(world, { series: 'CHANGE', count: changes, due: `date '2027-08-03' + n % 20` });
  await database.runInTx(system, (tx) => planActions(tx, ids));
  const items = await ask(
    `select i.id, i.version, i.owner_side as side, i.owner_post_id as post, h.user_id as "user" from forum.action_item i join forum.post_holder h on h.post_id = i.owner_post_id where i.series = 'CHANGE'`,
  );
  const [blockAction, unblockAction] = [new BlockAction(database), new UnblockAction(database)];
  const actorOf = ({ side, post, user }) => ({
    userId: user,
    side,
    roles: ['official'],
    postIds: [post],
    language: 'ko',
    databaseRole: `forum_${side}`,
  });
  const both = async (item) => {
    const [row] = await ask('select version from forum.action_item where id = $1', [item.id]);
    const block = { id: item.id, version: row.version, reason: '측정 장비를 기다림', expectedOn: '2027-07-01' };
    await blockAction.run(actorOf(item), block);
    await unblockAction.run(actorOf(item), { id: item.id, version: row.version + 1 });
  };
  // Two rounds by the product show which rows a round writes; the bare transactions then write as many of the same kind.
  await inTurn(items.slice(0, 40), both);
  const pool = new pg.Pool({ connectionString: world.superuserUrl, max: together });
  try {
    const [ours, bare] = [[], []];
    const part = Math.ceil(items.length / 4);
    for (let from = 0; from < items.length; from += part) {
      const some = items.slice(from, from + part);
      ours.push(await rate(some, both));
      bare.push(await rate(some, (item) => bareRound(pool, item)));
    }
    const mean = (rates) => rates.reduce((sum, one) => sum + one, 0) / rates.length;
    report.add({
      what: "change an action's status",
      value: mean(ours) / mean(bare),
      atLeast: 0.4,
      text: `${together} at a time, item blocked and taken up again with ${(await remindersOf(ask)).toFixed(0)} reminders each: ${count(2 * mean(ours))} changes a second, the bare transactions ${count(2 * mean(bare))}`,
    });
  } finally {
    await pool.end();
  }
}

async function remindersOf(ask) {
  const [row] = await ask(
    `select count(*)::float8 / count(distinct subject_id) as count from forum.reminder where subject_id in (select id from forum.action_item where series = 'CHANGE')`,
  );
  return row.count;
}

/** Rounds a second. */
async function rate(items, work) {
  const began = performance.now();
  await inTurn(items, work);
  return items.length / ((performance.now() - began) / 1_000);
}

async function inTurn(items, work) {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let item = waiting.pop(); item; item = waiting.pop()) await work(item);
    }),
  );
}

/** What a round writes: the item twice, its history, outbox and audit twice, the comment, its reminders cancelled and planned again. */
async function bareRound(pool, { id, side, post, user }) {
  const client = await pool.connect();
  const run = (name, text, values) => client.query({ name, text, values });
  try {
    await run('version', 'select version from forum.action_item where id = $1', [id]);
    for (const state of ['blocked', 'in_progress']) {
      const event = state === 'blocked' ? 'blocked' : 'unblocked';
      await client.query('begin');
      await run(
        'save',
        `update forum.action_item set state = $2, version = version + 1, updated_at = forum.now(), expected_on = case $2 when 'blocked' then date '2027-07-01' end where id = $1`,
        [id, state],
      );
      if (state === 'blocked')
        await run(
          'comment',
          `insert into forum.action_comment (id, action_item_id, kind, text, post_id, audience) values ($1, $2, 'block_reason', $3, $5, $4)`,
          [
            newId(),
            id,
            { source: 'ko', revision: 1, ko: { text: '측정 장비를 기다림', of: 1, status: 'authentic' } },
            side,
            post,
          ],
        );
      await run(
        'event',
        `insert into forum.action_event (id, action_item_id, event, side, post_id, params, audience) values ($1, $2, $3, $4, $5, '{}', 'joint')`,
        [newId(), id, event, side, post],
      );
      await run(
        'outbox',
        `insert into forum.outbox_event (id, event, payload, audience, subject_type, subject_id, actor_user_id, actor_side, actor_post_id) values ($1, $2, '{}', 'joint', 'action_item', $3, $4, $5, $6)`,
        [newId(), `actions.${event}`, id, user, side, post],
      );
      await run(
        'audit',
        `insert into forum.audit_entry (id, zone, event, subject_type, subject_id, actor_user_id, actor_side, actor_post_id, params, audience) values ($1, 'Asia/Seoul', $2, 'action_item', $3, $4, $5, $6, '{}', 'joint')`,
        [newId(), `actions.${event}`, id, user, side, post],
      );
      await run(
        'remind',
        `update forum.reminder set state = $2, last_error_code = $3, lease_until = null where subject_type = 'action_item' and subject_id = $1 and state in ('planned','cancelled')`,
        [id, state === 'blocked' ? 'cancelled' : 'planned', state === 'blocked' ? 'reminders.causeMoved' : null],
      );
      await client.query('commit');
    }
  } finally {
    client.release();
  }
}
