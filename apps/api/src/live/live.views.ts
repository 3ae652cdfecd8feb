import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import { itemKinds, objectives, type ItemKind, type Objective } from '#forum/agenda';
import {
  decisionStates,
  liveEventKinds,
  runStates,
  speakerStates,
  type DecisionState,
  type LiveEventKind,
  type RunState,
  type SpeakerState,
} from '#forum/live';
import { PersonNameView } from '../delegations/delegations.views.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';

const places = ['done', 'on', 'coming'] as const;

export class LiveRowView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'of the agenda item' }) etag: string;
  @ApiProperty({ type: Number, nullable: true, description: 'null for sections and breaks' }) number: number | null;
  @ApiProperty({ enum: itemKinds }) kind: ItemKind;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: SIDES }) proposer: Side;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) lead: Side | null;
  @ApiProperty({ enum: objectives, nullable: true, type: String }) objective: Objective | null;
  @ApiProperty({ enum: places }) place: (typeof places)[number];
  @ApiProperty({ description: 'discussed, or put off at the session' }) settled: boolean;
  @ApiProperty({ description: 'with the time interpretation takes' }) plannedSeconds: number;
  @ApiProperty({ description: 'up to `now`' }) elapsedSeconds: number;
  @ApiProperty({ description: 'up to `now`; negative once it takes longer' }) remainingSeconds: number;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC, as things stand; null unless it is coming' })
  expectedAt: string | null;
  @ApiProperty({ type: [AllowedView], description: 'go-to on the run; discuss on the agenda item' })
  allowedActions: AllowedView[];
}

export class LiveOnView {
  @ApiProperty({ type: String, nullable: true, description: 'null for a break that the agenda does not have' })
  itemId: string | null;
  @ApiProperty({ description: 'ISO 8601 UTC' }) startedAt: string;
  @ApiProperty() plannedSeconds: number;
  @ApiProperty({ description: 'up to `now`' }) elapsedSeconds: number;
  @ApiProperty({ description: 'up to `now`; negative once it takes longer' }) remainingSeconds: number;
}

export class LiveMemberView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PersonNameView }) names: PersonNameView;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ type: Boolean, nullable: true, description: 'null while nobody has said' }) present: boolean | null;
  @ApiProperty({ description: 'the reader’s own card' }) mine: boolean;
  @ApiProperty({ type: [AllowedView], description: 'mark-attendance, ask-floor' }) allowedActions: AllowedView[];
}

export class LiveDelegationView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: [LiveMemberView], description: 'in list order' }) members: LiveMemberView[];
}

export class LiveSpeakerView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LiveMemberView, nullable: true, description: 'null: the side names its speaker in the room' })
  member: LiveMemberView | null;
  @ApiProperty({ enum: speakerStates }) state: SpeakerState;
  @ApiProperty({ description: 'ISO 8601 UTC' }) requestedAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) startedAt: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class LiveDecisionView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ description: 'counted within the session' }) number: number;
  @ApiProperty({ type: String, nullable: true }) itemId: string | null;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ enum: SIDES, description: 'who wrote it down' }) side: Side;
  @ApiProperty({ enum: SIDES, description: 'who wrote the words that stand' }) wordedSide: Side;
  @ApiProperty({ enum: decisionStates }) state: DecisionState;
  @ApiProperty({ description: 'ISO 8601 UTC' }) createdAt: string;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class LiveActionView {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PostView }) owner: PostView;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'YYYY-MM-DD' }) due: string;
}

export class LiveNoteView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) itemId: string | null;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() text: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) createdAt: string;
}

/** A session as it runs, for the room: what both sides see. */
export class LiveBoardView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ description: 'ISO 8601 UTC: the server’s clock, by which all times are counted' }) now: string;
  @ApiProperty({ description: 'read on from here: `/live/events?after=`' }) cursor: string;
  @ApiProperty({ enum: runStates }) state: RunState;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty({ description: 'IANA name' }) zone: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) startsAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) endsAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC: when the last row ends, as things stand' })
  expectedEnd: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'minutes beyond the agreed end; null without one' })
  overrunMinutes: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'percent of speaking time; null without interpretation' })
  interpretationPercent: number | null;
  @ApiProperty({ type: LiveOnView, nullable: true }) on: LiveOnView | null;
  @ApiProperty({ type: [LiveRowView] }) rows: LiveRowView[];
  @ApiProperty({ type: LiveSpeakerView, nullable: true }) floor: LiveSpeakerView | null;
  @ApiProperty({ type: [LiveSpeakerView], description: 'in the order they get the floor: the sides take turns' })
  waiting: LiveSpeakerView[];
  @ApiProperty({ type: [LiveDecisionView] }) decisions: LiveDecisionView[];
  @ApiProperty({ type: [LiveActionView] }) actions: LiveActionView[];
}

/** The same for somebody who takes part. */
export class LiveView extends LiveBoardView {
  @ApiProperty({ description: 'of what is on and who has the floor' }) etag: string;
  @ApiProperty({ type: [LiveDelegationView], description: 'the reader’s own side first' })
  delegations: LiveDelegationView[];
  @ApiProperty({ type: [LiveNoteView], description: 'of the own side, for itself' }) notes: LiveNoteView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

/** Read as what both sides share, whoever asks: nothing private can be in it. */
export class LiveProjectorView extends LiveBoardView {}

export class LiveEventView {
  @ApiProperty({ description: 'the cursor after it' }) id: string;
  @ApiProperty({ enum: liveEventKinds }) kind: LiveEventKind;
  @ApiProperty({ type: String, nullable: true, description: 'item, speaker, decision, action, member or note' })
  subjectId: string | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who did it' }) side: Side | null;
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
  @ApiProperty({ description: 'seen by the own side only' }) own: boolean;
}

export class LiveEventListView {
  @ApiProperty({ type: [LiveEventView], description: 'oldest first' }) items: LiveEventView[];
  @ApiProperty({ description: 'read on from here' }) cursor: string;
  @ApiProperty() hasMore: boolean;
}
