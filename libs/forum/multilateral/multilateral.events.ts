import { defineEvent } from '#platform/database';

type MeetingEvent = { meetingId: string };
type ItemEvent = MeetingEvent & { itemId: string };

export const meetingAdded = defineEvent<MeetingEvent>('multilateral.meetingAdded');
export const meetingEdited = defineEvent<MeetingEvent>('multilateral.meetingEdited');
/** Both sides see it from now on. */
export const meetingShared = defineEvent<MeetingEvent>('multilateral.meetingShared');
export const itemAdded = defineEvent<ItemEvent>('multilateral.itemAdded');
export const itemEdited = defineEvent<ItemEvent>('multilateral.itemEdited');
export const itemExchanged = defineEvent<ItemEvent>('multilateral.itemExchanged');
export const itemWithdrawn = defineEvent<ItemEvent>('multilateral.itemWithdrawn');
export const positionDrafted = defineEvent<ItemEvent & { positionId: string }>('multilateral.positionDrafted');
/** A side laid its position open to the other. */
export const positionExchanged = defineEvent<ItemEvent & { positionId: string }>('multilateral.positionExchanged');
/** Both sides agreed how they stand, or a newer position ended that. */
export const commonLineSet = defineEvent<ItemEvent & { line: string }>('multilateral.commonLineSet');
export const contributionChanged = defineEvent<MeetingEvent & { contributionId: string; state: string }>(
  'multilateral.contributionChanged',
);
export const supportChanged = defineEvent<MeetingEvent & { supportId: string; state: string }>(
  'multilateral.supportChanged',
);
/** Somebody read the requests for support of a meeting (domain.md 2: every read of restricted items is logged). */
export const supportRead = defineEvent<MeetingEvent>('multilateral.supportRead');
