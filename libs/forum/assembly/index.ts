import { ClockOffsetEntity, IdempotencyKeyEntity, OutboxEventEntity } from '#platform/database';
import { identityEntities } from '#forum/identity';

/** Every table of the product, for the pools and for the check that entities and migrations agree. */
export const forumEntities = [ClockOffsetEntity, IdempotencyKeyEntity, OutboxEventEntity, ...identityEntities];
