import type { Side } from '#core/kernel';

/** The fact a rule date is counted from (domain.md 4: T, D, E, S and their kin). */
export const RULE_ANCHORS = [
  'session_start',
  'action_due',
  'answer_due',
  'poll_deadline',
  'translation_due',
  'commitment_reviewed',
  'instrument_signed',
  'radio_reported',
  'radio_acknowledged',
  'radio_season',
  'exhibition_start',
  'exchange_call_end',
  'exchange_arrival',
  'exchange_end',
  'multilateral_start',
  'multilateral_deadline',
  'month_start',
] as const;
export type RuleAnchor = (typeof RULE_ANCHORS)[number];

/** Who has to keep the date, and is told first (domain.md 4, column "Owner"). */
export const RULE_OWNERS = [
  'host_secretariat',
  'both_secretariats',
  'drafting_side',
  'owner_post',
  'asked_secretariat',
  'asked_posts',
  'translator',
  'contact_point',
  'kr_secretariat',
  'inviting_secretariat',
  'host_body',
] as const;
export type RuleOwner = (typeof RULE_OWNERS)[number];

/** Who is told next when the date has passed (domain.md 4, column "Escalation"); always the responsible side first. */
export const ESCALATION_TARGETS = [
  'own_secretariat',
  'both_secretariats',
  'own_division',
  'own_heads',
  'late_heads',
  'both_heads',
  'next_level',
  'next_agenda',
] as const;
export type EscalationTarget = (typeof ESCALATION_TARGETS)[number];

export interface Escalation {
  /** Days from the rule date. */
  readonly at: number;
  readonly to: EscalationTarget;
}

/** `days` counts calendar days and rolls to a working day; `working_days` counts those alone. */
export type RuleUnit = 'days' | 'working_days';
/** Whose working days the rule date falls on. The days of the reminders are always the reader's own. */
export type RuleCalendar = 'common' | Side;
/** `notice` tells, `deadline` names the day and what is asked; neither presses (domain.md 4: 기한 안내, 期限のお知らせ). */
export type RuleTone = 'notice' | 'deadline';
/** `by_day`: before the date in the day's one mail, from the date on in a mail of its own (domain.md 4, job rules). */
export const RULE_DELIVERIES = ['by_day', 'single', 'digest'] as const;
export type RuleDelivery = (typeof RULE_DELIVERIES)[number];

/** One row of domain.md 4: from which fact, when, whom, and who hears of it next. */
export interface ReminderRule {
  readonly code: string;
  readonly anchor: RuleAnchor;
  /** From the anchor to the rule date, before rolling; 0 where the anchor is the rule date. */
  readonly offset: number;
  readonly unit: RuleUnit;
  readonly calendar: RuleCalendar;
  readonly owner: RuleOwner;
  /** Days from the rule date on which the owner is told, earliest first. */
  readonly remindAt: readonly number[];
  readonly escalations: readonly Escalation[];
  readonly tone: RuleTone;
  readonly delivery: RuleDelivery;
  readonly enabled: boolean;
}

/** What the two secretariats of a channel may change of a rule; what is absent stays as in the standard. */
export type RuleChange = Partial<Pick<ReminderRule, 'offset' | 'remindAt' | 'escalations' | 'delivery' | 'enabled'>>;
