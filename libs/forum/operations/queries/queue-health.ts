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

export interface QueueHealth {
  readonly now: Date;
  readonly carried: readonly CarriedHealth[];
}

/** For the administrator's role, which may read none of the rows that are counted. One statement. */
export async function queueHealth(reader: Reader): Promise<QueueHealth> {
  const carried = await reader.query<CarriedHealth & { now: Date }>(
    `select name, planned::float8, due::float8, under_way::float8 as "underWay", in_doubt::float8 as "inDoubt",
            failed::float8, oldest_due as "oldestDue", forum.now() as now from forum.queue_health()`,
  );
  const [first] = carried;
  if (!first) throw new TypeError('operations.nothingCarried');
  return { now: first.now, carried: carried.map(({ now: _now, ...row }) => row) };
}

/** Seconds for which the oldest has been waiting. */
export const secondsLate = ({ oldestDue }: CarriedHealth, now: Date): number =>
  oldestDue === null ? 0 : Math.max(0, Math.round((now.getTime() - oldestDue.getTime()) / 1000));
