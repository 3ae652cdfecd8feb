import type { Language } from '#core/kernel';
import type { Reader } from '#platform/database';

/** A mail as it went out. */
export interface MailRow {
  id: string;
  subject: string;
  to: string;
  language: Language;
  sentAt: Date;
  text: string;
  href: string | null;
}

/** The latest mails to the reader's own side, newest first. */
export function listMails(reader: Reader, limit: number): Promise<MailRow[]> {
  return reader.query<MailRow>(
    `select id, subject, recipient as "to", language, sent_at as "sentAt", text, href
       from forum.sent_mail order by sent_at desc, id desc limit $1`,
    [limit],
  );
}
