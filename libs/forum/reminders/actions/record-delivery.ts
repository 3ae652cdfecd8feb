import { newId } from '#core/kernel';
import type { Database, Reader } from '#platform/database';
import { letterHtml, letterText } from '#platform/mail';
import type { ReminderState } from '../domain/reminder.types.js';
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

export interface Delivery {
  readonly attempt: number;
  readonly messageId: string;
  readonly outcomes: readonly RowOutcome[];
  /** The mail, where its reader now has it; `mailed` is false where it is in the inbox alone. */
  readonly sent: { readonly mail: WrittenMail; readonly mailed: boolean } | undefined;
}

/**
 * Written only while this try still holds the rows; who came later has the last word. The mail itself is kept for the inbox. One
 * statement, which is a transaction by itself, unless what is set aside spoke for others.
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

async function write(reader: Reader, { attempt, messageId, outcomes, sent }: Delivery): Promise<void> {
  await reader.query(
    `with held as (
       update forum.reminder r
          set state = o.state, last_error_code = o.code, relay_answer = coalesce(o.answer, r.relay_answer),
              sent_to = case o.state when 'sent' then $4 end, language = case o.state when 'sent' then $5 end,
              sent_at = case o.state when 'sent' then forum.now() end,
              doubted_at = case o.state when 'in_doubt' then coalesce(r.doubted_at, (select forum.now())) else r.doubted_at end,
              digest_id = case when not o.release then r.digest_id end,
              message_id = case when not o.release then $3 end,
              lease_until = forum.now() + make_interval(secs => o.wait)
         from jsonb_to_recordset($1) as o(id uuid, state text, code text, release boolean, wait double precision, answer text)
        where r.id = o.id and r.attempt = $2 and r.state in ('sending','in_doubt')
       returning r.id)
     insert into forum.sent_mail (id, carried_id, reminder_id, user_id, recipient, language, subject, text, html, href, message_id, late, mailed, audience)
     select m.* from (values ($6::uuid, $7::uuid, $8::uuid, $9::uuid, $4, $5, $10, $11, $12, $13, case when $15 then $3 end, $14::boolean, $15::boolean, $16)) m
      where $6 is not null and exists (select 1 from held)
     on conflict on constraint uq_sent_mail_carried_id do nothing`,
    [
      JSON.stringify(outcomes.map((one) => ({ release: false, ...one }))),
      attempt,
      messageId,
      ...(sent ? columnsOf(sent) : none),
    ],
  );
}

function columnsOf({ mail, mailed }: NonNullable<Delivery['sent']>): unknown[] {
  const { rows, recipient, letter, href, late } = mail;
  const [first] = rows;
  return [
    recipient.email,
    letter.language,
    newId(),
    first.digestId ?? first.id,
    first.digestId === null ? first.id : null,
    recipient.userId,
    letter.subject,
    letterText(letter),
    letterHtml(letter),
    href,
    late,
    mailed,
    first.recipientSide,
  ];
}

/** No mail: as many nulls as a mail has columns. */
const none: readonly null[] = new Array<null>(13).fill(null);
