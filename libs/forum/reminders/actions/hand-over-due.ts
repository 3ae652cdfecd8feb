import { SIDES, type Side } from '#core/kernel';
import type { Database, Tx } from '#platform/database';
import type { JobQueue } from '#platform/queue';
import { loadCalendar } from '#forum/working-days';
import { areOfficeHours, isOfficeHour, lastHoursEnded } from '../domain/planning.js';
import { maxAttempts, queueLeaseSeconds, queueRoom, sendLeaseSeconds } from '../domain/retry.js';
import { deadlineRules } from '../domain/tone.js';
import { exactly } from '../queries/exact-time.js';
import { deliverReminderJob } from '../reminders.jobs.js';
import { followSecretariats } from './follow-secretariats.js';
import { gatherDigests } from './gather-digests.js';
import { workerActor } from './worker-actor.js';

export interface HandOverOptions {
  /** What the mail server takes a second; null: no limit. */
  readonly perSecond?: number | null;
}

/** One mail: a reminder, or a day's mail with all its reminders. */
interface Carried {
  readonly carriedId: string;
  readonly attempt: number;
  /** It was handed over before: a worker was killed with it, the relay put it off, or the queue lost it. */
  readonly again: boolean;
}

/** Only one worker looks for due reminders at a time (pitfalls.md 33). */
const tickLock = 7_320_416;
const batch = 500;

/**
 * Turns reminders that are due, or whose lease has ended, into jobs that carry ids only. The rows are leased and committed first:
 * whatever the queue loses is handed over again when the lease ends (pitfalls.md 28, 29). The job names the try it was made for, so one
 * that comes late, or twice, finds nothing to do.
 * @returns how many mails were handed over
 */
export async function handOverDue(
  database: Database,
  queue: JobQueue,
  { perSecond = null }: HandOverOptions = {},
): Promise<number> {
  const due = await database.runInTx(workerActor, async (tx) => {
    const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [tickLock]);
    if (!lock?.mine) return [];
    const look = await lookAround(tx);
    const room = queueRoom(perSecond);
    if (look.setBack) await shortenLeases(tx);
    if (look.abandoned) await doubtAbandoned(tx);
    // Half empty is soon enough, and spares a look at what is due for every mail that leaves.
    if (!look.due || look.queued > room / 2) return [];
    const atWork = await sidesAtWork(tx, look.now);
    if (atWork.sides.length === 0) return [];
    await followSecretariats(tx, atWork.sides, look.now);
    await gatherDigests(tx, atWork.sides, look.now);
    return leaseDue(tx, { ...atWork, now: look.now, limit: Math.min(batch, room - look.queued) });
  });
  await queue.add(
    deliverReminderJob,
    due.map(({ carriedId, attempt, again }) => ({
      id: `${carriedId}-${String(attempt)}`,
      payload: { carriedId, attempt: String(attempt) },
      first: again,
    })),
  );
  return due.length;
}

interface Look {
  /** ISO 8601, exact: the one "now" of this tick, and what was set to now a moment ago is due by it. */
  readonly now: string;
  readonly due: boolean;
  /** A try ended without a word: its worker is gone. */
  readonly abandoned: boolean;
  /** A lease reaches further than leases do: the clock was set back. */
  readonly setBack: boolean;
  readonly queued: number;
}

/** Spares the calendar: most ticks find nothing. */
async function lookAround(tx: Tx): Promise<Look> {
  const [row] = await tx.query<Look>(
    `with clock as materialized (select forum.now() as now)
     select ${exactly('now')} as now,
            exists (select 1 from forum.reminder where state = 'planned' and due_at <= now and (lease_until is null or lease_until <= now))
              or exists (select 1 from forum.reminder where state in ('queued','sending','in_doubt') and lease_until <= now) as due,
            exists (select 1 from forum.reminder where state = 'sending' and lease_until <= now) as abandoned,
            exists (select 1 from forum.reminder where state in ('queued','sending') and lease_until > now + make_interval(secs => $1)) as "setBack",
            (select count(*)::integer from forum.reminder where state = 'queued' and lease_until > now) as queued
       from clock`,
    [sendLeaseSeconds],
  );
  if (!row) throw new TypeError('reminders.noClock');
  return row;
}

/** What was leased before the clock was set back is leased once more from now on, not until the clock is there again. */
async function shortenLeases(tx: Tx): Promise<void> {
  await tx.query(
    `update forum.reminder set lease_until = forum.now() + make_interval(secs => $1)
      where state in ('queued','sending') and lease_until > forum.now() + make_interval(secs => $1)`,
    [sendLeaseSeconds],
  );
}

/**
 * Where a worker died with a mail in its hands nobody knows whether the relay has it: shown at once, also at night, with who held the
 * post on that day. One that ended so many workers waits for a person. Where every doubt does, one more try only writes down what the
 * mail says.
 */
async function doubtAbandoned(tx: Tx): Promise<void> {
  await tx.query(
    `update forum.reminder r
        set state = 'in_doubt', doubted_at = coalesce(r.doubted_at, forum.now()), last_error_code = 'mail.unanswered', doubted_user_id = a.reader,
            sent_to = case when r.resent > 0 then r.sent_to else u.email end, language = case when r.resent > 0 then r.language else u.language end,
            lease_until = case when r.attempt < $1 then forum.now() end
       from (select s.id, coalesce(case when s.digest_id is not null then s.digest_user_id end, (
                 select h.user_id from forum.post_holder h cross join lateral (select (s.lease_until at time zone s.zone)::date as day) d
                  where h.post_id = s.recipient_post_id and (h.held_from is null or h.held_from <= d.day) and (h.held_to is null or h.held_to >= d.day)
                  order by h.held_from desc nulls last, h.id limit 1)) as reader
               from forum.reminder s where s.state = 'sending' and s.lease_until <= forum.now()) a
       left join forum.user_account u on u.id = a.reader
      where r.id = a.id and r.state = 'sending'`,
    [maxAttempts],
  );
}

/** The sides to which mail may go out now; for each, up to when what was due should have left before. */
interface AtWork {
  readonly sides: readonly Side[];
  readonly lateBefore: readonly string[];
}

async function sidesAtWork(tx: Tx, now: string): Promise<AtWork> {
  if (!SIDES.some((side) => areOfficeHours(now, side))) return { sides: [], lateBefore: [] };
  const calendar = await loadCalendar(tx);
  const sides = SIDES.filter((side) => isOfficeHour(now, side, calendar));
  return { sides, lateBefore: sides.map((side) => lastHoursEnded(now, side, calendar)) };
}

interface Leasing extends AtWork {
  readonly now: string;
  readonly limit: number;
}

/** SQL for whether working hours of the reader's side passed since it was due; `sides` and `before` are the parameters of `AtWork`. */
function isLateAs(row: string, sides: string, before: string): string {
  return `${row}.due_at < (select w.before from unnest(${sides}::text[], ${before}::timestamptz[]) as w(side, before) where w.side = ${row}.recipient_side)`;
}

async function leaseDue(tx: Tx, { sides, lateBefore, now, limit }: Leasing): Promise<Carried[]> {
  const found = await tx.query<{ id: string; digestId: string | null }>(
    `with ended as (
       select id, digest_id from forum.reminder
        where state in ('queued','in_doubt') and lease_until <= $2 and recipient_side = any ($1)
        order by lease_until, id limit $3 for update skip locked
     ), fresh as (
       select id, digest_id from forum.reminder
        where state = 'planned' and due_at <= $2 and (lease_until is null or lease_until <= $2) and recipient_side = any ($1)
          and (delivery = 'single' or digest_id is not null)
        order by due_at, id limit $3 for update skip locked)
     select id, digest_id as "digestId" from ended union all select id, digest_id from fresh limit $3`,
    [sides, now, limit],
  );
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const digests = [...new Set(found.flatMap(({ digestId }) => digestId ?? []))];
  await dropOvertaken(tx, { ids, digests, now, sides, lateBefore });
  const carried = await tx.query<Carried>(
    `with mine as (
       select l.id, l.carried, max(l.attempt) over (partition by l.carried) as attempt,
              bool_or(l.state <> 'planned' or l.attempt > 0) over (partition by l.carried) as again
         from (select id, coalesce(digest_id, id) as carried, attempt, state from forum.reminder
                where (id = any ($1) or digest_id = any ($2)) and state in ('planned','queued','in_doubt')
                order by id for update) l)
     update forum.reminder r
        set state = case when r.state = 'in_doubt' then 'in_doubt' else 'queued' end, attempt = m.attempt,
            lease_until = $3::timestamptz + make_interval(secs => $4),
            late = r.late or (r.resent = 0 and ${isLateAs('r', '$5', '$6')})
       from mine m where r.id = m.id
     returning m.carried as "carriedId", m.attempt, m.again`,
    [ids, digests, now, queueLeaseSeconds, sides, lateBefore],
  );
  return [...new Map(carried.map((one) => [one.carriedId, one])).values()];
}

interface Found extends AtWork {
  readonly ids: readonly string[];
  readonly digests: readonly string[];
  readonly now: string;
}

/**
 * After an outage the latest speaks for those before it (domain.md 8, case 13): of what one reader should have been told of one object
 * on days gone by, only the latest deadline leaves; of news of one kind only the latest, whenever it comes.
 */
async function dropOvertaken(tx: Tx, { ids, digests, now, sides, lateBefore }: Found): Promise<void> {
  await tx.query(
    `update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.overtaken'
      where (r.id = any ($1) or r.digest_id = any ($2)) and r.state = 'planned' and r.resent = 0
        and exists (select 1 from forum.reminder l
                     where l.subject_type = r.subject_type and l.subject_id = r.subject_id and l.recipient_post_id = r.recipient_post_id
                       and l.state = 'planned' and l.resent = 0 and l.due_at <= $3
                       and (l.rule_date + l.offset_days, l.occurrence, l.due_at, l.id) > (r.rule_date + r.offset_days, r.occurrence, r.due_at, r.id)
                       and (l.rule = r.rule
                         or (${isLateAs('r', '$5', '$6')}
                           and (l.rule = any ($4) or l.rule like '%-overdue') and (r.rule = any ($4) or r.rule like '%-overdue'))))`,
    [ids, digests, now, deadlineRules, sides, lateBefore],
  );
}
