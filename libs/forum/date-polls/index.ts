import { registerViolations } from '#platform/database';
import { reopenWithTheProposal } from './actions/reopen-poll.js';
import { datePollsErrors } from './domain/date-polls.errors.js';

registerViolations({
  uq_date_poll_slot_poll_id_starts_at: datePollsErrors.slotKnown,
  uq_session_hold_slot_id: datePollsErrors.slotHeld,
});
reopenWithTheProposal();

export { AddSlots, type AddSlotsInput } from './actions/add-slots.js';
export { AnswerSlot, type AnswerSlotInput } from './actions/answer-slot.js';
export { CreatePoll, type CreatePollInput } from './actions/create-poll.js';
export { DecideSlot, type DecideSlotInput } from './actions/decide-slot.js';
export { ClosePoll, ExtendDeadline, WithdrawPoll } from './actions/end-poll.js';
export { HandOver } from './actions/hand-over.js';
export { HoldSlot, ReleaseHold, type HoldSlotInput } from './actions/hold-slot.js';
export { NameParticipants, type NameParticipantsInput } from './actions/name-participants.js';
export { SharePoll } from './actions/share-poll.js';
export {
  DATE_POLL_SUBJECT,
  datePollAnswered,
  datePollClosed,
  datePollCreated,
  datePollDecided,
  datePollExtended,
  datePollHandedOver,
  datePollOpened,
  datePollParticipantsNamed,
  datePollReopened,
  datePollSlotsAdded,
  datePollWithdrawn,
  sessionHoldPlaced,
  sessionHoldReleased,
  type DatePollEvent,
} from './date-polls.events.js';
export { DatePollsModule } from './date-polls.module.js';
export { datePollContext } from './domain/date-poll-context.js';
export { datePollLifecycle, datePollOffers } from './domain/date-poll.lifecycle.js';
export {
  answers,
  participantRoles,
  pollFormats,
  pollStates,
  verdicts,
  type Answer,
  type AnswerRow,
  type ParticipantRole,
  type ParticipantRow,
  type PollFormat,
  type PollRow,
  type PollState,
  type PollSummaryRow,
  type SlotRow,
  type Verdict,
  type VerdictRow,
} from './domain/date-poll.types.js';
export { datePollsErrors } from './domain/date-polls.errors.js';
export { OFFICE_HOURS, type OfficeHours } from './domain/office-hours.js';
export { MAX_HOLD_DAYS, MAX_HOLDS, MAX_SLOTS } from './domain/slot-rules.js';
export { suggestSlots, type SuggestionDay, type Suggestions } from './domain/suggest-slots.js';
export {
  reasonCodes,
  type Reason,
  type ReasonCode,
  type ScoredSlot,
  type SlotAsk,
  type SlotFacts,
} from './domain/suggestion.types.js';
export { ownVerdict, verdictFrom } from './domain/verdict.js';
export { datePollsEntities } from './persistence/date-polls.entities.js';
export { holdsBetween, openPollsBetween, type HoldBetween, type OpenSlotBetween } from './queries/between.js';
export { findPoll, listPolls, type PollFilter, type PollListRow } from './queries/polls.js';
export { slotFacts, slotFactsQuery, type SlotFactsAsk } from './queries/slot-facts.js';
export { pollWaitingPosts, type WaitingPost } from './queries/waiting-posts.js';
