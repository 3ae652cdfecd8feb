import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';

/** A hold for a calendar; both sides see the same ones. */
export interface HoldBetween {
  readonly id: string;
  readonly pollId: string;
  readonly channelId: string;
  readonly channelName: LocalizedText;
  readonly sessionId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly placedBy: Side;
  readonly expiresAt: Date;
}

/** Holds that stand now and begin in `[from, to)`, instants in ISO 8601. An expired hold is gone at once, by the clock. */
export function holdsBetween(reader: Reader, side: Side | null, from: string, to: string): Promise<HoldBetween[]> {
  return reader.query<HoldBetween>(
    `select h.id, s.poll_id as "pollId", h.channel_id as "channelId", ${channelNameAs('h.channel_id', '$1::text')} as "channelName",
            h.session_id as "sessionId", h.starts_at as "startsAt", h.ends_at as "endsAt", h.zone, h.placed_by_side as "placedBy", h.expires_at as "expiresAt"
       from forum.session_hold h join forum.date_poll_slot s on s.id = h.slot_id
      where h.starts_at >= $2::timestamptz and h.starts_at < $3::timestamptz and h.released_at is null and h.expires_at > forum.now()
      order by h.starts_at, h.id`,
    [side, from, to],
  );
}

/** A slot of a poll that is still open, for a calendar. */
export interface OpenSlotBetween {
  readonly pollId: string;
  readonly slotId: string;
  readonly channelId: string;
  readonly channelName: LocalizedText;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly deadline: Date;
  readonly shared: boolean;
}

/** Slots in `[from, to)` of polls that the reader sees and that are drafts or open. */
export function openPollsBetween(
  reader: Reader,
  side: Side | null,
  from: string,
  to: string,
): Promise<OpenSlotBetween[]> {
  return reader.query<OpenSlotBetween>(
    `select p.id as "pollId", s.id as "slotId", p.channel_id as "channelId", ${channelNameAs('p.channel_id', '$1::text')} as "channelName",
            s.starts_at as "startsAt", s.ends_at as "endsAt", p.zone, p.deadline, p.audience not in ('kr','jp') as shared
       from forum.date_poll_slot s join forum.date_poll p on p.id = s.poll_id
      where s.starts_at >= $2::timestamptz and s.starts_at < $3::timestamptz and p.state in ('draft','open')
      order by s.starts_at, s.id`,
    [side, from, to],
  );
}
