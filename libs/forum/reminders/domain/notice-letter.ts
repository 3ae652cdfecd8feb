import { partyName } from '#core/kernel';
import { formatDate, formatDueCountdown, type Translate } from '#core/i18n';
import { daysBetween } from '#forum/working-days';
import { ruleOfCode } from './due.js';
import { isDueRule } from './due-rules.js';
import { factLines } from './fact-lines.js';
import { block, run, withTitle, type Content, type LetterParts } from './letter-content.js';
import { monthRule } from './month.js';
import { proposalWord } from './proposal-words.js';
import type { Fact } from './reminder.types.js';

/**
 * News that is told at once, or a date of a rule that has words of its own: what happened or is asked, what it is about, and where to
 * answer. Its words are `mail:notices.<rule>`; one level up a date is told as to the heads.
 */
export function notice({ reminder, cause, recipient, today, href }: LetterParts, t: Translate): Content {
  const { language } = recipient;
  const { ruleDate } = reminder;
  const { rule, up } = isDueRule(reminder.rule) ? ruleOfCode(reminder.rule) : { rule: reminder.rule, up: false };
  const due: Fact[] = isDueRule(reminder.rule) && !up ? [{ label: 'due', date: ruleDate }] : [];
  const facts = [...(cause.facts ?? []), ...due];
  const proposal = facts.find((fact) => 'proposal' in fact);
  const params = {
    side: cause.side ? partyName(cause.side, language) : '',
    proposal: proposal ? proposalWord(proposal.proposal, t) : '',
    countdown: formatDueCountdown(daysBetween(today, ruleDate), language),
  };
  // A month is about nothing in particular: it lists what rests.
  const isMonth = rule === monthRule;
  const subject = t(`mail:notices.${rule}.subject`, params);
  const text = up
    ? t('mail:deadline.toHeads', { due: formatDate(ruleDate, language) })
    : t(`mail:notices.${rule}.text`, params);
  return {
    subject: isMonth ? subject : withTitle(subject, cause.title, language, t),
    body: [
      [{ text }],
      ...(isMonth
        ? listsOf(facts).map((list) => block(...factLines(list, language, t)))
        : [block([{ text: t('mail:facts.about') }, run(cause.title, language)], ...factLines(facts, language, t))]),
      [{ text: t(`mail:notices.${rule}.link`), href }],
    ],
  };
}

/** What rests, by what it is: each list with its number of entries above it. */
function listsOf(facts: readonly Fact[]): Fact[][] {
  const lists: Fact[][] = [];
  for (const fact of facts) {
    const last = lists.at(-1);
    if (last && fact.label === 'entry') last.push(fact);
    else lists.push([fact]);
  }
  return lists;
}
