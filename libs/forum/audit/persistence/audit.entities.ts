import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, Side } from '#core/kernel';

/** Who did what to what, when; append-only. `position` and `hash` come when the entry is sealed. */
@Entity({ name: 'audit_entry' })
@Unique('uq_audit_entry_position', ['position'])
@Index('ix_audit_entry_unsealed', ['at', 'id'], { where: 'position is null' })
@Index('ix_audit_entry_subject', ['subjectType', 'subjectId', 'at'])
@Check('ck_audit_entry_audience', `audience in ('kr','jp','joint','business','public')`)
@Check('ck_audit_entry_actor_side', `actor_side in ('kr','jp')`)
@Check('ck_audit_entry_sealed', '(position is null) = (hash is null)')
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_audit_entry' }) id: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) at: Date;
  /** IANA zone of the actor's side, so that the local time can be told beside UTC. */
  @Column('text') zone: string;
  @Column('text') event: string;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('uuid', { nullable: true }) actorUserId: string | null;
  @Column('text', { nullable: true }) actorSide: Side | null;
  @Column('uuid', { nullable: true }) actorPostId: string | null;
  /** The event's payload: ids, versions and hashes before and after, never text. */
  @Column('jsonb') params: object;
  @Column('text') audience: Audience;
  @Column('bigint', { nullable: true }) position: string | null;
  @Column('text', { nullable: true }) hash: string | null;
}

export const auditEntities = [AuditEntryEntity];
