import { newId, type Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import type { Tx } from '#platform/database';
import { zones } from '../domain/planning.js';
import type { ReminderDelivery, ReminderSubject } from '../domain/reminder.types.js';

/** A post to be told, and its side. */
export interface SidePost {
  readonly postId: string;
  readonly side: Side;
}

/** Days from a date on which these posts are told of it. */
export interface Told {
  readonly days: readonly number[];
  readonly readers: readonly SidePost[];
}

/** All days of each post together, whatever it is told as: two that meet on one day are one mail to it. */
export function daysByPost(told: readonly Told[]): (SidePost & { readonly days: readonly number[] })[] {
  const posts = new Map<string, SidePost & { readonly days: Set<number> }>();
  for (const { days, readers } of told) {
    for (const { postId, side } of readers) {
      const known = posts.get(postId) ?? { postId, side, days: new Set<number>() };
      for (const day of days) known.days.add(day);
      posts.set(postId, known);
    }
  }
  return [...posts.values()].map((post) => ({ ...post, days: [...post.days] }));
}

/** What a plan is about; planning one rule of one subject again replaces what is unsent. */
export interface Planned {
  readonly subjectType: ReminderSubject;
  readonly subjectId: string;
  readonly rule: string;
  /** Fingerprint that has to hold when the mail leaves. */
  readonly cause: string;
}

export interface PlannedRow {
  readonly offsetDays: number;
  readonly postId: string;
  readonly ruleDate: string;
  readonly dueAt: string;
  readonly occurrence?: number;
  /** Single unless told. */
  readonly delivery?: ReminderDelivery;
}

/** Plans these rows and cancels what else is unsent of the same rule and subject; none cancels all. What was sent stays sent. */
export function planRows(tx: Tx, plan: Planned, rows: readonly PlannedRow[]): Promise<void> {
  return write(tx, 'plan_reminders', plan, rows);
}

async function write(
  tx: Tx,
  by: 'plan_reminders' | 'plan_notice',
  plan: Planned,
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.query(`select forum.${by}($1, $2, $3, $4, $5::jsonb)`, [
    plan.subjectType,
    plan.subjectId,
    plan.rule,
    plan.cause,
    JSON.stringify(
      rows.map((row) => ({
        id: newId(),
        offset_days: row.offsetDays,
        recipient_post_id: row.postId,
        rule_date: row.ruleDate,
        due_at: row.dueAt,
        occurrence: row.occurrence ?? 0,
        delivery: row.delivery ?? 'single',
      })),
    ),
  ]);
}

/** Changes follow one another: a notice waits this long, in ms, and speaks for all of them. */
const settleMs = 60_000;

/** When a notice may leave whose cause happened now, ISO 8601. */
export const settled = (now: string): string => new Date(Date.parse(now) + settleMs).toISOString();

/**
 * Plans a notice at once: a minute to settle, then in the reader's working hours. It replaces what is unsent of the same rule at the sides
 * it tells; without posts it is taken back at both.
 * @param occurrence tells two notices of one rule on one day apart; without one it is told once a day
 */
export async function planNotice(
  tx: Tx,
  plan: Planned,
  posts: readonly SidePost[],
  { occurrence = 0, ruleDate }: { readonly occurrence?: number; readonly ruleDate?: string } = {},
): Promise<void> {
  const now = await tx.now();
  const dueAt = settled(now);
  await write(
    tx,
    posts.length === 0 ? 'plan_reminders' : 'plan_notice',
    plan,
    posts.map(({ postId, side }) => ({
      offsetDays: 0,
      postId,
      ruleDate: ruleDate ?? wallClock(now, zones[side]).date,
      dueAt,
      occurrence,
    })),
  );
}

/** The posts of the secretariats, of one side or of both. */
export function secretariats(tx: Tx, side?: Side): Promise<SidePost[]> {
  return postsOf(tx, 'forum.secretariat_posts()', side);
}

/** The posts of the heads, of one side or of both. */
export function heads(tx: Tx, side?: Side): Promise<SidePost[]> {
  return postsOf(tx, 'forum.head_posts()', side);
}

function postsOf(tx: Tx, source: string, side: Side | undefined): Promise<SidePost[]> {
  return tx.query<SidePost>(`select post_id as "postId", side from ${source} where $1::text is null or side = $1`, [
    side ?? null,
  ]);
}
