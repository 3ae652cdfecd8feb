import type { Side } from '#core/kernel';
import { isInDigest, ruleDate, type ReminderRule, type RuleBook } from '#forum/reminder-rules';
import type { WorkingCalendar } from '#forum/working-days';
import { planDays } from './planning.js';
import type { ReminderDelivery } from './reminder.types.js';
import { isDone, isSilent, type SessionMatters } from './session-matters.js';
import { isOwner, remindsIn } from './session-rules.js';

interface SidePost {
  readonly postId: string;
  readonly side: Side;
}

/** Who may be told of a session, and whose days count. */
export interface SessionReaders {
  readonly calendar: WorkingCalendar;
  readonly secretariats: readonly SidePost[];
  readonly heads: readonly SidePost[];
}

export interface SessionPlanRow extends SidePost {
  readonly offsetDays: number;
  readonly ruleDate: string;
  /** ISO 8601 in UTC. */
  readonly dueAt: string;
  readonly delivery: ReminderDelivery;
}

/** What one rule tells about a session; a rule that tells nothing has no rows, so that planning it cancels what it told. */
export interface SessionPlan {
  readonly rule: string;
  /** The deadline it is about. */
  readonly deadline: ReminderRule;
  readonly rows: readonly SessionPlanRow[];
}

/** Everything a session's deadlines tell, of the past too: to who keeps each of them and, once it is late, to the heads (domain.md 4). */
export function planSession(matters: SessionMatters, rules: RuleBook, readers: SessionReaders): SessionPlan[] {
  return rules.of('session_start').flatMap((deadline) => {
    const speaks =
      deadline.enabled &&
      !isSilent(matters) &&
      remindsIn(matters.state, { rule: deadline.code, offsetDays: deadline.offset });
    return [
      { rule: deadline.code, deadline, rows: speaks ? toOwners(deadline, matters, readers) : [] },
      { rule: `${deadline.code}-overdue`, deadline, rows: speaks ? toHeads(deadline, matters, readers) : [] },
    ];
  });
}

function toOwners(deadline: ReminderRule, matters: SessionMatters, readers: SessionReaders): SessionPlanRow[] {
  const owners = readers.secretariats.filter(
    (post) => isLate(deadline, matters, post) && keeps(deadline, matters, post),
  );
  return rowsOf(deadline, deadline.remindAt, matters, owners, readers.calendar);
}

function toHeads(deadline: ReminderRule, matters: SessionMatters, readers: SessionReaders): SessionPlanRow[] {
  const late = readers.heads.filter((post) => isLate(deadline, matters, post));
  const daysFor = (post: SidePost): number[] =>
    deadline.escalations
      .filter(({ to }) => to === 'both_heads' || (to === 'late_heads' && keeps(deadline, matters, post)))
      .map(({ at }) => at);
  return late.flatMap((post) => rowsOf(deadline, [...new Set(daysFor(post))], matters, [post], readers.calendar));
}

const isLate = (deadline: ReminderRule, matters: SessionMatters, { side }: SidePost): boolean =>
  !isDone(deadline.code, matters, side);

const keeps = (deadline: ReminderRule, matters: SessionMatters, { side }: SidePost): boolean =>
  isOwner(deadline.owner, matters.hostSide, side);

function rowsOf(
  deadline: ReminderRule,
  offsets: readonly number[],
  { startDate }: SessionMatters,
  posts: readonly SidePost[],
  calendar: WorkingCalendar,
): SessionPlanRow[] {
  const date = ruleDate(deadline, startDate, calendar);
  return posts.flatMap(({ postId, side }) =>
    planDays({ code: deadline.code, offsets }, date, side, calendar).map(({ offsetDays, dueAt }) => {
      const delivery = isInDigest(deadline, offsetDays) ? 'digest' : 'single';
      return { offsetDays, postId, side, ruleDate: date, dueAt, delivery };
    }),
  );
}
