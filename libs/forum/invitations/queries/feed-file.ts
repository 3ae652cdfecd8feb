import { createTranslator } from '#core/i18n';
import { readText, type LocalizedText } from '#core/kernel';
import { writeFeed, type CalendarMailbox } from '#platform/calendar-files';
import type { Database, Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { calendarEvent } from '../domain/calendar-event.js';
import type { SessionToPrint } from '../domain/invitations.types.js';
import type { OwnedFeed } from './feeds.js';
import { datedSession, printColumns } from './sessions-to-print.js';

export interface CalendarPublication {
  readonly content: string;
  readonly modifiedAt: Date;
}

export interface Publisher {
  readonly publicUrl: string;
  readonly organizer: CalendarMailbox;
}

/** How many sessions a feed holds, counted from now: what is to come is never cut for the sake of the past (pitfalls.md 22). */
const ahead = 400;
const behind = 100;
const refreshSeconds = 21_600;

/**
 * A feed as its owner may read it now: through the owner's database role, in the feed's language, with the owner's order of the pair.
 * Sessions only: holidays are in every calendar program already. Undefined when the channel is no longer the owner's to see.
 */
export async function feedFile(
  database: Database,
  feed: OwnedFeed,
  publisher: Publisher,
): Promise<CalendarPublication | undefined> {
  const reader = database.reader(feed.owner);
  const name = await nameOf(reader, feed);
  if (name === undefined) return undefined;
  const sessions = await sessionsOf(reader, feed);
  const events = sessions.map((session) =>
    calendarEvent(session, { side: feed.owner.side, language: feed.language, publicUrl: publisher.publicUrl }),
  );
  const latest = events.map(({ modifiedAt }) => modifiedAt).sort();
  const content = writeFeed({ name, organizer: publisher.organizer, events, refreshSeconds });
  return { content, modifiedAt: new Date(latest.at(-1) ?? feed.createdAt) };
}

async function nameOf(reader: Reader, feed: OwnedFeed): Promise<string | undefined> {
  const { t } = createTranslator(feed.language);
  if (feed.channelId === null) return t('invitations:feed.personal');
  const [row] = await reader.query<{ name: LocalizedText }>(
    `select ${channelNameAs('c.id', '$1::text')} as name from forum.channel c where c.id = $2`,
    [feed.owner.side, feed.channelId],
  );
  return row && t('invitations:feed.channel', { channel: readText(row.name, feed.language).text });
}

/** `$2` is the channel, `$3` the owner's posts. A post's channels are those its body, or the body above, is a party to. */
const mine = `
  case when $2::uuid is not null then s.channel_id = $2
  else s.id in (select d.session_id from forum.delegation d join forum.delegation_member m on m.delegation_id = d.id where m.post_id = any ($3::uuid[]))
    or s.channel_id in (select p.channel_id from forum.post o join forum.body b on b.id = o.body_id
                          join forum.channel_party p on p.body_id in (b.id, b.parent_id) where o.id = any ($3::uuid[])) end`;

function sessionsOf(reader: Reader, { owner, channelId }: OwnedFeed): Promise<SessionToPrint[]> {
  const half = (when: string, order: string, limit: number): string =>
    `(select ${printColumns} from forum.session s
       where ${datedSession} and coalesce(s.end_date, s.start_date) ${when} forum.today(s.zone) and (${mine})
       order by s.start_date ${order}, s.id ${order} limit ${String(limit)})`;
  return reader.query<SessionToPrint>(
    `select * from (${half('>=', 'asc', ahead)} union all ${half('<', 'desc', behind)}) both_halves order by "startDate", id`,
    [owner.side, channelId, owner.postIds],
  );
}
