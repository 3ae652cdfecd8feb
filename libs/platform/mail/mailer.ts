import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { CalendarFile } from '#platform/calendar-files';
import { mailErrorOf } from './mail-error.js';
import { assertSafe, readSender, type MailMessage, type Sender } from './message.js';
import { SmtpLines } from './smtp-lines.js';

export interface MailerOptions {
  /** `smtp://…` or `smtps://…`; null: every mail becomes a file. */
  readonly smtpUrl: string | null;
  /** Where mails are written as `.eml` when there is no SMTP server (demo). */
  readonly folder: string;
  /** `desk@example.org` or `Desk <desk@example.org>`, from configuration only. */
  readonly from: string;
  /** Longest silence of the server in ms before a try is given up; for tests. */
  readonly silenceMs?: number;
}

export interface Mailer {
  readonly sender: Sender;
  /** Hands one mail over. @throws MailError; when it says nothing about a refusal the mail may have been accepted all the same (RFC 1047). */
  send(message: MailMessage): Promise<void>;
  /** Says goodbye to the server. */
  close(): void;
}

/**
 * The longest try as a whole in ms. Whoever leases a mail for sending must lease it for longer, else two workers could
 * hold it at once.
 */
export const longestSendMs = 30_000;

/** A relay may look into a mail before it answers the final dot: longer than for a greeting, shorter than the whole try. */
const silenceMs = 25_000;
const connectMs = 10_000;

export function openMailer(options: MailerOptions): Mailer {
  const carrier = options.smtpUrl === null ? toFolder(options.folder) : toServer(options.smtpUrl, options.silenceMs);
  const sender = readSender(options.from);
  return {
    sender,
    send: async (message) => {
      assertSafe(message);
      const { message: content } = await composer.sendMail(compose(message, sender));
      if (!Buffer.isBuffer(content)) throw new TypeError('mail.notComposed');
      await carrier.deliver(message, content, sender);
    },
    close: () => {
      carrier.close();
    },
  };
}

/** Turns a mail into its bytes; touches neither network nor disk. */
const composer = nodemailer.createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
});

interface Carrier {
  deliver(message: MailMessage, content: Buffer, sender: Sender): Promise<void>;
  close(): void;
}

function toServer(url: string, silence: number | undefined): Carrier {
  const times = { connectMs: silence ?? connectMs, silenceMs: silence ?? silenceMs };
  const lines = new SmtpLines({ url, ...times }, longestSendMs);
  return {
    deliver: ({ to }, content, sender) => lines.send({ from: sender.address, to: [to] }, content),
    close: () => {
      lines.close();
    },
  };
}

/** The same Message-ID gives the same file, so a second try replaces the first: the folder behaves as a relay that drops what it has seen. */
function toFolder(folder: string): Carrier {
  return {
    deliver: async ({ messageId }, content) => {
      const file = path.join(folder, `${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}.eml`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(`${file}.part`, content);
        await rename(`${file}.part`, file);
      } catch (error) {
        throw mailErrorOf(error, false);
      }
    },
    close: () => undefined,
  };
}

function compose(message: MailMessage, sender: Sender): SendMailOptions {
  return {
    from: sender,
    to: message.to,
    envelope: { from: sender.address, to: [message.to] },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: message.messageId,
    headers: { ...message.headers, 'Content-Language': message.language, 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'base64',
    ...(message.calendar ? { icalEvent: calendarPart(message.calendar) } : {}),
  };
}

/** The part inside the alternatives, with its method, and the same file attached for programs that know no such part. */
function calendarPart({ name, method, content }: CalendarFile): NonNullable<SendMailOptions['icalEvent']> {
  return { filename: name, method, content };
}
