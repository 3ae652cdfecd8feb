import { defineEvent } from '#platform/database';

/** What every event of an action item carries: ids and the version after the change, never text. */
export interface ActionChanged {
  readonly actionId: string;
  readonly version: number;
}

export const actionRecorded = defineEvent<ActionChanged>('action.recorded');
export const actionStarted = defineEvent<ActionChanged>('action.started');
export const actionDoneClaimed = defineEvent<ActionChanged>('action.doneClaimed');
export const actionDoneConfirmed = defineEvent<ActionChanged>('action.doneConfirmed');
export const actionReturned = defineEvent<ActionChanged>('action.returned');
export const actionDueExtended = defineEvent<ActionChanged>('action.dueExtended');
export const actionBlocked = defineEvent<ActionChanged>('action.blocked');
export const actionUnblocked = defineEvent<ActionChanged>('action.unblocked');
export const actionReassigned = defineEvent<ActionChanged>('action.reassigned');
export const actionDetailsChanged = defineEvent<ActionChanged>('action.detailsChanged');
export const actionCancelled = defineEvent<ActionChanged>('action.cancelled');
export const actionSuperseded = defineEvent<ActionChanged>('action.superseded');
/** The day until which the other side may answer moved with the channel's rule or a holiday; nobody changed the item. */
export const actionAnswerDayMoved = defineEvent<ActionChanged>('action.answerDayMoved');
/** A side wrote something for itself alone. */
export const actionCommented = defineEvent<{ readonly actionId: string }>('action.commented');
/** The new holder of a post took its items over. */
export const actionsTakenOver = defineEvent<{ readonly postId: string; readonly count: number }>('action.takenOver');
/** Both sides agreed how a channel's reports are confirmed. */
export const channelActionRuleChanged = defineEvent<{ readonly channelId: string }>('channel.actionRuleChanged');

/** The `subjectType` of these events. */
export const ACTION_SUBJECT = 'action_item' as const;
