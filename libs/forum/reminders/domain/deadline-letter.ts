import { formatDate, formatDueCountdown, type Translate } from '#core/i18n';
import { daysBetween } from '#forum/working-days';
import { factLines } from './fact-lines.js';
import { block, run, withTitle, type Content, type LetterParts } from './letter-content.js';
import { deadlineOfRule } from './session-rules.js';

/** A deadline of a session, to who keeps it or, once it is late, to the heads (domain.md 4: 기한 안내, 期限のお知らせ, never pressing). */
export function sessionDue({ reminder, cause, recipient, today, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const about = deadlineOfRule(reminder.rule);
  const name = t(`mail:deadlines.${about?.deadline ?? ''}`);
  const days = daysBetween(today, reminder.ruleDate);
  const due = formatDate(reminder.ruleDate, language);
  const when = about?.toHeads ? 'toHeads' : days > 0 ? 'beforeDue' : days === 0 ? 'dueToday' : 'afterDue';
  const subject = t('mail:deadline.subject', { name, countdown: formatDueCountdown(days, language) });
  return {
    subject: withTitle(subject, cause.title, language, t),
    body: [
      [{ text: t(`mail:deadline.${when}`, { due }) }],
      block(
        [{ text: t('mail:deadline.name', { name }) }],
        [{ text: t('mail:session') }, run(cause.title, language)],
        ...factLines(cause.facts ?? [], language, t),
      ),
      [{ text: t('mail:deadline.link'), href }],
    ],
  };
}
