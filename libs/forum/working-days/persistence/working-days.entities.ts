import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LocalizedText, Side } from '#core/kernel';
import type { HolidayKind, HolidayStatus } from '../domain/holiday.types.js';

/** A free day of one side, from a rule or entered by a person; withdrawn ones stay, so that no rule brings them back (domain.md 5). */
@Entity({ name: 'holiday' })
@Unique('uq_holiday_side_date_rule', ['side', 'date', 'rule'])
@Check('ck_holiday_side', `side in ('kr', 'jp')`)
@Check('ck_holiday_kind', `kind in ('public', 'substitute', 'sandwiched', 'election', 'temporary', 'closure')`)
@Check('ck_holiday_status', `status in ('gazetted', 'computed', 'predicted')`)
@Check('ck_holiday_origin', `origin in ('rule', 'person')`)
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
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}

export const workingDaysEntities = [HolidayEntity];
