import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
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
import type { ChannelState, HostingRule, Level, NameKind, Suspender } from '../domain/channel.types.js';
import { channelEventsAs, type ChannelEventRow } from './channel-events.js';
import { resumedAs } from './channel-facts.js';
import { channelNameAs } from './channel-name.js';
import { nominalLevelAs } from './nominal-level.js';
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
  /** The level it is set at today. */
  readonly nominalLevel: Level;
  /** True from a resumption to the second session after it. */
  readonly resumed: boolean;
  readonly suspendedBy: Suspender | null;
  readonly audience: Audience;
  readonly version: number;
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
  readonly cadenceMonths: number | null;
  readonly hostingRule: HostingRule | null;
  /** Whose turn it is, when the sides host in turn; null when that is not known. */
  readonly nextHost: Side | null;
  readonly originSide: Side | null;
  /** A level agreed on that holds from a session still to come. */
  readonly nextLevel: { readonly level: Level; readonly sessionId: string; readonly date: string } | null;
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
  return `c.id, c.code, ${channelNameAs('c.id', side)} as name, c.state, ${nominalLevelAs('c.id', `forum.today(forum.zone_of(${side}))`)} as "nominalLevel", c.illustrative,
    ${resumedAs('c.id', 'c.state')} as resumed, c.suspended_by as "suspendedBy", c.audience, c.version, c.parent_id as "parentId",
    c.derived_from_id as "derivedFromId", ${topicsAs('c.topic_codes')} as topics,
    (select jsonb_build_object('sessionId', h.session_id, 'value', h.value, 'precision', h.precision, 'level', h.level) from (
        select s.id as session_id, s.date_value as value, s.date_precision as precision, s.level, s.start_date as day
          from forum.session s where s.channel_id = c.id and s.state in ('held','closed')
        union all
        select null, e.date_value, e.date_precision, e.level, e.sort_date from forum.channel_event e
         where e.channel_id = c.id and e.type in ('first_session','session_held','resumed') and e.evidence is not null) h
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

/** The other side of the last host: a session in a third country or in the margins of another consumes no turn (domain.md 3.2). */
const nextHost = `(select case s.host_side when 'kr' then 'jp' else 'kr' end from forum.session s
  where s.channel_id = c.id and s.host_side is not null and s.state in ('held','closed') and coalesce(c.hosting_rule, 'alternating') = 'alternating'
  order by s.start_date desc, s.id limit 1)`;

const nextLevel = `(select jsonb_build_object('level', le.level, 'sessionId', ls.id, 'date', ls.start_date) from forum.channel_event le join forum.session ls on ls.id = le.session_id
  where le.channel_id = c.id and le.type in ('elevated','lowered') and ls.start_date > forum.today(forum.zone_of($1::text)) order by ls.start_date limit 1)`;

/** One channel with all that its page shows, in one statement; undefined when there is none to see. */
export async function findChannel(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<ChannelDetailRow | undefined> {
  const related = (kind: RelationKind, condition: string): string =>
    `select '${kind}' as kind, o.id, o.position from forum.channel o where ${condition}`;
  const [row] = await reader.query<ChannelDetailRow>(
    `select ${columns('$1::text')}, c.cadence, c.hosting, c.note, c.cadence_months as "cadenceMonths", c.hosting_rule as "hostingRule", c.origin_side as "originSide",
            ${nextHost} as "nextHost", ${nextLevel} as "nextLevel", ${sourcesAs('c.source_codes')} as sources, ${conflictsAs('c.code')} as conflicts, ${channelEventsAs('c.id', 'true', '$1::text')} as events,
            coalesce((select jsonb_agg(jsonb_build_object('side', n.side, 'language', n.language, 'text', n.text, 'kind', n.kind, 'from', n.valid_from, 'to', n.valid_to)
                       order by n.position) from forum.channel_name n where n.channel_id = c.id), '[]') as names,
            coalesce((select jsonb_agg(jsonb_build_object('plain', p.plain, 'body', (select bn.name from forum.body_name bn where bn.body_id = p.body_id
                       order by (bn.valid_to is null) desc, bn.valid_from desc nulls last limit 1)) order by p.position)
                       from forum.channel_party p where p.channel_id = c.id and not p.ended), '[]') as parties,
            coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'channelId', r.id, 'name', ${channelNameAs('r.id', '$1::text')}) order by r.kind, r.position) from (
              ${related('parent', 'o.id = c.parent_id')} union all ${related('child', 'o.parent_id = c.id')}
              union all ${related('derived_from', 'o.id = c.derived_from_id')} union all ${related('spawned', 'o.derived_from_id = c.id')}
              union all ${related('not_to_be_confused_with', 'o.code = any (c.distinct_from_codes) or c.code = any (o.distinct_from_codes)')}) r), '[]') as relations
       from forum.channel c where c.id = $2`,
    [side, id],
  );
  return row;
}
