import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import { LEVELS, type Level } from '#forum/channels';
import { preparationSteps, type PreparationStep } from '#forum/delegations';
import { sessionLifecycle, sessionStates, type SessionState, type SessionStep } from '#forum/sessions';
import { PostView } from '../identity/identity.dto.js';
import { PageDto } from '../http/reading.dto.js';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf } from '../http/validation.js';

export class ListSessionsDto extends PageDto {
  @ApiPropertyOptional() @IsOptional() @IsIdentifier() channel?: string;
  @ApiPropertyOptional({ enum: ['upcoming', 'past'] }) @IsOptional() @IsOneOf(['upcoming', 'past']) when?:
    'upcoming' | 'past';
}

const steps = [...sessionLifecycle.actions, ...preparationSteps];

export class SessionStepDto {
  @ApiProperty({ enum: steps }) @IsOneOf(steps) action: SessionStep | PreparationStep;
  @ApiPropertyOptional({ description: 'head of delegation, with submit-delegation' })
  @IsOptional()
  @IsIdentifier()
  headPostId?: string;
  @ApiPropertyOptional({ type: [String], description: 'members in the order of the list' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsIdentifier({ each: true })
  memberPostIds?: string[];
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
  @ApiProperty() zone: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) host: Side | null;
  @ApiProperty({ enum: LEVELS }) level: Level;
  @ApiProperty({ enum: LEVELS }) nominalLevel: Level;
  @ApiProperty({ enum: sessionStates }) state: SessionState;
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
}

export class ReadinessView {
  @ApiProperty() ready: boolean;
  @ApiProperty({ type: [BlockView] }) blocks: BlockView[];
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
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
