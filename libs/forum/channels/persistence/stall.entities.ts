import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { LocalizedText, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';
import type { StallState } from '../domain/channel.types.js';
import { ChannelEntity, ChannelEventEntity } from './channels.entities.js';

/** Why a side did something alone: read by that side only (domain.md 3.2). */
@Entity({ name: 'channel_private_reason' })
@Unique('uq_channel_private_reason_event_id', ['eventId', 'audience'])
@Check('ck_channel_private_reason_audience', `audience in ('kr','jp')`)
export class ChannelPrivateReasonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_private_reason' }) id: string;
  @ForeignKey(() => ChannelEventEntity, { name: 'fk_channel_private_reason_event_id' })
  @Column('uuid')
  eventId: string;
  @Column('jsonb') text: LocalizedText;
  @Column('text') audience: Side;
}

/** The system's suggestion that a channel has stalled: one per channel and quarter, decided by people (domain.md 3.2, 4). */
@Entity({ name: 'stall_suggestion' })
@Unique('uq_stall_suggestion_channel_id_quarter', ['channelId', 'quarter'])
@Check('ck_stall_suggestion_quarter', `quarter ~ '^[0-9]{4}-Q[1-4]$'`)
@Check('ck_stall_suggestion_months', 'months > 0')
@Check('ck_stall_suggestion_state', `state in ('open','confirmed','dismissed','outdated')`)
@Check('ck_stall_suggestion_decided', `(state in ('confirmed','dismissed')) = (decided_at is not null)`)
@Check('ck_stall_suggestion_decided_by_side', `decided_by_side in ('kr','jp')`)
@Check('ck_stall_suggestion_audience', `audience = 'joint'`)
export class StallSuggestionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_stall_suggestion' }) id: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_stall_suggestion_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('text') quarter: string;
  @Column('date') lastHeld: string;
  @Column('integer') months: number;
  @Column('text', { default: 'open' }) state: StallState;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decidedBySide: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_stall_suggestion_decided_by_post_id' })
  @Column('uuid', { nullable: true })
  decidedByPostId: string | null;
  @Column('text', { default: 'joint' }) audience: 'joint';
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** A month in which the stall check has run. */
@Entity({ name: 'stall_check' })
@Check('ck_stall_check_month', `month ~ '^[0-9]{4}-[0-9]{2}$'`)
export class StallCheckEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_stall_check' }) month: string;
  @Column('integer') suggested: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) checkedAt: Date;
}
