import { partyName } from '#core/kernel';
import { formatDueCountdown, type Translate } from '#core/i18n';
import { daysBetween } from '#forum/working-days';
import { factLines } from './fact-lines.js';
import { run, withTitle, type Content, type LetterParts } from './letter-content.js';
import { proposalWord } from './proposal-words.js';

/** News that is told at once: what happened, what it is about, and where to answer. Its words are `mail:notices.<rule>`. */
export function notice({ reminder, cause, recipient, today, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const { rule } = reminder;
  const facts = cause.facts ?? [];
  const proposal = facts.find((fact) => 'proposal' in fact);
  const params = {
    side: cause.side ? partyName(cause.side, language) : '',
    proposal: proposal ? proposalWord(proposal.proposal, t) : '',
    countdown: formatDueCountdown(daysBetween(today, reminder.ruleDate), language),
  };
  return {
    subject: withTitle(t(`mail:notices.${rule}.subject`, params), cause.title, language, t),
    body: [
      [{ text: t(`mail:notices.${rule}.text`, params) }],
      [{ text: t('mail:facts.about') }, run(cause.title, language)],
      ...factLines(facts, language, t),
      [{ text: t(`mail:notices.${rule}.link`), href }],
    ],
  };
}
