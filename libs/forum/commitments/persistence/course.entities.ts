import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, LocalizedText, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';
import { PaperEntity } from '#forum/papers';
import { SessionEntity } from '#forum/sessions';
import { ProposalEntity } from '#forum/two-key';
import type { CommitmentEventName, CommitmentStatus, EvidenceKind } from '../domain/commitment.types.js';
import { CommitmentEntity, InstrumentEntity } from './commitments.entities.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** What shows that a status is true; append-only. */
@Entity({ name: 'commitment_evidence' })
@Index('ix_commitment_evidence_commitment_id', ['commitmentId', 'at', 'id'])
@Check('ck_commitment_evidence_kind', `kind in ('document','meeting','link')`)
@Check(
  'ck_commitment_evidence_something',
  'text is not null or url is not null or session_id is not null or paper_id is not null',
)
@Check('ck_commitment_evidence_url', `url ~ '^https?://'`)
@Check('ck_commitment_evidence_side', `side in ('kr','jp')`)
@Check('ck_commitment_evidence_audience', audiences)
export class CommitmentEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_commitment_evidence' }) id: string;
  @ForeignKey(() => CommitmentEntity, { name: 'fk_commitment_evidence_commitment_id' })
  @Column('uuid')
  commitmentId: string;
  @Column('text') kind: EvidenceKind;
  @Column('jsonb', { nullable: true }) text: LocalizedText | null;
  @Column('text', { nullable: true }) url: string | null;
  @ForeignKey(() => SessionEntity, { name: 'fk_commitment_evidence_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @ForeignKey(() => PaperEntity, { name: 'fk_commitment_evidence_paper_id' })
  @Column('uuid', { nullable: true })
  paperId: string | null;
  @Column('text') side: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_commitment_evidence_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

/** History of a commitment; append-only. `side` made the change, `confirmedBySide` turned the second key. */
@Entity({ name: 'commitment_event' })
@Index('ix_commitment_event_commitment_id', ['commitmentId', 'at', 'id'])
@Check('ck_commitment_event_event', `event in ('recorded','statusChanged','detailsChanged')`)
@Check('ck_commitment_event_note_lang', `note_lang in ('ko','ja','en')`)
@Check('ck_commitment_event_side', `side in ('kr','jp')`)
@Check('ck_commitment_event_confirmed_by_side', `confirmed_by_side in ('kr','jp')`)
@Check('ck_commitment_event_audience', audiences)
export class CommitmentEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_commitment_event' }) id: string;
  @ForeignKey(() => CommitmentEntity, { name: 'fk_commitment_event_commitment_id' })
  @Column('uuid')
  commitmentId: string;
  @Column('text') event: CommitmentEventName;
  @Column('text', { nullable: true }) fromStatus: CommitmentStatus | null;
  @Column('text', { nullable: true }) toStatus: CommitmentStatus | null;
  @Column('date', { nullable: true }) asOf: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) noteLang: Language | null;
  @ForeignKey(() => CommitmentEvidenceEntity, { name: 'fk_commitment_event_evidence_id' })
  @Column('uuid', { nullable: true })
  evidenceId: string | null;
  @ForeignKey(() => ProposalEntity, { name: 'fk_commitment_event_proposal_id' })
  @Column('uuid', { nullable: true })
  proposalId: string | null;
  @Column('text', { nullable: true }) side: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_commitment_event_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text', { nullable: true }) confirmedBySide: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_commitment_event_confirmed_by_post_id' })
  @Column('uuid', { nullable: true })
  confirmedByPostId: string | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

/** What a side's own law asks of an arrangement between agencies (domain.md 3.8); read by that side alone. */
@Entity({ name: 'instrument_check' })
@Unique('uq_instrument_check_instrument_id_side', ['instrumentId', 'side'])
@Check('ck_instrument_check_side', `side in ('kr','jp')`)
@Check('ck_instrument_check_url', `posting_url ~ '^https?://'`)
@Check('ck_instrument_check_audience', `audience in ('kr','jp')`)
export class InstrumentCheckEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instrument_check' }) id: string;
  @ForeignKey(() => InstrumentEntity, { name: 'fk_instrument_check_instrument_id' })
  @Column('uuid')
  instrumentId: string;
  @Column('text') side: Side;
  @Column('boolean', { default: false }) makesNoRights: boolean;
  @Column('boolean', { default: false }) makesNoBudget: boolean;
  @Column('boolean', { default: false }) makesNoExemption: boolean;
  @Column('date', { nullable: true }) consultedOn: string | null;
  @Column('date', { nullable: true }) postedOn: string | null;
  @Column('text', { nullable: true }) postingUrl: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
