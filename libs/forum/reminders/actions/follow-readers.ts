import { newId } from '#core/kernel';
import type { Database, Reader } from '#platform/database';
import { holderAs } from '../queries/recipient.js';
import { readersNow } from '../queries/schedule-basis.js';
import { workerActor } from './worker-actor.js';

/**
 * Posts own and people fill them, so a hand-over moves no reminder. But who is secretariat or head today follows from who holds which
 * post: when that set changed, by a transfer or because a period began or ended, what is told to secretariats and heads is planned anew.
 * @returns how many re-plans were asked for
 */
export async function followReaders(database: Database): Promise<number> {
  if (!(await haveChanged(database.readAs('forum_worker')))) return 0;
  return database.runInTx(workerActor, async (tx) => {
    // Two workers at once: the second finds the row of the first.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', ['reminder_replan readers']);
    if (!(await haveChanged(tx))) return 0;
    const [known] = await tx.query(`select 1 from forum.reminder_replan where cause = 'readers' limit 1`);
    // The first time there is nothing to compare with: what is planned was planned for these.
    await tx.query(
      `insert into forum.reminder_replan (id, cause, readers, audience, total, started_at, finished_at)
       select $1, 'readers', ${readersNow}, 'joint', n.total, n.at, n.at
         from (select case when $2 then null else 0 end as total, case when $2 then null else forum.now() end as at) n`,
      [newId(), known !== undefined],
    );
    return known ? 1 : 0;
  });
}

async function haveChanged(reader: Reader): Promise<boolean> {
  const [row] = await reader.query<{ changed: boolean }>(
    `select ${readersNow} is distinct from (select p.readers from forum.reminder_replan p
                                             where p.cause = 'readers' order by p.requested_at desc, p.id desc limit 1) as changed`,
  );
  return row?.changed ?? false;
}

/** What found its post vacant. */
const vacant = (state: 'failed' | 'in_doubt'): string =>
  `r.state = '${state}' and r.last_error_code = 'reminders.postVacant'`;

/** … and somebody holds the post now; each post is looked at once, however much waits for it. */
const heldAgain = (state: 'failed' | 'in_doubt'): string => `
  select r.id from forum.reminder r
   where ${vacant(state)} and r.recipient_post_id in (
     select vacancy.id from (select distinct r.recipient_post_id as id from forum.reminder r where ${vacant(state)}) vacancy
      cross join lateral (${holderAs('vacancy.id')}) holder)`;

/**
 * A post that was vacant has a holder: what it was to be told and still holds goes to them, in the mail of their day, for of what gathered
 * over weeks nobody wants a mail each. What may have been told before goes on as what it is: a mail of which nobody knows.
 * @returns how many reminders wait again
 */
export async function bringBackVacant(database: Database): Promise<number> {
  const [waiting] = await database
    .readAs('forum_worker')
    .query(`(${heldAgain('failed')} limit 1) union all (${heldAgain('in_doubt')} limit 1)`);
  if (!waiting) return 0;
  return database.runInTx(workerActor, async (tx) => {
    const back = await tx.query(
      `update forum.reminder set state = 'planned', delivery = 'digest', digest_id = null, message_id = null, lease_until = null, last_error_code = null
        where id in (${heldAgain('failed')} order by r.id limit 500 for update of r skip locked) and state = 'failed' returning id`,
    );
    const inDoubt = await tx.query(
      `update forum.reminder set lease_until = forum.now(), last_error_code = 'mail.unanswered'
        where id in (${heldAgain('in_doubt')} order by r.id limit 500 for update of r skip locked) and state = 'in_doubt' returning id`,
    );
    return back.length + inDoubt.length;
  });
}
