import type { ReminderRule } from '#forum/reminder-rules';

/** Whether a rule, as it stands now, tells its owner or who stands above so many days from its date. */
export function tellsOn(rule: ReminderRule, offsetDays: number, { up }: { readonly up: boolean }): boolean {
  const days = up ? rule.escalations.map(({ at }) => at) : rule.remindAt;
  return rule.enabled && days.includes(offsetDays);
}
