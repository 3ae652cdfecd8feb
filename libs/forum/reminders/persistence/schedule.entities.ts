import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For which state of the calendar, the rules and the channels something was planned last, so that it is planned once for each. */
@Entity({ name: 'reminder_schedule' })
export class ReminderScheduleEntity {
  /** What is planned: `month`, or the kind of its objects. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder_schedule' }) name: string;
  @Column('text') basis: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) plannedAt: Date;
}
