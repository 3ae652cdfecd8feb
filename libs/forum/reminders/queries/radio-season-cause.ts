import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import type { Cause } from '../domain/reminder.types.js';

/** The season comes by itself: what is told of holds as long as the talks live. */
export const seasonCause = 'season';

/** The talks whose cases are to be looked through; undefined once they are suspended or over. */
export async function findRadioSeason(reader: Reader, side: Side, channelId: string): Promise<Cause | undefined> {
  const [row] = await reader.query<{ name: LocalizedText }>(
    `select ${channelNameAs('c.id', '$2::text')} as name from forum.channel c where c.id = $1 and c.state in ('active','stalled')`,
    [channelId, side],
  );
  return row && { fingerprint: seasonCause, title: row.name, number: null, session: null, path: '/records' };
}
