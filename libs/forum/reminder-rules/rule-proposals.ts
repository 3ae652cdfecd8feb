import { defineProposal } from '#forum/two-key';
import type { ChangedRule } from './domain/rule-change.js';

export interface ReminderRulesContent {
  /** How many sets of rules had been agreed when this one was written: it holds for no other. */
  readonly agreed: number;
  readonly changes: readonly ChangedRule[];
}

/** Other rules for a channel, all of them at once. */
export const channelReminderRules = defineProposal<ReminderRulesContent>('channel.reminder-rules', 'channel');
