import { newId, type Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import type { Tx } from '#platform/database';
import { loadRuleBooks, RuleBook, type EscalationTarget, type ReminderRule } from '#forum/reminder-rules';
import { loadCalendar, type WorkingCalendar } from '#forum/working-days';
import { dateOf, dueDays, overdueRule, type Due, type DueObject } from '../domain/due.js';
import { zones } from '../domain/planning.js';
import type { DueFamily } from '../queries/due-family.js';
import { daysByPost, heads, secretariats, type Planned, type PlannedRow, type SidePost } from './plan-rows.js';

/** What the planning of several objects shares, so that it is read once. */
interface Table {
  /** In the two capitals, which share it. */
  readonly today: string;
  readonly calendar: WorkingCalendar;
  readonly bookOf: (channelId: string) => RuleBook;
  readonly secretariats: readonly SidePost[];
  readonly superiors: readonly SidePost[];
  readonly heads: readonly SidePost[];
}

export interface Plan extends Planned {
  readonly rows: readonly PlannedRow[];
}

/** Plans the dates of these objects of one kind as they stand, and cancels what no longer holds; all of one that has no dates any more. */
export async function planDues(tx: Tx, family: DueFamily, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await family.find(tx, null, ids);
  const known = new Set(found.map(({ id }) => id));
  const gone = ids.filter((id) => !known.has(id)).map((id) => ({ id, channelId: null, dues: [] }));
  const table = await readTable(tx);
  await planAll(
    tx,
    [...found, ...gone].flatMap((object) => plansOf(family, object, table)),
  );
}

/** Writes several plans in one statement. */
export async function planAll(tx: Tx, plans: readonly Plan[]): Promise<void> {
  if (plans.length === 0) return;
  await tx.query(
    `select forum.plan_reminders(p.subject_type, p.subject_id, p.rule, p.cause, p.rows)
       from jsonb_to_recordset($1::jsonb) as p(subject_type text, subject_id uuid, rule text, cause text, rows jsonb)`,
    [
      JSON.stringify(
        plans.map(({ subjectType, subjectId, rule, cause, rows }) => ({
          subject_type: subjectType,
          subject_id: subjectId,
          rule,
          cause,
          rows: rows.map((row) => ({
            id: newId(),
            offset_days: row.offsetDays,
            recipient_post_id: row.postId,
            rule_date: row.ruleDate,
            due_at: row.dueAt,
            occurrence: row.occurrence ?? 0,
            delivery: row.delivery ?? 'single',
          })),
        })),
      ),
    ],
  );
}

async function readTable(tx: Tx): Promise<Table> {
  return {
    today: wallClock(await tx.now(), zones.kr).date,
    calendar: await loadCalendar(tx),
    bookOf: await loadRuleBooks(tx),
    secretariats: await secretariats(tx),
    superiors: await superiors(tx),
    heads: await heads(tx),
  };
}

/** The posts above the secretariats that somebody holds. */
function superiors(tx: Tx): Promise<SidePost[]> {
  return tx.query<SidePost>(
    `select distinct p.superior_id as "postId", s.side
       from forum.secretariat_posts() s join forum.post p on p.id = s.post_id
      where exists (select 1 from forum.post_holder h
                     where h.post_id = p.superior_id and h.user_id is not null
                       and forum.today(forum.zone_of(s.side)) between coalesce(h.held_from, '-infinity') and coalesce(h.held_to, 'infinity'))`,
  );
}

function plansOf(
  { subjectType, rules }: DueFamily,
  { id, channelId, dues }: Pick<DueObject, 'id' | 'channelId' | 'dues'>,
  table: Table,
): Plan[] {
  const book = channelId === null ? RuleBook.standard : table.bookOf(channelId);
  return rules.flatMap((code): Plan[] => {
    const due = dues.find((one) => one.rule === code);
    const rule = book.get(code);
    const plan = (planned: string, rows: readonly PlannedRow[]): Plan => ({
      subjectType,
      subjectId: id,
      rule: planned,
      cause: due?.fingerprint ?? '',
      rows,
    });
    return [
      plan(code, due ? rowsFor(ownersOf(due, table.secretariats), rule, due, rule.remindAt, table) : []),
      plan(overdueRule(code), due ? upwards(rule, due, table) : []),
    ];
  });
}

/** Who hears of a date that passed: the next level of the side that is late, never the other side (domain.md 4). */
function upwards(rule: ReminderRule, due: Due, table: Table): PlannedRow[] {
  const told = rule.escalations.map(({ at, to }) => ({ days: [at], readers: ownersOf(due, postsAbove(to, table)) }));
  return daysByPost(told).flatMap(({ days, ...post }) => rowsFor([post], rule, due, days, table));
}

function postsAbove(to: EscalationTarget, table: Table): readonly SidePost[] {
  switch (to) {
    case 'own_secretariat':
    case 'both_secretariats':
      return table.secretariats;
    case 'own_division':
    case 'next_level': {
      // A secretariat that answers to nobody here is spoken for by the heads.
      const led = table.superiors.map(({ side }) => side);
      return [...table.superiors, ...table.heads.filter(({ side }) => !led.includes(side))];
    }
    case 'own_heads':
    case 'late_heads':
    case 'both_heads':
      return table.heads;
    case 'next_agenda':
      return [];
  }
}

const ownersOf = ({ owedBy }: Due, posts: readonly SidePost[]): SidePost[] =>
  posts.filter(({ side }) => owedBy.includes(side));

function rowsFor(
  posts: readonly SidePost[],
  rule: ReminderRule,
  due: Due,
  offsets: readonly number[],
  { calendar, today }: Table,
): PlannedRow[] {
  const date = dateOf(rule, due, calendar, today);
  const days = new Map<Side, ReturnType<typeof dueDays>>();
  return posts.flatMap(({ postId, side }) => {
    const known = days.get(side) ?? dueDays(rule, date, offsets, side, calendar);
    days.set(side, known);
    return known.map((day) => ({ postId, ...day }));
  });
}
