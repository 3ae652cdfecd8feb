import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import {
  ACTION_EVENTS,
  ACTION_ORIGINS,
  ACTION_PRIORITIES,
  ACTION_STATES,
  EVIDENCE_KINDS,
  type ActionEventName,
  type ActionOriginKind,
  type ActionPriority,
  type ActionState,
  type EvidenceKind,
} from '#forum/actions';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { ReminderView } from '../reminders/reminders.dto.js';

export class ActionSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class ActionCommitmentView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
}

export class ActionSummaryView {
  @ApiProperty() id: string;
  @ApiProperty({ example: '2027-RDG7-A1' }) number: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PostView }) owner: PostView;
  @ApiProperty({ description: 'YYYY-MM-DD' }) due: string;
  @ApiProperty({ type: String, nullable: true, description: 'first due date of an extended item' }) originalDue:
    string | null;
  @ApiProperty({ description: 'calendar days at the owner’s side; negative when late' }) daysLeft: number;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ enum: ACTION_STATES }) state: ActionState;
  @ApiProperty({ description: 'the other side confirms' }) joint: boolean;
  @ApiProperty() illustrative: boolean;
  @ApiProperty({ description: 'of the reader’s side alone' }) internal: boolean;
  @ApiProperty({ enum: ACTION_PRIORITIES }) priority: ActionPriority;
  @ApiProperty({ type: String, nullable: true, description: 'while blocked: when work is expected to go on' })
  expectedOn: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'while reported complete: the last day for an answer, after which silence confirms',
  })
  answerUntil: string | null;
  @ApiProperty({ type: ActionSessionView, nullable: true }) session: ActionSessionView | null;
  @ApiProperty({ type: ActionCommitmentView, nullable: true }) commitment: ActionCommitmentView | null;
}

export class ActionListItemView extends ActionSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ActionListView {
  @ApiProperty({ type: [ActionListItemView] }) items: ActionListItemView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class EvidenceView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: EvidenceKind;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) text: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: SIDES }) side: Side;
}

export class ActionEventView {
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
  @ApiProperty({ enum: ACTION_EVENTS }) event: ActionEventName;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) post: LocalizedTextView | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) params: Record<string, string>;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'who owned it before' })
  fromPost: LocalizedTextView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'who owns it since' })
  toPost: LocalizedTextView | null;
}

export class ActionOriginView {
  @ApiProperty({ enum: ACTION_ORIGINS }) kind: ActionOriginKind;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) title: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'where a person reads it' }) path: string | null;
}

export class ActionBodyView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
}

export class ActionRefView {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
}

export class ActionCommentView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['comment', 'block_reason'] }) kind: 'comment' | 'block_reason';
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) post: LocalizedTextView | null;
}

export class SplitHalfView {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
}

export class ActionDetailView extends ActionSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ type: [EvidenceView] }) evidence: EvidenceView[];
  @ApiProperty({ type: [ActionEventView], description: 'oldest first' }) history: ActionEventView[];
  @ApiProperty({ type: PostView, nullable: true, description: 'acts for the owner' }) deputy: PostView | null;
  @ApiProperty({ type: [ActionBodyView] }) supportingBodies: ActionBodyView[];
  @ApiProperty({ type: ActionOriginView }) origin: ActionOriginView;
  @ApiProperty({ type: ActionRefView, nullable: true }) supersededBy: ActionRefView | null;
  @ApiProperty({ type: [ActionCommentView], description: 'of the reader’s side alone, oldest first' })
  comments: ActionCommentView[];
  @ApiProperty({ type: [SplitHalfView], description: 'the other half of a split item' }) splitWith: SplitHalfView[];
  @ApiProperty({ type: [ReminderView], description: 'of the reader’s side only' }) reminders: ReminderView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
