import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sourcesAs, type Evidence, type Precision, type SourceRow } from '#forum/provenance';
import type { ChannelEventType, ChannelState, Level } from '../domain/channel.types.js';
import { channelNameAs } from './channel-name.js';

/** One event of a channel's history. `dateEnd` is a full date; `level` is the level held, where the record says so. */
export interface ChannelEventRow {
  readonly id: string;
  readonly channelId: string;
  readonly type: ChannelEventType;
  readonly value: string;
  readonly precision: Precision;
  readonly dateEnd: string | null;
  readonly day: string;
  readonly text: LocalizedText;
  readonly level: Level | null;
  readonly evidence: Evidence;
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
  readonly events: readonly ChannelEventRow[];
}

/**
 * SQL that gives the events of a channel as a JSON list of `ChannelEventRow`, oldest first.
 * @param channelId an SQL expression for the channel's id; never user text
 * @param condition more SQL on the event `e`
 */
export function channelEventsAs(channelId: string, condition = 'true'): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'channelId', e.channel_id, 'type', e.type, 'value', e.date_value, 'precision', e.date_precision,
            'dateEnd', e.date_end, 'day', e.sort_date, 'text', e.text, 'level', e.level, 'evidence', e.evidence, 'note', e.note, 'sources', ${sourcesAs('e.source_codes')})
            order by e.sort_date, e.position) from forum.channel_event e where e.channel_id = ${channelId} and ${condition}), '[]')`;
}

/** All channels with all their events, in the order of their first event; one statement. */
export async function readTimeline(reader: Reader, side: Side | null): Promise<TimelineRow[]> {
  return reader.query<TimelineRow>(
    `select c.id, c.code, ${channelNameAs('c.id', '$1::text')} as name, c.state, c.nominal_level as "nominalLevel", ${channelEventsAs('c.id')} as events
       from forum.channel c
      order by (select min(e.sort_date) from forum.channel_event e where e.channel_id = c.id), c.position`,
    [side],
  );
}
