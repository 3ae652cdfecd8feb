import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** One session of a channel (domain.md 3.3). `startDate` is the day at the venue; instants are UTC beside the venue's zone. */
@Entity({ name: 'session' })
@Unique('uq_session_code', ['code'])
@Index('ix_session_channel_id_start_date', ['channelId', 'startDate'])
@Index('ix_session_start_date', ['startDate', 'id'])
@Index('uq_session_ordinal_kr', ['channelId', 'ordinalKr'], {
  unique: true,
  where: `ordinal_kr is not null and state <> 'cancelled'`,
})
@Index('uq_session_ordinal_jp', ['channelId', 'ordinalJp'], {
  unique: true,
  where: `ordinal_jp is not null and state <> 'cancelled'`,
})
@Check('ck_session_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_session_stopped_by_side', `stopped_by_side in ('kr','jp')`)
@Check('ck_session_margins_of', 'margins_of_session_id is null or margins_of_session_id <> id')
@Check('ck_session_date_precision', `date_precision in ('year','month','day')`)
@Check('ck_session_period', 'end_date is null or start_date <= end_date')
@Check('ck_session_host_side', `host_side in ('kr','jp')`)
@Check('ck_session_level', `level in ('expert','division','dg','vice_minister','minister','summit','local','private')`)
@Check('ck_session_format', `format in ('in_person','online','hybrid')`)
@Check(
  'ck_session_state',
  `state in ('proposed','date_agreed','preparing','ready','in_session','held','closed','postponed','cancelled')`,
)
@Check('ck_session_audience', audiences)
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session' }) id: string;
  @Column('text', { nullable: true }) code: string | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_session_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer', { nullable: true }) ordinalKr: number | null;
  @Column('integer', { nullable: true }) ordinalJp: number | null;
  @Column('text') dateValue: string;
  @Column('text', { default: 'day' }) datePrecision: string;
  @Column('date') startDate: string;
  @Column('date', { nullable: true }) endDate: string | null;
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('timestamptz', { nullable: true }) endsAt: Date | null;
  @Column('text') zone: string;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('text', { nullable: true }) hostSide: Side | null;
  @Column('text') level: string;
  @Column('text', { default: 'in_person' }) format: string;
  @Column('text') state: string;
  @Column('jsonb', { nullable: true }) outcome: LocalizedText | null;
  @Column('text', { array: true, default: '{}' }) topicCodes: string[];
  @Column('text', { array: true, default: '{}' }) documentCodes: string[];
  @Column('text', { array: true, default: '{}' }) sourceCodes: string[];
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('boolean', { default: false }) illustrative: boolean;
  @Column('text', { nullable: true }) originSide: Side | null;
  @ForeignKey(() => SessionEntity, { name: 'fk_session_margins_of_session_id' })
  @Column('uuid', { nullable: true })
  marginsOfSessionId: string | null;
  @Column('jsonb', { nullable: true }) marginsOfText: LocalizedText | null;
  @Column('boolean', { default: false }) sameHostAgain: boolean;
  @Column('jsonb', { nullable: true }) stoppedReason: LocalizedText | null;
  @Column('text', { nullable: true }) stoppedBySide: Side | null;
  @Column('timestamptz', { nullable: true }) stoppedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) embargoAt: Date | null;
  @Column('jsonb', { nullable: true }) costSplit: LocalizedText | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
