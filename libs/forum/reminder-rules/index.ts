import { onAccepted } from '#forum/two-key';
import { agreeReminderRules } from './actions/propose-rules.js';
import { channelReminderRules } from './rule-proposals.js';

onAccepted(channelReminderRules, agreeReminderRules);

export {
  changesOf,
  ProposeReminderRules,
  readOpenRules,
  type ProposeReminderRulesInput,
} from './actions/propose-rules.js';
export { reminderRulesErrors } from './domain/reminder-rules.errors.js';
export { isInDigest, RuleBook } from './domain/rule-book.js';
export { bookOf, valuesOf, type ChangedRule, type RuleValues, type WantedRule } from './domain/rule-change.js';
export { ruleDate } from './domain/rule-date.js';
export { choosesDate, isOfChannel, MOST_REMINDERS, REACH_DAYS, targetsOf } from './domain/rule-limits.js';
export {
  ESCALATION_TARGETS,
  RULE_ANCHORS,
  RULE_DELIVERIES,
  RULE_OWNERS,
  type Escalation,
  type EscalationTarget,
  type ReminderRule,
  type RuleAnchor,
  type RuleCalendar,
  type RuleChange,
  type RuleDelivery,
  type RuleOwner,
  type RuleTone,
  type RuleUnit,
} from './domain/rule.types.js';
export { standardRules } from './domain/standard-rules.js';
export { reminderRuleEntities } from './persistence/reminder-rules.entities.js';
export { findChannelRules, rulesOffers, type ChannelRules } from './queries/channel-rules.js';
export { findRuleBook, loadRuleBooks } from './queries/rule-books.js';
export { reminderRulesChanged } from './reminder-rules.events.js';
export { ReminderRulesModule } from './reminder-rules.module.js';
export { channelReminderRules, type ReminderRulesContent } from './rule-proposals.js';
