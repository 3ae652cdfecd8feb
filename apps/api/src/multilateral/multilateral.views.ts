import { ApiProperty } from '@nestjs/swagger';
import { AUDIENCES, SIDES, type Audience, type Side } from '#core/kernel';
import {
  commonLines,
  contributionRules,
  contributionStates,
  forums,
  itemStates,
  type CommonLine,
  type ContributionDeadline,
  type ContributionState,
  type Forum,
  type ItemState,
} from '#forum/multilateral';
import type { Evidence } from '#forum/provenance';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { PageView } from '../record/page.js';
import { evidenceWords, SourceView } from '../record/source.view.js';
import { CodedNameView } from '../sessions/sessions.dto.js';

/** A meeting of another organisation, as lists show it. */
export class MultilateralMeetingView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ type: String, nullable: true, description: 'name in the record' }) code: string | null;
  @ApiProperty({ enum: forums }) forum: Forum;
  @ApiProperty({ type: CodedNameView, nullable: true }) body: CodedNameView | null;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ type: PartialDateView, nullable: true }) date: PartialDateView | null;
  @ApiProperty({ type: String, nullable: true }) dateEnd: string | null;
  @ApiProperty({ type: String, nullable: true }) dateRemark: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'IANA name' }) zone: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'from today to its first day' }) daysLeft: number | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ enum: evidenceWords, nullable: true, type: String }) evidence: Evidence | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class MultilateralMeetingListView extends PageView {
  @ApiProperty({ type: [MultilateralMeetingView] }) items: MultilateralMeetingView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class MultilateralPositionView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC; null for the own draft' })
  exchangedAt: string | null;
}

export class MultilateralItemView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ enum: itemStates }) state: ItemState;
  @ApiProperty({ enum: commonLines }) commonLine: CommonLine;
  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'what both sides will say' })
  lineText: LocalizedTextView | null;
  @ApiProperty({ type: [MultilateralPositionView], description: 'as they stand, the reader’s side first' })
  positions: MultilateralPositionView[];
  @ApiProperty({ type: [MultilateralPositionView], description: 'what was replaced, latest first' })
  earlier: MultilateralPositionView[];
  @ApiProperty({ type: MultilateralPositionView, nullable: true, description: 'the own side’s, not exchanged' })
  draft: MultilateralPositionView | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ContributionDeadlineView {
  @ApiProperty({ enum: contributionRules, description: 'decide M-60, text M-30, final D-3' })
  rule: ContributionDeadline['rule'];
  @ApiProperty({ description: 'YYYY-MM-DD, rolled back to a common working day' }) date: string;
  @ApiProperty() passed: boolean;
}

export class MultilateralContributionView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ enum: AUDIENCES }) audience: Audience;
  @ApiProperty({ type: String, nullable: true }) itemId: string | null;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ description: 'in the name of both sides' }) joint: boolean;
  @ApiProperty({ description: 'IANA name of the zone in which the organisation counts its deadline' }) zone: string;
  @ApiProperty({ description: 'ISO 8601 UTC' }) dueAt: string;
  @ApiProperty() late: boolean;
  @ApiProperty({ type: [ContributionDeadlineView] }) deadlines: ContributionDeadlineView[];
  @ApiProperty({ type: String, nullable: true }) symbol: string | null;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ enum: contributionStates }) state: ContributionState;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC' }) submittedAt: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class MultilateralMeetingDetailView extends MultilateralMeetingView {
  @ApiProperty({ type: [MultilateralItemView] }) items: MultilateralItemView[];
  @ApiProperty({ type: [MultilateralContributionView], description: 'by deadline' })
  contributions: MultilateralContributionView[];
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}
