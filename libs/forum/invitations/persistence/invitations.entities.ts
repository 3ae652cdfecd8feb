import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Language, Side } from '#core/kernel';
import { ChannelEntity } from '#forum/channels';
import { PostEntity, UserAccountEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

/** The number of a session's invitation. `materialHash` is over what a calendar shows: see README, invariant 2. */
@Entity({ name: 'session_invitation' })
@Unique('uq_session_invitation_session_id', ['sessionId'])
@Check('ck_session_invitation_sequence', 'sequence >= 0')
@Check('ck_session_invitation_method', `method in ('REQUEST','CANCEL')`)
@Check('ck_session_invitation_audience', `audience in ('kr','jp','joint','business','public')`)
export class SessionInvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session_invitation' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_session_invitation_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('integer', { default: 0 }) sequence: number;
  @Column('text') method: string;
  @Column('text') materialHash: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) changedAt: Date;
  @Column('text') audience: Audience;
}

/** An address under which one user's calendar program reads; only the SHA-256 of its token is kept. */
@Entity({ name: 'calendar_feed' })
@Unique('uq_calendar_feed_token_hash', ['tokenHash'])
@Check('ck_calendar_feed_kind', `kind in ('personal','channel')`)
@Check('ck_calendar_feed_channel', `(kind = 'channel') = (channel_id is not null)`)
@Check('ck_calendar_feed_language', `language in ('ko','ja','en')`)
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_calendar_feed' }) id: string;
  @Index('ix_calendar_feed_user_id')
  @ForeignKey(() => UserAccountEntity, { name: 'fk_calendar_feed_user_id' })
  @Column('uuid')
  userId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') kind: string;
  @ForeignKey(() => ChannelEntity, { name: 'fk_calendar_feed_channel_id' })
  @Column('uuid', { nullable: true })
  channelId: string | null;
  @Column('text') language: Language;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

/** What somebody of one side answered to an invitation. `audience` is that side: the other one never learns of it. */
@Entity({ name: 'calendar_reply' })
@Unique('uq_calendar_reply_message', ['sessionId', 'userId', 'kind', 'sequence', 'stampedAt'])
@Check('ck_calendar_reply_kind', `kind in ('reply','counter')`)
@Check('ck_calendar_reply_partstat', `partstat in ('NEEDS-ACTION','ACCEPTED','DECLINED','TENTATIVE','DELEGATED')`)
@Check('ck_calendar_reply_audience', `audience in ('kr','jp')`)
export class CalendarReplyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_calendar_reply' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_calendar_reply_session_id' })
  @Column('uuid')
  sessionId: string;
  @ForeignKey(() => UserAccountEntity, { name: 'fk_calendar_reply_user_id' })
  @Column('uuid')
  userId: string;
  @ForeignKey(() => PostEntity, { name: 'fk_calendar_reply_post_id' })
  @Column('uuid', { nullable: true })
  postId: string | null;
  @Column('text') kind: string;
  @Column('text') partstat: string;
  @Column('integer') sequence: number;
  @Column('timestamptz') stampedAt: Date;
  @Column('text', { nullable: true }) comment: string | null;
  @Column('timestamptz', { nullable: true }) proposedStartsAt: Date | null;
  @Column('timestamptz', { nullable: true }) proposedEndsAt: Date | null;
  @Column('date', { nullable: true }) proposedFrom: string | null;
  @Column('date', { nullable: true }) proposedTo: string | null;
  @Column('text', { nullable: true }) proposedZone: string | null;
  @ForeignKey(() => UserAccountEntity, { name: 'fk_calendar_reply_received_by_user_id' })
  @Column('uuid')
  receivedByUserId: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) receivedAt: Date;
  @Column('text') audience: Side;
}

export const invitationsEntities = [SessionInvitationEntity, CalendarFeedEntity, CalendarReplyEntity];
