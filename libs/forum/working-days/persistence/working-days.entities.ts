import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalizedText, Side } from '#core/kernel';
import type { HolidayKind, HolidayStatus } from '../domain/holiday.types.js';

/** A free day of one side, from a rule or entered by a person; withdrawn ones stay, so that no rule brings them back (domain.md 5). */
@Entity({ name: 'holiday' })
@Unique('uq_holiday_side_date_rule', ['side', 'date', 'rule'])
@Check('ck_holiday_side', `side in ('kr', 'jp')`)
@Check('ck_holiday_kind', `kind in ('public', 'substitute', 'sandwiched', 'election', 'temporary', 'closure')`)
@Check('ck_holiday_status', `status in ('gazetted', 'computed', 'predicted')`)
@Check('ck_holiday_origin', `origin in ('rule', 'person')`)
@Check('ck_holiday_citation', `kind <> 'temporary' or origin = 'rule' or citation is not null`)
export class HolidayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_holiday' }) id: string;
  @Column('text') side: Side;
  @Column('date') date: string;
  @Column('text') rule: string;
  @Column('text') kind: HolidayKind;
  @Column('text') status: HolidayStatus;
  @Column('jsonb') name: LocalizedText;
  @Column('text', { default: 'rule' }) origin: 'rule' | 'person';
  @Column('boolean', { default: false }) withdrawn: boolean;
  /** The decision or notice that the day rests on; a temporary day entered by a person has one. */
  @Column('jsonb', { nullable: true }) citation: LocalizedText | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

/** Days on which a side would rather not meet; both ends included. They are no holidays: deadlines ignore them (domain.md 5). */
@Entity({ name: 'avoid_period' })
@Unique('uq_avoid_period_side_rule_starts_on', ['side', 'rule', 'startsOn'])
@Check('ck_avoid_period_side', `side in ('kr', 'jp')`)
@Check('ck_avoid_period_days', 'ends_on >= starts_on')
@Check('ck_avoid_period_origin', `origin in ('rule', 'person')`)
export class AvoidPeriodEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_avoid_period' }) id: string;
  @Column('text') side: Side;
  @Column('date') startsOn: string;
  @Index('ix_avoid_period_ends_on')
  @Column('date')
  endsOn: string;
  /** Which rule gave it; null when a person did. */
  @Column('text', { nullable: true }) rule: string | null;
  @Column('jsonb') name: LocalizedText;
  @Column('text', { default: 'rule' }) origin: 'rule' | 'person';
  @Column('boolean', { default: false }) withdrawn: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

export const workingDaysEntities = [HolidayEntity, AvoidPeriodEntity];
