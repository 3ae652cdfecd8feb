import { newId } from '#core/kernel';
import type { Database, Reader } from '#platform/database';
import type { CalendarFile } from '#platform/calendar-files';
import { letterHtml, letterText, MailError, messageIdOf, type Letter, type Mailer } from '#platform/mail';
import { invitationFor } from '#forum/invitations';
import { writeLetter } from '../domain/letter.js';
import type { Recipient, ReminderToSend } from '../domain/reminder.types.js';
import { invitationRule } from '../domain/rules.js';
import { maxAttempts, sendLeaseSeconds, waitSeconds } from '../domain/retry.js';
import { findCause } from '../queries/cause.js';
import { findRecipient } from '../queries/recipient.js';
import { roleOfSide, workerActor } from './worker-actor.js';

export interface DeliverOptions {
  /** Origin of the links in mails. */
  readonly publicUrl: string;
  /** Keep a copy for the page "Mail sent here" (demo mode). */
  readonly keepCopies: boolean;
}

interface Claimed extends ReminderToSend {
  /** The date at the recipient's side. */
  readonly today: string;
  /** An earlier try may have reached the relay. */
  readonly inDoubt: boolean;
}

interface Written {
  readonly recipient: Recipient;
  readonly letter: Letter;
  readonly calendar: CalendarFile | undefined;
  readonly href: string;
}

interface NotSent {
  readonly state: 'planned' | 'in_doubt' | 'cancelled' | 'failed';
  readonly code: string;
  /** There will be another try. */
  readonly again: boolean;
}

type Outcome = { readonly state: 'sent'; readonly written: Written } | NotSent;

/**
 * Sends one reminder. May run twice at once and again after a kill: a row is held by one try at a time, the state of the object
 * and the reader's language are read anew through the reader's own role, and every try carries the same Message-ID, so a relay
 * that drops what it has seen tells nobody twice (pitfalls.md, top ten 3).
 */
export class DeliverReminder {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly options: DeliverOptions,
  ) {}

  async run(reminderId: string): Promise<void> {
    const reminder = await this.claim(reminderId);
    if (!reminder) return;
    await this.record(reminder, await this.attempt(reminder));
  }

  private async claim(reminderId: string): Promise<Claimed | undefined> {
    return this.database.runInTx(workerActor, async (tx) => {
      const [row] = await tx.query<Omit<Claimed, 'messageId'> & { messageId: string | null }>(
        `update forum.reminder r
            set state = 'sending', lease_until = forum.now() + make_interval(secs => $2), attempt = r.attempt + 1
           from (select id, state from forum.reminder where id = $1 and state in ('queued','in_doubt') for update) before
          where r.id = before.id
        returning before.state = 'in_doubt' as "inDoubt", r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", r.rule, r.offset_days as "offsetDays",
                  r.recipient_post_id as "recipientPostId", r.recipient_side as "recipientSide", r.rule_date as "ruleDate", r.occurrence, r.zone,
                  r.attempt, r.cause, r.message_id as "messageId", forum.today(r.zone) as today`,
        [reminderId, sendLeaseSeconds],
      );
      if (!row) return undefined;
      const messageId = row.messageId ?? messageIdOf(keyOf(row), this.mailer.sender);
      if (row.messageId === null)
        await tx.query('update forum.reminder set message_id = $2 where id = $1', [row.id, messageId]);
      return { ...row, messageId };
    });
  }

  private async attempt(reminder: Claimed): Promise<Outcome> {
    const written = await this.write(reminder);
    if (!('letter' in written)) return written;
    try {
      await this.mailer.send({
        to: written.recipient.email,
        language: written.letter.language,
        subject: written.letter.subject,
        text: letterText(written.letter),
        html: letterHtml(written.letter),
        messageId: reminder.messageId,
        headers: { 'X-Reminder-Key': keyOf(reminder) },
        ...(written.calendar ? { calendar: written.calendar } : {}),
      });
      return { state: 'sent', written };
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      if (error.permanent) return { state: 'failed', code: error.code, again: false };
      const doubt = reminder.inDoubt || error.mayHaveGone;
      if (reminder.attempt >= maxAttempts)
        return { state: doubt ? 'in_doubt' : 'failed', code: error.code, again: false };
      return { state: doubt ? 'in_doubt' : 'planned', code: error.code, again: true };
    }
  }

  /** Everything the reader will see comes through the reader's own side. */
  private async write(reminder: Claimed): Promise<Written | NotSent> {
    const reader = this.database.readAs(roleOfSide(reminder.recipientSide));
    const cause = await findCause(reader, reminder);
    const moved = {
      state: reminder.inDoubt ? 'in_doubt' : 'cancelled',
      code: 'reminders.causeMoved',
      again: false,
    } as const;
    if (cause?.fingerprint !== reminder.cause) return moved;
    const recipient = await findRecipient(reader, reminder.recipientPostId);
    if (!recipient) return { state: 'failed', code: 'reminders.postVacant', again: false };
    const calendar = await this.calendarOf(reader, reminder, recipient);
    if (reminder.rule === invitationRule && calendar?.sequence !== reminder.occurrence) return moved;
    const href = `${this.options.publicUrl}${cause.path}?lang=${recipient.language}`;
    const letter = writeLetter({ reminder, cause, recipient, today: reminder.today, href });
    return { recipient, href, letter, calendar };
  }

  /** The calendar file of an invitation as it stands now, through the reader's own role. */
  private async calendarOf(
    reader: Reader,
    { rule, subjectId, recipientPostId, recipientSide }: Claimed,
    { language }: Recipient,
  ): Promise<CalendarFile | undefined> {
    if (rule !== invitationRule) return undefined;
    return invitationFor(reader, {
      sessionId: subjectId,
      postId: recipientPostId,
      side: recipientSide,
      language,
      publicUrl: this.options.publicUrl,
      organizer: this.mailer.sender,
    });
  }

  /** Written only while this try still holds the row; who came later has the last word. */
  private async record(reminder: Claimed, outcome: Outcome): Promise<void> {
    await this.database.runInTx(workerActor, async (tx) => {
      const sent = outcome.state === 'sent' ? outcome.written : undefined;
      const held = await tx.query(
        `update forum.reminder
            set state = $3, last_error_code = $4, sent_to = $5, language = $6,
                sent_at = case when $3 = 'sent' then forum.now() end,
                lease_until = case when $7::integer is null then null else forum.now() + make_interval(secs => $7) end
          where id = $1 and attempt = $2 and state in ('sending','in_doubt') returning id`,
        [
          reminder.id,
          reminder.attempt,
          outcome.state,
          outcome.state === 'sent' ? null : outcome.code,
          sent?.recipient.email ?? null,
          sent?.recipient.language ?? null,
          outcome.state !== 'sent' && outcome.again ? waitSeconds(reminder.attempt) : null,
        ],
      );
      if (held.length === 0 || !sent || !this.options.keepCopies) return;
      await tx.query(
        `insert into forum.sent_mail (id, carried_id, reminder_id, recipient, language, subject, text, html, href, audience)
         values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint uq_sent_mail_carried_id do nothing`,
        [
          newId(),
          reminder.id,
          sent.recipient.email,
          sent.letter.language,
          sent.letter.subject,
          letterText(sent.letter),
          letterHtml(sent.letter),
          sent.href,
          reminder.recipientSide,
        ],
      );
    });
  }
}

/** The unique key of the reminder in words: it names the mail in its header and makes its Message-ID. */
function keyOf(reminder: Omit<ReminderToSend, 'messageId'>): string {
  const { subjectType, subjectId, rule, offsetDays, recipientPostId, ruleDate, occurrence } = reminder;
  const key = [subjectType, subjectId, rule, offsetDays, recipientPostId, ruleDate];
  return (occurrence === 0 ? key : [...key, occurrence]).join('.');
}
