import type { Language, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { listReminders } from '#forum/reminders';
import type { MailToTell } from '../domain/message.js';

/** More than one person has for one day. */
const most = 200;

/** A mail of the reader's side with the reminders it carried, as far as their objects can still be seen; undefined for another side's. */
export async function findMailToTell(reader: Reader, mailId: string): Promise<MailToTell | undefined> {
  const [mail] = await reader.query<{
    id: string;
    carriedId: string;
    side: Side;
    subject: string;
    language: Language;
    late: boolean;
    sentAt: Date;
  }>(
    `select id, carried_id as "carriedId", audience as side, subject, language, late, sent_at as "sentAt"
       from forum.sent_mail where id = $1`,
    [mailId],
  );
  if (!mail) return undefined;
  const { carriedId, ...rest } = mail;
  const { items } = await listReminders(reader, { carriedId, order: 'earliest', limit: most });
  return { ...rest, reminders: items };
}
