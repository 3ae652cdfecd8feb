import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever holds a link out of somebody's mail can stop the mail of the day: its reader sees that it was the link, and the choice is
 * made through the role of the reader's side, so that it leaves a trace there.
 */
export class TellWhoStoppedTheMailOfTheDay1795000058100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.mail_preference
        add column stopped_by text,
        add constraint ck_mail_preference_stopped_by check (stopped_by in ('link','settings'))`);
    await runner.query(`grant update on forum.mail_preference to forum_worker`);
    await runner.query(`
      create function forum.choose_day_mail(p_user uuid, p_digest boolean, p_by text, p_token text) returns boolean
      language plpgsql security definer set search_path = forum, pg_temp as $$
      declare before boolean;
      begin
        if not exists (select 1 from forum.user_account u where u.id = p_user and u.side = substr(current_setting('role'), 7)) then
          return false;
        end if;
        insert into forum.mail_preference (user_id, token) values (p_user, p_token) on conflict (user_id) do nothing;
        select p.digest into before from forum.mail_preference p where p.user_id = p_user for update;
        if before = p_digest then
          return false;
        end if;
        update forum.mail_preference p
           set digest = p_digest, stopped_by = case when not p_digest then p_by end, updated_at = forum.now(),
               token = case when p_digest then p_token else p.token end
         where p.user_id = p_user;
        return true;
      end
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${choose} owner to forum_worker`);
    await runner.query(`revoke all on function ${choose} from public`);
    await runner.query(`grant execute on function ${choose} to forum_kr, forum_jp`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${choose}`);
    await runner.query(`revoke update on forum.mail_preference from forum_worker`);
    await runner.query(`alter table forum.mail_preference drop column stopped_by`);
  }
}

const choose = 'forum.choose_day_mail(uuid, boolean, text, text)';
