/**
 * SQL that gives the name of a channel as its reader knows it, one LocalizedText value: in each language the name of the reader's
 * own side that holds today, else one both sides use, else the other side's (domain.md 1.1, 3.2). Null for a channel not to be seen.
 * @param channelId an SQL expression for the id, e.g. `s.channel_id`; never user text
 * @param side an SQL expression for the reader's side, `kr`, `jp` or null, e.g. `$1::text`
 */
export function channelNameAs(channelId: string, side: string): string {
  return `forum.channel_name_for(${channelId}, ${side})`;
}
