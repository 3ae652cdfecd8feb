import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import type { Evidence, Precision } from '#forum/provenance';
import type { RadioEventKind, RadioLevel, RadioService, RadioState, RadioType } from '../domain/radio.types.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A case of the radio register (domain.md 3.10). A draft has no code. */
@Entity({ name: 'radio_issue' })
@Unique('uq_radio_issue_code', ['code'])
@Index('ix_radio_issue_position', ['position', 'id'])
@Index('ix_radio_issue_next_check', ['nextCheck'])
@Index('ix_radio_issue_status', ['status', 'id'])
@Check(
  'ck_radio_issue_type',
  `type in ('interference_case','spillover_observation','planned_use','satellite_filing','wrc_position','standard')`,
)
@Check(
  'ck_radio_issue_status',
  `status in ('reported','acknowledged','under_measurement','under_coordination','mitigated','monitoring','resolved','unknown','draft','withdrawn')`,
)
@Check('ck_radio_issue_evidence', `evidence in ('seed','web','cross_verified','derived')`)
@Check('ck_radio_issue_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_radio_issue_reported_side', `reported_side in ('kr','jp')`)
@Check('ck_radio_issue_allocation', `allocation in ('primary','secondary')`)
@Check('ck_radio_issue_season_from', 'season_from between 1 and 12')
@Check('ck_radio_issue_season_to', 'season_to between 1 and 12')
@Check(
  'ck_radio_issue_level',
  `level in ('experts','division','director_general','vice_minister','minister','itu_procedure')`,
)
@Check('ck_radio_issue_audience', audiences)
export class RadioIssueEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_issue' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
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
  /** Whose draft it was; null for what the record tells. */
  @Column('text', { nullable: true }) originSide: Side | null;
  /** Who reported it last: the other side acknowledges. */
  @Column('text', { nullable: true }) reportedSide: Side | null;
  @Column('text', { nullable: true }) allocation: 'primary' | 'secondary' | null;
  @Column('text', { array: true, default: '{}' }) areas: string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  @Column('text', { nullable: true }) firstSeen: string | null;
  @Column('integer', { nullable: true }) seasonFrom: number | null;
  @Column('integer', { nullable: true }) seasonTo: number | null;
  @Column('text', { nullable: true }) times: string | null;
  @Column('date', { nullable: true }) nextCheck: string | null;
  /** The talks that deal with it. */
  @ForeignKey(() => ChannelEntity, { name: 'fk_radio_issue_channel_id' })
  @Column('uuid', { nullable: true })
  channelId: string | null;
  @Column('text', { default: 'experts' }) level: RadioLevel;
  @ForeignKey(() => ChannelEntity, { name: 'fk_radio_issue_escalated_to_channel_id' })
  @Column('uuid', { nullable: true })
  escalatedToChannelId: string | null;
  @Column('timestamptz', { nullable: true }) reportedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('timestamptz', { nullable: true }) resolvedAt: Date | null;
  @Column('timestamptz', { nullable: true }) statusSince: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** A band in whole hertz, as decimal text in code. Without known edges it has the nominal frequency people call it by. */
@Entity({ name: 'radio_band' })
@Unique('uq_radio_band_code', ['code'])
@Index('ix_radio_band_class', ['widthClass', 'lowHz', 'highHz'], { where: 'removed_at is null' })
@Index('ix_radio_band_nominal_hz', ['nominalHz'], { where: 'low_hz is null and removed_at is null' })
@Check(
  'ck_radio_band_edges',
  '(low_hz is null) = (high_hz is null) and (low_hz is null or (0 < low_hz and low_hz < high_hz and high_hz <= 3000000000000))',
)
@Check('ck_radio_band_nominal', 'nominal_hz is null or (0 < nominal_hz and nominal_hz <= 3000000000000)')
@Check('ck_radio_band_something', 'nominal_hz is not null or low_hz is not null')
@Check('ck_radio_band_audience', audiences)
export class RadioBandEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_band' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Index('ix_radio_band_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_band_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer') position: number;
  @Column('bigint', { nullable: true }) nominalHz: string | null;
  @Column('bigint', { nullable: true }) lowHz: string | null;
  @Column('bigint', { nullable: true }) highHz: string | null;
  @Column('text') audience: Audience;
  /** What people call it, e.g. `Ch. 15`. */
  @Column('text', { nullable: true }) label: string | null;
  /** Binary digits of the width in hertz; a trigger keeps it. */
  @Column('bigint', { nullable: true }) widthClass: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

/** What happened to a case; append-only. */
@Entity({ name: 'radio_event' })
@Unique('uq_radio_event_code', ['code'])
@Check(
  'ck_radio_event_date_precision',
  `(date_value is null) = (date_precision is null) and date_precision in ('year','month','day')`,
)
@Check(
  'ck_radio_event_kind',
  `kind in ('reported','acknowledged','measuring','coordinating','mitigated','monitoring','returned','resolved','reopened','taken_up','withdrawn','changed','position_exchanged','measurement_exchanged','measure_agreed','raised','level_set')`,
)
@Check('ck_radio_event_side', `side in ('kr','jp')`)
@Check('ck_radio_event_audience', audiences)
export class RadioEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_event' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @Index('ix_radio_event_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_event_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer', { nullable: true }) position: number | null;
  @Column('text', { nullable: true }) dateValue: string | null;
  @Column('text', { nullable: true }) datePrecision: Precision | null;
  @Column('text', { nullable: true }) dateEnd: string | null;
  @Column('jsonb', { nullable: true }) text: LocalizedText | null;
  @Column('text') audience: Audience;
  /** What people did; null for what the record tells in words. */
  @Column('text', { nullable: true }) kind: RadioEventKind | null;
  @Column('text', { nullable: true }) state: RadioState | null;
  @Column('text', { nullable: true }) side: Side | null;
  @Column('jsonb', { nullable: true }) detail: object | null;
  @Column('timestamptz', { nullable: true }) occurredAt: Date | null;
}
