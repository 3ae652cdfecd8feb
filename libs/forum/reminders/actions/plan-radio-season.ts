import type { Database, Tx } from '#platform/database';
import { isInDigest, loadRuleBooks } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { planDays } from '../domain/planning.js';
import { radioSeasonRule } from '../domain/rules.js';
import { seasonCause } from '../queries/radio-season-cause.js';
import { planRows, secretariats, settled } from './plan-rows.js';
import { workerActor } from './worker-actor.js';

/**
 * The season check of the radio talks: on 15 February and 15 November both sides look through their cases (domain.md 3.10, 4). Planned a
 * week ahead, and up to a week late after an outage; a row says that it was, so it is planned once however often this runs. Suspended
 * talks are silent, and those whose two sides agreed to go without.
 * @returns how many reminders were written
 */
export async function planRadioSeason(database: Database): Promise<number> {
  const waiting = await database.readAs('forum_worker').query<{ id: string; day: string }>(dueTalks);
  if (waiting.length === 0) return 0;
  return database.runInTx(workerActor, async (tx) => {
    // Two workers at once: the second finds the rows of the first.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 42))', [radioSeasonRule.code]);
    const talks = await tx.query<{ id: string; day: string }>(dueTalks);
    if (talks.length === 0) return 0;
    const before = await seasonRows(tx, talks);
    const [calendar, posts, now] = [await loadCalendar(tx), await secretariats(tx), await tx.now()];
    const bookOf = await loadRuleBooks(tx);
    for (const { id, day } of talks) {
      const rule = bookOf(id).get(radioSeasonRule.code);
      await planRows(
        tx,
        { subjectType: 'channel', subjectId: id, rule: radioSeasonRule.code, cause: seasonCause },
        posts.flatMap(({ postId, side }) =>
          planDays({ offsets: rule.remindAt }, day, side, calendar).map(({ offsetDays, dueAt }) => ({
            offsetDays,
            postId,
            ruleDate: day,
            dueAt: dueAt > now ? dueAt : settled(now),
            delivery: isInDigest(rule, offsetDays) ? ('digest' as const) : ('single' as const),
          })),
        ),
      );
    }
    return (await seasonRows(tx, talks)) - before;
  });
}

/** Reminders of the season there are for these talks: a run that adds none has nothing left to do. */
async function seasonRows(tx: Tx, talks: readonly { readonly id: string }[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from forum.reminder r
      where r.subject_type = 'channel' and r.rule = 'radio-season' and r.subject_id = any ($1::uuid[])`,
    [talks.map(({ id }) => id)],
  );
  return row?.count ?? 0;
}

/** Living talks of directors-general about radio, with a side that has somebody to tell and was not told of the next of the two days. */
const dueTalks = `
  select c.id, to_char(d.day, 'YYYY-MM-DD') as day
    from (select forum.today('Asia/Seoul') as today) n
    cross join lateral (select make_date(extract(year from n.today)::integer, m.month, 15) as day from (values (2), (11)) as m(month)) d
    join forum.channel c on c.state in ('active','stalled') and c.nominal_level = 'dg' and 'radio' = any (c.topic_codes) and not c.illustrative
   where d.day between n.today - 7 and n.today + 7
     and not exists (select 1 from forum.channel_reminder_rule x where x.channel_id = c.id and x.code = 'radio-season' and x.change ->> 'enabled' = 'false')
     and exists (select 1 from forum.secretariat_posts() p
                  where not exists (select 1 from forum.reminder r
                                     where r.subject_type = 'channel' and r.subject_id = c.id and r.rule = 'radio-season' and r.rule_date = d.day
                                       and r.recipient_side = p.side))`;
