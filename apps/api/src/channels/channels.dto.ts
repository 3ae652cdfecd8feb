import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, LANGUAGES, SIDES, type Audience, type Language, type Side } from '#core/kernel';
import {
  CHANNEL_STATES,
  EVENT_TYPES,
  HOSTING_RULES,
  LEVELS,
  NAME_KINDS,
  REFERENCE_KINDS,
  SENSITIVITIES,
  type ChannelEventType,
  type ChannelState,
  type HostingRule,
  type Level,
  type NameKind,
  type ReferenceKind,
  type RelationKind,
  type Sensitivity,
  type Suspender,
} from '#forum/channels';
import type { Evidence } from '#forum/provenance';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { PageView } from '../record/page.js';
import { ConflictView, evidenceWords, SourceView } from '../record/source.view.js';
import { CodedNameView, SessionSummaryView } from '../sessions/sessions.dto.js';

export class LastHeldView {
  @ApiProperty({ type: String, nullable: true }) sessionId: string | null;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ enum: LEVELS, nullable: true, type: String, description: 'the level it was held at' })
  level: Level | null;
}

export class ComingSessionView {
  @ApiProperty() sessionId: string;
  @ApiProperty() date: string;
}

/** Event types as they are shown: nobody is told that a level was lowered, only which one was set (domain.md 3.2). */
export type ShownEventType = Exclude<ChannelEventType, 'lowered'> | 'level_set';
export const shownEventType = (type: ChannelEventType): ShownEventType => (type === 'lowered' ? 'level_set' : type);
const shownEventTypes = [...new Set(EVENT_TYPES.map(shownEventType))];

/** A channel in a list; `name` is the reader's own side's name that holds today. */
export class ChannelSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: CHANNEL_STATES }) state: ChannelState;
  @ApiProperty({ description: 'resumed, until the second session after it' }) resumed: boolean;
  @ApiProperty({ enum: [...SIDES, 'both'], nullable: true, type: String }) suspendedBy: Suspender | null;
  @ApiProperty({ enum: AUDIENCES, description: 'one side’s code: a draft the other does not see' }) audience: Audience;
  @ApiProperty({ enum: LEVELS, description: 'the level it is set at today' }) nominalLevel: Level;
  @ApiProperty({ type: LastHeldView, nullable: true }) lastHeld: LastHeldView | null;
  @ApiProperty({ type: ComingSessionView, nullable: true }) nextSession: ComingSessionView | null;
  @ApiProperty({ type: [CodedNameView] }) topics: CodedNameView[];
  @ApiProperty() illustrative: boolean;
  @ApiProperty({ type: String, nullable: true }) parentId: string | null;
  @ApiProperty({ type: String, nullable: true }) derivedFromId: string | null;
}

export class ChannelListView extends PageView {
  @ApiProperty({ type: [ChannelSummaryView] }) items: ChannelSummaryView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ChannelNameView {
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'whose name it is; null: both sides’' })
  side: Side | null;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true, description: 'first day it holds' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'last day it holds' }) to: string | null;
  @ApiProperty({ enum: NAME_KINDS }) kind: NameKind;
}

export class EventSessionView {
  @ApiProperty() id: string;
  @ApiProperty() date: string;
}

export class EventChannelView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

export class ReferenceView {
  @ApiProperty({ enum: REFERENCE_KINDS }) kind: ReferenceKind;
  @ApiProperty({ description: 'a code, or the words of a citation' }) text: string;
}

/** One event of a channel's append-only history. */
export class ChannelEventView {
  @ApiProperty() id: string;
  @ApiProperty() channelId: string;
  @ApiProperty({ enum: shownEventTypes }) type: ShownEventType;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) text: LocalizedTextView | null;
  @ApiProperty({ enum: LEVELS, nullable: true, type: String }) level: Level | null;
  @ApiProperty({ enum: LEVELS, nullable: true, type: String }) fromLevel: Level | null;
  @ApiProperty({ type: EventSessionView, nullable: true }) session: EventSessionView | null;
  @ApiProperty({ type: EventChannelView, nullable: true }) related: EventChannelView | null;
  @ApiProperty({ type: ReferenceView, nullable: true }) reference: ReferenceView | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who did it alone' }) side: Side | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'the reader’s own side’s, never the other’s' })
  privateReason: LocalizedTextView | null;
  @ApiProperty({ enum: evidenceWords, nullable: true, type: String }) evidence: Evidence | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class ChannelRelationView {
  @ApiProperty({ enum: ['parent', 'child', 'derived_from', 'spawned', 'not_to_be_confused_with'] }) kind: RelationKind;
  @ApiProperty() channelId: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

/** The system thinks the channel has stalled; shown to secretariats and heads. */
export class StallSuggestionView {
  @ApiProperty() quarter: string;
  @ApiProperty() lastHeld: string;
  @ApiProperty({ description: 'months without a session after which a channel counts as stalled' }) months: number;
}

export class NextLevelView {
  @ApiProperty({ enum: LEVELS }) level: Level;
  @ApiProperty() sessionId: string;
  @ApiProperty() date: string;
}

export class ChannelDetailView extends ChannelSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who proposed it' }) originSide: Side | null;
  @ApiProperty({ type: Number, nullable: true }) cadenceMonths: number | null;
  @ApiProperty({ enum: HOSTING_RULES, nullable: true, type: String }) hostingRule: HostingRule | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) nextHost: Side | null;
  @ApiProperty({ type: NextLevelView, nullable: true, description: 'agreed, and holding from a session to come' })
  nextLevel: NextLevelView | null;
  @ApiProperty({ type: StallSuggestionView, nullable: true }) suggestion: StallSuggestionView | null;
  @ApiProperty({ type: [ChannelNameView] }) names: ChannelNameView[];
  @ApiProperty({ type: [LocalizedTextView] }) parties: LocalizedTextView[];
  @ApiProperty({ type: LocalizedTextView, nullable: true }) cadence: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) hosting: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [ChannelEventView], description: 'oldest first' }) events: ChannelEventView[];
  @ApiProperty({ type: [SessionSummaryView], description: 'oldest first' }) sessions: SessionSummaryView[];
  @ApiProperty({ type: [ChannelRelationView] }) relations: ChannelRelationView[];
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: [ConflictView], description: 'where sources about it contradict each other' })
  conflicts: ConflictView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class TimelineChannelView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: CHANNEL_STATES }) state: ChannelState;
  @ApiProperty() resumed: boolean;
  @ApiProperty({ enum: LEVELS }) nominalLevel: Level;
  @ApiProperty({ type: [ChannelEventView], description: 'oldest first' }) events: ChannelEventView[];
  @ApiProperty({ type: [SessionSummaryView], description: 'oldest first' }) sessions: SessionSummaryView[];
}

/** All channels and their events; `from` and `to` are the first and the last day shown. */
export class TimelineView {
  @ApiProperty({ type: [TimelineChannelView] }) channels: TimelineChannelView[];
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

export class TopicListView {
  @ApiProperty({ type: [CodedNameView] }) items: CodedNameView[];
}

/** An event around the channels, attributed; never on public pages. */
export class ContextEventView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'wording of each government where they differ' })
  wording: LocalizedTextView | null;
  @ApiProperty() attribution: string;
  @ApiProperty({ enum: SENSITIVITIES }) sensitivity: Sensitivity;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class ContextEventListView extends PageView {
  @ApiProperty({ type: [ContextEventView] }) items: ContextEventView[];
}
