import type { Side } from '#core/kernel';
import { sessionDeadlineRules, type Deadline, type DeadlineOwner } from '#forum/sessions';
import type { ReminderRule } from './rules.js';

/** How one deadline of a session reminds. Its own date comes from the sessions and is not said again here. */
interface SessionReminders {
  /** Days from the rule date on which the owner is told. */
  readonly offsets: readonly number[];
  /** Day on which the heads of the side that is late are told; null: never. Where the table names none, the last of the offsets. */
  readonly overdueAt: number | null;
}

/** domain.md 4, columns "Reminders" and "Escalation" of the rows anchored at T. */
const reminders: Readonly<Record<string, SessionReminders>> = {
  date_proposal: { offsets: [-7, 0, 3], overdueAt: 3 },
  agenda_proposal: { offsets: [-7, -3, -1, 0, 1], overdueAt: 3 },
  agenda_agreed: { offsets: [-3, 0, 1], overdueAt: 3 },
  translations: { offsets: [-5, -1, 0, 1], overdueAt: null },
  delegation_list: { offsets: [-3, -1, 0, 1], overdueAt: 1 },
  interpretation: { offsets: [-3, 0], overdueAt: 0 },
  texts_without_brackets: { offsets: [-2, -1, 0], overdueAt: 0 },
  press_text_cleared: { offsets: [0], overdueAt: 0 },
  draft_minutes: { offsets: [-2, 0, 1], overdueAt: 1 },
  actions_registered: { offsets: [0, 1], overdueAt: null },
  minutes_agreed: { offsets: [-7, -1, 0, 1, 7], overdueAt: 7 },
};

/** Marks the rule that tells the heads; the rest of its code is the deadline's. */
const overdueMark = '-overdue';

/** Every rule of a session's deadlines: to the secretariats, and where there is one, to the heads. */
export const sessionReminderRules: readonly ReminderRule[] = sessionDeadlineRules.flatMap(({ rule }) => {
  const { offsets, overdueAt } = remindersOf(rule);
  const toSecretariat = { code: rule, offsets };
  return overdueAt === null ? [toSecretariat] : [toSecretariat, { code: rule + overdueMark, offsets: [overdueAt] }];
});

/** The deadline a rule speaks of, and whether it speaks to the heads; undefined for a rule of something else. */
export function deadlineOfRule(code: string): { readonly deadline: string; readonly toHeads: boolean } | undefined {
  const toHeads = code.endsWith(overdueMark);
  const deadline = toHeads ? code.slice(0, -overdueMark.length) : code;
  return deadline in reminders ? { deadline, toHeads } : undefined;
}

/** @throws TypeError for a deadline that domain.md 4 gives no reminders */
export function remindersOf(deadline: string): SessionReminders {
  const found = reminders[deadline];
  if (!found) throw new TypeError(deadline);
  return found;
}

/**
 * Which deadlines still remind in a state of the session (domain.md 3.3): before its date is agreed only the date itself, from then
 * on everything that lies ahead, once it was held what follows; a postponed, cancelled or closed session is silent.
 */
export function remindsIn(state: string, deadline: Pick<Deadline, 'rule' | 'offsetDays'>): boolean {
  if (deadline.rule === 'date_proposal') return state === 'proposed';
  switch (state) {
    case 'date_agreed':
    case 'preparing':
    case 'ready':
      return true;
    case 'in_session':
    case 'held':
      return deadline.offsetDays > 0;
    default:
      return false;
  }
}

/** Whether a side has to keep a deadline. While nobody hosts, both do; each side drafts papers of its own. */
export function isOwner(owner: DeadlineOwner, hostSide: Side | null, side: Side): boolean {
  return owner !== 'host_secretariat' || hostSide === null || hostSide === side;
}
