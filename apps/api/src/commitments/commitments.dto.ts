import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { SIDES, type Side } from '#core/kernel';
import {
  COMMITMENT_STATUSES,
  INSTRUMENT_KINDS,
  LEGAL_FORCES,
  STRENGTHS,
  type CommitmentStatus,
  type InstrumentKind,
  type LegalForce,
  type Strength,
} from '#forum/commitments';
import type { Evidence } from '#forum/provenance';
import { ActionSummaryView } from '../actions/actions.views.js';
import { LocalizedTextView, PartialDateView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, IsText } from '../http/validation.js';
import { PageDto, PageView } from '../record/page.js';
import { ConflictView, evidenceWords, SourceView } from '../record/source.view.js';
import { CodedNameView, NamedView } from '../sessions/sessions.dto.js';
import { CHAIN_KINDS, type ChainKind } from './commitment-chain.js';

export class ListCommitmentsDto extends PageDto {
  @ApiPropertyOptional({ description: 'id of an instrument' }) @IsOptional() @IsIdentifier() instrument?: string;
  @ApiPropertyOptional({ enum: COMMITMENT_STATUSES })
  @IsOptional()
  @IsOneOf(COMMITMENT_STATUSES)
  status?: CommitmentStatus;
  @ApiPropertyOptional({ description: 'code of a topic' }) @IsOptional() @IsText({ max: 40 }) topic?: string;
}

export class InstrumentSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) name: LocalizedTextView;
  @ApiProperty({ enum: INSTRUMENT_KINDS }) kind: InstrumentKind;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
  @ApiProperty({ enum: LEGAL_FORCES }) legal: LegalForce;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'commitments by status' })
  counts: Record<string, number>;
  @ApiProperty() illustrative: boolean;
}

export class InstrumentListView extends PageView {
  @ApiProperty({ type: [InstrumentSummaryView] }) items: InstrumentSummaryView[];
}

export class CommitmentSessionView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: PartialDateView }) date: PartialDateView;
}

export class CommitmentSummaryView {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: CodedNameView, nullable: true }) area: CodedNameView | null;
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
  @ApiProperty({ type: CommitmentSessionView, nullable: true }) session: CommitmentSessionView | null;
  @ApiProperty() illustrative: boolean;
}

export class CommitmentListView extends PageView {
  @ApiProperty({ type: [CommitmentSummaryView] }) items: CommitmentSummaryView[];
}

export class InstrumentDetailView extends InstrumentSummaryView {
  @ApiProperty({ type: [CodedNameView] }) areas: CodedNameView[];
  @ApiProperty({ type: [CommitmentSummaryView] }) commitments: CommitmentSummaryView[];
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) textAvailable: boolean | null;
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
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

export class CommitmentDetailView extends CommitmentSummaryView {
  @ApiProperty({ type: FollowUpView, nullable: true }) followUp: FollowUpView | null;
  @ApiProperty({ type: String, nullable: true }) statusNote: string | null;
  @ApiProperty({ type: [SourceView] }) sources: SourceView[];
  @ApiProperty({ enum: evidenceWords }) evidence: Evidence;
  @ApiProperty({ type: [ChainLinkView] }) chain: ChainLinkView[];
  @ApiProperty({ type: [ActionSummaryView] }) actions: ActionSummaryView[];
  @ApiProperty({ type: [ConflictView] }) conflicts: ConflictView[];
}
