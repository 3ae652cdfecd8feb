import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Side } from '#core/kernel';
import type { DeliveryKind, DeliveryState, WebhookState } from '../domain/webhooks.types.js';

/** An address of a side's own system. */
@Entity({ name: 'webhook' })
@Check('ck_webhook_state', `state in ('on','off','removed')`)
@Check('ck_webhook_off_reason', `off_reason in ('gone')`)
@Check('ck_webhook_audience', `audience in ('kr','jp')`)
export class WebhookEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook' }) id: string;
  @Column('text') name: string;
  @Column('text') url: string;
  @Column('text', { default: 'on' }) state: WebhookState;
  /** Why the desk itself turned it off; null when a person did, or it is on. */
  @Column('text', { nullable: true }) offReason: 'gone' | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => 'forum.now()' }) updatedAt: Date;
  @Column('text') audience: Side;
}

/** What requests are signed with. Read by the worker alone. The newest signs; the one before it too, for a day. */
@Entity({ name: 'webhook_secret' })
@Index('ix_webhook_secret_webhook_id', ['webhookId', 'createdAt'])
@Check('ck_webhook_secret_audience', `audience in ('kr','jp')`)
export class WebhookSecretEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_secret' }) id: string;
  @ForeignKey(() => WebhookEntity, { name: 'fk_webhook_secret_webhook_id' })
  @Column('uuid')
  webhookId: string;
  @Column('text') secret: string;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('text') audience: Side;
}

/** One mail to tell one webhook of, or a test. Its id is the id of the message, the same for every try. */
@Entity({ name: 'webhook_delivery' })
@Unique('uq_webhook_delivery_mail', ['webhookId', 'mailId'])
@Index('ix_webhook_delivery_waiting', ['dueAt', 'id'], { where: `state = 'planned'` })
@Index('ix_webhook_delivery_leased', ['leaseUntil', 'id'], { where: `state in ('queued','sending')` })
@Index('ix_webhook_delivery_failed', ['webhookId', 'id'], { where: `state = 'failed'` })
@Index('ix_webhook_delivery_webhook_id', ['webhookId', 'createdAt', 'id'])
@Check('ck_webhook_delivery_kind', `kind in ('mail','ping')`)
@Check('ck_webhook_delivery_state', `state in ('planned','queued','sending','delivered','failed')`)
@Check('ck_webhook_delivery_mail', `(kind = 'mail') = (mail_id is not null)`)
@Check('ck_webhook_delivery_audience', `audience in ('kr','jp')`)
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_webhook_delivery' }) id: string;
  @ForeignKey(() => WebhookEntity, { name: 'fk_webhook_delivery_webhook_id' })
  @Column('uuid')
  webhookId: string;
  @Column('text') kind: DeliveryKind;
  /** Null for a test. */
  @ForeignKey('sent_mail', { name: 'fk_webhook_delivery_mail_id' })
  @Column('uuid', { nullable: true })
  mailId: string | null;
  @Column('text', { default: 'planned' }) state: DeliveryState;
  /** Not before then. */
  @Column('timestamptz', { default: () => 'forum.now()' }) dueAt: Date;
  /** Until then nobody else may try. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  @Column('integer', { default: 0 }) attempt: number;
  /** What is sent, from the first try on: each try carries the same. */
  @Column('text', { nullable: true }) body: string | null;
  @Column('integer', { nullable: true }) answerStatus: number | null;
  @Column('text', { nullable: true }) lastErrorCode: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { default: () => 'forum.now()' }) createdAt: Date;
  @Column('text') audience: Side;
}

export const webhookEntities = [WebhookEntity, WebhookSecretEntity, WebhookDeliveryEntity];
