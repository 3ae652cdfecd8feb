import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reminders of many action items in one statement: a small table of days, one for each due date, side, channel with rules of its own and
 * kind of reader, is joined to the items. So one change and a hundred thousand are planned alike (design.md 6).
 *
 * The days come from the caller; whom they reach (the owner post, the post above it, the heads, the secretariats) is looked up here with
 * the rights of `forum_worker`, and nothing is given back. An item that is done, ended or blocked, or whose channel is suspended, is
 * silent (domain.md 4); what people record in a session of the illustrative record is told, the record itself plans nothing. An internal item is never told to the other side.
 */
export class PlanActionsAsASet1795000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['secretariat', 'head'] as const) await runner.query(postsOf(role, true));
    await runner.query(`
      create function ${planFunction} returns void
      language plpgsql security definer set search_path = forum, pg_temp as $$
      declare
        dues date[]; sides text[]; books uuid[]; rules text[]; offsets integer[]; readers text[]; reader_sides text[]; hours timestamptz[]; deliveries text[];
      begin
        select array_agg(d.due), array_agg(d.owner_side), array_agg(coalesce(d.channel_id, ${standard})), array_agg(d.rule), array_agg(d.offset_days),
               array_agg(d.reader), array_agg(d.reader_side), array_agg(d.due_at), array_agg(d.delivery)
          into dues, sides, books, rules, offsets, readers, reader_sides, hours, deliveries
          from jsonb_to_recordset(p_days) as d(due date, owner_side text, channel_id uuid, rule text, offset_days integer, reader text,
                                               reader_side text, due_at timestamptz, delivery text);
        -- Made for these arguments each time: the way that is best for one item takes hours for a hundred thousand.
        execute $plan$${statement}$plan$ using p_ids, dues, sides, books, rules, offsets, readers, reader_sides, hours, deliveries;
      end $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${planFunction} owner to forum_worker`);
    await runner.query(`revoke all on function ${planFunction} from public`);
    await runner.query(`grant execute on function ${planFunction} to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${planFunction}`);
    for (const role of ['secretariat', 'head'] as const) await runner.query(postsOf(role, false));
  }
}

/** The days on which somebody held a post as far as that is over: the period ended, or the account was closed. */
const present = `d.disabled_at is null and (d.held_to is null or d.held_to >= d.today)`;
const ended = `least(d.held_to, (d.disabled_at at time zone d.zone)::date)`;

/**
 * The posts of both sides that speak as secretariats or as heads. Between two holders a side keeps the posts that did so last: what falls
 * due meanwhile waits at a vacant post for whoever comes, in place of being told to nobody.
 */
function postsOf(role: 'secretariat' | 'head', keepsVacant: boolean): string {
  return `
    create or replace function forum.${role}_posts() returns table (post_id uuid, side text)
    language sql stable security definer set search_path = forum, pg_temp as $$
      with day as (
        select p.id, p.side, h.held_to, u.disabled_at, forum.zone_of(p.side) as zone, forum.today(forum.zone_of(p.side)) as today
          from forum.post_holder h
          join forum.post p on p.id = h.post_id
          join forum.user_account u on u.id = h.user_id
         where '${role}' = any (u.roles) and p.side in ('kr','jp')
           and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(p.side)))
      ), ranked as (
        select d.id, d.side, ${present} as present,
               rank() over (partition by d.side order by (${present}) desc, case when not (${present}) then ${ended} end desc) as place
          from day d
      )
      select distinct r.id, r.side from ranked r where ${keepsVacant ? 'r.place = 1' : 'r.present'}
    $$`;
}

const planFunction = 'forum.plan_action_reminders(p_ids uuid[], p_days jsonb)';

/** In place of a channel, for the rules of every channel that has none of its own. */
const standard = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * What still has to be told (`wanted`) against what is written (`known`): the rest is cancelled, what is new or moved is written, what
 * stands is left alone. Days are given for each shape of item the caller saw (`shape`): an item that got another date, or whose channel
 * got other rules in between, is left to the transaction that changed it. Ids are UUIDv7 with the day and the reader's place in them, so lists of one hour read the same for both sides. A day that is past is never planned; one that is planned, due and not sent yet stays so while it is wanted.
 */
const statement = `
  with day as materialized (
    select * from unnest($2::date[], $3::text[], $4::uuid[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::timestamptz[], $10::text[])
      as d(due, owner_side, book, rule, offset_days, reader, reader_side, due_at, delivery)
  ), post_of as materialized (
    select 'secretariat' as reader, post_id, side from forum.secretariat_posts()
    union all select 'agenda', post_id, side from forum.secretariat_posts()
    union all select 'head', post_id, side from forum.head_posts()
  ), told as materialized (
    select d.due, d.owner_side, d.book, d.rule, d.offset_days, d.reader_side, p.post_id, min(d.due_at) as due_at, min(d.delivery) as delivery,
           bool_or(d.reader = 'agenda') as asked, min(case d.reader when 'head' then 2 else 3 end) as place
      from day d join post_of p on p.reader = d.reader and p.side = d.reader_side
     group by d.due, d.owner_side, d.book, d.rule, d.offset_days, d.reader_side, p.post_id
  ), live as (
    select i.id, i.due, i.owner_side, i.owner_post_id, i.audience in ('kr','jp') as internal, above.id as above_id,
           coalesce(r.channel_id, ${standard}) as book, 'due=' || to_char(i.due, 'YYYY-MM-DD') as cause
      from unnest($1::uuid[]) as asked(id)
      join forum.action_item i on i.id = asked.id
      join forum.post o on o.id = i.owner_post_id
      left join forum.post above on above.id = o.superior_id and above.side = i.owner_side and above.id <> o.id
      left join forum.channel c on c.id = i.channel_id
      left join forum.channel_reminder_rule r on r.channel_id = i.channel_id and r.code = 'action-item'
     where i.state in ('open','in_progress') and c.state is distinct from 'suspended'
  ), seen as materialized (
    select l.*, s.due is not null as seen
      from live l
      left join (select distinct d.due, d.owner_side, d.book from day d where d.reader = 'shape') s
        on s.due = l.due and s.owner_side = l.owner_side and s.book = l.book
  ), item as materialized (
    select * from seen where seen
  ), wanted as materialized (
    select i.id as subject_id, d.rule, d.offset_days, i.owner_post_id as post_id, i.owner_side as side, i.due, d.due_at, d.delivery,
           i.cause || ';owner=' || i.owner_post_id as cause, 0 as place
      from item i join day d on d.due = i.due and d.owner_side = i.owner_side and d.book = i.book and d.reader = 'owner'
    union all
    select i.id, d.rule, d.offset_days, i.above_id, i.owner_side, i.due, d.due_at, d.delivery, i.cause, 1
      from item i join day d on d.due = i.due and d.owner_side = i.owner_side and d.book = i.book and d.reader = 'division'
     where i.above_id is not null
       and not exists (select 1 from told t where t.due = d.due and t.owner_side = d.owner_side and t.book = d.book and t.rule = d.rule
                        and t.offset_days = d.offset_days and t.post_id = i.above_id)
    union all
    select i.id, t.rule, t.offset_days, t.post_id, t.reader_side, i.due, t.due_at, t.delivery, i.cause, t.place
      from item i join told t on t.due = i.due and t.owner_side = i.owner_side and t.book = i.book
     where (t.post_id <> i.owner_post_id or t.asked) and (t.reader_side = i.owner_side or not i.internal)
  ), known as materialized (
    select r.id, r.subject_id, r.rule, r.offset_days, r.recipient_post_id, r.rule_date, r.state, r.due_at, r.cause, r.delivery
      from forum.reminder r
     where r.subject_type = 'action_item' and r.subject_id = any ($1) and r.rule in ('action-item','action-item-overdue') and r.occurrence = 0
       and not exists (select 1 from seen s where s.id = r.subject_id and not s.seen)
  ), gone as (
    update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
      from known k
     where r.id = k.id and k.state in ('planned','queued') and r.state in ('planned','queued')
       and not exists (select 1 from wanted w where w.subject_id = k.subject_id and w.rule = k.rule and w.offset_days = k.offset_days
                        and w.post_id = k.recipient_post_id and w.due = k.rule_date)
  )
  insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, due_at, zone, cause, audience, delivery)
  select overlay(gen_random_uuid()::text placing zone.began || '-7' || lpad(to_hex((64 + greatest(-64, least(190, w.offset_days))) * 16 + w.place), 3, '0') from 1 for 18)::uuid,
         'action_item', w.subject_id, w.rule, w.offset_days, w.post_id, w.side, w.due, w.due_at,
         case w.side when 'jp' then zone.jp else zone.kr end, w.cause, w.side, w.delivery
    from wanted w
    cross join (select forum.zone_of('kr') as kr, forum.zone_of('jp') as jp, n.now,
                       regexp_replace(lpad(to_hex((extract(epoch from n.now) * 1000)::bigint), 12, '0'), '^(.{8})', '\\1-') as began
                  from (select forum.now() as now) n) zone
    left join known k on k.subject_id = w.subject_id and k.rule = w.rule and k.offset_days = w.offset_days
                     and k.recipient_post_id = w.post_id and k.rule_date = w.due
   where case when k.id is null or k.state = 'cancelled' then w.due_at > zone.now
              when k.state = 'planned' then k.cause <> w.cause or (w.due_at > zone.now and (k.due_at, k.delivery) is distinct from (w.due_at, w.delivery))
              else k.state = 'queued' and k.cause <> w.cause end
  on conflict on constraint uq_reminder_key do update
     set state = case when r.state = 'queued' then r.state else 'planned' end,
         due_at = case when r.state <> 'queued' and excluded.due_at > forum.now() then excluded.due_at else r.due_at end,
         digest_id = case when r.state = 'queued' then r.digest_id end,
         message_id = case when r.state = 'queued' or r.doubted_at is not null then r.message_id end,
         cause = excluded.cause, delivery = excluded.delivery, last_error_code = null
   where r.state in ('planned','queued','cancelled')`;
