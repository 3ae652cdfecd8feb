import { commonErrors, type Actor, type Allowed } from '#core/kernel';
import type { Reader } from '#platform/database';

/** What waits to be carried, by kind: to readers, to their systems, from the outbox, into the sealed trail. */
export const CARRIED = ['reminders', 'webhooks', 'events', 'audit'] as const;
export type Carried = (typeof CARRIED)[number];

/** Numbers over both sides together: no word, no id and no side is in them. */
export interface CarriedHealth {
  readonly name: Carried;
  /** All that is to come, what is due among it. */
  readonly planned: number;
  readonly due: number;
  /** Handed to the queue or held by a worker. */
  readonly underWay: number;
  /** A relay may have it or not. */
  readonly inDoubt: number;
  /** Waits for a person. */
  readonly failed: number;
  /** Moment at which the oldest of what has not arrived yet was due; null when nothing is late. */
  readonly oldestDue: Date | null;
}

/** What is planned anew in the background: after a holiday, other rules, other readers. */
export interface ReplanHealth {
  /** Changes that are not through yet. */
  readonly open: number;
  /** When the oldest of them was asked for; null when there is none. */
  readonly oldest: Date | null;
  /** How much of them all is done, 0 to 100; null when there is none. */
  readonly percent: number | null;
}

/** What could not be planned anew: it keeps what was planned before, and is tried again by itself. */
export interface LeftBehindHealth {
  readonly objects: number;
  /** Whole kinds of dates that cannot be planned at present. */
  readonly kinds: number;
}

export interface QueueHealth {
  readonly now: Date;
  readonly carried: readonly CarriedHealth[];
  readonly replans: ReplanHealth;
  readonly leftBehind: LeftBehindHealth;
}

/** For the administrator's role, which may read none of the rows that are counted. */
export async function queueHealth(reader: Reader): Promise<QueueHealth> {
  const carried = await reader.query<CarriedHealth & { now: Date }>(
    `select name, planned::float8, due::float8, under_way::float8 as "underWay", in_doubt::float8 as "inDoubt",
            failed::float8, oldest_due as "oldestDue", forum.now() as now from forum.queue_health()`,
  );
  const [replans] = await reader.query<ReplanHealth>(`select open::float8, oldest, percent from forum.replan_health()`);
  const [leftBehind] = await reader.query<LeftBehindHealth>(
    `select objects::float8, kinds::float8 from forum.left_behind_health()`,
  );
  const [first] = carried;
  if (!first || !replans || !leftBehind) throw new TypeError('operations.nothingCarried');
  return { now: first.now, carried: carried.map(({ now: _now, ...row }) => row), replans, leftBehind };
}

/** Seconds for which something has been waiting; 0 when nothing has. */
export const secondsSince = (since: Date | null, now: Date): number =>
  since === null ? 0 : Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));

/** Who keeps the desk running, and may see and do nothing beside that here (domain.md 2). */
export const runsTheDesk = (actor: Actor): boolean => actor.roles.includes('admin');

/** Whether who keeps the desk running is offered another try of what was left behind. */
export function retryOffer(actor: Actor): Allowed {
  const allowed = runsTheDesk(actor);
  return { action: 'retry-left-behind', allowed, reason: allowed ? null : commonErrors.forbidden.code };
}
