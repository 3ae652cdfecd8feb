import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, SIDES, type Audience, type Side } from '#core/kernel';
import { LEVELS, type Level } from '#forum/channels';
import {
  escalationStates,
  eventKinds,
  matterKinds,
  suggestionReasons,
  type EscalationEventRow,
  type EscalationState,
  type LadderLevel,
  type MatterKind,
  type Relation,
  type Suggestion,
} from '#forum/escalations';
import { RADIO_LEVELS } from '#forum/radio';
import { recordKinds, recordStates, type RecordKind, type RecordState } from '#forum/records';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { PageView } from '../record/page.js';

export class EscalationMatterView {
  @ApiProperty({ enum: matterKinds }) kind: MatterKind;
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView, description: 'as its owner has it now' }) title: LocalizedTextView;
  @ApiProperty({ description: 'page of the web app' }) path: string;
  @ApiProperty({ type: String, nullable: true }) state: string | null;
}

export class EscalationChannelView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: LEVELS }) level: Level;
}

export class EscalationSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'YYYY-MM-DD' }) startDate: string;
}

export class EscalationEventView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: eventKinds }) kind: EscalationEventRow['kind'];
  @ApiProperty({ description: 'ISO 8601 UTC' }) at: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ enum: RADIO_LEVELS, nullable: true, type: String }) level: LadderLevel | null;
  @ApiProperty({ type: EscalationChannelView, nullable: true }) channel: EscalationChannelView | null;
  @ApiProperty({ type: EscalationSessionView, nullable: true }) session: EscalationSessionView | null;
  @ApiProperty({ type: String, nullable: true, description: 'as it was written' }) reason: string | null;
}

export class EscalationSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ enum: escalationStates }) state: EscalationState;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: EscalationMatterView, nullable: true }) matter: EscalationMatterView | null;
  @ApiProperty({ type: EscalationChannelView, nullable: true }) from: EscalationChannelView | null;
  @ApiProperty({ enum: RADIO_LEVELS }) fromLevel: LadderLevel;
  @ApiProperty({ type: EscalationChannelView, nullable: true, description: 'null for the ITU procedure' })
  to: EscalationChannelView | null;
  @ApiProperty({ enum: RADIO_LEVELS }) toLevel: LadderLevel;
  @ApiProperty({ enum: RADIO_LEVELS, description: 'where the matter stands now' }) level: LadderLevel;
  @ApiProperty({ type: [Number], description: 'of the Radio Regulations' }) ituArticles: number[];
  @ApiProperty({ type: EscalationSessionView, nullable: true, description: 'null while it waits for one' })
  session: EscalationSessionView | null;
  @ApiProperty({ type: String, nullable: true }) itemId: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) outcome: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) raisedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) decidedAt: string | null;
}

export class EscalationView extends EscalationSummaryView {
  @ApiProperty({ type: LocalizedTextView }) summary: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView }) request: LocalizedTextView;
  @ApiProperty({ type: [EscalationEventView], description: 'oldest first' }) events: EscalationEventView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class EscalationListView extends PageView {
  @ApiProperty({ type: [EscalationSummaryView] }) items: EscalationSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class EscalationTargetView {
  @ApiProperty({ type: EscalationChannelView }) channel: EscalationChannelView;
  @ApiProperty({ enum: RADIO_LEVELS }) level: LadderLevel;
  @ApiProperty({ enum: ['parent', 'derived', 'other'] }) relation: Relation;
  @ApiProperty({ type: EscalationSessionView, nullable: true }) session: EscalationSessionView | null;
}

export class EscalationTargetsView {
  @ApiProperty({ type: [EscalationTargetView], description: 'nearest first' }) items: EscalationTargetView[];
}

export class EscalationSuggestionView {
  @ApiProperty({ type: EscalationMatterView }) matter: EscalationMatterView;
  @ApiProperty({ enum: suggestionReasons, description: 'which default timer ran out' }) reason: Suggestion['reason'];
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) since: string | null;
}

export class EscalationSuggestionsView {
  @ApiProperty({ type: [EscalationSuggestionView] }) items: EscalationSuggestionView[];
}

export class ReadyToSignView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: recordKinds }) kind: RecordKind;
  @ApiProperty({ enum: recordStates }) state: RecordState;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'page of the web app' }) path: string;
  @ApiProperty() adReferendum: boolean;
}

/** What a session of a higher level has before it. */
export class SessionEscalationsView {
  @ApiProperty() sessionId: string;
  @ApiProperty({ type: [EscalationSummaryView], description: 'waits for both or is before the session' })
  rose: EscalationSummaryView[];
  @ApiProperty({ type: [EscalationSummaryView], description: 'settled here' }) settled: EscalationSummaryView[];
  @ApiProperty({ type: [EscalationSummaryView], description: 'refused, or returned to a lower channel' })
  sentBack: EscalationSummaryView[];
  @ApiProperty({ type: [ReadyToSignView], description: 'agreed by both keys, only to be signed' })
  readyToSign: ReadyToSignView[];
}
