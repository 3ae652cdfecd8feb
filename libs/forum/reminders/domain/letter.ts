import { pair, readText, type Language, type LocalizedText } from '#core/kernel';
import { createTranslator, formatDate, formatDueCountdown, type Translate } from '#core/i18n';
import type { Letter, LetterRun } from '#platform/mail';
import { daysBetween } from '#forum/working-days';
import type { Cause, Recipient, ReminderToSend } from './reminder.types.js';
import { keysClearedRule } from './rules.js';

export interface LetterParts {
  readonly reminder: Pick<ReminderToSend, 'rule' | 'ruleDate' | 'recipientSide'>;
  readonly cause: Cause;
  readonly recipient: Recipient;
  /** The date at the recipient's side. */
  readonly today: string;
  /** Where the reader can see and answer it. */
  readonly href: string;
}

/**
 * The mail of a reminder, subject and body in the reader's language, the pair in their side's order (domain.md 4: polite,
 * 기한 안내 / 期限のお知らせ). A text that has no translation is marked with its own language and kept out of the subject.
 */
export function writeLetter(parts: LetterParts): Letter {
  const { language } = parts.recipient;
  const { t } = createTranslator(language);
  const { subject, body } = parts.reminder.rule === keysClearedRule ? keysCleared(parts, t) : actionDue(parts, t);
  return {
    language,
    subject,
    paragraphs: [
      [{ text: t('mail:greeting', { post: readText(parts.recipient.post, language).text }) }],
      ...body,
      [{ text: t('mail:footer', { pair: pair(parts.reminder.recipientSide, language) }) }],
    ],
  };
}

interface Content {
  readonly subject: string;
  readonly body: readonly (readonly LetterRun[])[];
}

function actionDue({ reminder, cause, recipient, today, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const days = daysBetween(today, reminder.ruleDate);
  const due = formatDate(reminder.ruleDate, language);
  const title = readText(cause.title, language);
  const number = cause.number ?? '';
  const when = days > 0 ? 'beforeDue' : days === 0 ? 'dueToday' : 'afterDue';
  const name = title.lang === language ? `${number} ${title.text}` : number;
  return {
    subject: t('mail:action.subject', { name, countdown: formatDueCountdown(days, language) }),
    body: [
      [{ text: t(`mail:action.${when}`, { due }) }],
      [{ text: t('mail:action.title', { number }) }, run(cause.title, language)],
      ...(cause.session ? [[{ text: t('mail:session') }, run(cause.session, language)]] : []),
      [{ text: t('mail:action.link'), href }],
    ],
  };
}

function keysCleared({ cause, recipient, href }: LetterParts, t: Translate): Content {
  return {
    subject: t('mail:keysCleared.subject'),
    body: [
      [{ text: t('mail:keysCleared.text') }],
      [{ text: t('mail:session') }, run(cause.title, recipient.language)],
      [{ text: t('mail:keysCleared.link'), href }],
    ],
  };
}

function run(text: LocalizedText, language: Language): LetterRun {
  const view = readText(text, language);
  return { text: view.text, lang: view.lang };
}
