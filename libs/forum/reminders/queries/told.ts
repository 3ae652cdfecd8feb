import type { Language } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { MailWords } from '../domain/reminder.types.js';

export interface Told {
  readonly recipient: string;
  readonly language: Language;
  /** What a try carried; null where it ended without a word. */
  readonly words: MailWords | null;
}

/** Who has the mail that went under this Message-ID, and what it said; undefined where nobody is known. */
export async function findTold(reader: Reader, messageId: string, userId: string | null): Promise<Told | undefined> {
  const [row] = await reader.query<Told>(
    `select coalesce(d.recipient, u.email) as recipient, coalesce(d.language, u.language) as language,
            case when d.id is not null then jsonb_build_object('userId', d.user_id, 'recipient', d.recipient, 'language', d.language,
              'subject', d.subject, 'text', d.text, 'html', d.html, 'href', d.href, 'late', d.late) end as words
       from (select 1) one
       left join forum.mail_in_doubt d on d.message_id = $1
       left join forum.user_account u on u.id = $2
      where d.id is not null or u.id is not null`,
    [messageId, userId],
  );
  return row;
}
