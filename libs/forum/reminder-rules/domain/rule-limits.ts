import type { EscalationTarget, ReminderRule, RuleAnchor, RuleOwner } from './rule.types.js';

/** Days a rule may lie from its anchor, and a reminder from its rule date. */
export const REACH_DAYS = 365;
export const MOST_REMINDERS = 12;

const heads = ['late_heads', 'both_heads'] as const;

/** Who may hear of it when the date has passed, by who has to keep it: nobody is told whom the rule's object does not reach. */
const targets: Readonly<Record<RuleOwner, readonly EscalationTarget[]>> = {
  host_secretariat: heads,
  both_secretariats: heads,
  drafting_side: heads,
  owner_post: ['own_division', 'own_heads', 'both_secretariats', 'next_agenda'],
  kr_secretariat: ['own_heads'],
  translator: ['own_secretariat'],
  contact_point: ['next_level'],
  asked_secretariat: [],
  asked_posts: [],
  inviting_secretariat: [],
  host_body: [],
};

export const targetsOf = (rule: Pick<ReminderRule, 'owner'>): readonly EscalationTarget[] => targets[rule.owner];

/** Whether the days between the fact and the rule date are the channel's to choose; some rules fall on the fact itself. */
export const choosesDate = (standard: Pick<ReminderRule, 'offset'>): boolean => standard.offset !== 0;

const ofNoChannel: readonly RuleAnchor[] = [
  'exhibition_start',
  'exchange_call_end',
  'exchange_arrival',
  'exchange_end',
  'multilateral_start',
  'multilateral_deadline',
  'month_start',
];

/** Whether what the rule tells of belongs to a channel; the others follow the standard, whatever a channel agrees on. */
export const isOfChannel = ({ anchor }: Pick<ReminderRule, 'anchor'>): boolean => !ofNoChannel.includes(anchor);

/** Days that have to follow one another, whatever a channel chooses (domain.md 4). */
export const orderedRules: readonly (readonly [first: string, second: string])[] = [
  ['date_proposal', 'agenda_proposal'],
  ['agenda_proposal', 'agenda_agreed'],
  ['draft_minutes', 'minutes_agreed'],
];
