/**
 * SQL that tells whether a channel is silent: suspended or over (domain.md 4). What belongs to no channel is not.
 * @param channelId an SQL expression for its id; never user text
 */
export const silentChannelsAs = (channelId: string): string =>
  `exists (select 1 from forum.channel silent where silent.id = ${channelId} and silent.state in ('suspended','concluded','superseded','withdrawn'))`;
