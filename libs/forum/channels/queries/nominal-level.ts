/**
 * SQL of the level a channel was nominally set at on a day: what the first change that holds from a later session changed, else the
 * level it has been given last. So a change never touches the sessions before it (domain.md 3.2).
 * @param channelId an SQL expression for the channel's id, e.g. `s.channel_id`; never user text
 * @param day an SQL expression for the day, e.g. `s.start_date`
 */
export function nominalLevelAs(channelId: string, day: string): string {
  return `coalesce((select le.from_level from forum.channel_event le join forum.session ls on ls.id = le.session_id
            where le.channel_id = ${channelId} and le.type in ('elevated','lowered') and le.from_level is not null and ls.start_date > ${day}
            order by ls.start_date, le.position limit 1), (select lc.nominal_level from forum.channel lc where lc.id = ${channelId}))`;
}
