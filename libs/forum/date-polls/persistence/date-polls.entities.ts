import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';
import type { Answer, ParticipantRole, PollFormat, Verdict } from '../domain/date-poll.types.js';

const shared = `audience in ('kr','jp','joint','business','public')`;
const ownSide = `audience in ('kr','jp')`;

/** A question for both sides: which of these slots. Its side's own until shared; `version` never counts what one side does alone. */
@Entity({ name: 'date_poll' })
@Index('ix_date_poll_channel_id', ['channelId', 'id'])
@Index('ix_date_poll_session_id', ['sessionId'])
@Check('ck_date_poll_state', `state in ('draft','open','closed','decided','withdrawn')`)
@Check('ck_date_poll_minutes', 'minutes between 15 and 1440')
@Check('ck_date_poll_format', `format in ('in_person','online','hybrid')`)
@Check('ck_date_poll_host_side', `host_side in ('kr','jp')`)
@Check('ck_date_poll_proposed_by_side', `proposed_by_side in ('kr','jp')`)
@Check('ck_date_poll_audience', shared)
export class DatePollEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_date_poll' }) id: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_date_poll_channel_id' })
  @Column('uuid')
  channelId: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_date_poll_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('text', { default: 'draft' }) state: string;
  @Column('text') zone: string;
  @Column('integer') minutes: number;
  @Column('text') format: PollFormat;
  @Column('text', { nullable: true }) hostSide: Side | null;
  @Column('timestamptz') deadline: Date;
  @Column('boolean', { default: true }) bothHeads: boolean;
  @Column('text') proposedBySide: Side;
  @ForeignKey(() => PostEntity, { name: 'fk_date_poll_proposed_by_post_id' })
  @Column('uuid', { nullable: true })
  proposedByPostId: string | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** One candidate; never moved, only added. */
@Entity({ name: 'date_poll_slot' })
@Unique('uq_date_poll_slot_poll_id_starts_at', ['pollId', 'startsAt'])
@Index('ix_date_poll_slot_starts_at', ['startsAt'])
@Check('ck_date_poll_slot_period', 'starts_at <= ends_at')
@Check('ck_date_poll_slot_audience', shared)
export class DatePollSlotEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_date_poll_slot' }) id: string;
  @ForeignKey(() => DatePollEntity, { name: 'fk_date_poll_slot_poll_id' })
  @Column('uuid')
  pollId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text') audience: Audience;
}

/** A post of the own side that is asked; the audience is the side. */
@Entity({ name: 'date_poll_participant' })
@Unique('uq_date_poll_participant_poll_id_post_id_audience', ['pollId', 'postId', 'audience'])
@Index('ix_date_poll_participant_post_id', ['postId', 'pollId'])
@Check('ck_date_poll_participant_role', `role in ('head','required','optional')`)
@Check('ck_date_poll_participant_audience', ownSide)
export class DatePollParticipantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_date_poll_participant' }) id: string;
  @ForeignKey(() => DatePollEntity, { name: 'fk_date_poll_participant_poll_id' })
  @Column('uuid')
  pollId: string;
  @ForeignKey(() => PostEntity, { name: 'fk_date_poll_participant_post_id' })
  @Column('uuid')
  postId: string;
  @Column('text') role: ParticipantRole;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Side;
}

/** What one post answered to one slot; empty again after an undo. Never leaves its side. */
@Entity({ name: 'date_poll_answer' })
@Unique('uq_date_poll_answer_participant_id_slot_id', ['participantId', 'slotId'])
@Index('ix_date_poll_answer_slot_id', ['slotId'])
@Check('ck_date_poll_answer_answer', `answer in ('yes','if_needed','no')`)
@Check('ck_date_poll_answer_audience', ownSide)
export class DatePollAnswerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_date_poll_answer' }) id: string;
  @ForeignKey(() => DatePollParticipantEntity, { name: 'fk_date_poll_answer_participant_id' })
  @Column('uuid')
  participantId: string;
  @ForeignKey(() => DatePollSlotEntity, { name: 'fk_date_poll_answer_slot_id' })
  @Column('uuid')
  slotId: string;
  @Column('text', { nullable: true }) answer: Answer | null;
  @ForeignKey(() => PostEntity, { name: 'fk_date_poll_answer_answered_by_post_id' })
  @Column('uuid', { nullable: true })
  answeredByPostId: string | null;
  @Column('uuid') answeredByUserId: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) answeredAt: Date;
  @Column('text') audience: Side;
}

/** The one word of a side for a slot, once its secretariat has handed it over. */
@Entity({ name: 'date_poll_verdict' })
@Unique('uq_date_poll_verdict_slot_id_side', ['slotId', 'side'])
@Check('ck_date_poll_verdict_side', `side in ('kr','jp')`)
@Check('ck_date_poll_verdict_verdict', `verdict in ('possible','difficult','not_possible')`)
@Check('ck_date_poll_verdict_audience', `audience in ('kr','jp','joint')`)
export class DatePollVerdictEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_date_poll_verdict' }) id: string;
  @ForeignKey(() => DatePollSlotEntity, { name: 'fk_date_poll_verdict_slot_id' })
  @Column('uuid')
  slotId: string;
  @Column('text') side: Side;
  @Column('text') verdict: Verdict;
  @Column('timestamptz', { default: () => 'forum.now()' }) handedOverAt: Date;
  @Column('text', { default: 'joint' }) audience: Audience;
}

/** A slot kept free on both sides until `expiresAt`; it ends by the clock, nobody has to release it. */
@Entity({ name: 'session_hold' })
@Index('uq_session_hold_slot_id', ['slotId'], { unique: true, where: 'released_at is null' })
@Index('ix_session_hold_starts_at', ['startsAt'])
@Check('ck_session_hold_placed_by_side', `placed_by_side in ('kr','jp')`)
@Check('ck_session_hold_period', 'starts_at <= ends_at')
@Check('ck_session_hold_audience', shared)
export class SessionHoldEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session_hold' }) id: string;
  @ForeignKey(() => DatePollSlotEntity, { name: 'fk_session_hold_slot_id' })
  @Column('uuid')
  slotId: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_session_hold_channel_id' })
  @Column('uuid')
  channelId: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_session_hold_session_id' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') zone: string;
  @Column('text') placedBySide: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) placedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
}

export const datePollsEntities = [
  DatePollEntity,
  DatePollSlotEntity,
  DatePollParticipantEntity,
  DatePollAnswerEntity,
  DatePollVerdictEntity,
  SessionHoldEntity,
];
