import { newId, type Language, type Side } from '#core/kernel';
import type { Database, Reader } from '#platform/database';
import { letterHtml, letterText } from '#platform/mail';
import type { MailWords, ReminderState } from '../domain/reminder.types.js';
import { bringBackOvertaken } from './bring-back-overtaken.js';
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

/** What a mail carries: one reminder, or a reader's day. */
export interface CarriedMail {
  readonly carriedId: string;
  /** Null for the mail of a day. */
  readonly reminderId: string | null;
  readonly side: Side;
}

export interface Delivery {
  readonly attempt: number;
  readonly messageId: string;
  readonly carried: CarriedMail;
  readonly outcomes: readonly RowOutcome[];
  readonly ended?: Ended | undefined;
}

/** How the mail itself ended, where anybody has it or may have it. */
export type Ended =
  /** Its reader has it; `mailed` is false where it is in the inbox alone. */
  | { readonly as: 'sent'; readonly words: MailWords; readonly mailed: boolean }
  /** Somebody has it whose words nobody kept. */
  | { readonly as: 'told'; readonly recipient: string; readonly language: Language }
  /** Its reader may have it. */
  | { readonly as: 'doubted'; readonly words: MailWords };

export function wordsOf({ recipient, letter, href, late }: WrittenMail): MailWords {
  return {
    userId: recipient.userId,
    recipient: recipient.email,
    language: letter.language,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    href,
    late,
  };
}

/**
 * Written only while this try still holds the rows; who came later has the last word. The mail itself is kept, for the inbox or until
 * it is known whether it arrived. One statement, which is a transaction by itself, unless what is set aside spoke for others.
 */
export async function recordDelivery(database: Database, delivery: Delivery): Promise<void> {
  const gone = delivery.outcomes.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
  if (gone.length === 0) {
    await write(database.readAs(workerActor.databaseRole), delivery);
    return;
  }
  await database.runInTx(workerActor, async (tx) => {
    await write(tx, delivery);
    await bringBackOvertaken(tx, gone);
  });
}

async function write(reader: Reader, delivery: Delivery): Promise<void> {
  const { attempt, messageId, outcomes, ended } = delivery;
  const held = [JSON.stringify(outcomes.map((one) => ({ release: false, ...one }))), attempt, messageId];
  switch (ended?.as) {
    case 'sent':
      await reader.query(withSentMail, [...held, ...mailOf(delivery, ended.words), ended.mailed]);
      break;
    case 'doubted':
      await reader.query(withMailInDoubt, [...held, ...mailOf(delivery, ended.words).slice(0, 10)]);
      break;
    default:
      await reader.query(rowsAlone, [...held, ended?.recipient ?? null, ended?.language ?? null]);
  }
}

/** $4 to $15; what is carried comes last: a mail in doubt is named by its Message-ID alone. */
function mailOf({ carried: { carriedId, reminderId, side } }: Delivery, words: MailWords): unknown[] {
  const { recipient, language, userId, subject, text, html, href, late } = words;
  return [recipient, language, newId(), side, userId, subject, text, html, href, late, carriedId, reminderId];
}

/**
 * SQL for the rows and what became of them ($1), by the try that holds them ($2), under its Message-ID ($3).
 * @param told for the reader's address and language; a doubt leaves both as they were
 */
const rowsAs = (told: string, doubt = ''): string => `
       update forum.reminder r
          set state = o.state, last_error_code = o.code, relay_answer = coalesce(o.answer, r.relay_answer), ${told}${doubt}
              sent_at = case o.state when 'sent' then forum.now() end,
              doubted_at = case o.state when 'in_doubt' then coalesce(r.doubted_at, (select forum.now())) else r.doubted_at end,
              digest_id = case when not o.release then r.digest_id end,
              message_id = case when not o.release then $3 end,
              lease_until = forum.now() + make_interval(secs => o.wait)
         from jsonb_to_recordset($1) as o(id uuid, state text, code text, release boolean, wait double precision, answer text)
        where r.id = o.id and r.attempt = $2 and r.state in ('sending','in_doubt')
       returning r.id`;

const toReader = `sent_to = case o.state when 'sent' then $4 when 'in_doubt' then r.sent_to end,
              language = case o.state when 'sent' then $5 when 'in_doubt' then r.language end,`;

/** Who may have it; of one that is told once more, who was told before, until it is known. */
const toWhoMayHaveIt = `sent_to = case when r.resent > 0 then r.sent_to when o.state = 'in_doubt' then $4 end,
              language = case when r.resent > 0 then r.language when o.state = 'in_doubt' then $5 end,`;

const rowsAlone = rowsAs(toReader);

const withSentMail = `
     with held as (${rowsAs(toReader)})
     insert into forum.sent_mail (id, recipient, language, audience, user_id, subject, text, html, href, late, carried_id, reminder_id, mailed, message_id)
     select m.* from (values ($6::uuid, $4, $5, $7, $8::uuid, $9, $10, $11, $12, $13::boolean, $14::uuid, $15::uuid, $16::boolean, case when $16 then $3 end)) m
      where exists (select 1 from held)
     on conflict on constraint uq_sent_mail_carried_id do nothing`;

/** Under the same Message-ID the reader may have what any of the tries carried: the first is kept. */
const withMailInDoubt = `
     with held as (${rowsAs(toWhoMayHaveIt, ` doubted_user_id = case o.state when 'in_doubt' then $8::uuid else r.doubted_user_id end,`)})
     insert into forum.mail_in_doubt (id, recipient, language, audience, user_id, subject, text, html, href, late, message_id)
     select m.* from (values ($6::uuid, $4, $5, $7, $8::uuid, $9, $10, $11, $12, $13::boolean, $3)) m
      where exists (select 1 from held)
     on conflict on constraint uq_mail_in_doubt_message_id do nothing`;
