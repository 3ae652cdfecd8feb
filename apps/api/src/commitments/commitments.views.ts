import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import {
  ACTING_SIDES,
  COMMITMENT_EVENTS,
  COMMITMENT_STATUSES,
  EVIDENCE_KINDS,
  PROGRESS_GROUPS,
  STRENGTHS,
  type ActingSide,
  type CommitmentEventName,
  type CommitmentStatus,
  type EvidenceKind,
  type ProgressGroup,
  type Strength,
} from '#forum/commitments';
import type { Evidence } from '#forum/provenance';
import { ActionSummaryView } from '../actions/actions.views.js';
import { AllowedView, LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { PageView } from '../record/page.js';
import { ConflictView, evidenceWords, SourceView } from '../record/source.view.js';
import { CodedNameView, NamedView } from '../sessions/sessions.dto.js';
import { CHAIN_KINDS, type ChainKind } from './commitment-chain.js';

export class CommitmentSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
}

export class CommitmentAreaView extends CodedNameView {
  @ApiProperty() id: string;
}

export class CommitmentChannelView extends NamedView {
  @ApiProperty() state: string;
}

export class CommitmentQuoteView {
  @ApiProperty() text: string;
  @ApiProperty({ enum: LANGUAGES }) lang: Language;
}

/** What has happened on one side: its action items and the evidence it gave. */
export class CommitmentSideView {
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'this side has to act' }) acts: boolean;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty() actionsOpen: number;
  @ApiProperty() actionsReported: number;
  @ApiProperty() actionsConfirmed: number;
  @ApiProperty() actionsOverdue: number;
  @ApiProperty() evidence: number;
}

export class CommitmentSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: CommitmentAreaView, nullable: true }) area: CommitmentAreaView | null;
  @ApiProperty({ enum: STRENGTHS }) strength: Strength;
  @ApiProperty({
    enum: SIDES,
    nullable: true,
    type: String,
    description: 'whose intent or proposal it is; null: both sides’',
  })
  strengthSide: Side | null;
  @ApiProperty({ description: 'both sides stand behind it' }) agreed: boolean;
  @ApiProperty({ enum: COMMITMENT_STATUSES }) status: CommitmentStatus;
  @ApiProperty({ type: String, nullable: true }) statusAsOf: string | null;
  @ApiProperty({ type: PartialDateView, nullable: true }) due: PartialDateView | null;
  @ApiProperty({ type: [CodedNameView] }) topics: CodedNameView[];
  @ApiProperty({ type: NamedView, nullable: true }) instrument: NamedView | null;
  @ApiProperty({ type: PartialDateView, nullable: true, description: 'of its instrument, or of its session' })
  madeOn: PartialDateView | null;
  @ApiProperty({ type: CommitmentSessionView, nullable: true }) session: CommitmentSessionView | null;
  @ApiProperty({ description: 'a heading without a duty' }) chapeau: boolean;
  @ApiProperty({ enum: ACTING_SIDES, nullable: true, type: String }) actingSide: ActingSide | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) measure: LocalizedTextView | null;
  @ApiProperty({ type: CommitmentQuoteView, nullable: true, description: 'the original words' })
  quote: CommitmentQuoteView | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) followed: LocalizedTextView | null;
  @ApiProperty({ type: [CommitmentChannelView], description: 'channels it led to' }) channels: CommitmentChannelView[];
  @ApiProperty({ type: [CommitmentSideView], description: 'the reader’s side first' }) sides: CommitmentSideView[];
  @ApiProperty() illustrative: boolean;
}

export class CommitmentListView extends PageView {
  @ApiProperty({ type: [CommitmentSummaryView] }) items: CommitmentSummaryView[];
}

/** One link of the chain from an instrument to a confirmed result. */
export class ChainLinkView {
  @ApiProperty({ enum: CHAIN_KINDS }) kind: ChainKind;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PartialDateView, nullable: true }) date: PartialDateView | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'path of its page in the web app, or a web address of evidence',
  })
  href: string | null;
  @ApiProperty({ type: String, nullable: true }) state: string | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
}

export class FollowUpView {
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
}

export class CommitmentEvidenceView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: EvidenceKind;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) text: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ type: NamedView, nullable: true, description: 'the meeting' }) session: NamedView | null;
  @ApiProperty({ type: NamedView, nullable: true }) paper: NamedView | null;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
}

export class CommitmentEventView {
  @ApiProperty({ enum: COMMITMENT_EVENTS }) event: CommitmentEventName;
  @ApiProperty({ enum: COMMITMENT_STATUSES, nullable: true, type: String }) from: CommitmentStatus | null;
  @ApiProperty({ enum: COMMITMENT_STATUSES, nullable: true, type: String }) to: CommitmentStatus | null;
  @ApiProperty({ type: String, nullable: true }) asOf: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: LANGUAGES, nullable: true, type: String }) noteLang: Language | null;
  @ApiProperty({ type: String, nullable: true }) evidenceId: string | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) side: Side | null;
  @ApiProperty({ type: PostView, nullable: true }) post: PostView | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'whose key came second' })
  confirmedBy: Side | null;
  @ApiProperty({ type: PostView, nullable: true }) confirmedByPost: PostView | null;
  @ApiProperty({ description: 'ISO 8601 in UTC' }) at: string;
}

export class CommitmentDetailView extends CommitmentSummaryView {
  @ApiProperty() etag: string;
  @ApiProperty({ type: FollowUpView, nullable: true }) followUp: FollowUpView | null;
  @ApiProperty({ type: String, nullable: true }) statusNote: string | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [CommitmentEvidenceView], description: 'oldest first' }) evidenceGiven: CommitmentEvidenceView[];
  @ApiProperty({ type: [CommitmentEventView], description: 'oldest first' }) history: CommitmentEventView[];
  @ApiProperty({ type: [ChainLinkView] }) chain: ChainLinkView[];
  @ApiProperty({ type: [ActionSummaryView] }) actions: ActionSummaryView[];
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
  @ApiProperty({ description: 'a change takes the other side’s key' }) twoKeys: boolean;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ProgressRowView {
  @ApiProperty({ enum: PROGRESS_GROUPS }) by: ProgressGroup;
  @ApiProperty({ type: String, nullable: true, description: 'id, year or code; null for what has none' })
  key: string | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) name: LocalizedTextView | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'agreed commitments by status',
  })
  counts: Record<string, number>;
  @ApiProperty({ description: 'agreed by both sides' }) agreed: number;
  @ApiProperty({ description: 'discussed, intended or proposed' }) others: number;
}

export class CommitmentProgressView {
  @ApiProperty({ type: [ProgressRowView] }) rows: ProgressRowView[];
}
