import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { SIDES, type Side } from '#core/kernel';
import { PROPOSAL_SUBJECTS, proposalStates, type ProposalState, type ProposalSubject } from '#forum/two-key';
import { PageDto } from '../http/reading.dto.js';
import { KeyView } from '../agenda/key.view.js';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { IsIdentifier, IsOneOf, IsText, MayBeAbsent } from '../http/validation.js';
import { PostView } from '../identity/identity.dto.js';

export class ListProposalsDto extends PageDto {
  @ApiPropertyOptional({ enum: PROPOSAL_SUBJECTS })
  @MayBeAbsent()
  @IsOneOf(PROPOSAL_SUBJECTS)
  subjectType?: ProposalSubject;

  @ApiPropertyOptional() @MayBeAbsent() @IsIdentifier() subjectId?: string;
  @ApiPropertyOptional({ enum: proposalStates }) @MayBeAbsent() @IsOneOf(proposalStates) state?: ProposalState;

  @ApiPropertyOptional({ enum: ['me', 'them'], description: 'open ones that wait for my side, or for the other' })
  @MayBeAbsent()
  @IsOneOf(['me', 'them'])
  waiting?: 'me' | 'them';
}

export class AcceptProposalDto {
  @ApiProperty({ description: 'the hash that was shown, 64 hex digits' })
  @IsText({ max: 64 })
  hash: string;
}

export class RefuseProposalDto {
  @ApiPropertyOptional({ description: 'read by both sides' })
  @MayBeAbsent()
  @IsText({ max: 1000 })
  reason?: string;
}

export class ProposalView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ description: '<capability>.<change>' }) kind: string;
  @ApiProperty({ enum: PROPOSAL_SUBJECTS }) subjectType: ProposalSubject;
  @ApiProperty() subjectId: string;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) subjectTitle: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'page of the web app that shows it' })
  subjectPath: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what is proposed, by kind; texts as the reader gets them',
  })
  content: Record<string, unknown>;
  @ApiProperty() hash: string;
  @ApiProperty({ type: [KeyView], description: "the reader's side first" }) keys: KeyView[];
  @ApiProperty({ enum: SIDES }) proposedBy: Side;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty() at: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ enum: proposalStates }) state: ProposalState;
  @ApiProperty({ type: String, nullable: true }) decidedAt: string | null;
  @ApiProperty({ enum: SIDES, nullable: true, type: String }) decidedBy: Side | null;
  @ApiProperty({ type: PostView, nullable: true }) decidedByPost: PostView | null;
  @ApiProperty({ type: String, nullable: true }) decisionReason: string | null;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ProposalListView {
  @ApiProperty({ type: [ProposalView] }) items: ProposalView[];
  @ApiProperty() hasMore: boolean;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
