import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, LocalizedText, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { PostEntity, PostHolderEntity } from '#forum/identity';
import type { ActionCommentKind } from '../domain/action.types.js';
import { ActionItemEntity } from './actions.entities.js';

/** What a side writes about an item for itself alone, and never rewrites (domain.md 3.9). */
@Entity({ name: 'action_comment' })
@Index('ix_action_comment_action_item_id', ['actionItemId', 'at', 'id'])
@Check('ck_action_comment_kind', `kind in ('comment','block_reason')`)
@Check('ck_action_comment_audience', `audience in ('kr','jp')`)
export class ActionCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action_comment' }) id: string;
  @ForeignKey(() => ActionItemEntity, { name: 'fk_action_comment_action_item_id' })
  @Column('uuid')
  actionItemId: string;
  @Column('text') kind: ActionCommentKind;
  @Column('jsonb') text: LocalizedText;
  @ForeignKey(() => PostEntity, { name: 'fk_action_comment_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') audience: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
}

/** After how many common working days without a word from the other side a report counts as confirmed; null for never. */
@Entity({ name: 'channel_action_rule' })
@Unique('uq_channel_action_rule_channel_id', ['channelId'])
@Check('ck_channel_action_rule_silence_days', 'silence_days between 1 and 60')
@Check('ck_channel_action_rule_audience', `audience = 'joint'`)
export class ChannelActionRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_action_rule' }) id: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_channel_action_rule_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('integer', { nullable: true }) silenceDays: number | null;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** The new holder of a post has read what comes with it (design.md decision 5). */
@Entity({ name: 'action_handover' })
@Unique('uq_action_handover_holder_id', ['holderId'])
@Index('ix_action_handover_post_id', ['postId'])
@Check('ck_action_handover_audience', `audience in ('kr','jp')`)
export class ActionHandoverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_action_handover' }) id: string;
  @ForeignKey(() => PostEntity, { name: 'fk_action_handover_post_id' })
  @Column('uuid')
  postId: string;
  @ForeignKey(() => PostHolderEntity, { name: 'fk_action_handover_holder_id' })
  @Column('uuid')
  holderId: string;
  @Column('uuid', { array: true }) itemIds: string[];
  @Column('text') audience: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) acknowledgedAt: Date;
}
