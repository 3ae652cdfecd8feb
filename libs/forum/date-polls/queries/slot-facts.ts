import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { addDays, WorkingCalendar, yearOf, type Holiday, type PlainDay } from '#forum/working-days';
import type { Avoid, Said, SlotFacts, Taken } from '../domain/suggestion.types.js';

export interface SlotFactsAsk {
  readonly channelId: string;
  /** The reader's side: whose posts, sessions and answers count beside what both sides see. */
  readonly side: Side | null;
  readonly from: PlainDay;
  readonly to: PlainDay;
}

interface Stretch<Kind> {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

interface FactsRow {
  readonly known: boolean;
  readonly now: Date;
  readonly holidays: Holiday[];
  readonly avoid: Avoid[];
  readonly taken: Stretch<Taken['kind']>[];
  readonly said: Stretch<Said['kind']>[];
}

/** Longest session: one that began this many days before the range can still reach into it. */
const REACH_DAYS = 14;
/** How far back a session or poll of the channel still tells whose posts matter. */
const POSTS_DAYS = 550;

/**
 * Everything that slot suggestions are judged by, in one statement: both calendars, soft periods, sessions and holds of the channel
 * and of the posts concerned, and what was said of times in other polls. Undefined when there is no such channel to see.
 *
 * The posts concerned are those of the own side that are asked in polls of this channel or sit in its delegations, and those of the
 * other side as far as both sides know them. The other side's answers come in as its handed-over verdicts only.
 */
export async function slotFacts(reader: Reader, ask: SlotFactsAsk): Promise<SlotFacts | undefined> {
  const { sql, params } = slotFactsQuery(ask);
  const [row] = await reader.query<FactsRow>(sql, params);
  if (!row?.known) return undefined;
  const span = <Kind>({ kind, from, to }: Stretch<Kind>) => ({ kind, from: Date.parse(from), to: Date.parse(to) });
  return {
    calendar: WorkingCalendar.of(row.holidays),
    avoid: row.avoid,
    taken: row.taken.map(span),
    said: row.said.map(span),
    now: row.now.toISOString(),
  };
}

/** The statement itself, so that the performance suite can explain exactly what runs. Only leakproof comparisons: indexes serve under row security. */
export function slotFactsQuery(ask: SlotFactsAsk): { sql: string; params: readonly unknown[] } {
  return {
    sql: statement,
    params: [
      ask.channelId,
      ask.side,
      addDays(ask.from, -1),
      addDays(ask.to, 2),
      addDays(ask.from, -REACH_DAYS),
      addDays(ask.from, -POSTS_DAYS),
      `${String(yearOf(ask.from))}-01-01`,
      `${String(yearOf(ask.to))}-12-31`,
    ],
  };
}

/**
 * Written so that no statistics lead to reading a whole table: instants are compared with instants (`timestamptz` with `date` is not leakproof),
 * what belongs to a row is looked up for that row (`lateral … limit 1` or `offset 0`, `(select true … limit 1)`), never joined to the whole table.
 */
const statement = `
  with concerned as (
    select q.post_id from forum.date_poll p join forum.date_poll_participant q on q.poll_id = p.id
     where p.channel_id = $1::uuid and p.deadline >= $6::date::timestamptz and p.state <> 'withdrawn'
       and q.removed_at is null and q.audience = $2::text
    union
    select m.post_id from forum.session s
     cross join lateral (select id from forum.delegation where session_id = s.id offset 0) d
     cross join lateral (select post_id from forum.delegation_member where delegation_id = d.id offset 0) m
     where s.channel_id = $1::uuid and s.start_date >= $6::date
  ), sessions as (
    select s.id, s.channel_id, coalesce(s.starts_at, s.start_date::timestamp at time zone s.zone) as starts,
           coalesce(s.ends_at, (coalesce(s.end_date, s.start_date) + 1)::timestamp at time zone s.zone) as ends
      from forum.session s
     where s.start_date >= $5::date and s.start_date <= $4::date and s.date_precision = 'day'
       and s.state not in ('postponed', 'cancelled', 'closed')
  ), taken as (
    select 'session' as kind, s.starts, s.ends from sessions s
     where s.channel_id = $1::uuid
        or (select true from forum.delegation d join forum.delegation_member m on m.delegation_id = d.id
             where d.session_id = s.id and m.post_id in (select c.post_id from concerned c) limit 1)
    union all
    select 'hold', h.starts_at, h.ends_at from forum.session_hold h
      left join lateral (select true as met from forum.date_poll_slot s join forum.date_poll_participant q on q.poll_id = s.poll_id
                          where s.id = h.slot_id and q.removed_at is null and q.post_id in (select c.post_id from concerned c) limit 1) b on true
     where h.starts_at >= $3::date::timestamptz and h.starts_at <= $4::date::timestamptz and h.released_at is null and h.expires_at > forum.now()
       and (h.channel_id = $1::uuid or b.met)
  ), slots as (
    select s.id, s.poll_id, s.starts_at, s.ends_at, p.channel_id
      from forum.date_poll_slot s
     cross join lateral (select channel_id from forum.date_poll where id = s.poll_id and state in ('open', 'closed') limit 1) p
     where s.starts_at >= $3::date::timestamptz and s.starts_at <= $4::date::timestamptz
  ), said as (
    select case when q.role = 'head' then 'ownHeadBusy' else 'ownPostBusy' end as kind, s.starts_at as starts, s.ends_at as ends
      from slots s
     cross join lateral (select participant_id from forum.date_poll_answer
                          where slot_id = s.id and audience = $2::text and answer = 'no' offset 0) a
     cross join lateral (select role, post_id from forum.date_poll_participant
                          where id = a.participant_id and audience = $2::text and removed_at is null and role <> 'optional' limit 1) q
     where q.post_id in (select c.post_id from concerned c)
    union
    select case when v.verdict = 'not_possible' then 'otherSideNot' else 'otherSideDifficult' end, s.starts_at, s.ends_at
      from slots s join forum.date_poll_verdict v on v.slot_id = s.id
     where s.channel_id = $1::uuid and v.verdict <> 'possible' and v.side is distinct from $2::text
  )
  select exists (select 1 from forum.channel c where c.id = $1::uuid) as known, forum.now() as now,
         coalesce((select jsonb_agg(jsonb_build_object('side', h.side, 'date', h.date, 'kind', h.kind, 'status', h.status, 'name', h.name) order by h.date, h.side desc, h.rule)
           from forum.holiday h where h.date >= $7::date and h.date <= $8::date and not h.withdrawn), '[]') as holidays,
         coalesce((select jsonb_agg(jsonb_build_object('side', v.side, 'from', v.starts_on, 'to', v.ends_on) order by v.starts_on, v.side)
           from forum.avoid_period v where v.starts_on <= $4::date and v.ends_on >= $3::date and not v.withdrawn), '[]') as avoid,
         coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'from', t.starts, 'to', t.ends)) from taken t), '[]') as taken,
         coalesce((select jsonb_agg(jsonb_build_object('kind', w.kind, 'from', w.starts, 'to', w.ends)) from said w), '[]') as said`;
