import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText } from '#core/kernel';
import type { Evidence, Precision } from '#forum/provenance';
import type { RadioService, RadioState, RadioType } from '../domain/radio.types.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A case of the radio register (domain.md 3.10). */
@Entity({ name: 'radio_issue' })
@Unique('uq_radio_issue_code', ['code'])
@Check(
  'ck_radio_issue_type',
  `type in ('interference_case','spillover_observation','planned_use','satellite_filing','wrc_position','standard')`,
)
@Check(
  'ck_radio_issue_status',
  `status in ('reported','acknowledged','under_measurement','under_coordination','mitigated','monitoring','resolved','unknown')`,
)
@Check('ck_radio_issue_evidence', `evidence in ('seed','web','cross_verified','derived')`)
@Check('ck_radio_issue_audience', audiences)
export class RadioIssueEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_issue' }) id: string;
  @Column('text') code: string;
  @Column('integer') position: number;
  @Column('jsonb') title: LocalizedText;
  @Column('text', { nullable: true }) type: RadioType | null;
  @Column('text', { array: true }) services: RadioService[];
  @Column('jsonb', { nullable: true }) regions: LocalizedText | null;
  @Column('jsonb', { nullable: true }) stations: LocalizedText | null;
  @Column('jsonb', { nullable: true }) positionKr: LocalizedText | null;
  @Column('jsonb', { nullable: true }) positionJp: LocalizedText | null;
  @Column('text') status: RadioState;
  @Column('text', { nullable: true }) statusAsOf: string | null;
  @Column('text', { nullable: true }) season: string | null;
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
  @Column('text', { nullable: true }) evidence: Evidence | null;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text') audience: Audience;
}

/** A band in whole hertz, as decimal text in code. Without known edges it has the nominal frequency people call it by. */
@Entity({ name: 'radio_band' })
@Unique('uq_radio_band_code', ['code'])
@Index('ix_radio_band_low_hz_high_hz', ['lowHz', 'highHz'])
@Check(
  'ck_radio_band_edges',
  '(low_hz is null) = (high_hz is null) and (low_hz is null or (0 < low_hz and low_hz < high_hz and high_hz <= 3000000000000))',
)
@Check('ck_radio_band_nominal', 'nominal_hz is null or (0 < nominal_hz and nominal_hz <= 3000000000000)')
@Check('ck_radio_band_something', 'nominal_hz is not null or low_hz is not null')
@Check('ck_radio_band_audience', audiences)
export class RadioBandEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_band' }) id: string;
  @Column('text') code: string;
  @Index('ix_radio_band_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_band_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer') position: number;
  @Column('bigint', { nullable: true }) nominalHz: string | null;
  @Column('bigint', { nullable: true }) lowHz: string | null;
  @Column('bigint', { nullable: true }) highHz: string | null;
  @Column('text') audience: Audience;
}

/** What happened to a case; append-only. */
@Entity({ name: 'radio_event' })
@Unique('uq_radio_event_code', ['code'])
@Check(
  'ck_radio_event_date_precision',
  `(date_value is null) = (date_precision is null) and date_precision in ('year','month','day')`,
)
@Check('ck_radio_event_audience', audiences)
export class RadioEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_event' }) id: string;
  @Column('text') code: string;
  @Index('ix_radio_event_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_event_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) dateValue: string | null;
  @Column('text', { nullable: true }) datePrecision: Precision | null;
  @Column('text', { nullable: true }) dateEnd: string | null;
  @Column('jsonb') text: LocalizedText;
  @Column('text') audience: Audience;
}

export const radioEntities = [RadioIssueEntity, RadioBandEntity, RadioEventEntity];
