import type { Reader } from '#platform/database';
import { RuleBook, type RuleChange } from '#forum/reminder-rules';

/** The rules that hold in the channel of a session; the standard ones for a session that is not to be seen. */
export async function findSessionRules(reader: Reader, sessionId: string): Promise<RuleBook> {
  const rows = await reader.query<{ code: string; change: RuleChange }>(
    `select r.code, r.change from forum.session s join forum.channel_reminder_rule r on r.channel_id = s.channel_id where s.id = $1`,
    [sessionId],
  );
  return rows.length === 0 ? RuleBook.standard : new RuleBook(new Map(rows.map(({ code, change }) => [code, change])));
}
