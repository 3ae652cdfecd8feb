import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Side } from '#core/kernel';
import { PostEntity } from '#forum/identity';
import { SessionEntity } from '#forum/sessions';

const audiences = `audience in ('kr','jp','joint','business','public')`;

/** A side's delegation list: its own until submitted. */
@Entity({ name: 'delegation' })
@Unique('uq_delegation_session_id_side', ['sessionId', 'side'])
@Check('ck_delegation_side', `side in ('kr','jp')`)
@Check('ck_delegation_state', `state in ('draft','submitted','accepted','changed_after_submission')`)
@Check('ck_delegation_audience', audiences)
export class DelegationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delegation' }) id: string;
  @ForeignKey(() => SessionEntity, { name: 'fk_delegation_session_id' })
  @Column('uuid')
  sessionId: string;
  @Column('text') side: Side;
  @Column('text') state: string;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('text') audience: Audience;
}

@Entity({ name: 'delegation_member' })
@Unique('uq_delegation_member_delegation_id_post_id', ['delegationId', 'postId'])
@Check(
  'ck_delegation_member_role',
  `role in ('head','alternate','member','sitting_in','interpreter','press','observer')`,
)
@Check('ck_delegation_member_audience', audiences)
export class DelegationMemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_delegation_member' }) id: string;
  @ForeignKey(() => DelegationEntity, { name: 'fk_delegation_member_delegation_id' })
  @Column('uuid')
  delegationId: string;
  @ForeignKey(() => PostEntity, { name: 'fk_delegation_member_post_id' })
  @Column('uuid')
  postId: string;
  @Column('text') role: string;
  @Column('integer') position: number;
  @Column('text') audience: Audience;
}
