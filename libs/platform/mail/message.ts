import { createHash } from 'node:crypto';
import type { Language } from '#core/kernel';
import type { CalendarFile } from '#platform/calendar-files';
import { MailError } from './mail-error.js';

/** One mail to one person (pitfalls.md 35), wholly in one language. */
export interface MailMessage {
  /** Bare address, never a list, never with a display name. */
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `<local@domain>`, the same for every try of the same mail: a relay may drop one it has seen. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** An invitation or its cancellation: a text/calendar part that mail programs act on, and the same as a file. */
  readonly calendar?: CalendarFile;
}

const address = /^[^\s,;:<>()"@\\]+@[^\s,;:<>()"@\\]+$/u;
const lineBreak = /[\r\n\0\u0085\u2028\u2029]/u;

/** Who sends: from configuration only. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Reads `desk@example.org` or `Desk <desk@example.org>`. @throws MailError */
export function readSender(mailbox: string): Sender {
  const named = /^([^<>]*)<([^<>]+)>$/u.exec(mailbox.trim());
  const sender = named
    ? { name: (named[1] ?? '').trim().replace(/^"(.*)"$/u, '$1'), address: (named[2] ?? '').trim() }
    : { name: '', address: mailbox.trim() };
  if (!address.test(sender.address)) throw new MailError('mail.badAddress', false);
  if (lineBreak.test(sender.name)) throw new MailError('mail.badHeader', false);
  return sender;
}

/** Refuses what could become a second header or a second recipient (pitfalls.md 51). @throws MailError */
export function assertSafe(message: MailMessage): void {
  if (!address.test(message.to) || message.to.length > 254) throw new MailError('mail.badAddress', true);
  const headers = [message.subject, message.messageId, ...Object.entries(message.headers).flat()];
  if (headers.some((value) => lineBreak.test(value)) || !/^<[^<>\s@]+@[^<>\s@]+>$/u.test(message.messageId)) {
    throw new MailError('mail.badHeader', true);
  }
  if (message.calendar && !isSafeCalendar(message.calendar)) throw new MailError('mail.badCalendar', true);
}

/** Name and method go into headers; a method other than the file's own would make mail programs ignore it (pitfalls.md 13). */
function isSafeCalendar({ name, method, content }: CalendarFile): boolean {
  return /^[\w.-]{1,100}\.ics$/u.test(name) && content.includes(`\r\nMETHOD:${method}\r\n`);
}

/** A Message-ID that depends on nothing but the key of what is told and the sender's domain: every try carries the same. */
export function messageIdOf(key: string, sender: Sender): string {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}
