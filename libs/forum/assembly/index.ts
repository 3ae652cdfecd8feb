import { ClockOffsetEntity, IdempotencyKeyEntity, OutboxEventEntity } from '#platform/database';
import { actionsEntities } from '#forum/actions';
import { agendaEntities } from '#forum/agenda';
import { auditEntities } from '#forum/audit';
import { identityEntities } from '#forum/identity';
import { reminderEntities } from '#forum/reminders';
import { sessionsEntities } from '#forum/sessions';
import { twoKeyEntities } from '#forum/two-key';
import { workingDaysEntities } from '#forum/working-days';

/** Every table of the product, for the pools and for the check that entities and migrations agree. */
export const forumEntities = [
  ClockOffsetEntity,
  IdempotencyKeyEntity,
  OutboxEventEntity,
  ...identityEntities,
  ...twoKeyEntities,
  ...workingDaysEntities,
  ...sessionsEntities,
  ...agendaEntities,
  ...actionsEntities,
  ...reminderEntities,
  ...auditEntities,
];
