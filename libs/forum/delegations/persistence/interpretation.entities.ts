import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience } from '#core/kernel';
import { SessionEntity } from '#forum/sessions';

/** How a session is interpreted (domain.md 3.5): one row for both sides. */
@Entity({ name: 'interpretation' })
@Unique('uq_interpretation_session_id', ['sessionId'])
@Check('ck_interpretation_direction', `direction in ('ko-ja','ko-en','ja-en')`)
@Check('ck_interpretation_mode', `mode in ('consecutive','simultaneous','whispered','relay')`)
@Check('ck_interpretation_provider', `provider in ('each_side','host','joint')`)
@Check('ck_interpretation_factor_percent', 'factor_percent between 100 and 500')
@Check('ck_interpretation_audience', `audience in ('joint','business','public')`)
export class InterpretationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interpretation' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_interpretation_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text', { nullable: true }) direction: string | null;
  @Column('text', { nullable: true }) mode: string | null;
  @Column('text', { nullable: true }) provider: string | null;
  @Column('text', { array: true, default: '{}' }) equipment: string[];
  @Column('text', { nullable: true }) glossaryVersion: string | null;
  @Column('integer', { nullable: true }) factorPercent: number | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('text', { default: 'joint' }) audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
}
