import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Whether a reader gets the mail of the day, and the token with which it is stopped without signing in. */
@Entity({ name: 'mail_preference' })
@Unique('uq_mail_preference_token', ['token'])
@Check('ck_mail_preference_stopped_by', `stopped_by in ('link','settings')`)
export class MailPreferenceEntity {
  @ForeignKey('user_account', { name: 'fk_mail_preference_user_id' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_preference' })
  userId: string;
  /** False: the day's mail is in the inbox alone. */
  @Column('boolean', { default: true }) digest: boolean;
  @Column('text') token: string;
  /** By the link in a mail, which may be in other hands, or by the reader, signed in; null while it is sent. */
  @Column('text', { nullable: true }) stoppedBy: 'link' | 'settings' | null;
  /** When it was last chosen. */
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
