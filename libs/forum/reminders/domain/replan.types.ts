import type { PlainDay } from '#forum/working-days';

/** What makes many reminders be planned anew: free days, a channel's rules or state, other posts of secretariats and heads. */
export const REPLAN_CAUSES = ['holidays', 'rules', 'channel', 'readers'] as const;
export type ReplanCause = (typeof REPLAN_CAUSES)[number];

/** What of it all is affected; null: no bound. Days are both included. */
export interface ReplanScope {
  readonly channelId: string | null;
  readonly from: PlainDay | null;
  readonly to: PlainDay | null;
}
