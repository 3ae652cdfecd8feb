import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#platform/database';
import { longestSendMs, MailError, messageIdOf, type Mailer, type RelayLog } from '#platform/mail';
import type { DoubtPolicy } from '../domain/doubt.js';
import type { MailWords } from '../domain/reminder.types.js';
import { afterFailure, type Failure } from '../domain/outcome.js';
import { sendLeaseSeconds, triesTogether } from '../domain/retry.js';
import { unsubscribeHeaders } from '../domain/unsubscribe.js';
import { keyForNewHolder } from '../domain/reminder-key.js';
import { findTold } from '../queries/told.js';
import { claimReminders, type Try } from './claim-reminders.js';
import {
  recordDelivery,
  wordsOf,
  type CarriedMail,
  type Delivery,
  type Ended,
  type RowOutcome,
} from './record-delivery.js';
import { preferenceForMail } from './set-mail-preference.js';
import { roleOfSide, workerActor } from './worker-actor.js';
import { writeMail, type WrittenMail } from './write-mail.js';

export interface DeliverOptions {
  /** Origin of the links in mails. */
  readonly publicUrl: string;
  /** What becomes of a mail the relay may have or not; sent again unless told. */
  readonly doubt?: DoubtPolicy;
  /** Asked where the policy is to ask. */
  readonly relayLog?: RelayLog | undefined;
}

/** A mail to be carried, and how many tries came before. */
export interface Carried {
  readonly carriedId: string;
  readonly attempt: number;
}

/** What became of the mail as a whole: all its reminders share it. */
type Outcome = Omit<RowOutcome, 'id' | 'release'> & {
  readonly ended?: Ended;
  /** Under which it went, where that is another one than the try was begun with. */
  readonly messageId?: string;
  readonly fault?: Error;
};

/** Writing down what happened is tried for some seconds: a database that restarts is back by then, and there is nothing to doubt. */
const recordPauses = [500, 1_000, 2_000, 4_000];

/**
 * Sends one mail, a reminder or all of a reader's day. May run twice at once and again after a kill: the rows are held by one try at a
 * time, who reads it is seen anew and the state of the object read anew through the reader's own role, and every try carries the same
 * Message-ID, so a relay that drops what it has seen tells nobody twice (pitfalls.md, top ten 3).
 */
export class DeliverReminder {
  private readonly policy: DoubtPolicy;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly options: DeliverOptions,
  ) {
    this.policy = options.doubt ?? 'resend';
  }

  async run(carried: Carried): Promise<void> {
    const held = performance.now();
    const mine = await claimReminders(this.database, this.mailer.sender, carried);
    if (!mine) return;
    const { mail, aside, unread } = await this.write(mine);
    const left = this.failed(mine, notWritten);
    const others = [...aside, ...unread.map(({ id }) => ({ id, ...left, release: left.state === 'planned' }))];
    const handed = mail ? await this.hand(mine, mail, held) : left;
    const { ended, messageId = mine.messageId, fault = unread[0]?.fault, ...outcome } = handed;
    await this.record({
      attempt: mine.attempt,
      messageId,
      carried: carriedBy(mine),
      outcomes: [...others, ...(mail?.rows ?? []).map(({ id }) => ({ id, ...outcome }))],
      ended,
    });
    if (fault !== undefined) throw fault;
  }

  /**
   * A fault here is told at once: nothing went out, though it would count as in doubt when the lease ends. Of a day's mail that may have
   * left the rest would carry the same name, so all of it waits; else only for some tries, then it leaves without what cannot be read.
   */
  private async write(mine: Try): ReturnType<typeof writeMail> {
    const [{ recipientSide, digestUserId, digestId }] = mine.rows;
    try {
      const preference =
        digestId === null || digestUserId === null
          ? undefined
          : await this.database.runInTx(workerActor, (tx) => preferenceForMail(tx, digestUserId));
      const desk = { publicUrl: this.options.publicUrl, organizer: this.mailer.sender, preference };
      const apart = digestId !== null && !mine.inDoubt && mine.attempt >= triesTogether;
      return await writeMail(this.database.readAs(roleOfSide(recipientSide)), desk, { claimed: mine.rows, apart });
    } catch (error) {
      const outcome = this.failed(mine, notWritten);
      const outcomes = mine.rows.map(({ id }) => ({ id, ...outcome }));
      await this.record({ ...mine, carried: carriedBy(mine), outcomes });
      throw error;
    }
  }

  /**
   * Hands the mail to the relay, unless its reader wants it in the inbox only or the relay turns out to have it. A person decides where
   * the policy is to hold: then only what the mail says is kept. Who holds the post by now gets a mail of their own name.
   */
  private async hand(mine: Try, mail: WrittenMail, held: number): Promise<Outcome> {
    const words = wordsOf(mail);
    if (mail.inboxOnly) return { ...delivered, ended: { as: 'sent', words, mailed: false } };
    const [{ doubtedUserId, unanswered }] = mine.rows;
    const isNew = mine.inDoubt && doubtedUserId !== null && doubtedUserId !== mail.recipient.userId;
    if (mine.inDoubt && unanswered && this.policy === 'hold')
      return { ...unknown, ...(isNew ? {} : { ended: { as: 'doubted', words } }) };
    if (mine.inDoubt && this.policy === 'ask') {
      const taken = await this.options.relayLog?.has(mine.messageId);
      if (taken === 'yes') return { ...delivered, ended: await this.told(mine, isNew ? undefined : words) };
      if (taken !== 'no') return this.failed(mine, logSilent);
    }
    // The lease has to outlast the longest try: a process that stood still for so long begins none.
    if (performance.now() - held > sendLeaseSeconds * 1_000 - longestSendMs) return this.failed(mine, notWritten);
    const messageId = isNew
      ? messageIdOf(keyForNewHolder(mine.key, mail.recipient.userId), this.mailer.sender)
      : mine.messageId;
    try {
      await this.send(mine, mail, words, messageId);
      return { ...delivered, messageId, ended: { as: 'sent', words, mailed: true } };
    } catch (error) {
      // Every fault of the line is a MailError: anything else went wrong before, in making the mail, and would again.
      if (!(error instanceof MailError)) {
        const fault = error instanceof Error ? error : new TypeError(cannotBeMade.code, { cause: error });
        return { ...this.failed(mine, cannotBeMade), fault };
      }
      const outcome = { ...this.failed(mine, error), answer: error.answer };
      return error.mayHaveGone ? { ...outcome, messageId, ended: { as: 'doubted', words } } : outcome;
    }
  }

  private send(mine: Try, { unsubscribe, calendar }: WrittenMail, words: MailWords, messageId: string): Promise<void> {
    const { recipient: to, language, subject, text, html } = words;
    const headers = { 'X-Reminder-Key': mine.key, ...unsubscribeHeaders(unsubscribe) };
    return this.mailer.send({
      to,
      language,
      subject,
      text,
      html,
      messageId,
      headers,
      ...(calendar ? { calendar } : {}),
    });
  }

  /** Who has the mail that the relay took, and its words: as a try kept them, else as they are now. */
  private async told(mine: Try, now: MailWords | undefined): Promise<Ended> {
    const [{ doubtedUserId }] = mine.rows;
    const told = await findTold(this.database.readAs(workerActor.databaseRole), mine.messageId, doubtedUserId);
    if (told?.words) return { as: 'sent', words: told.words, mailed: true };
    if (now) return { as: 'sent', words: now, mailed: true };
    return { as: 'told', recipient: told?.recipient ?? '', language: told?.language ?? 'en' };
  }

  private failed(mine: Try, failure: Failure): Outcome {
    return { ...afterFailure(failure, mine, this.policy, Math.random()), code: failure.code };
  }

  private async record(delivery: Delivery): Promise<void> {
    for (const wait of recordPauses) {
      try {
        await recordDelivery(this.database, delivery);
        return;
      } catch {
        await pause(wait);
      }
    }
    await recordDelivery(this.database, delivery);
  }
}

function carriedBy({ rows: [first] }: Try): CarriedMail {
  const { id, digestId, recipientSide } = first;
  return { carriedId: digestId ?? id, reminderId: digestId === null ? id : null, side: recipientSide };
}

const delivered = { state: 'sent', code: null } as const;
/** As before: a person decides. */
const unknown = { state: 'in_doubt', code: 'mail.unanswered' } as const;
/** Nothing of the mail has left. */
const notWritten: Failure = { code: 'reminders.notWritten', permanent: false, mayHaveGone: false };
const cannotBeMade: Failure = { ...notWritten, permanent: true };
const logSilent: Failure = { code: 'reminders.relayLogSilent', permanent: false, mayHaveGone: false };
