import type { Side } from '#core/kernel';
import { RuleBook, type RuleOwner } from '#forum/reminder-rules';
import type { Deadline } from '#forum/sessions';

/** Marks the rule that tells who stands above; the rest of its code is the deadline's. */
const overdueMark = '-overdue';

const deadlines: ReadonlySet<string> = new Set(RuleBook.standard.of('session_start').map(({ code }) => code));

/** Every rule of a session's deadlines: to the secretariats, and to the heads. */
export const sessionRuleCodes: readonly string[] = [...deadlines].flatMap((code) => [code, code + overdueMark]);

/** The deadline a rule speaks of, and whether it speaks to the heads; undefined for a rule of something else. */
export function deadlineOfRule(code: string): { readonly deadline: string; readonly toHeads: boolean } | undefined {
  const toHeads = code.endsWith(overdueMark);
  const deadline = toHeads ? code.slice(0, -overdueMark.length) : code;
  return deadlines.has(deadline) ? { deadline, toHeads } : undefined;
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
export function isOwner(owner: RuleOwner, hostSide: Side | null, side: Side): boolean {
  return owner !== 'host_secretariat' || hostSide === null || hostSide === side;
}
