import type { Reader } from '#platform/database';
import type { ChannelFacts } from '../domain/channel.types.js';

/** States of a session that is neither over nor given up. */
export const openSessionStates = `('proposed','date_agreed','preparing','ready','in_session','postponed')`;

/**
 * SQL of the days on which a channel is known to have met, as `day` and the last day it can have been, `latest`: a year or a month alone
 * may have been its end. A resumption by two keys is no meeting; one of the record is.
 * @param channelId an SQL expression for the channel's id; never user text
 */
export function heldDays(channelId: string): string {
  const latest = (day: string, end: string, precision: string): string =>
    `coalesce(${end}, (${day} + case ${precision} when 'year' then interval '1 year - 1 day' when 'month' then interval '1 month - 1 day' else interval '0' end)::date)`;
  return `select s.start_date as day, ${latest('s.start_date', 's.end_date', 's.date_precision')} as latest
            from forum.session s where s.channel_id = ${channelId} and s.state in ('held','closed')
          union all
          select e.sort_date, ${latest('e.sort_date', 'e.date_end', 'e.date_precision')} from forum.channel_event e
           where e.channel_id = ${channelId} and e.type in ('first_session','session_held','resumed') and (e.session_id is not null or e.evidence is not null)`;
}

/**
 * SQL that is true while an active channel counts as resumed: until the second session after the resumption (domain.md 3.2); the session
 * that resumed it is the first one.
 */
export function resumedAs(channelId: string, state: string): string {
  return `(${state} = 'active' and coalesce((select (select count(distinct h.day) from (${heldDays(channelId)}) h where h.day >= r.sort_date) < 2
            from forum.channel_event r where r.channel_id = ${channelId} and r.type = 'resumed' order by r.sort_date desc, r.position desc limit 1), false))`;
}

/** What the steps of a channel depend on; undefined when there is none to see. */
export async function readChannelFacts(reader: Reader, id: string): Promise<ChannelFacts | undefined> {
  const [row] = await reader.query<ChannelFacts>(
    `select c.id, c.state, c.audience, c.version, c.nominal_level as "nominalLevel", c.suspended_by as "suspendedBy",
            coalesce(c.origin_side, (select p.side from forum.channel_event e join forum.person p on p.code = any (e.person_codes)
              where e.channel_id = c.id and e.type = 'proposed' order by e.sort_date, e.position, p.side limit 1)) as "originSide",
            case when c.state = 'stalled' then (select e.side from forum.channel_event e where e.channel_id = c.id and e.type = 'stalled'
              order by e.sort_date desc, e.position desc limit 1) end as "stalledBy",
            (select jsonb_build_object('id', g.id, 'quarter', g.quarter, 'lastHeld', g.last_held, 'months', g.months) from forum.stall_suggestion g
              where g.channel_id = c.id and g.state = 'open' and c.state = 'active' order by g.quarter desc limit 1) as suggestion,
            exists (select 1 from forum.session s where s.channel_id = c.id and s.state in ${openSessionStates}) as "hasOpenSession"
       from forum.channel c where c.id = $1`,
    [id],
  );
  return row;
}
