import { pair, readText } from '#core/kernel';
import { createTranslator, formatDate, type Translate } from '#core/i18n';
import type { Letter } from '#platform/mail';
import { actionDue, actionOverdue } from './action-letter.js';
import { sessionDue } from './deadline-letter.js';
import { run, type Content, type LetterParts } from './letter-content.js';
import { invitation } from './invitation-letter.js';
import { notice } from './notice-letter.js';
import { actionItemRule, actionOverdueRule, invitationRule, keysClearedRule } from './rules.js';
import { deadlineOfRule } from './session-rules.js';

/**
 * The mail of a reminder, subject and body in the reader's language, the pair in their side's order (domain.md 4: polite,
 * 기한 안내 / 期限のお知らせ). A text that has no translation is marked with its own language and kept out of the subject.
 */
export function writeLetter(parts: LetterParts): Letter {
  const { language } = parts.recipient;
  const { t } = createTranslator(language);
  const { subject, body } = contentOf(parts, t);
  const planned = parts.plannedFor === undefined ? undefined : formatDate(parts.plannedFor, language);
  return {
    language,
    subject: planned === undefined ? subject : t('mail:late.subject', { subject }),
    paragraphs: [
      [{ text: t('mail:greeting', { post: readText(parts.recipient.post, language).text }) }],
      ...(planned === undefined ? [] : [[{ text: t('mail:late.text', { date: planned }) }]]),
      ...body,
      [{ text: t('mail:footer', { pair: pair(parts.reminder.recipientSide, language) }) }],
    ],
  };
}

/** What a reminder says, without greeting and foot. */
export function contentOf(parts: LetterParts, t: Translate): Content {
  const { rule } = parts.reminder;
  if (rule === actionItemRule.code) return actionDue(parts, t);
  if (rule === actionOverdueRule) return actionOverdue(parts, t);
  if (rule === keysClearedRule) return keysCleared(parts, t);
  if (rule === invitationRule) return invitation(parts, t);
  return deadlineOfRule(rule) ? sessionDue(parts, t) : notice(parts, t);
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
