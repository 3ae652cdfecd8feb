import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';

/** What the desk of a side has to look at. */
export interface DeskCounts {
  failed: number;
  inDoubt: number;
  /** Due, and not yet with the relay. */
  waiting: number;
  planned: number;
}

/** Counts of the reader's own side, whose role sees no other. */
export async function countDesk(reader: Reader): Promise<DeskCounts> {
  const [row] = await reader.query<DeskCounts>(
    `select count(*) filter (where state = 'failed')::integer as failed, count(*) filter (where state = 'in_doubt')::integer as "inDoubt",
            count(*) filter (where state in ('queued','sending') or (state = 'planned' and due_at <= forum.now()))::integer as waiting,
            count(*) filter (where state = 'planned' and due_at > forum.now())::integer as planned
       from forum.reminder where state in ('planned','queued','sending','in_doubt','failed')`,
  );
  return row ?? { failed: 0, inDoubt: 0, waiting: 0, planned: 0 };
}

/** One day of the desk's calendar. */
export interface DeskDay {
  /** `YYYY-MM-DD` at the side. */
  date: string;
  planned: number;
  sent: number;
  failed: number;
  inDoubt: number;
  /** Mails the planned ones leave in: those before a date share one for each post. */
  mails: number;
}

/** The days between two dates on which the side is told something. */
export function deskDays(reader: Reader, side: Side, from: string, to: string): Promise<DeskDay[]> {
  return reader.query<DeskDay>(
    `select r.date::text as date,
            count(*) filter (where r.state in ('planned','queued','sending'))::integer as planned,
            count(*) filter (where r.state = 'sent')::integer as sent, count(*) filter (where r.state = 'failed')::integer as failed,
            count(*) filter (where r.state = 'in_doubt')::integer as "inDoubt",
            (count(*) filter (where r.state in ('planned','queued','sending') and r.delivery = 'single')
              + count(distinct r.recipient_post_id) filter (where r.state in ('planned','queued','sending') and r.delivery = 'digest'))::integer as mails
       from (select (m.due_at at time zone m.zone)::date as date, m.state, m.delivery, m.recipient_post_id from forum.reminder m
              where m.recipient_side = $1 and m.state <> 'cancelled'
                and m.due_at >= ($2::date)::timestamp at time zone forum.zone_of($1) and m.due_at < ($3::date + 1)::timestamp at time zone forum.zone_of($1)) r
      group by r.date order by r.date`,
    [side, from, to],
  );
}
