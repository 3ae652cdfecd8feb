import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language, Side } from '#core/kernel';
import { MailPreferenceEntity } from './mail-preference.entity.js';
import type { ReminderDelivery, ReminderState, ReminderSubject } from '../domain/reminder.types.js';
import { ReminderLeftBehindEntity, ReminderScheduleEntity } from './schedule.entities.js';
import { ReminderReplanEntity } from './replan.entities.js';

/** One thing to tell one post at one hour; the unique key is what makes a restart tell nobody twice (design.md decision 9). */
@Entity({ name: 'reminder' })
@Unique('uq_reminder_key', [
  'subjectType',
  'subjectId',
  'rule',
  'offsetDays',
  'recipientPostId',
  'ruleDate',
  'occurrence',
])
@Index('ix_reminder_waiting', ['dueAt', 'id'], { where: `state = 'planned'` })
@Index('ix_reminder_leased', ['leaseUntil', 'id'], { where: `state in ('queued','sending','in_doubt')` })
@Index('ix_reminder_digest_id', ['digestId'], { where: 'digest_id is not null' })
@Index('ix_reminder_recipient_post_id', ['recipientPostId', 'dueAt', 'id'])
@Index('ix_reminder_failed', ['recipientSide', 'dueAt', 'id'], { where: `state = 'failed'` })
@Index('ix_reminder_recipient', ['recipientSide', 'dueAt', 'id'])
@Check(
  'ck_reminder_subject_type',
  `subject_type in ('action_item','session','proposal','channel','date_poll','delegation','translation_request','record','radio_issue','commitment','instrument','multilateral_meeting','exhibition','exchange_programme','escalation','post')`,
)
@Check('ck_reminder_delivery', `delivery in ('single','digest')`)
@Check('ck_reminder_state', `state in ('planned','queued','sending','sent','in_doubt','cancelled','failed')`)
@Check('ck_reminder_language', `language in ('ko','ja','en')`)
@Check('ck_reminder_audience', `audience in ('kr','jp') and audience = recipient_side`)
export class ReminderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder' }) id: string;
  @Column('text') subjectType: ReminderSubject;
  @Column('uuid') subjectId: string;
  @Column('text') rule: string;
  @Column('integer') offsetDays: number;
  @ForeignKey('post', { name: 'fk_reminder_recipient_post_id' })
  @Column('uuid')
  recipientPostId: string;
  @Column('text') recipientSide: Side;
  @Column('date') ruleDate: string;
  /** Tells the same news of one day apart: the version of the object, the sequence of a calendar file. */
  @Column('integer', { default: 0 }) occurrence: number;
  @Column('timestamptz') dueAt: Date;
  @Column('text') zone: string;
  /** Fingerprint of the fact this reminder tells of; re-read before sending. */
  @Column('text') cause: string;
  @Column('text', { default: 'planned' }) state: ReminderState;
  /** Until then nobody else may try; in the state `planned`: not before then. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  @Column('integer', { default: 0 }) attempt: number;
  @Column('text', { nullable: true }) messageId: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('text', { nullable: true }) sentTo: string | null;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('text', { nullable: true }) lastErrorCode: string | null;
  /** In a mail of its own, or in the one mail of the reader's day. */
  @Column('text', { default: 'single' }) delivery: ReminderDelivery;
  /** The mail of the day it was put into; null until then, and for a single one. */
  @Column('uuid', { nullable: true }) digestId: string | null;
  /** Whose mail of which day that is, by the calendar of the reader's side. */
  @ForeignKey('user_account', { name: 'fk_reminder_digest_user_id' })
  @Column('uuid', { nullable: true })
  digestUserId: string | null;
  @Column('date', { nullable: true }) digestDay: string | null;
  /** Left on a later day than planned: after an outage. */
  @Column('boolean', { default: false }) late: boolean;
  /** When a try first ended without an answer: the relay may have it (RFC 1047). Stays when the mail was sent after all. */
  @Column('timestamptz', { nullable: true }) doubtedAt: Date | null;
  /** Who may have it since the last try that ended without an answer. */
  @ForeignKey('user_account', { name: 'fk_reminder_doubted_user_id' })
  @Column('uuid', { nullable: true })
  doubtedUserId: string | null;
  /** What the relay said when it last refused or deferred it. */
  @Column('text', { nullable: true }) relayAnswer: string | null;
  /** How often a person had it sent again on purpose: part of the Message-ID, which a relay would otherwise drop. */
  @Column('integer', { default: 0 }) resent: number;
  @Column('text') audience: Side;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** A mail as it went out, also for the inbox of its reader. */
@Entity({ name: 'sent_mail' })
@Unique('uq_sent_mail_carried_id', ['carriedId'])
@Index('ix_sent_mail_sent_at', ['sentAt', 'id'])
@Index('ix_sent_mail_user_id', ['userId', 'sentAt', 'id'])
@Index('ix_sent_mail_unread', ['userId'], { where: 'read_at is null' })
@Check('ck_sent_mail_language', `language in ('ko','ja','en')`)
@Check('ck_sent_mail_audience', `audience in ('kr','jp')`)
export class SentMailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sent_mail' }) id: string;
  /** The reminder of a single mail, the digest of a day's one. */
  @Column('uuid') carriedId: string;
  /** Null for the mail of a day: its reminders name it. */
  @ForeignKey(() => ReminderEntity, { name: 'fk_sent_mail_reminder_id' })
  @Column('uuid', { nullable: true })
  reminderId: string | null;
  /** Who got it; null for mails sent before accounts were kept. */
  @ForeignKey('user_account', { name: 'fk_sent_mail_user_id' })
  @Column('uuid', { nullable: true })
  userId: string | null;
  @Column('text') recipient: string;
  @Column('text') language: Language;
  @Column('text') subject: string;
  @Column('text') text: string;
  @Column('text') html: string;
  @Column('text', { nullable: true }) href: string | null;
  @Column('text', { nullable: true }) messageId: string | null;
  /** Left on a later day than planned. */
  @Column('boolean', { default: false }) late: boolean;
  /** False: the reader wants the day's mail in the inbox only. */
  @Column('boolean', { default: true }) mailed: boolean;
  @Column('timestamptz', { default: () => 'forum.now()' }) sentAt: Date;
  /** When its reader opened it in the inbox. */
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
  @Column('text') audience: Side;
}

/** A mail as a try carried it that ended in doubt; in the inbox as soon as somebody says that it arrived. */
@Entity({ name: 'mail_in_doubt' })
@Unique('uq_mail_in_doubt_message_id', ['messageId'])
@Check('ck_mail_in_doubt_language', `language in ('ko','ja','en')`)
@Check('ck_mail_in_doubt_audience', `audience in ('kr','jp')`)
export class MailInDoubtEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_in_doubt' }) id: string;
  @Column('text') messageId: string;
  @ForeignKey('user_account', { name: 'fk_mail_in_doubt_user_id' })
  @Column('uuid')
  userId: string;
  @Column('text') recipient: string;
  @Column('text') language: Language;
  @Column('text') subject: string;
  @Column('text') text: string;
  @Column('text') html: string;
  @Column('text', { nullable: true }) href: string | null;
  @Column('boolean') late: boolean;
  @Column('timestamptz', { default: () => 'forum.now()' }) sentAt: Date;
  @Column('text') audience: Side;
}

export const reminderEntities = [
  ReminderEntity,
  MailInDoubtEntity,
  ReminderReplanEntity,
  SentMailEntity,
  ReminderScheduleEntity,
  ReminderLeftBehindEntity,
  MailPreferenceEntity,
];
