import { defineEvent } from '#platform/database';

/** What every event of a date poll carries; never an answer. */
export interface DatePollEvent {
  readonly pollId: string;
}

export const datePollCreated = defineEvent<DatePollEvent>('datePoll.created');
/** Both sides may answer from now on. */
export const datePollOpened = defineEvent<DatePollEvent>('datePoll.opened');
export const datePollSlotsAdded = defineEvent<DatePollEvent>('datePoll.slotsAdded');
/** Own side only. */
export const datePollParticipantsNamed = defineEvent<DatePollEvent>('datePoll.participantsNamed');
/** Own side only: somebody of it answered, or took an answer back. */
export const datePollAnswered = defineEvent<DatePollEvent & { slotId: string }>('datePoll.answered');
/** A side said how its posts stand to every slot. */
export const datePollHandedOver = defineEvent<DatePollEvent & { side: string }>('datePoll.handedOver');
export const datePollExtended = defineEvent<DatePollEvent>('datePoll.extended');
export const datePollClosed = defineEvent<DatePollEvent>('datePoll.closed');
export const datePollWithdrawn = defineEvent<DatePollEvent>('datePoll.withdrawn');
export const datePollReopened = defineEvent<DatePollEvent>('datePoll.reopened');
export const datePollDecided = defineEvent<DatePollEvent & { slotId: string; sessionId: string }>('datePoll.decided');
export const sessionHoldPlaced = defineEvent<DatePollEvent & { holdId: string; slotId: string }>('sessionHold.placed');
export const sessionHoldReleased = defineEvent<DatePollEvent & { holdId: string; slotId: string }>(
  'sessionHold.released',
);

/** The `subjectType` of these events. */
export const DATE_POLL_SUBJECT = 'date_poll';
