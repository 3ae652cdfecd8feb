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

/** The `subjectType` of these events. */
export const ACTION_SUBJECT = 'action_item';
