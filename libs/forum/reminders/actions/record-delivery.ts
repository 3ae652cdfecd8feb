import { newId } from '#core/kernel';
import type { Database } from '#platform/database';
import { letterHtml, letterText } from '#platform/mail';
import type { ReminderState } from '../domain/reminder.types.js';
import type { WrittenMail } from './write-mail.js';
import { workerActor } from './worker-actor.js';

/** What became of one reminder in a try. */
export interface RowOutcome {
  readonly id: string;
  readonly state: ReminderState;
  readonly code: string | null;
  /** Leaves the mail of the day it was in. */
  readonly release?: boolean;
  /** Seconds until the next try; without any there is none of its own accord. */
  readonly wait?: number | undefined;
  /** What the relay said. */
  readonly answer?: string | undefined;
}

export interface Delivery {
  readonly attempt: number;
  readonly outcomes: readonly RowOutcome[];
  /** The mail, where its reader now has it. */
  readonly sent: { readonly mail: WrittenMail; readonly messageId: string; readonly mailed: boolean } | undefined;
}

/** Written only while this try still holds the rows; who came later has the last word. The mail itself is kept for the inbox. */
export async function recordDelivery(database: Database, { attempt, outcomes, sent }: Delivery): Promise<void> {
  await database.runInTx(workerActor, async (tx) => {
    const held = await tx.query(
      `update forum.reminder r
          set state = o.state, last_error_code = o.code, relay_answer = coalesce(o.answer, r.relay_answer),
              sent_to = case o.state when 'sent' then $3 end, language = case o.state when 'sent' then $4 end,
              sent_at = case o.state when 'sent' then forum.now() end,
              doubted_at = case o.state when 'in_doubt' then coalesce(r.doubted_at, forum.now()) else r.doubted_at end,
              digest_id = case when not o.release then r.digest_id end,
              message_id = case when not o.release then r.message_id end,
              lease_until = forum.now() + make_interval(secs => o.wait)
         from jsonb_to_recordset($1) as o(id uuid, state text, code text, release boolean, wait double precision, answer text)
        where r.id = o.id and r.attempt = $2 and r.state in ('sending','in_doubt')
       returning r.id`,
      [
        JSON.stringify(outcomes.map((one) => ({ release: false, ...one }))),
        attempt,
        sent?.mail.recipient.email ?? null,
        sent?.mail.recipient.language ?? null,
      ],
    );
    if (held.length === 0 || !sent) return;
    const { mail, messageId, mailed } = sent;
    const [first] = mail.rows;
    await tx.query(
      `insert into forum.sent_mail (id, carried_id, reminder_id, user_id, recipient, language, subject, text, html, href, message_id, late, mailed, audience)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict on constraint uq_sent_mail_carried_id do nothing`,
      [
        newId(),
        first.digestId ?? first.id,
        first.digestId === null ? first.id : null,
        mail.recipient.userId,
        mail.recipient.email,
        mail.letter.language,
        mail.letter.subject,
        letterText(mail.letter),
        letterHtml(mail.letter),
        mail.href,
        mailed ? messageId : null,
        mail.late,
        mailed,
        first.recipientSide,
      ],
    );
  });
}
