import type { LocalizedText } from '#core/kernel';
import { defineProposal } from '#forum/two-key';

export interface CancelContent {
  readonly number: string;
  readonly title: LocalizedText;
  readonly why: LocalizedText;
}

export interface SupersedeContent extends CancelContent {
  readonly by: { readonly id: string; readonly number: string; readonly title: LocalizedText };
}

export interface ActionRuleContent {
  /** Null: only the other side confirms. */
  readonly silenceDays: number | null;
  readonly before: number | null;
}

/** Ending a joint item takes two keys (domain.md 3.9). */
export const actionCancel = defineProposal<CancelContent>('action-item.cancel', 'action_item');
export const actionSupersede = defineProposal<SupersedeContent>('action-item.supersede', 'action_item');
/** How reports in a channel are confirmed. */
export const channelActionRules = defineProposal<ActionRuleContent>('channel.action-rules', 'channel');
