import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { SIDES, type Side } from '#core/kernel';
import { LEVELS, type Level } from '#forum/channels';
import { sessionStates, sessionSteps, type SessionState, type SessionStep } from '#forum/sessions';
import { PostView } from '../identity/identity.dto.js';
import { PageDto } from '../http/reading.dto.js';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, MayBeAbsent } from '../http/validation.js';
import { CalendarNoteView } from '../working-days/calendar-notes.dto.js';

export class ListSessionsDto extends PageDto {
  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() channel?: string;
  @ApiPropertyOptional({ enum: ['upcoming', 'past'] }) @MayBeAbsent() @IsOneOf(['upcoming', 'past']) when?:
    'upcoming' | 'past';
}

export class SessionStepDto {
  @ApiProperty({ enum: sessionSteps }) @IsOneOf(sessionSteps) action: SessionStep;
}

export class NamedView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

export class CodedNameView {
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

export class SessionDocumentView extends CodedNameView {
  @ApiProperty() instrumentId: string;
}

export class SessionSourceView {
  @ApiProperty() code: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) published: string | null;
  @ApiProperty() lang: string;
  @ApiProperty() reliability: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty() kind: string;
}

export class SessionSummaryView {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: NamedView }) channel: NamedView;
  @ApiProperty({ type: Number, nullable: true }) ordinal: number | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: String, nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt: string | null;
  @ApiProperty({ description: 'IANA name of the venue’s zone' }) zone: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty({ enum: LEVELS }) level: Level;
  @ApiProperty({ enum: LEVELS }) nominalLevel: Level;
  @ApiProperty({ enum: sessionStates }) state: SessionState;
  @ApiProperty({ description: 'not yet shown to the other side' }) draft: boolean;
  @ApiProperty() illustrative: boolean;
  @ApiProperty({ type: Number, nullable: true }) daysLeft: number | null;
}

export class SessionListView {
  @ApiProperty({ type: [SessionSummaryView] }) items: SessionSummaryView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class DeadlineView {
  @ApiProperty() rule: string;
  @ApiProperty() offsetDays: number;
  @ApiProperty() raw: string;
  @ApiProperty() date: string;
  @ApiProperty() owner: string;
  @ApiProperty() passed: boolean;
}

export class BlockView {
  @ApiProperty() code: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) due: string | null;
  @ApiProperty({ enum: SIDES, isArray: true, description: 'who has to act, the reader’s side first' }) sides: Side[];
}

export class OpenCountView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() open: number;
}

/** What is missing for the next state, who has to act on it and by when. */
export class ReadinessView {
  @ApiProperty() ready: boolean;
  @ApiProperty({ type: [BlockView] }) blocks: BlockView[];
  @ApiProperty({ type: [OpenCountView], description: 'the reader’s side first' }) counts: OpenCountView[];
}

export class OrdinalView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: Number, nullable: true }) ordinal: number | null;
}

export class NextSessionView {
  @ApiProperty({ type: [OrdinalView], description: 'the next free number of each side, the reader’s first' })
  ordinals: OrdinalView[];
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'whose turn it is' }) host: Side | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) lastHost: Side | null;
  @ApiProperty({ type: String, nullable: true }) zone: string | null;
  @ApiProperty({ enum: LEVELS }) level: Level;
}

export class DelegationMemberView {
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty() role: string;
}

export class DelegationView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: ['draft', 'submitted', 'accepted', 'changed_after_submission'] }) state: string;
  @ApiProperty({ type: PostView, nullable: true }) head: PostView | null;
  @ApiProperty({ type: [DelegationMemberView] }) members: DelegationMemberView[];
}

/** Why a session is off, for both sides to read. */
export class StoppedView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() at: string;
  @ApiProperty({ type: LocalizedTextView }) reason: LocalizedTextView;
}

export class MarginsView {
  @ApiProperty({ type: String, nullable: true }) sessionId: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class HeadRankView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty() rank: number;
  @ApiProperty({ description: 'does not fit the level of the session' }) offLevel: boolean;
}

/** Whether the heads fit the level (domain.md 3.4), for whoever thinks of changing it. */
export class LevelFitView {
  @ApiProperty({ type: Number, nullable: true }) rank: number | null;
  @ApiProperty({ type: String, description: 'the last day on which it may change' }) until: string;
  @ApiProperty({ type: [HeadRankView] }) heads: HeadRankView[];
}

export class SessionDetailView extends SessionSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty() format: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) outcome: LocalizedTextView | null;
  @ApiProperty({ type: [CodedNameView] }) topics: CodedNameView[];
  @ApiProperty({ type: [DeadlineView] }) deadlines: DeadlineView[];
  @ApiProperty({ type: ReadinessView }) readiness: ReadinessView;
  @ApiProperty({ type: [DelegationView] }) delegations: DelegationView[];
  @ApiProperty() interpretationConfirmed: boolean;
  @ApiProperty({ type: [SessionDocumentView] }) documents: SessionDocumentView[];
  @ApiProperty({ type: [SessionSourceView] }) sources: SessionSourceView[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166' }) country: string | null;
  @ApiProperty({ type: [OrdinalView], description: 'the reader’s side first' }) ordinals: OrdinalView[];
  @ApiProperty({ type: MarginsView, nullable: true }) marginsOf: MarginsView | null;
  @ApiProperty() sameHostAgain: boolean;
  @ApiProperty({ type: StoppedView, nullable: true }) stopped: StoppedView | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) embargoAt: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) costSplit: LocalizedTextView | null;
  @ApiProperty({ type: LevelFitView }) levelFit: LevelFitView;
  @ApiProperty({ type: ReadinessView, description: 'what keeps a held session from being closed' })
  closing: ReadinessView;
  @ApiProperty({ type: [CalendarNoteView], description: 'years of the deadlines that are not wholly gazetted' })
  calendarNotes: CalendarNoteView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
