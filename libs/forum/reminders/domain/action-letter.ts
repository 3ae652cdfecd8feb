import { formatDate, formatDueCountdown, type Translate } from '#core/i18n';
import { daysBetween } from '#forum/working-days';
import { factLines } from './fact-lines.js';
import { block, plainText, run, type Content, type LetterParts } from './letter-content.js';

/** An action item is due, to its owner. A title that has no translation is kept out of the subject. */
export function actionDue(parts: LetterParts, t: Translate): Content {
  const { reminder, recipient, today } = parts;
  const { language } = recipient;
  const days = daysBetween(today, reminder.ruleDate);
  const due = formatDate(reminder.ruleDate, language);
  const when = days > 0 ? 'beforeDue' : days === 0 ? 'dueToday' : 'afterDue';
  return {
    subject: subjectOf(parts, t),
    body: [
      [{ text: t(`mail:action.${when}`, { due }) }],
      block(...about(parts, t)),
      link(parts, t('mail:action.link')),
    ],
  };
}

/**
 * An action item is overdue, to who stands above its owner: post, date and session for the responsible side, for the other side a status
 * only (domain.md 4, job rules). On the date itself, where a channel's rules tell of it then, it is not called late.
 */
export function actionOverdue(parts: LetterParts, t: Translate): Content {
  const { cause, reminder, recipient, today } = parts;
  const late = daysBetween(today, reminder.ruleDate) < 0;
  if (cause.side !== reminder.recipientSide) {
    const name = nameOf(parts);
    return {
      subject: t(`mail:actionOverdue.statusSubject${late ? '' : 'Today'}`, { name }),
      body: [
        [{ text: t(`mail:actionOverdue.status${late ? '' : 'Today'}`) }],
        block(...about(parts, t)),
        link(parts, t('mail:actionOverdue.link')),
      ],
    };
  }
  const text = cause.asksForAgenda ? 'agenda' : 'above';
  return {
    subject: subjectOf(parts, t),
    body: [
      [{ text: t(`mail:actionOverdue.${text}${late ? '' : 'Today'}`) }],
      block(...about(parts, t), ...factLines(cause.facts ?? [], recipient.language, t)),
      link(parts, t('mail:actionOverdue.link')),
    ],
  };
}

function nameOf({ cause, recipient }: LetterParts): string {
  const title = plainText(cause.title, recipient.language);
  const number = cause.number ?? '';
  return title === undefined ? number : `${number} ${title}`;
}

function subjectOf(parts: LetterParts, t: Translate): string {
  const { reminder, recipient, today } = parts;
  const countdown = formatDueCountdown(daysBetween(today, reminder.ruleDate), recipient.language);
  return t('mail:action.subject', { name: nameOf(parts), countdown });
}

function about({ cause, recipient }: LetterParts, t: Translate): Content['body'] {
  const { language } = recipient;
  return [
    [{ text: t('mail:action.title', { number: cause.number ?? '' }) }, run(cause.title, language)],
    ...(cause.session ? [[{ text: t('mail:session') }, run(cause.session, language)]] : []),
  ];
}

const link = ({ href }: LetterParts, text: string): Content['body'][number] => [{ text, href }];
