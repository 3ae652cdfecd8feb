import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText } from '#core/kernel';
import { BodyEntity } from '#forum/identity';
import type { Evidence, Precision } from '#forum/provenance';

/** A meeting of a multilateral forum in which both sides work together (domain.md 3.13). */
@Entity({ name: 'multilateral_meeting' })
@Unique('uq_multilateral_meeting_code', ['code'])
@Check('ck_multilateral_meeting_date_precision', `date_precision in ('year','month','day')`)
@Check('ck_multilateral_meeting_evidence', `evidence in ('seed','web','cross_verified','derived')`)
@Check('ck_multilateral_meeting_audience', `audience in ('kr','jp','joint','business','public')`)
export class MultilateralMeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_meeting' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @ForeignKey(() => BodyEntity, { name: 'fk_multilateral_meeting_body_id' })
  @Column('uuid')
  bodyId: string;
  @Column('jsonb') name: LocalizedText;
  @Column('text', { nullable: true }) dateValue: string | null;
  @Column('text', { nullable: true }) datePrecision: Precision | null;
  @Column('text', { nullable: true }) dateEnd: string | null;
  @Column('text', { nullable: true }) dateRemark: string | null;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true }) sourceCodes: string[];
  @Column('text') evidence: Evidence;
  @Column('text') audience: Audience;
}

export const multilateralEntities = [MultilateralMeetingEntity];
