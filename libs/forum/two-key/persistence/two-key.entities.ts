import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';

/** One key turned by one side on one content hash. Only its clearing is ever written after. */
@Entity({ name: 'key_turn' })
@Index('uq_key_turn_standing', ['subjectType', 'subjectId', 'side'], { unique: true, where: 'cleared_at is null' })
@Index('ix_key_turn_subject_id_turned_at', ['subjectId', 'turnedAt'])
@Check('ck_key_turn_side', `side in ('kr','jp')`)
@Check('ck_key_turn_audience', `audience in ('kr','jp','joint','business','public')`)
@Check('ck_key_turn_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
export class KeyTurnEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_key_turn' }) id: string;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('text') contentHash: string;
  @Column('text') side: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_key_turn_post_id' })
  @Column('uuid')
  postId: string;
  @Column('uuid') userId: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) turnedAt: Date;
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  @Column('text', { nullable: true }) clearedBySide: Side | null;
  @Column('text', { nullable: true }) clearedReason: string | null;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** A change proposed by one side; only how it ended is ever written after. */
@Entity({ name: 'proposal' })
@Index('uq_proposal_open', ['subjectId', 'kind'], { unique: true, where: `state = 'open'` })
@Index('ix_proposal_subject', ['subjectId', 'id'])
@Index('ix_proposal_waiting', ['id'], { where: `state = 'open'` })
@Check(
  'ck_proposal_subject_type',
  `subject_type in ('channel','session','agenda','agenda_item','glossary_term','paper','record','instrument','commitment','action_item','radio_issue','escalation','multilateral_meeting')`,
)
@Check('ck_proposal_content_hash', `content_hash ~ '^[0-9a-f]{64}$'`)
@Check('ck_proposal_proposed_by_side', `proposed_by_side in ('kr','jp')`)
@Check('ck_proposal_state', `state in ('open','accepted','refused','withdrawn','superseded')`)
@Check('ck_proposal_decided_by_side', `decided_by_side in ('kr','jp')`)
@Check('ck_proposal_other_key', `state not in ('accepted','refused') or decided_by_side <> proposed_by_side`)
@Check('ck_proposal_audience', `audience in ('joint')`)
export class ProposalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_proposal' }) id: string;
  @Column('text') kind: string;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') content: object;
  @Column('text') contentHash: string;
  @Column('text') proposedBySide: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_proposal_proposed_by_post_id' })
  @Column('uuid')
  proposedByPostId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { default: 'open' }) state: string;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decidedBySide: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_proposal_decided_by_post_id' })
  @Column('uuid', { nullable: true })
  decidedByPostId: string | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('uuid', { nullable: true }) replacedById: string | null;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

export const twoKeyEntities = [KeyTurnEntity, ProposalEntity];
