import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import {
  answers,
  participantRoles,
  pollFormats,
  pollStates,
  reasonCodes,
  verdicts,
  type Answer,
  type ParticipantRole,
  type PollFormat,
  type PollState,
  type ReasonCode,
  type Verdict,
} from '#forum/date-polls';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { PageView } from '../record/page.js';
import { CalendarNoteView } from '../working-days/calendar-notes.dto.js';
import { HolidayView } from '../working-days/working-days.dto.js';

export class PollChannelView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

export class PollSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class DatePollSummaryView {
  @ApiProperty() id: string;
  @ApiProperty({ type: PollChannelView }) channel: PollChannelView;
  @ApiProperty({ type: PollSessionView, nullable: true }) session: PollSessionView | null;
  @ApiProperty({ enum: pollStates }) state: PollState;
  @ApiProperty({ description: 'IANA zone of the venue' }) zone: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ enum: pollFormats }) format: PollFormat;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty({ description: 'ISO 8601 UTC' }) deadline: string;
  @ApiProperty() deadlinePassed: boolean;
  @ApiProperty({ description: 'both heads must say yes' }) bothHeads: boolean;
  @ApiProperty({ enum: SIDES }) proposedBy: Side;
  @ApiProperty({ description: 'false: the own side’s draft' }) shared: boolean;
}

export class DatePollListItemView extends DatePollSummaryView {
  @ApiProperty() slotCount: number;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) firstSlot: string | null;
  @ApiProperty({ description: 'answers the own side is asked for' }) asked: number;
  @ApiProperty({ description: 'answers the own side has given' }) answered: number;
}

export class DatePollListView extends PageView {
  @ApiProperty({ type: [DatePollListItemView] }) items: DatePollListItemView[];
}

export class PollAnswerView {
  @ApiProperty() postId: string;
  @ApiProperty({ enum: answers }) answer: Answer;
  @ApiProperty() at: string;
  @ApiProperty({ type: PostView, nullable: true, description: 'the post that answered for this one' })
  by: PostView | null;
}

export class PollVerdictView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: verdicts, nullable: true, type: String, description: 'null: not handed over yet' })
  verdict: Verdict | null;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
}

export class PollHoldView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) placedBy: Side;
  @ApiProperty() expiresAt: string;
}

export class PollSlotView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) startsAt: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) endsAt: string;
  @ApiProperty() decided: boolean;
  @ApiProperty({ type: [PollVerdictView], description: 'reader’s side first' }) verdicts: PollVerdictView[];
  @ApiProperty({ enum: verdicts, nullable: true, type: String, description: 'what the own side would hand over now' })
  ownVerdict: Verdict | null;
  @ApiProperty({ type: [PollAnswerView], description: 'of the own side only' }) answers: PollAnswerView[];
  @ApiProperty({ type: PollHoldView, nullable: true }) hold: PollHoldView | null;
}

export class PollParticipantView {
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ enum: participantRoles }) role: ParticipantRole;
  @ApiProperty({ description: 'the reader may answer for it' }) mayAnswer: boolean;
  @ApiProperty({ description: 'the reader fills this post' }) mine: boolean;
}

export class DatePollView extends DatePollSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ type: [PollSlotView] }) slots: PollSlotView[];
  @ApiProperty({ type: [PollParticipantView], description: 'of the own side only' })
  participants: PollParticipantView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class WaitingPostView {
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ enum: participantRoles }) role: string;
  @ApiProperty({ description: 'slots without an answer' }) open: number;
}

export class WaitingPostsView {
  @ApiProperty({ type: [WaitingPostView] }) items: WaitingPostView[];
}

export class SlotReasonView {
  @ApiProperty({ enum: reasonCodes }) code: ReasonCode;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ description: 'points of 100 it costs' }) cost: number;
}

export class SuggestedSlotView {
  @ApiProperty({ description: 'ISO 8601 UTC' }) startsAt: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) endsAt: string;
  @ApiProperty({ description: '1–100' }) score: number;
  @ApiProperty({ type: [SlotReasonView], description: 'what speaks against it; empty when nothing does' })
  reasons: SlotReasonView[];
}

export class WorkingSidesView {
  @ApiProperty() kr: boolean;
  @ApiProperty() jp: boolean;
}

export class SuggestionDayView {
  @ApiProperty({ description: 'YYYY-MM-DD at the venue' }) date: string;
  @ApiProperty({ type: WorkingSidesView }) working: WorkingSidesView;
  @ApiProperty({ type: [HolidayView] }) holidays: HolidayView[];
  @ApiProperty({ type: SuggestedSlotView, nullable: true, description: 'the best slot of the day, if there is one' })
  best: SuggestedSlotView | null;
  @ApiProperty({ type: [SlotReasonView], description: 'why this day is worse, or has no slot' })
  reasons: SlotReasonView[];
}

export class SlotSuggestionsView {
  @ApiProperty() zone: string;
  @ApiProperty({ description: 'minutes' }) duration: number;
  @ApiProperty({ enum: pollFormats }) format: PollFormat;
  @ApiProperty({ type: [SuggestedSlotView], description: 'in order of time' }) items: SuggestedSlotView[];
  @ApiProperty({ type: [SuggestionDayView] }) days: SuggestionDayView[];
  @ApiProperty({ type: [CalendarNoteView] }) calendarNotes: CalendarNoteView[];
}
