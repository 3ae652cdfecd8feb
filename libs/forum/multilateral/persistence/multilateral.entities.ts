import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { BodyEntity } from '#forum/identity';
import type { Evidence, Precision } from '#forum/provenance';
import type { Forum } from '../domain/multilateral.types.js';
import { MultilateralItemEntity, MultilateralPositionEntity } from './items.entities.js';
import { MultilateralContributionEntity, MultilateralSupportEntity } from './works.entities.js';

/** From 1900 to 2199, as a year, a month or a day. */
const day = '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

/** A meeting of a multilateral forum in which both sides work together (domain.md 3.13). */
@Entity({ name: 'multilateral_meeting' })
@Unique('uq_multilateral_meeting_code', ['code'])
@Check('ck_multilateral_meeting_date_precision', `date_precision in ('year','month','day')`)
@Check('ck_multilateral_meeting_evidence', `evidence in ('seed','web','cross_verified','derived')`)
@Check('ck_multilateral_meeting_forum', `forum in ('itu','apt','apec','asem','wto','oecd','g20')`)
@Check('ck_multilateral_meeting_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_multilateral_meeting_date_value', `date_value ~ '${day}'`)
@Check('ck_multilateral_meeting_date_end', `date_end ~ '${day}'`)
@Check('ck_multilateral_meeting_audience', `audience in ('kr','jp','joint','business','public')`)
export class MultilateralMeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_multilateral_meeting' }) id: string;
  /** Name and place in the record; null for what a side added. */
  @Column('text', { nullable: true }) code: string | null;
  @Column('integer', { nullable: true }) position: number | null;
  @ForeignKey(() => BodyEntity, { name: 'fk_multilateral_meeting_body_id' })
  @Column('uuid', { nullable: true })
  bodyId: string | null;
  @Column('jsonb') name: LocalizedText;
  @Column('text', { nullable: true }) dateValue: string | null;
  @Column('text', { nullable: true }) datePrecision: Precision | null;
  @Column('text', { nullable: true }) dateEnd: string | null;
  @Column('text', { nullable: true }) dateRemark: string | null;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
  @Column('text', { nullable: true }) evidence: Evidence | null;
  @Column('text') audience: Audience;
  /** Null in the record, where the body says it. */
  @Column('text', { nullable: true }) forum: Forum | null;
  @Column('text', { nullable: true }) zone: string | null;
  @Column('text', { nullable: true }) originSide: Side | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

export const multilateralEntities = [
  MultilateralMeetingEntity,
  MultilateralItemEntity,
  MultilateralPositionEntity,
  MultilateralContributionEntity,
  MultilateralSupportEntity,
];
