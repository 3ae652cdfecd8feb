import { ClockOffsetEntity, IdempotencyKeyEntity, OutboxEventEntity } from '#platform/database';
import { actionsEntities } from '#forum/actions';
import { agendaEntities } from '#forum/agenda';
import { auditEntities } from '#forum/audit';
import { businessEntities } from '#forum/business';
import { channelsEntities } from '#forum/channels';
import { commitmentsEntities } from '#forum/commitments';
import { datePollsEntities } from '#forum/date-polls';
import { delegationsEntities } from '#forum/delegations';
import { escalationsEntities } from '#forum/escalations';
import { glossaryEntities } from '#forum/glossary';
import { identityEntities } from '#forum/identity';
import { invitationsEntities } from '#forum/invitations';
import { liveEntities } from '#forum/live';
import { multilateralEntities } from '#forum/multilateral';
import { papersEntities } from '#forum/papers';
import { provenanceEntities } from '#forum/provenance';
import { radioEntities } from '#forum/radio';
import { recordsEntities } from '#forum/records';
import { reminderRuleEntities } from '#forum/reminder-rules';
import { reminderEntities } from '#forum/reminders';
import { sessionsEntities } from '#forum/sessions';
import { translationEntities } from '#forum/translation';
import { twoKeyEntities } from '#forum/two-key';
import { webhookEntities } from '#forum/webhooks';
import { workingDaysEntities } from '#forum/working-days';

/** Every table of the product, for the pools and for the check that entities and migrations agree. */
export const forumEntities = [
  ClockOffsetEntity,
  IdempotencyKeyEntity,
  OutboxEventEntity,
  ...identityEntities,
  ...provenanceEntities,
  ...twoKeyEntities,
  ...workingDaysEntities,
  ...channelsEntities,
  ...reminderRuleEntities,
  ...sessionsEntities,
  ...delegationsEntities,
  ...datePollsEntities,
  ...invitationsEntities,
  ...translationEntities,
  ...glossaryEntities,
  ...agendaEntities,
  ...papersEntities,
  ...recordsEntities,
  ...commitmentsEntities,
  ...actionsEntities,
  ...liveEntities,
  ...radioEntities,
  ...escalationsEntities,
  ...multilateralEntities,
  ...businessEntities,
  ...reminderEntities,
  ...webhookEntities,
  ...auditEntities,
];
