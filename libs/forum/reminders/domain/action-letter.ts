import { formatDate, formatDueCountdown, type Translate } from '#core/i18n';
import { daysBetween } from '#forum/working-days';
import { plainText, run, type Content, type LetterParts } from './letter-content.js';

/** An action item is due. A title that has no translation is kept out of the subject. */
export function actionDue({ reminder, cause, recipient, today, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const days = daysBetween(today, reminder.ruleDate);
  const due = formatDate(reminder.ruleDate, language);
  const number = cause.number ?? '';
  const title = plainText(cause.title, language);
  const when = days > 0 ? 'beforeDue' : days === 0 ? 'dueToday' : 'afterDue';
  const name = title === undefined ? number : `${number} ${title}`;
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
