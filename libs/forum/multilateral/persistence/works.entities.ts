import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { ContributionState, SupportState } from '../domain/multilateral.types.js';
import { MultilateralItemEntity } from './items.entities.js';

const audiences = `audience in ('kr','jp','joint')`;

/** A document for a meeting with the organisation's own deadline. */
@Entity({ name: 'multilateral_contribution' })
@Index('ix_multilateral_contribution_meeting_id', ['meetingId', 'id'])
@Check('ck_multilateral_contribution_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_multilateral_contribution_state', `state in ('draft','shared','submitted','withdrawn')`)
@Check('ck_multilateral_contribution_audience', audiences)
export class MultilateralContributionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_contribution' }) id: string;
  @ForeignKey('MultilateralMeetingEntity', { name: 'fk_multilateral_contribution_meeting_id' })
  @Column('uuid')
  meetingId: string;
  @ForeignKey(() => MultilateralItemEntity, { name: 'fk_multilateral_contribution_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  @Column('text') originSide: Side;
  @Column('jsonb') title: LocalizedText;
  /** Submitted in the name of both. */
  @Column('boolean', { default: false }) joint: boolean;
  /** IANA name of the zone in which the deadline is counted. */
  @Column('text') zone: string;
  @Column('timestamptz') dueAt: Date;
  /** The organisation's own document number. */
  @Column('text', { nullable: true }) symbol: string | null;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { default: 'draft' }) state: ContributionState;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** A request to support a candidate of the asking side; restricted (domain.md 3.13). */
@Entity({ name: 'multilateral_support' })
@Index('ix_multilateral_support_meeting_id', ['meetingId', 'id'])
@Check('ck_multilateral_support_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_multilateral_support_state', `state in ('draft','asked','supported','declined','withdrawn')`)
@Check('ck_multilateral_support_audience', audiences)
export class MultilateralSupportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_support' }) id: string;
  @ForeignKey('MultilateralMeetingEntity', { name: 'fk_multilateral_support_meeting_id' })
  @Column('uuid')
  meetingId: string;
  @Column('text') originSide: Side;
  /** The office that is sought, e.g. chair of a study group. */
  @Column('jsonb') office: LocalizedText;
  @Column('text') candidate: string;
  @Column('jsonb', { nullable: true }) note: LocalizedText | null;
  @Column('text', { default: 'draft' }) state: SupportState;
  @Column('jsonb', { nullable: true }) answer: LocalizedText | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
