import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import type { ReplanCause } from '../domain/replan.types.js';

/** What is or was planned anew, and how far: `total` and `done` count what both sides know of; null until it started. */
export interface ReplanRow {
  readonly id: string;
  readonly cause: ReplanCause;
  readonly channelId: string | null;
  readonly channel: LocalizedText | null;
  /** The free days that changed, `YYYY-MM-DD`, both included. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly total: number | null;
  readonly done: number;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** What is under way, and the latest that are through, newest first. */
export function listReplans(reader: Reader, side: Side | null, limit = 20): Promise<ReplanRow[]> {
  return reader.query<ReplanRow>(
    `select p.id, p.cause, p.channel_id as "channelId", case when p.channel_id is not null then ${channelNameAs('p.channel_id', '$1::text')} end as channel,
            p.from_day as "fromDay", p.to_day as "toDay", p.total, p.done, p.requested_at as "requestedAt", p.started_at as "startedAt",
            p.finished_at as "finishedAt"
       from forum.reminder_replan p
      where p.cause <> 'readers' or p.total is distinct from 0
      order by p.requested_at desc, p.id desc limit $2`,
    [side, limit],
  );
}
