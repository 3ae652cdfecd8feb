import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a holiday, a channel's rules or new readers change of many reminders is worked off by the worker, piece by piece; a row says what
 * is to be planned anew and how far it is. It is written in the transaction of the change. Only what both sides know of is counted, so
 * that nobody learns from the progress how much the other side keeps for itself.
 *
 * Planning anew takes nothing back that is still wanted and only waits to leave: until now a row that was due already, or with the
 * queue, was cancelled because its day counted as past. And a notice to one side takes back none to the other.
 */
export class ReplanInTheBackground1795000052100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.reminder_replan (
        id uuid not null,
        cause text not null,
        channel_id uuid,
        from_day date,
        to_day date,
        readers text,
        step integer not null default 0,
        after_id uuid,
        settles_at bigint,
        total integer,
        done integer not null default 0,
        failed integer not null default 0,
        tries integer not null default 0,
        audience text not null,
        requested_at timestamptz not null default forum.now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint pk_reminder_replan primary key (id),
        constraint fk_reminder_replan_channel_id foreign key (channel_id) references forum.channel (id),
        constraint ck_reminder_replan_cause check (cause in ('holidays','rules','channel','readers')),
        constraint ck_reminder_replan_audience check (audience in ('kr','jp','joint'))
      )`);
    await runner.query(
      `create index ix_reminder_replan_waiting on forum.reminder_replan (requested_at, id) where finished_at is null`,
    );
    await runner.query(`create index ix_reminder_replan_requested_at on forum.reminder_replan (requested_at, id)`);
    await runner.query(`select forum.secure_by_audience('forum.reminder_replan', '{insert}', '{kr,jp,joint}')`);
    await runner.query(planReminders('plan_reminders', true));
    await runner.query(planReminders('plan_notice', true));
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${noticeFunction} owner to forum_worker`);
    await runner.query(`revoke all on function ${noticeFunction} from public`);
    await runner.query(`grant execute on function ${noticeFunction} to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${noticeFunction}`);
    await runner.query(planReminders('plan_reminders', false));
    await runner.query('drop table forum.reminder_replan');
  }
}

const noticeFunction = 'forum.plan_notice(text, uuid, text, text, jsonb)';

/**
 * Cancels what was planned for another date or reader and plans the rest; what is past is never planned, what was sent stays sent. A
 * notice replaces only what was to be told to the sides it tells: what the other side did before is news still.
 */
function planReminders(name: 'plan_reminders' | 'plan_notice', keepsDue: boolean): string {
  const ahead = 'w.due_at > forum.now()';
  return `
    create or replace function forum.${name}(p_subject_type text, p_subject_id uuid, p_rule text, p_cause text, p_rows jsonb) returns void
    language sql security definer set search_path = forum, pg_temp as $$
      with wanted as (
        select w.id, w.offset_days, w.recipient_post_id, w.rule_date, w.due_at, coalesce(w.occurrence, 0) as occurrence, coalesce(w.delivery, 'single') as delivery, p.side
          from jsonb_to_recordset(p_rows)
            as w(id uuid, offset_days integer, recipient_post_id uuid, rule_date date, due_at timestamptz, occurrence integer, delivery text)
          join forum.post p on p.id = w.recipient_post_id
         ${keepsDue ? '' : `where ${ahead}`}
      ), gone as (
        update forum.reminder r set state = 'cancelled', lease_until = null, last_error_code = 'reminders.causeMoved'
         where r.subject_type = p_subject_type and r.subject_id = p_subject_id and r.rule = p_rule and r.state in ('planned','queued')${name === 'plan_notice' ? ' and r.recipient_side in (select w.side from wanted w)' : ''}
           and not exists (select 1 from wanted w where w.offset_days = r.offset_days and w.recipient_post_id = r.recipient_post_id
                            and w.rule_date = r.rule_date and w.occurrence = r.occurrence)
      )
      insert into forum.reminder as r (id, subject_type, subject_id, rule, offset_days, recipient_post_id, recipient_side, rule_date, occurrence, due_at, zone, cause, audience, delivery)
      select w.id, p_subject_type, p_subject_id, p_rule, w.offset_days, w.recipient_post_id, w.side, w.rule_date, w.occurrence, w.due_at, forum.zone_of(w.side), p_cause, w.side, w.delivery
        from wanted w${keepsDue ? standing(ahead) : onlyPlanned}
    $$`;
}

const onlyPlanned = `
      on conflict on constraint uq_reminder_key do update
         set state = 'planned', due_at = excluded.due_at, cause = excluded.cause, last_error_code = null, delivery = excluded.delivery, digest_id = null
       where r.state in ('planned','cancelled')`;

/**
 * A row that stands as wanted is not written again; one that waits to leave only learns what it now depends on. One that leaves the mail
 * of a day leaves its Message-ID there as well: a relay that knows the id drops what comes under it again.
 */
const standing = (ahead: string): string => `
        left join forum.reminder k on k.subject_type = p_subject_type and k.subject_id = p_subject_id and k.rule = p_rule and k.offset_days = w.offset_days
                                  and k.recipient_post_id = w.recipient_post_id and k.rule_date = w.rule_date and k.occurrence = w.occurrence
       where case when k.id is null or k.state = 'cancelled' then ${ahead}
                  when k.state = 'planned' then k.cause <> p_cause or (${ahead} and (k.due_at, k.delivery) is distinct from (w.due_at, w.delivery))
                  else k.state = 'queued' and k.cause <> p_cause end
      on conflict on constraint uq_reminder_key do update
         set state = case when r.state = 'queued' then r.state else 'planned' end,
             due_at = case when r.state <> 'queued' and excluded.due_at > forum.now() then excluded.due_at else r.due_at end,
             digest_id = case when r.state = 'queued' then r.digest_id end,
             message_id = case when r.state = 'queued' or r.doubted_at is not null then r.message_id end,
             cause = excluded.cause, delivery = excluded.delivery, last_error_code = null
       where r.state in ('planned','queued','cancelled')`;
