import type { Language } from '#core/kernel';
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTimeRange,
  formatZone,
  wallClock,
  type Translate,
} from '#core/i18n';
import type { LetterRun } from '#platform/mail';
import { run } from './letter-content.js';
import { proposalWord } from './proposal-words.js';
import type { Fact, FactLabel, When } from './reminder.types.js';

/** What is counted rather than named. */
const COUNTS: readonly FactLabel[] = ['blocked', 'suspended'];

/** The lines of a letter below its first paragraph, one for each fact. */
export function factLines(facts: readonly Fact[], language: Language, t: Translate): LetterRun[][] {
  return facts.map((fact) => [{ text: t(`mail:facts.${fact.label}`) }, value(fact)]);

  function value(fact: Fact): LetterRun {
    if ('text' in fact) return run(fact.text, language);
    if ('date' in fact) return { text: formatDate(fact.date, language) };
    if ('plain' in fact)
      return { text: COUNTS.includes(fact.label) ? t('mail:count', { count: Number(fact.plain) }) : fact.plain };
    if ('when' in fact) return { text: formatWhen(fact.when, language) };
    if ('level' in fact) return { text: t(`mail:levels.${fact.level}`) };
    if ('languages' in fact) {
      const [source, target] = fact.languages.map((lang) => t(`mail:languages.${lang}`));
      return { text: `${source ?? ''} → ${target ?? ''}` };
    }
    return { text: proposalWord(fact.proposal, t) };
  }
}

/** When people meet, by the clock of the venue and with its zone and offset (domain.md 5). */
function formatWhen({ startDate, endDate, startsAt, endsAt, zone }: When, language: Language): string {
  if (startsAt === null) return formatDateRange(startDate, endDate, language);
  if (endsAt === null) return formatDateTime(startsAt, zone, language);
  const [start, end] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  if (start.date !== end.date)
    return `${formatDateTime(startsAt, zone, language)} – ${formatDateTime(endsAt, zone, language)}`;
  const times = formatTimeRange(start.time, end.time, language);
  return `${formatDate(start.date, language)} ${times} (${formatZone(startsAt, zone, language)})`;
}
