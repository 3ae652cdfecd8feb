import type { Reader } from '#platform/database';
import { RuleBook } from '../domain/rule-book.js';
import type { RuleChange } from '../domain/rule.types.js';

interface Row {
  readonly channelId: string;
  readonly code: string;
  readonly change: RuleChange;
}

/** The rules of every channel at once; one statement over the few rows in which channels differ from the standard. */
export async function loadRuleBooks(reader: Reader): Promise<(channelId: string) => RuleBook> {
  const rows = await reader.query<Row>(
    `select channel_id as "channelId", code, change from forum.channel_reminder_rule order by channel_id, code`,
  );
  const books = new Map<string, RuleBook>();
  for (const channelId of new Set(rows.map((row) => row.channelId))) books.set(channelId, bookOf(rows, channelId));
  return (channelId) => books.get(channelId) ?? RuleBook.standard;
}

/** The rules that hold in one channel. */
export async function findRuleBook(reader: Reader, channelId: string): Promise<RuleBook> {
  const rows = await reader.query<Row>(
    `select channel_id as "channelId", code, change from forum.channel_reminder_rule where channel_id = $1 order by code`,
    [channelId],
  );
  return bookOf(rows, channelId);
}

function bookOf(rows: readonly Row[], channelId: string): RuleBook {
  const own = rows.filter((row) => row.channelId === channelId);
  return own.length === 0 ? RuleBook.standard : new RuleBook(new Map(own.map(({ code, change }) => [code, change])));
}
