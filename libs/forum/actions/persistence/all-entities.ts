import { ActionEventEntity, ActionEvidenceEntity, ActionItemEntity } from './actions.entities.js';
import { ActionCommentEntity, ActionHandoverEntity, ChannelActionRuleEntity } from './side-affairs.entities.js';

export const actionsEntities = [
  ActionItemEntity,
  ActionEvidenceEntity,
  ActionEventEntity,
  ActionCommentEntity,
  ChannelActionRuleEntity,
  ActionHandoverEntity,
];
