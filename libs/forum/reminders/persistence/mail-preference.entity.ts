import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Whether a reader gets the mail of the day, and the token with which it is stopped without signing in. */
@Entity({ name: 'mail_preference' })
@Unique('uq_mail_preference_token', ['token'])
export class MailPreferenceEntity {
  @ForeignKey('user_account', { name: 'fk_mail_preference_user_id' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mail_preference' })
  userId: string;
  /** False: the day's mail is in the inbox alone. */
  @Column('boolean', { default: true }) digest: boolean;
  @Column('text') token: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
