import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { CommonLine, ItemState } from '../domain/multilateral.types.js';

const audiences = `audience in ('kr','jp','joint')`;

/** An agenda item of a meeting, with the line both sides take on it. */
@Entity({ name: 'multilateral_item' })
@Index('ix_multilateral_item_meeting_id', ['meetingId', 'id'])
@Check('ck_multilateral_item_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_multilateral_item_state', `state in ('draft','exchanged','withdrawn')`)
@Check(
  'ck_multilateral_item_common_line',
  `common_line in ('none','exchanged','aligned','joint_contribution','opposed')`,
)
@Check('ck_multilateral_item_audience', audiences)
export class MultilateralItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_item' }) id: string;
  @ForeignKey('MultilateralMeetingEntity', { name: 'fk_multilateral_item_meeting_id' })
  @Column('uuid')
  meetingId: string;
  @Column('text') originSide: Side;
  /** As the organisation numbers it, e.g. `1.7`. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('jsonb') title: LocalizedText;
  @Column('text', { default: 'draft' }) state: ItemState;
  @Column('text', { default: 'none' }) commonLine: CommonLine;
  @Column('jsonb', { nullable: true }) lineText: LocalizedText | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** What a side says on an item: its own until it exchanges it, never changed after. */
@Entity({ name: 'multilateral_position' })
@Index('uq_multilateral_position_draft', ['itemId', 'side'], { unique: true, where: 'exchanged_at is null' })
@Index('ix_multilateral_position_item_id', ['itemId', 'id'])
@Check('ck_multilateral_position_side', `side in ('kr','jp')`)
@Check('ck_multilateral_position_audience', audiences)
export class MultilateralPositionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_position' }) id: string;
  @ForeignKey(() => MultilateralItemEntity, { name: 'fk_multilateral_position_item_id' })
  @Column('uuid')
  itemId: string;
  @Column('text') side: Side;
  @Column('jsonb') text: LocalizedText;
  @Column('timestamptz', { nullable: true }) exchangedAt: Date | null;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
