import type { Language, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  conflictsAs,
  readPage,
  sourcesAs,
  type ConflictRow,
  type Page,
  type PageAsk,
  type Precision,
  type SourceRow,
} from '#forum/provenance';
import type { ChannelState, Level, NameKind } from '../domain/channel.types.js';
import { channelEventsAs, type ChannelEventRow } from './channel-events.js';
import { channelNameAs } from './channel-name.js';
import { topicsAs, type TopicRow } from './topics.js';

/** Whose names are shown, and in which language lists are sorted. */
export interface ChannelReading {
  readonly side: Side | null;
  readonly language: Language;
}

/** One channel as lists show it. `name` is the reader's own side's, valid today. */
export interface ChannelRow {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly state: ChannelState;
  readonly nominalLevel: Level;
  /** The last time it is known to have met, and at which level where the record says so; never before the reader's today. */
  readonly lastHeld: {
    readonly sessionId: string | null;
    readonly value: string;
    readonly precision: Precision;
    readonly level: Level | null;
  } | null;
  readonly nextSession: { readonly sessionId: string; readonly date: string } | null;
  readonly topics: readonly TopicRow[];
  readonly illustrative: boolean;
  readonly parentId: string | null;
  readonly derivedFromId: string | null;
}

/** A name of a channel with the first and last day it holds, both `YYYY-MM-DD`, empty = open. */
export interface ChannelNameRow {
  readonly side: Side | null;
  readonly language: Language;
  readonly text: string;
  readonly kind: NameKind;
  readonly from: string | null;
  readonly to: string | null;
}

export type RelationKind = 'parent' | 'child' | 'derived_from' | 'spawned' | 'not_to_be_confused_with';

export interface ChannelDetailRow extends ChannelRow {
  readonly names: readonly ChannelNameRow[];
  /** A body by its name, or the words of the record; a bare `KR`/`JP` is a country. */
  readonly parties: readonly { readonly body: LocalizedText | null; readonly plain: string | null }[];
  readonly cadence: LocalizedText | null;
  readonly hosting: string | null;
  readonly note: string | null;
  readonly events: readonly ChannelEventRow[];
  readonly relations: readonly {
    readonly kind: RelationKind;
    readonly channelId: string;
    readonly name: LocalizedText;
  }[];
  readonly sources: readonly SourceRow[];
  readonly conflicts: readonly ConflictRow[];
}

/** Columns of `ChannelRow` for a channel `c`; `side` is the placeholder of the reader's side. */
function columns(side: string): string {
  return `c.id, c.code, ${channelNameAs('c.id', side)} as name, c.state, c.nominal_level as "nominalLevel", c.illustrative, c.parent_id as "parentId",
    c.derived_from_id as "derivedFromId", ${topicsAs('c.topic_codes')} as topics,
    (select jsonb_build_object('sessionId', h.session_id, 'value', h.value, 'precision', h.precision, 'level', h.level) from (
        select s.id as session_id, s.date_value as value, s.date_precision as precision, s.level, s.start_date as day
          from forum.session s where s.channel_id = c.id and s.state in ('held','closed')
        union all
        select null, e.date_value, e.date_precision, e.level, e.sort_date from forum.channel_event e
         where e.channel_id = c.id and e.type in ('first_session','session_held','resumed')) h
      order by h.day desc, h.session_id nulls last limit 1) as "lastHeld",
    (select jsonb_build_object('sessionId', s.id, 'date', s.start_date) from forum.session s
      where s.channel_id = c.id and s.state not in ('held','closed','cancelled') and s.start_date >= forum.today(s.zone)
      order by s.start_date, s.id limit 1) as "nextSession"`;
}

/** Channels the reader may see, by name in the reader's collation. */
export async function listChannels(
  reader: Reader,
  { side, language }: ChannelReading,
  ask: PageAsk,
): Promise<Page<ChannelRow>> {
  const select = `select named.*, coalesce(named.name -> $2::text ->> 'text', named.name -> (named.name ->> 'source') ->> 'text') as "sortKey"
                    from (select ${columns('$1::text')} from forum.channel c) named`;
  return readPage<ChannelRow & { id: string }>(reader, { select, params: [side, language], language }, ask);
}

/** One channel with all that its page shows, in one statement; undefined when there is none to see. */
export async function findChannel(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<ChannelDetailRow | undefined> {
  const related = (kind: RelationKind, condition: string): string =>
    `select '${kind}' as kind, o.id, o.position from forum.channel o where ${condition}`;
  const [row] = await reader.query<ChannelDetailRow>(
    `select ${columns('$1::text')}, c.cadence, c.hosting, c.note, ${sourcesAs('c.source_codes')} as sources, ${conflictsAs('c.code')} as conflicts, ${channelEventsAs('c.id')} as events,
            coalesce((select jsonb_agg(jsonb_build_object('side', n.side, 'language', n.language, 'text', n.text, 'kind', n.kind, 'from', n.valid_from, 'to', n.valid_to)
                       order by n.position) from forum.channel_name n where n.channel_id = c.id), '[]') as names,
            coalesce((select jsonb_agg(jsonb_build_object('plain', p.plain, 'body', (select bn.name from forum.body_name bn where bn.body_id = p.body_id
                       order by (bn.valid_to is null) desc, bn.valid_from desc nulls last limit 1)) order by p.position)
                       from forum.channel_party p where p.channel_id = c.id), '[]') as parties,
            coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'channelId', r.id, 'name', ${channelNameAs('r.id', '$1::text')}) order by r.kind, r.position) from (
              ${related('parent', 'o.id = c.parent_id')} union all ${related('child', 'o.parent_id = c.id')}
              union all ${related('derived_from', 'o.id = c.derived_from_id')} union all ${related('spawned', 'o.derived_from_id = c.id')}
              union all ${related('not_to_be_confused_with', 'o.code = any (c.distinct_from_codes) or c.code = any (o.distinct_from_codes)')}) r), '[]') as relations
       from forum.channel c where c.id = $2`,
    [side, id],
  );
  return row;
}
