import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { findRuleBook } from '#forum/reminder-rules';
import type { Cause } from '../domain/reminder.types.js';
import { radioSeasonRule } from '../domain/rules.js';

/** The season comes by itself: what is told of holds as long as the talks live. */
export const seasonCause = 'season';

/** The talks whose cases are to be looked through; undefined once they are suspended or over, or agreed to go without that day. */
export async function findRadioSeason(
  reader: Reader,
  side: Side,
  channelId: string,
  offsetDays: number,
): Promise<Cause | undefined> {
  const [row] = await reader.query<{ name: LocalizedText }>(
    `select ${channelNameAs('c.id', '$2::text')} as name from forum.channel c where c.id = $1 and c.state in ('active','stalled')`,
    [channelId, side],
  );
  if (!row) return undefined;
  const rule = (await findRuleBook(reader, channelId)).get(radioSeasonRule.code);
  if (!rule.enabled || !rule.remindAt.includes(offsetDays)) return undefined;
  return { fingerprint: seasonCause, title: row.name, number: null, session: null, path: '/records' };
}
