import type { Actor, Language } from '#core/kernel';
import type { Reader } from '#platform/database';
import { exactly } from './exact-time.js';

/** A mail in its reader's inbox. */
export interface InboxRow {
  id: string;
  subject: string;
  language: Language;
  sentAt: Date;
  /** The same to the microsecond, for a cursor. */
  at: string;
  readAt: Date | null;
  /** Left on a later day than planned. */
  late: boolean;
  /** False: it was put into the inbox only. */
  mailed: boolean;
  /** How many reminders it carries; 0 for one whose reminders have since been told again. */
  reminders: number;
}

export interface InboxMail extends InboxRow {
  to: string;
  text: string;
  html: string;
  href: string | null;
  /** What the mail carries together, as `listReminders` finds it. */
  carriedId: string;
}

export interface InboxFilter {
  readonly unread: boolean;
  /** Last row of the page before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

const columns = `m.id, m.subject, m.language, m.sent_at as "sentAt", ${exactly('m.sent_at')} as at, m.read_at as "readAt", m.late, m.mailed,
  (select count(*)::integer from forum.reminder r where r.id = m.carried_id or r.digest_id = m.carried_id) as reminders`;

/** The mails to the reader in person, latest first: what their posts were told while they held them. */
export async function listInbox(
  reader: Reader,
  actor: Actor,
  { unread, after, limit }: InboxFilter,
): Promise<{ items: InboxRow[]; hasMore: boolean }> {
  const rows = await reader.query<InboxRow>(
    `select ${columns} from forum.sent_mail m
      where m.user_id = $1 and ($2 is false or m.read_at is null)
        and ($3::timestamptz is null or (m.sent_at, m.id) < ($3::timestamptz, $4::uuid))
      order by m.sent_at desc, m.id desc limit $5`,
    [actor.userId, unread, after?.at ?? null, after?.id ?? null, limit + 1],
  );
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** One mail to the reader with its text, or undefined. */
export async function findMail(reader: Reader, actor: Actor, id: string): Promise<InboxMail | undefined> {
  const [row] = await reader.query<InboxMail>(
    `select ${columns}, m.recipient as "to", m.text, m.html, m.href, m.carried_id as "carriedId"
       from forum.sent_mail m where m.id = $1 and m.user_id = $2`,
    [id, actor.userId],
  );
  return row;
}

/** How many mails the reader has not opened; read from an index of those alone. */
export async function countUnread(reader: Reader, actor: Actor): Promise<number> {
  const [row] = await reader.query<{ unread: number }>(
    `select count(*)::integer as unread from forum.sent_mail where user_id = $1 and read_at is null`,
    [actor.userId],
  );
  return row?.unread ?? 0;
}
