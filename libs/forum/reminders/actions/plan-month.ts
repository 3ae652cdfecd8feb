import { wallClock } from '#core/i18n';
import type { Tx } from '#platform/database';
import { isInDigest, RuleBook } from '#forum/reminder-rules';
import { addDays, loadCalendar } from '#forum/working-days';
import { monthCause, monthRule, monthsAhead } from '../domain/month.js';
import { planDays, zones } from '../domain/planning.js';
import { planAll, type Plan } from './plan-dues.js';
import { secretariats, settled, type PlannedRow } from './plan-rows.js';

/** So long after its day a month is still told when nobody was there to plan it. */
const lateDays = 7;

const month = { subjectType: 'post', rule: monthRule, cause: monthCause } as const;

/**
 * Plans what each secretariat is told on the first working day of its month: what rests on its side. Whether anything does is looked at
 * when the mail leaves. A post that is a secretariat no more is told nothing.
 * @returns how many secretariats are told
 */
export async function planMonth(tx: Tx): Promise<number> {
  const rule = RuleBook.standard.get(monthRule);
  const [calendar, posts, now] = [await loadCalendar(tx), await secretariats(tx), await tx.now()];
  const known = await tx.query<{ postId: string; month: string; planned: boolean }>(
    `select subject_id as "postId", to_char(rule_date, 'YYYY-MM-DD') as month, state = 'planned' as planned from forum.reminder where subject_type = 'post' and rule = $1`,
    [monthRule],
  );
  const plans = posts.map(({ postId, side }): Plan => {
    const today = wallClock(now, zones[side]).date;
    const rows = monthsAhead(today).flatMap((first): PlannedRow[] =>
      planDays({ offsets: rule.remindAt }, first, side, calendar).map(({ offsetDays, date, dueAt }) => {
        const isLate = dueAt <= now && today <= addDays(date, lateDays);
        const untold = !known.some((row) => row.postId === postId && row.month === first);
        return {
          offsetDays,
          postId,
          ruleDate: first,
          dueAt: isLate && untold ? settled(now) : dueAt,
          delivery: isInDigest(rule, offsetDays) ? 'digest' : 'single',
        };
      }),
    );
    return { ...month, subjectId: postId, rows: rule.enabled ? rows : [] };
  });
  const former = new Set(known.filter((row) => row.planned).map((row) => row.postId));
  for (const { postId } of posts) former.delete(postId);
  const none = [...former].map((subjectId): Plan => ({ ...month, subjectId, rows: [] }));
  await planAll(tx, [...plans, ...none]);
  return plans.length;
}
