import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Audience, Side } from '#core/kernel';

/** A published event waiting for the worker (style.md 7). */
@Entity({ name: 'outbox_event' })
@Check('ck_outbox_event_audience', `audience in ('kr','jp','joint','business','public')`)
@Index('ix_outbox_event_waiting', ['occurredAt', 'id'], { where: 'relayed_at is null' })
export class OutboxEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox_event' }) id: string;
  @Column('text') event: string;
  @Column('jsonb') payload: object;
  @Column('text') audience: Audience;
  @Column('text') subjectType: string;
  @Column('uuid') subjectId: string;
  @Column('uuid', { nullable: true }) actorUserId: string | null;
  @Column('text', { nullable: true }) actorSide: Side | null;
  @Column('uuid', { nullable: true }) actorPostId: string | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) occurredAt: Date;
  @Column('timestamptz', { nullable: true }) relayedAt: Date | null;
}

/** The answer given to a POST that carried an `Idempotency-Key`, so that a repeated request is answered alike and done once. */
@Entity({ name: 'idempotency_key' })
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotency_key' }) userId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_key' }) key: string;
  @Column('text') fingerprint: string;
  @Column('integer', { nullable: true }) status: number | null;
  @Column('jsonb', { nullable: true }) response: object | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
}

/** How far the tests have moved time; one row. */
@Entity({ name: 'clock_offset' })
@Check('ck_clock_offset_one_row', 'id')
export class ClockOffsetEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'pk_clock_offset' }) id: boolean;
  @Column('interval', { default: '00:00:00' }) amount: string;
}
