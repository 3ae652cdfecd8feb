import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where two days of an item that is late fall on one day for a post that is told as head and as secretariat, or as the post above the
 * owner's, one mail speaks for both: the later one, or the one that asks for the agenda. All else stands as it was in "plan actions as a set".
 */
export class TellAPostOfAnItemOnceADay1795000059100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, false);
  }
}

async function replace(runner: QueryRunner, oncePerDay: boolean): Promise<void> {
  await runner.query(`
      create or replace function forum.plan_action_reminders(p_ids uuid[], p_days jsonb) returns void
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
        execute $plan$${statement(oncePerDay)}$plan$ using p_ids, dues, sides, books, rules, offsets, readers, reader_sides, hours, deliveries;
      end $$`);
}

/** In place of a channel, for the rules of every channel that has none of its own. */
const standard = `'00000000-0000-0000-0000-000000000000'::uuid`;

const later = `
  ), told as materialized (
    select t.* from day_of_post t
     where not exists (select 1 from day_of_post n where n.due = t.due and n.owner_side = t.owner_side and n.book = t.book and n.rule = t.rule
                        and n.post_id = t.post_id and n.due_at = t.due_at and (n.asked, n.offset_days) > (t.asked, t.offset_days))`;

const statement = (oncePerDay: boolean): string => `
  with day as materialized (
    select * from unnest($2::date[], $3::text[], $4::uuid[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::timestamptz[], $10::text[])
      as d(due, owner_side, book, rule, offset_days, reader, reader_side, due_at, delivery)
  ), post_of as materialized (
    select 'secretariat' as reader, post_id, side from forum.secretariat_posts()
    union all select 'agenda', post_id, side from forum.secretariat_posts()
    union all select 'head', post_id, side from forum.head_posts()
  ), ${oncePerDay ? 'day_of_post' : 'told'} as materialized (
    select d.due, d.owner_side, d.book, d.rule, d.offset_days, d.reader_side, p.post_id, min(d.due_at) as due_at, min(d.delivery) as delivery,
           bool_or(d.reader = 'agenda') as asked, min(case d.reader when 'head' then 2 else 3 end) as place
      from day d join post_of p on p.reader = d.reader and p.side = d.reader_side
     group by d.due, d.owner_side, d.book, d.rule, d.offset_days, d.reader_side, p.post_id${oncePerDay ? later : ''}
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
                        and ${oncePerDay ? 't.due_at = d.due_at' : 't.offset_days = d.offset_days'} and t.post_id = i.above_id)
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
