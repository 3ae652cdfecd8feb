import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { SessionEntity } from '#forum/sessions';
import type { Polarisation, ReferenceKind, StationHolder, StationRole } from '../domain/radio.types.js';
import { RadioBandEntity, RadioEventEntity, RadioIssueEntity } from './radio.entities.js';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** What a side holds about a case; its own until it is exchanged, and kept when a newer one replaces it. */
@Entity({ name: 'radio_position' })
@Index('uq_radio_position_draft', ['radioIssueId', 'side'], { unique: true, where: 'exchanged_at is null' })
@Index('uq_radio_position_current', ['radioIssueId', 'side'], {
  unique: true,
  where: 'exchanged_at is not null and replaced_at is null',
})
@Check('ck_radio_position_side', `side in ('kr','jp')`)
@Check('ck_radio_position_audience', `audience in ('kr','jp','joint')`)
export class RadioPositionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_position' }) id: string;
  @Index('ix_radio_position_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_position_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('text') side: Side;
  @Column('jsonb') text: LocalizedText;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { nullable: true }) exchangedAt: Date | null;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One measurement of a side; its own until it is exchanged. Strength in tenths of dBµV/m. */
@Entity({ name: 'radio_measurement' })
@Check('ck_radio_measurement_side', `side in ('kr','jp')`)
@Check('ck_radio_measurement_frequency_hz', '0 < frequency_hz and frequency_hz <= 3000000000000')
@Check('ck_radio_measurement_bandwidth_hz', '0 < bandwidth_hz and bandwidth_hz <= 3000000000000')
@Check('ck_radio_measurement_audience', `audience in ('kr','jp','joint')`)
export class RadioMeasurementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_measurement' }) id: string;
  @Index('ix_radio_measurement_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_measurement_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('text') side: Side;
  @Column('date') measuredOn: string;
  @Column('text', { nullable: true }) area: string | null;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('bigint', { nullable: true }) frequencyHz: string | null;
  @Column('bigint', { nullable: true }) bandwidthHz: string | null;
  @Column('integer') strengthTenths: number;
  @Column('jsonb', { nullable: true }) method: LocalizedText | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { nullable: true }) exchangedAt: Date | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** A station that sends or suffers; no exact site, and none at all of defence or police (domain.md 3.10). */
@Entity({ name: 'radio_station' })
@Check('ck_radio_station_role', `role in ('source','affected')`)
@Check('ck_radio_station_side', `side in ('kr','jp')`)
@Check('ck_radio_station_holder', `holder in ('civil','defence','police')`)
@Check(
  'ck_radio_station_site',
  `holder = 'civil' or (operator is null and latitude_tenths is null and longitude_tenths is null)`,
)
@Check(
  'ck_radio_station_coordinates',
  '(latitude_tenths is null) = (longitude_tenths is null) and (latitude_tenths is null or (latitude_tenths between -900 and 900 and longitude_tenths between -1800 and 1800))',
)
@Check(
  'ck_radio_station_polarisation',
  `polarisation in ('horizontal','vertical','right_circular','left_circular','mixed')`,
)
@Check('ck_radio_station_audience', audiences)
export class RadioStationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_station' }) id: string;
  @Index('ix_radio_station_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_station_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer') position: number;
  @Column('text') role: StationRole;
  /** In whose country it stands. */
  @Column('text', { nullable: true }) side: Side | null;
  /** Class of station as the ITU abbreviates it, e.g. `FB`. */
  @Column('text') class: string;
  @Column('text') holder: StationHolder;
  /** Null is redacted. */
  @Column('text', { nullable: true }) operator: string | null;
  @Column('text', { nullable: true }) area: string | null;
  @Column('integer', { nullable: true }) latitudeTenths: number | null;
  @Column('integer', { nullable: true }) longitudeTenths: number | null;
  @Column('integer', { nullable: true }) heightMetres: number | null;
  /** e.i.r.p. in tenths of dBW. */
  @Column('integer', { nullable: true }) eirpTenths: number | null;
  @Column('text', { nullable: true }) antenna: string | null;
  @Column('text', { nullable: true }) polarisation: Polarisation | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
}

/** What was sent to or published by the ITU about a case. */
@Entity({ name: 'radio_reference' })
@Check('ck_radio_reference_kind', `kind in ('api','coordination_request','mifr','appendix_10')`)
@Check('ck_radio_reference_audience', audiences)
export class RadioReferenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_reference' }) id: string;
  @Index('ix_radio_reference_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_reference_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('integer') position: number;
  @Column('text') kind: ReferenceKind;
  @Column('text') reference: string;
  @Column('date', { nullable: true }) dated: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
}

/** What both sides agreed to do about a case, by two keys. */
@Entity({ name: 'radio_measure' })
@Check('ck_radio_measure_acting_side', `acting_side in ('kr','jp')`)
@Check('ck_radio_measure_audience', `audience in ('joint')`)
export class RadioMeasureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_measure' }) id: string;
  @Index('ix_radio_measure_radio_issue_id')
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_measure_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @Column('jsonb') text: LocalizedText;
  @Column('text', { nullable: true }) actingSide: Side | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) agreedAt: Date;
  @Column('text') audience: Audience;
}

/** A session a case was raised in. */
@Entity({ name: 'radio_meeting' })
@Unique('uq_radio_meeting_radio_issue_id_session_id', ['radioIssueId', 'sessionId'])
@Check('ck_radio_meeting_audience', `audience in ('joint')`)
export class RadioMeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_meeting' }) id: string;
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_meeting_radio_issue_id' })
  @Column('uuid')
  radioIssueId: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_radio_meeting_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** Two cases that belong together; the smaller id first. */
@Entity({ name: 'radio_link' })
@Index('uq_radio_link_pair', ['oneId', 'otherId'], { unique: true, where: 'removed_at is null' })
@Index('ix_radio_link_other_id', ['otherId'])
@Check('ck_radio_link_linked_side', `linked_side in ('kr','jp')`)
@Check('ck_radio_link_audience', `audience in ('kr','jp','joint')`)
export class RadioLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_radio_link' }) id: string;
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_link_one_id' })
  @Column('uuid')
  oneId: string;
  @ForeignKey(() => RadioIssueEntity, { name: 'fk_radio_link_other_id' })
  @Column('uuid')
  otherId: string;
  @Column('text') linkedSide: Side;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

export const radioEntities = [
  RadioIssueEntity,
  RadioBandEntity,
  RadioEventEntity,
  RadioPositionEntity,
  RadioMeasurementEntity,
  RadioStationEntity,
  RadioReferenceEntity,
  RadioMeasureEntity,
  RadioMeetingEntity,
  RadioLinkEntity,
];
