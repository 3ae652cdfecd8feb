import type { LocalizedText } from '#core/kernel';
import { defineProposal } from '#forum/two-key';
import type { MeetingFacts } from './facts.js';
import type { AgreedLine, ContributionRow } from './multilateral.types.js';

/** What both keys of a common line stand on: the item, both positions as they are exchanged, the line and its words. */
export interface LineContent {
  readonly title: LocalizedText;
  readonly line: AgreedLine;
  readonly text: LocalizedText;
  /** Ids of the positions the line rests on: a position never changes, a newer one is another. */
  readonly positions: readonly string[];
}

/** What both keys of a joint contribution stand on. */
export type ContributionContent = Pick<ContributionRow, 'title' | 'itemId' | 'zone' | 'dueAt' | 'symbol' | 'url'>;

export const contributionContent = ({
  title,
  itemId,
  zone,
  dueAt,
  symbol,
  url,
}: ContributionRow): ContributionContent => ({
  title,
  itemId,
  zone,
  dueAt,
  symbol,
  url,
});

/** How both sides stand on an item, in a word and in three languages (domain.md 3.13). */
export const commonLineProposal = defineProposal<LineContent>('multilateral.common-line', 'multilateral_meeting');
/** Other dates, place or name of a meeting that both sides see. */
export const meetingProposal = defineProposal<MeetingFacts>('multilateral.meeting', 'multilateral_meeting');
/** A contribution in the name of both goes to the organisation. */
export const contributionProposal = defineProposal<ContributionContent>(
  'multilateral.contribution',
  'multilateral_meeting',
);
