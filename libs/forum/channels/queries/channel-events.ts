import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sourcesAs, type Evidence, type Precision, type SourceRow } from '#forum/provenance';
import type { ChannelEventType, ChannelState, Level, Reference } from '../domain/channel.types.js';
import { resumedAs } from './channel-facts.js';
import { channelNameAs } from './channel-name.js';
import { nominalLevelAs } from './nominal-level.js';

/**
 * One event of a channel's history. `dateEnd` is a full date; `level` is the level held or set, where it is known. An event of the desk
 * has no evidence, and words only where people gave them.
 */
export interface ChannelEventRow {
  readonly id: string;
  readonly channelId: string;
  readonly type: ChannelEventType;
  readonly value: string;
  readonly precision: Precision;
  readonly dateEnd: string | null;
  readonly day: string;
  readonly text: LocalizedText | null;
  readonly level: Level | null;
  /** The nominal level before a change. */
  readonly fromLevel: Level | null;
  /** The session that was held, or from which a level holds, with its first day. */
  readonly session: { readonly id: string; readonly date: string } | null;
  /** The channel that was spawned, or that takes this one's place. */
  readonly related: { readonly id: string; readonly name: LocalizedText } | null;
  /** The text an agreement rests on. */
  readonly reference: Reference | null;
  /** Who did it alone; null: both sides, or not known. */
  readonly side: Side | null;
  /** Why the reader's own side did it; nobody else's business. */
  readonly privateReason: LocalizedText | null;
  readonly evidence: Evidence | null;
  readonly note: string | null;
  readonly sources: readonly SourceRow[];
}

/** One channel on the timeline. */
export interface TimelineRow {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly state: ChannelState;
  readonly nominalLevel: Level;
  readonly resumed: boolean;
  readonly events: readonly ChannelEventRow[];
}

/**
 * SQL that gives the events of a channel as a JSON list of `ChannelEventRow`, oldest first.
 * @param channelId an SQL expression for the channel's id; never user text
 * @param condition more SQL on the event `e`
 * @param side an SQL expression for the reader's side, for the names of other channels
 */
export function channelEventsAs(channelId: string, condition = 'true', side = 'null::text'): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'channelId', e.channel_id, 'type', e.type, 'value', e.date_value, 'precision', e.date_precision,
            'dateEnd', e.date_end, 'day', e.sort_date, 'text', e.text, 'level', e.level, 'fromLevel', e.from_level, 'side', e.side, 'evidence', e.evidence, 'note', e.note,
            'session', (select jsonb_build_object('id', es.id, 'date', es.start_date) from forum.session es where es.id = e.session_id),
            'related', (select jsonb_build_object('id', ec.id, 'name', ${channelNameAs('ec.id', side)}) from forum.channel ec where ec.id = e.related_channel_id),
            'reference', case when e.reference is not null then jsonb_build_object('kind', e.reference_kind, 'text', e.reference) end,
            'privateReason', (select pr.text from forum.channel_private_reason pr where pr.event_id = e.id),
            'sources', ${sourcesAs('e.source_codes')})
            order by e.sort_date, e.position) from forum.channel_event e where e.channel_id = ${channelId} and ${condition}), '[]')`;
}

/** All channels with all their events, in the order of their first event; one statement. */
export async function readTimeline(reader: Reader, side: Side | null): Promise<TimelineRow[]> {
  return reader.query<TimelineRow>(
    `select c.id, c.code, ${channelNameAs('c.id', '$1::text')} as name, c.state, ${nominalLevelAs('c.id', `forum.today(forum.zone_of($1))`)} as "nominalLevel",
            ${resumedAs('c.id', 'c.state')} as resumed, ${channelEventsAs('c.id', 'true', '$1::text')} as events
       from forum.channel c
      order by (select min(e.sort_date) from forum.channel_event e where e.channel_id = c.id), c.position`,
    [side],
  );
}
