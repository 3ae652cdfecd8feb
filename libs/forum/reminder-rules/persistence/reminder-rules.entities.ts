import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience } from '#core/kernel';
import type { RuleChange } from '../domain/rule.types.js';

/** What both sides of a channel changed of one standard rule, as they agreed on it last. */
@Entity({ name: 'channel_reminder_rule' })
@Unique('uq_channel_reminder_rule_channel_id_code', ['channelId', 'code'])
@Check('ck_channel_reminder_rule_audience', `audience in ('joint','business','public')`)
export class ChannelReminderRuleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_channel_reminder_rule' }) id: string;
  @ForeignKey('channel', { name: 'fk_channel_reminder_rule_channel_id' })
  @Column('uuid')
  channelId: string;
  @Column('text') code: string;
  @Column('jsonb') change: RuleChange;
  @Column('text') audience: Audience;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

export const reminderRuleEntities = [ChannelReminderRuleEntity];
