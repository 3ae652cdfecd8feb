import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { AgendaItemEntity } from '#forum/agenda';
import { ChannelEntity } from '#forum/channels';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';
import type { EscalationState } from '../domain/escalation.lifecycle.js';
import type { EventKind, LadderLevel, MatterKind } from '../domain/escalation.types.js';

const levels = `'experts','division','director_general','vice_minister','minister','itu_procedure'`;

/** A matter on its way to a higher level. */
@Entity({ name: 'escalation' })
@Index('ix_escalation_matter_id', ['matterId'])
@Index('ix_escalation_session_id', ['sessionId'])
@Index('ix_escalation_to_channel_id', ['toChannelId'])
@Check('ck_escalation_origin_side', `origin_side in ('kr','jp')`)
@Check('ck_escalation_matter_kind', `matter_kind in ('radio_issue','agenda_item','action_item')`)
@Check('ck_escalation_from_level', `from_level in (${levels})`)
@Check('ck_escalation_to_level', `to_level in (${levels})`)
@Check('ck_escalation_state', `state in ('draft','raised','accepted','refused','returned','settled','withdrawn')`)
@Check('ck_escalation_audience', `audience in ('kr','jp','joint')`)
export class EscalationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_escalation' }) id: string;
  @Column('text') originSide: Side;
  @Column('text') matterKind: MatterKind;
  @Column('uuid') matterId: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_escalation_from_channel_id' })
  @Column('uuid', { nullable: true })
  fromChannelId: string | null;
  @Column('text') fromLevel: LadderLevel;
  @ForeignKey(() => ChannelEntity, { name: 'fk_escalation_to_channel_id' })
  @Column('uuid', { nullable: true })
  toChannelId: string | null;
  @Column('text') toLevel: LadderLevel;
  @Column('integer', { array: true, default: '{}' }) ituArticles: number[];
  @ForeignKey(() => SessionEntity, { name: 'fk_escalation_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @ForeignKey(() => AgendaItemEntity, { name: 'fk_escalation_item_id' })
  @Column('uuid', { nullable: true })
  itemId: string | null;
  /** False for an item that stood on the agenda before the rise came to it. */
  @Column('boolean', { default: true }) itemMade: boolean;
  @Column('jsonb') title: LocalizedText;
  @Column('jsonb') summary: LocalizedText;
  @Column('jsonb') request: LocalizedText;
  @Column('jsonb', { nullable: true }) outcome: LocalizedText | null;
  @Column('text', { default: 'draft' }) state: EscalationState;
  @Column('timestamptz', { nullable: true }) raisedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One step of a rise; never changed. */
@Entity({ name: 'escalation_event' })
@Index('ix_escalation_event_escalation_id', ['escalationId', 'id'])
@Index('ix_escalation_event_session_id', ['sessionId'], { where: 'session_id is not null' })
@Check('ck_escalation_event_kind', `kind in ('raised','placed','accepted','refused','returned','settled','withdrawn')`)
@Check('ck_escalation_event_side', `side in ('kr','jp')`)
@Check('ck_escalation_event_level', `level in (${levels})`)
@Check('ck_escalation_event_audience', `audience = 'joint'`)
export class EscalationEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_escalation_event' }) id: string;
  @ForeignKey(() => EscalationEntity, { name: 'fk_escalation_event_escalation_id' })
  @Column('uuid')
  escalationId: string;
  @Column('text') kind: EventKind;
  @Column('text', { nullable: true }) side: Side | null;
  @ForeignKey(() => PostEntity, { name: 'fk_escalation_event_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text', { nullable: true }) level: LadderLevel | null;
  @ForeignKey(() => ChannelEntity, { name: 'fk_escalation_event_channel_id' })
  @Column('uuid', { nullable: true })
  channelId: string | null;
  @ForeignKey(() => SessionEntity, { name: 'fk_escalation_event_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
  @Column('text', { default: 'joint' }) audience: Audience;
}

export const escalationsEntities = [EscalationEntity, EscalationEventEntity];
