export { isInDigest, RuleBook } from './domain/rule-book.js';
export { ruleDate } from './domain/rule-date.js';
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
export { findRuleBook, loadRuleBooks } from './queries/rule-books.js';
