import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Side } from '#core/kernel';
import type { ReplanCause } from '../domain/replan.types.js';

/** What is to be planned anew, and how far that is: worked off by the worker in pieces, each with the place it got to in one transaction. */
@Entity({ name: 'reminder_replan' })
@Index('ix_reminder_replan_waiting', ['requestedAt', 'id'], { where: 'finished_at is null' })
@Index('ix_reminder_replan_requested_at', ['requestedAt', 'id'])
@Check('ck_reminder_replan_cause', `cause in ('holidays','rules','channel','readers')`)
@Check('ck_reminder_replan_audience', `audience in ('kr','jp','joint')`)
export class ReminderReplanEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder_replan' }) id: string;
  @Column('text') cause: ReplanCause;
  /** Only what belongs to this channel; null: of every channel. */
  @ForeignKey('channel', { name: 'fk_reminder_replan_channel_id' })
  @Column('uuid', { nullable: true })
  channelId: string | null;
  /** Only what a free day between these two, both included, can move. */
  @Column('date', { nullable: true }) fromDay: string | null;
  @Column('date', { nullable: true }) toDay: string | null;
  /** Fingerprint of the posts of secretariats and heads it was planned for. */
  @Column('text', { nullable: true }) readers: string | null;
  /** Where it is: the kind of object, and the last one planned. */
  @Column('integer', { default: 0 }) step: number;
  @Column('uuid', { nullable: true }) afterId: string | null;
  /** Begins when every transaction before this number has ended: one of them may still plan by what was true before. */
  @Column('bigint', { nullable: true }) settlesAt: string | null;
  /** How many objects that both sides know of there are, counted when it starts. */
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer', { default: 0 }) done: number;
  /** How many objects could not be planned anew; they keep what was planned of them. */
  @Column('integer', { default: 0 }) failed: number;
  /** How often the piece it is at has failed. */
  @Column('integer', { default: 0 }) tries: number;
  @Column('text') audience: Side | 'joint';
  @Column('timestamptz', { default: () => 'forum.now()' }) requestedAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
