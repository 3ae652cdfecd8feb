import type { Escalation, EscalationTarget, ReminderRule, RuleAnchor, RuleOwner } from './rule.types.js';

type Told = Pick<ReminderRule, 'remindAt'> & Partial<Pick<ReminderRule, 'delivery' | 'tone' | 'unit' | 'calendar'>>;

function rule(
  code: string,
  [anchor, offset]: readonly [RuleAnchor, number],
  owner: RuleOwner,
  told: Told,
  ...escalations: readonly (readonly [number, EscalationTarget])[]
): ReminderRule {
  return {
    code,
    anchor,
    offset,
    unit: 'days',
    calendar: 'common',
    owner,
    escalations: escalations.map(([at, to]): Escalation => ({ at, to })),
    tone: 'deadline',
    delivery: 'by_day',
    enabled: true,
    ...told,
  };
}

const T = (offset: number) => ['session_start', offset] as const;

/**
 * The table of domain.md 4. Where the table names whom to tell but no day, the last of the reminders is that day. A channel starts with
 * these and changes them with two keys.
 */
export const standardRules: readonly ReminderRule[] = [
  rule('date_proposal', T(-90), 'host_secretariat', { remindAt: [-7, 0, 3] }, [3, 'late_heads']),
  rule('commitments_reviewed', T(-45), 'both_secretariats', { remindAt: [-14, 0], delivery: 'digest' }),
  rule('agenda_proposal', T(-30), 'both_secretariats', { remindAt: [-7, -3, -1, 0, 1] }, [3, 'late_heads']),
  rule('agenda_agreed', T(-21), 'both_secretariats', { remindAt: [-3, 0, 1] }, [3, 'both_heads']),
  rule('translations', T(-14), 'drafting_side', { remindAt: [-5, -1, 0, 1] }),
  rule('delegation_list', T(-10), 'both_secretariats', { remindAt: [-3, -1, 0, 1] }, [1, 'late_heads']),
  rule('interpretation', T(-10), 'host_secretariat', { remindAt: [-3, 0] }, [0, 'late_heads']),
  rule('texts_without_brackets', T(-3), 'both_secretariats', { remindAt: [-2, -1, 0] }, [0, 'both_heads']),
  rule('press_text_cleared', T(-1), 'both_secretariats', { remindAt: [0] }, [0, 'both_heads']),
  rule('draft_minutes', T(7), 'host_secretariat', { remindAt: [-2, 0, 1] }, [1, 'late_heads']),
  rule('actions_registered', T(7), 'both_secretariats', { remindAt: [0, 1] }),
  rule('minutes_agreed', T(14), 'both_secretariats', { remindAt: [-7, -1, 0, 1, 7] }, [7, 'both_heads']),
  rule('arrangement_posted', ['instrument_signed', 10], 'kr_secretariat', { remindAt: [-5, -1, 0], calendar: 'kr' }, [
    0,
    'own_heads',
  ]),
  rule(
    'action-item',
    ['action_due', 0],
    'owner_post',
    { remindAt: [-14, -7, -1, 0, 1, 7] },
    [1, 'own_division'],
    [7, 'own_heads'],
    [7, 'both_secretariats'],
    [30, 'next_agenda'],
  ),
  rule('action-silence', ['answer_due', 0], 'asked_secretariat', { remindAt: [-1, 0] }),
  rule('poll-chase', ['poll_deadline', 0], 'asked_posts', { remindAt: [-3, -1, 0] }),
  rule('translation-due', ['translation_due', 0], 'translator', { remindAt: [-5, -1, 0, 1] }, [1, 'own_secretariat']),
  rule('commitment-review', ['commitment_reviewed', 180], 'both_secretariats', {
    remindAt: [-14, 0],
    delivery: 'digest',
  }),
  rule('radio-acknowledge', ['radio_reported', 5], 'contact_point', { remindAt: [-2, 0, 1], unit: 'working_days' }, [
    1,
    'next_level',
  ]),
  rule('radio-measure', ['radio_acknowledged', 30], 'contact_point', { remindAt: [-2, 0, 1] }, [1, 'next_level']),
  rule('radio-season', ['radio_season', 0], 'both_secretariats', { remindAt: [0], tone: 'notice' }),
  ...(
    [
      ['exhibition-invite', -120],
      ['exhibition-apply', -90],
      ['exhibition-allot', -60],
      ['exhibition-list', -30],
      ['exhibition-shipping', -14],
      ['exhibition-report', 14],
    ] as const
  ).map(([code, offset]) =>
    rule(code, ['exhibition_start', offset], 'inviting_secretariat', { remindAt: [-7, -1, 0] }),
  ),
  rule('exchange-call', ['exchange_call_end', 0], 'host_body', { remindAt: [-14, -3, 0] }),
  rule('exchange-visa', ['exchange_arrival', -45], 'host_body', { remindAt: [-14, -3, 0] }),
  rule('exchange-report', ['exchange_end', 30], 'host_body', { remindAt: [-14, -3, 0] }),
  rule('contribution-decide', ['multilateral_start', -60], 'both_secretariats', { remindAt: [-7, -1, 0] }, [
    0,
    'both_heads',
  ]),
  rule('contribution-text', ['multilateral_start', -30], 'both_secretariats', { remindAt: [-7, -1, 0] }, [
    0,
    'both_heads',
  ]),
  rule('contribution-submit', ['multilateral_deadline', -3], 'both_secretariats', { remindAt: [-7, -1, 0] }, [
    0,
    'both_heads',
  ]),
  rule('monthly-waiting', ['month_start', 0], 'both_secretariats', {
    remindAt: [0],
    tone: 'notice',
    delivery: 'digest',
  }),
];
