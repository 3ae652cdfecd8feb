import { registerViolations } from '#platform/database';
import { onAccepted, registerProposalSubject } from '#forum/two-key';
import { agreeLine } from './actions/agree-line.js';
import { agreeSubmission } from './actions/keep-contribution.js';
import { agreeMeeting } from './actions/keep-meeting.js';
import { commonLineProposal, contributionProposal, meetingProposal } from './domain/multilateral-content.js';
import { multilateralErrors } from './domain/multilateral.errors.js';
import { lockSubject, multilateralSubjects } from './queries/subjects.js';

registerViolations({ uq_multilateral_position_draft: multilateralErrors.positionDrafted });
registerProposalSubject('multilateral_meeting', { lock: lockSubject, find: multilateralSubjects });
onAccepted(commonLineProposal, agreeLine);
onAccepted(meetingProposal, agreeMeeting);
onAccepted(contributionProposal, agreeSubmission);

export { ProposeLine, type ProposeLineInput } from './actions/agree-line.js';
export { AddSupport, EditSupport, MoveSupport, ReadSupport } from './actions/ask-support.js';
export {
  AddContribution,
  EditContribution,
  MoveContribution,
  ProposeSubmission,
  type ForumDeadline,
} from './actions/keep-contribution.js';
export { AddMeetingItem, EditMeetingItem, ExchangeMeetingItem, WithdrawMeetingItem } from './actions/keep-item.js';
export { AddMeeting, EditMeeting, ShareMeeting } from './actions/keep-meeting.js';
export { DraftPosition, EditPosition, ExchangePosition } from './actions/take-position.js';
export { contributionDeadlines, contributionRules, type ContributionDeadline } from './domain/deadlines.js';
export type { MeetingFacts } from './domain/facts.js';
export {
  contributionContext,
  itemContext,
  mayDraft,
  meetingContext,
  meetingState,
  supportContext,
} from './domain/multilateral-context.js';
export { multilateralErrors } from './domain/multilateral.errors.js';
export {
  contributionLifecycle,
  contributionOffers,
  itemLifecycle,
  meetingLifecycle,
  supportLifecycle,
} from './domain/multilateral.lifecycle.js';
export {
  agreedLines,
  commonLines,
  contributionStates,
  draftPosition,
  forums,
  isShared as isSharedMeeting,
  itemStates,
  standingPosition,
  supportStates,
  type AgreedLine,
  type CommonLine,
  type ContributionRow,
  type ContributionState,
  type Forum,
  type ItemRow,
  type ItemState,
  type MeetingDetailRow,
  type MeetingRow,
  type PositionRow,
  type SupportRow,
  type SupportState,
} from './domain/multilateral.types.js';
export { MultilateralModule } from './multilateral.module.js';
export { contributionChanged, meetingEdited, positionExchanged, supportChanged } from './multilateral.events.js';
export { multilateralEntities } from './persistence/multilateral.entities.js';
export {
  findMeeting,
  findMeetingOfContribution,
  findMeetingOfItem,
  listMeetings,
  type MeetingFilter,
} from './queries/meetings.js';
export { findSupport } from './queries/support.js';
export { waitingMultilateral, type WaitingWork } from './queries/waiting.js';
