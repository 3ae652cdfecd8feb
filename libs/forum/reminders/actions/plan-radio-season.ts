import { wallClock } from '#core/i18n';
import type { Tx } from '#platform/database';
import { isInDigest, loadRuleBooks } from '#forum/reminder-rules';
import { addDays, loadCalendar, type PlainDay } from '#forum/working-days';
import { planDays, zones } from '../domain/planning.js';
import { radioSeasonRule } from '../domain/rules.js';
import { seasonCause } from '../queries/radio-season-cause.js';
import { planAll, type Plan } from './plan-dues.js';
import { secretariats, settled, type PlannedRow } from './plan-rows.js';

/** A reminder of the season is planned a week before its own day, and so long after it when nobody was there to plan it. */
const weekDays = 7;

const season = { subjectType: 'channel', rule: radioSeasonRule.code, cause: seasonCause } as const;

/** The days of the season which a reminder of today, a year from its day at most, may be of. */
function seasonsAround(today: PlainDay): PlainDay[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1, year + 2].flatMap((one) => [`${String(one)}-02-15`, `${String(one)}-11-15`]);
}

interface Known {
  readonly channelId: string;
  readonly side: string;
  readonly day: PlainDay;
  readonly offsetDays: number;
  readonly postId: string;
  readonly planned: boolean;
}

/**
 * The season check of the radio talks: around 15 February and 15 November both sides look through their cases (domain.md 3.10, 4), on the
 * days the talks agreed on. Suspended talks are silent, and those whose two sides agreed to go without.
 * @returns how many talks were looked at
 */
export async function planRadioSeason(tx: Tx): Promise<number> {
  const talks = await tx.query<{ id: string; living: boolean }>(radioTalks);
  if (talks.length === 0) return 0;
  const known = await tx.query<Known>(
    `select subject_id as "channelId", recipient_side as side, to_char(rule_date, 'YYYY-MM-DD') as day, offset_days as "offsetDays",
            recipient_post_id as "postId", state = 'planned' as planned
       from forum.reminder where subject_type = 'channel' and rule = $1 and subject_id = any ($2::uuid[])`,
    [radioSeasonRule.code, talks.map(({ id }) => id)],
  );
  const [calendar, posts, now] = [await loadCalendar(tx), await secretariats(tx), await tx.now()];
  const bookOf = await loadRuleBooks(tx);
  // Told is who was told, or is to be told still as what they are.
  const told = known.filter((row) => !row.planned || posts.some(({ postId }) => postId === row.postId));
  const rowsOf = (channelId: string): PlannedRow[] => {
    const rule = bookOf(channelId).get(radioSeasonRule.code);
    if (!rule.enabled) return [];
    return posts.flatMap(({ postId, side }) => {
      const today = wallClock(now, zones[side]).date;
      return seasonsAround(today).flatMap((day) =>
        planDays({ offsets: rule.remindAt }, day, side, calendar)
          .filter(({ date }) => date <= addDays(today, weekDays))
          .map(({ offsetDays, date, dueAt }): PlannedRow => {
            const isLate = dueAt <= now && today <= addDays(date, weekDays);
            const isTold = told.some(
              (row) =>
                row.channelId === channelId && row.side === side && row.day === day && row.offsetDays === offsetDays,
            );
            return {
              offsetDays,
              postId,
              ruleDate: day,
              dueAt: isLate && !isTold ? settled(now) : dueAt,
              delivery: isInDigest(rule, offsetDays) ? 'digest' : 'single',
            };
          }),
      );
    });
  };
  await planAll(
    tx,
    talks.map(({ id, living }): Plan => ({ ...season, subjectId: id, rows: living ? rowsOf(id) : [] })),
  );
  return talks.length;
}

/** Living talks of directors-general about radio, and what has something planned that is none of these any more. */
const radioTalks = `
  select t.id, bool_or(t.living) as living
    from (select c.id, true as living from forum.channel c
           where c.state in ('active','stalled') and c.nominal_level = 'dg' and 'radio' = any (c.topic_codes) and not c.illustrative
          union all
          select r.subject_id, false from forum.reminder r where r.subject_type = 'channel' and r.rule = 'radio-season' and r.state = 'planned') t
   group by t.id order by t.id`;
