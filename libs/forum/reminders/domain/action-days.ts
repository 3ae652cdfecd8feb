import { otherSide, type Side } from '#core/kernel';
import { isInDigest, type EscalationTarget, type ReminderRule } from '#forum/reminder-rules';
import type { PlainDay, WorkingCalendar } from '#forum/working-days';
import { planDays } from './planning.js';
import type { ReminderDelivery } from './reminder.types.js';
import { actionItemRule, overdue } from './rules.js';

/** Whom a day reaches: the owner post, the post above it, or every head or secretariat post of a side; `agenda` is a secretariat too. */
export type ActionReader = 'owner' | 'division' | 'head' | 'secretariat' | 'agenda';

/** A day on which one kind of reader is told of every action that is due on `due`, owned by `owner_side` and under the same rules. */
export interface ActionDay {
  readonly due: PlainDay;
  readonly owner_side: Side;
  /** The channel whose rules differ; null for the standard ones. */
  readonly channel_id: string | null;
  readonly rule: string;
  readonly offset_days: number;
  readonly reader: ActionReader;
  readonly reader_side: Side;
  /** ISO 8601 in UTC. */
  readonly due_at: string;
  readonly delivery: ReminderDelivery;
}

/** Actions that are told of on the same days. */
export interface ActionShape {
  readonly due: PlainDay;
  readonly ownerSide: Side;
  readonly channelId: string | null;
}

/** Who hears of an overdue action: the responsible side from below, the other side its secretariat or heads (domain.md 4, job rules). */
function readersOf(to: EscalationTarget, owner: Side): readonly (readonly [ActionReader, Side])[] {
  const other = otherSide(owner);
  switch (to) {
    case 'own_division':
    case 'next_level':
      return [['division', owner]];
    case 'own_heads':
    case 'late_heads':
      return [['head', owner]];
    case 'both_heads':
      return [
        ['head', owner],
        ['head', other],
      ];
    case 'own_secretariat':
      return [['secretariat', owner]];
    case 'both_secretariats':
      return [
        ['secretariat', owner],
        ['secretariat', other],
      ];
    case 'next_agenda':
      return [['agenda', owner]];
  }
}

/** Every day on which actions of one shape remind: the owner on the rule's days, who stands above it once they are overdue. */
export function actionDays(shape: ActionShape, rule: ReminderRule, calendar: WorkingCalendar): ActionDay[] {
  if (!rule.enabled) return [];
  const { due, ownerSide } = shape;
  const days = (code: string, reader: ActionReader, side: Side, offsets: readonly number[]): ActionDay[] =>
    planDays({ offsets }, due, side, calendar).map(({ offsetDays, dueAt }) => ({
      ...{ due, owner_side: ownerSide, channel_id: shape.channelId, rule: code, offset_days: offsetDays, reader },
      ...{ reader_side: side, due_at: dueAt, delivery: isInDigest(rule, offsetDays) ? 'digest' : 'single' },
    }));
  return [
    ...days(actionItemRule.code, 'owner', ownerSide, rule.remindAt),
    ...toldAbove(rule, ownerSide).flatMap(([reader, side, offsets]) =>
      days(overdue(actionItemRule.code), reader, side, offsets),
    ),
  ];
}

/** All days of one kind of reader of one side together: where holidays bring two of them onto one day, one mail speaks for both. */
function toldAbove({ escalations }: ReminderRule, owner: Side) {
  const told = new Map<string, readonly [ActionReader, Side, number[]]>();
  for (const { at, to } of escalations) {
    for (const [reader, side] of readersOf(to, owner)) {
      const key = `${reader} ${side}`;
      const known = told.get(key);
      if (known) known[2].push(at);
      else told.set(key, [reader, side, [at]]);
    }
  }
  return [...told.values()];
}
