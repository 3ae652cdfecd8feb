import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, LocalizedText } from '#core/kernel';
import { SessionEntity } from './sessions.entities.js';

/** One point of the programme: clock times of the venue on the n-th day of the session. */
@Entity({ name: 'session_programme_item' })
@Index('ix_session_programme_item_session_id', ['sessionId', 'day'])
@Check(
  'ck_session_programme_item_kind',
  `kind in ('opening','closed_part','press','dinner','courtesy_call','site_visit','other')`,
)
@Check('ck_session_programme_item_day', 'day >= 1')
@Check('ck_session_programme_item_times', 'end_time is null or start_time < end_time')
@Check('ck_session_programme_item_audience', `audience in ('kr','jp','joint','business','public')`)
export class ProgrammeItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_session_programme_item' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_session_programme_item_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') kind: string;
  @Column('integer', { default: 1 }) day: number;
  @Column('time', { nullable: true }) startTime: string | null;
  @Column('time', { nullable: true }) endTime: string | null;
  @Column('jsonb') title: LocalizedText;
  @Column('jsonb', { nullable: true }) place: LocalizedText | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text') audience: Audience;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}
