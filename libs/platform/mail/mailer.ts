import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { CalendarFile } from '#platform/calendar-files';
import { MailError, mailErrorOf } from './mail-error.js';
import { assertSafe, readSender, type MailMessage, type Sender } from './message.js';

export interface MailerOptions {
  /** `smtp://…` or `smtps://…`; null: every mail becomes a file. */
  readonly smtpUrl: string | null;
  /** Where mails are written as `.eml` when there is no SMTP server (demo). */
  readonly folder: string;
  /** `desk@example.org` or `Desk <desk@example.org>`, from configuration only. */
  readonly from: string;
  /** Longest silence of the server in ms before a try is given up; 10 s unless told. */
  readonly silenceMs?: number;
}

export interface Mailer {
  readonly sender: Sender;
  /** Hands one mail over. @throws MailError; when it says nothing about a refusal the mail may have been accepted all the same (RFC 1047). */
  send(message: MailMessage): Promise<void>;
}

/**
 * The longest try as a whole in ms. Whoever leases a mail for sending must lease it for longer, else two workers could
 * hold it at once.
 */
export const longestSendMs = 60_000;

export function openMailer(options: MailerOptions): Mailer {
  const deliver =
    options.smtpUrl === null ? toFolder(options.folder) : toServer(options.smtpUrl, options.silenceMs ?? 10_000);
  const sender = readSender(options.from);
  return {
    sender,
    send: async (message) => {
      assertSafe(message);
      await deliver(compose(message, sender), message.messageId).catch((error: unknown) => {
        throw mailErrorOf(error);
      });
    },
  };
}

type Deliver = (mail: SendMailOptions, messageId: string) => Promise<void>;

/** One connection for each mail: nothing is queued inside the process, so a kill loses nothing that a row does not know of. */
function toServer(url: string, silenceMs: number): Deliver {
  return async (mail) => {
    const transport = nodemailer.createTransport({
      url,
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      dnsTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new MailError('mail.unanswered', false));
      }, longestSendMs);
    });
    try {
      await Promise.race([transport.sendMail(mail), tooLong]);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  };
}

/** The same Message-ID gives the same file, so a second try replaces the first: the folder behaves as a relay that drops what it has seen. */
function toFolder(folder: string): Deliver {
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail, messageId) => {
    const { message } = await transport.sendMail(mail);
    const file = path.join(folder, `${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}.eml`);
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
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
