import { readText, type Language, type LocalizedText } from '#core/kernel';
import type { Translate } from '#core/i18n';
import type { LetterRun } from '#platform/mail';
import type { Cause, Recipient, ReminderToSend } from './reminder.types.js';

export interface LetterParts {
  readonly reminder: Pick<ReminderToSend, 'rule' | 'ruleDate' | 'recipientSide'>;
  readonly cause: Cause;
  readonly recipient: Omit<Recipient, 'userId'>;
  /** The date at the recipient's side. */
  readonly today: string;
  /** Where the reader can see and answer it. */
  readonly href: string;
  /** The day it should have left on, where it leaves later. */
  readonly plannedFor?: string;
}

/** A letter without its greeting and its foot. */
export interface Content {
  readonly subject: string;
  readonly body: readonly (readonly LetterRun[])[];
}

/** Stored text in the reader's language, else in the one it has, marked as such. */
export function run(text: LocalizedText, language: Language): LetterRun {
  const view = readText(text, language);
  return { text: view.text, lang: view.lang };
}

/** Stored text where nothing can mark its language: only if it is in the reader's. */
export function plainText(text: LocalizedText, language: Language): string | undefined {
  const view = readText(text, language);
  return view.lang === language ? view.text : undefined;
}

/** Lines that belong together: one paragraph, each line on its own. */
export function block(...lines: readonly (readonly LetterRun[])[]): LetterRun[] {
  return lines.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]));
}

/** A subject with what it is about behind it, where that can be said in the reader's language. */
export function withTitle(subject: string, title: LocalizedText, language: Language, t: Translate): string {
  const text = plainText(title, language);
  return text === undefined ? subject : t('mail:withTitle', { subject, title: text });
}

/** A subject without its first words, which say that it is a reminder, and without what it is about: a line below that. */
export function lineOf(subject: string, title: LocalizedText, language: Language, t: Translate): string {
  const opening = [t('mail:digest.reminder'), t('mail:digest.notice')].find((words) => subject.startsWith(words)) ?? '';
  const closing = withTitle('', title, language, t);
  const line = subject.slice(opening.length, closing !== '' && subject.endsWith(closing) ? -closing.length : undefined);
  return line.charAt(0).toLocaleUpperCase(language) + line.slice(1);
}
