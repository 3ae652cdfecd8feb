import type { Tx } from '#platform/database';
import { deadlineRules } from '../domain/tone.js';

/**
 * Where the one that spoke for those before it did not leave, because its cause is gone, the latest of them is planned again; its own
 * cause is looked at when it leaves. Not where something later was told, or still stands.
 * @param ids reminders whose cause was found gone
 */
export async function bringBackOvertaken(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `with gone as (
       select * from forum.reminder where id = any ($1) and state = 'cancelled' and last_error_code = 'reminders.causeMoved'
     ), latest as (
       select distinct on (l.id) r.id
         from gone l
         join forum.reminder r on ${speaksFor('l', 'r')}
        where r.state = 'cancelled' and r.last_error_code = 'reminders.overtaken'
          and not exists (select 1 from forum.reminder s
                           where ${speaksFor('s', 'r')} and s.state not in ('cancelled','failed') and s.due_at <= forum.now())
        order by l.id, ${order('r')} desc)
     update forum.reminder r set state = 'planned', last_error_code = null
       from latest where r.id = latest.id`,
    [ids, deadlineRules],
  );
}

/** SQL for the order of what one reader is told of one object. */
const order = (row: string): string =>
  `(${row}.rule_date + ${row}.offset_days, ${row}.occurrence, ${row}.due_at, ${row}.id)`;

/** SQL for whether one comes after another of the same object, reader and kind. */
function speaksFor(later: string, row: string): string {
  const isDeadline = (one: string): string => `(${one}.rule = any ($2) or ${one}.rule like '%-overdue')`;
  return `${later}.subject_type = ${row}.subject_type and ${later}.subject_id = ${row}.subject_id
      and ${later}.recipient_post_id = ${row}.recipient_post_id and ${order(later)} > ${order(row)}
      and (${later}.rule = ${row}.rule or (${isDeadline(later)} and ${isDeadline(row)}))`;
}
