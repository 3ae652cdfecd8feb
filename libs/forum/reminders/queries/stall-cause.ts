import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import type { Cause } from '../domain/reminder.types.js';

/** What the notice of a stall depends on: that nobody has decided yet. */
export const stallUndecided = 'state=open';

/** A channel that the monthly check thinks has stalled, while nobody has decided; undefined otherwise. */
export async function findStallNews(reader: Reader, side: Side, channelId: string): Promise<Cause | undefined> {
  const [row] = await reader.query<{ name: LocalizedText | null; lastHeld: string }>(
    `select ${channelNameAs('t.channel_id', '$2::text')} as name, t.last_held as "lastHeld"
       from forum.stall_suggestion t where t.channel_id = $1 and t.state = 'open' order by t.quarter desc limit 1`,
    [channelId, side],
  );
  if (!row?.name) return undefined;
  return {
    fingerprint: stallUndecided,
    title: row.name,
    number: null,
    session: null,
    facts: [{ label: 'lastHeld', date: row.lastHeld }],
    path: `/channels/${channelId}`,
  };
}
