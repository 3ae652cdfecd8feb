import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs, type ChannelState } from '#forum/channels';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import { isAbove } from '../domain/escalation-context.js';
import { ladderLevel, type ChannelRef, type LadderLevel } from '../domain/escalation.types.js';

/** How a channel is related to the one below: its parent, grown out of it, or neither. */
export type Relation = 'parent' | 'derived' | 'other';

/** A channel a matter can rise to, with the session that would deal with it. */
export interface Target {
  readonly channel: ChannelRef;
  readonly level: LadderLevel;
  readonly relation: Relation;
  /** Null while the channel has no session to come. */
  readonly session: SessionRef | null;
}

interface Stored extends ChannelRef {
  readonly state: ChannelState;
  readonly relation: Relation;
  readonly session: SessionRef | null;
}

/** SQL of the id of the next session of a channel that both sides see and whose agenda is still open. */
export const nextSessionAs = (channelId: string): string =>
  `(select n.id from forum.session n join forum.agenda na on na.session_id = n.id
     where n.channel_id = ${channelId} and n.audience not in ('kr','jp') and na.state <> 'adopted'
       and n.state in ('proposed','date_agreed','preparing','ready','postponed') and n.start_date >= forum.today(n.zone)
     order by n.start_date, n.id limit 1)`;

/**
 * Channels above one that both sides see, nearest relation first: its parent, what grew out of it (domain.md 1.4), then the others by level.
 * @param side the reader's side, for names
 */
export async function targetsAbove(reader: Reader, side: Side | null, channelId: string): Promise<Target[]> {
  const rows = await reader.query<Stored>(
    `select c.id, ${channelNameAs('c.id', '$1::text')} as name, c.nominal_level as level, c.state,
            case when c.id = f.parent_id then 'parent' when c.derived_from_id = f.id then 'derived' else 'other' end as relation,
            ${sessionRefAs(nextSessionAs('c.id'), '$1::text')} as session
       from forum.channel f join forum.channel c on c.id <> f.id and c.audience not in ('kr','jp')
      where f.id = $2 order by c.position, c.id`,
    [side, channelId],
  );
  const below = await channelLevel(reader, channelId);
  if (below === null) return [];
  return rows
    .flatMap(({ state, relation, session, ...channel }): Target[] => {
      const level = ladderLevel(channel.level);
      return level !== null && meeting.includes(state) && isAbove(level, below)
        ? [{ channel, level, relation, session }]
        : [];
    })
    .sort((one, other) => relations.indexOf(one.relation) - relations.indexOf(other.relation));
}

/** States of a channel that will meet again, for all one knows. */
const meeting: readonly ChannelState[] = ['agreed', 'active', 'stalled', 'suspended'];

const relations: readonly Relation[] = ['parent', 'derived', 'other'];

/** Where a channel stands on the ladder; null for one beside it, or none to see. */
export async function channelLevel(reader: Reader, channelId: string): Promise<LadderLevel | null> {
  const [row] = await reader.query<{ level: ChannelRef['level'] }>(
    `select nominal_level as level from forum.channel where id = $1 and audience not in ('kr','jp')`,
    [channelId],
  );
  return row ? ladderLevel(row.level) : null;
}

/** True for a channel that both sides see and that will meet again, for all one knows. */
export async function channelMeets(reader: Reader, channelId: string): Promise<boolean> {
  const [row] = await reader.query<{ state: ChannelState }>(
    `select state from forum.channel where id = $1 and audience not in ('kr','jp')`,
    [channelId],
  );
  return row !== undefined && meeting.includes(row.state);
}

/** The next session of a channel whose agenda is open, or null. */
export async function nextSessionOf(reader: Reader, channelId: string): Promise<string | null> {
  const [row] = await reader.query<{ id: string | null }>(`select ${nextSessionAs('$1::uuid')} as id`, [channelId]);
  return row?.id ?? null;
}
