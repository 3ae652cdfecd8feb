import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** For which state of the calendar, the rules and the channels something was planned last, so that it is planned once for each. */
@Entity({ name: 'reminder_schedule' })
export class ReminderScheduleEntity {
  /** What is planned: `month`, or the kind of its objects. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder_schedule' }) name: string;
  @Column('text') basis: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) plannedAt: Date;
  /** Looked at again once every transaction before this number has ended: one of them may have planned by what was true before. */
  @Column('bigint', { nullable: true }) settlesAt: string | null;
  /** When it could not be planned at all; null since it could. */
  @Column('timestamptz', { nullable: true }) failedAt: Date | null;
}

/** An object whose reminders could not be planned anew: it keeps what was planned of it before, and is tried again. */
@Entity({ name: 'reminder_left_behind' })
@Index('ix_reminder_left_behind_again_at', ['againAt'])
export class ReminderLeftBehindEntity {
  /** What plans it: the kind of object. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder_left_behind' }) kind: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminder_left_behind' }) objectId: string;
  @Column('integer', { default: 1 }) tries: number;
  /** When it failed last. */
  @Column('timestamptz', { default: () => 'forum.now()' }) failedAt: Date;
  /** From when on it is tried again. */
  @Column('timestamptz') againAt: Date;
}
