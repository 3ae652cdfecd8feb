import { standardRules } from '#forum/reminder-rules';

/** Rules that name a day something is due on (domain.md 4); everything else tells news. */
export const deadlineRules: readonly string[] = standardRules
  .filter(({ tone }) => tone === 'deadline')
  .map(({ code }) => code);

/** Whether a reminder names a day something is due on; those that tell who stands above end with a mark. */
export function isDeadlineRule(code: string): boolean {
  return deadlineRules.includes(code) || code.endsWith('-overdue');
}
