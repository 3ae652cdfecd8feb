import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads a published agenda may not read its session, nor how it is interpreted; the clock times follow from both. The function tells
 * them, and the host, of published agendas only (domain.md 3.6, 3.15).
 */
export class TellTheClockOfPublishedAgendas1795000030200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forum.published_clock(p_agenda_id uuid)
      returns table (starts_at timestamptz, ends_at timestamptz, host_side text, mode text, factor_percent integer)
      language sql stable security definer set search_path = forum, pg_temp as $$
        select s.starts_at, s.ends_at, s.host_side, n.mode, n.factor_percent
          from forum.agenda a
          join forum.session s on s.id = a.session_id
          left join forum.interpretation n on n.session_id = s.id
         where a.id = p_agenda_id and a.audience in ('business','public')
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${clock} owner to forum_worker`);
    await runner.query(`revoke all on function ${clock} from public`);
    await runner.query(`grant execute on function ${clock} to ${readers}`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${clock}`);
  }
}

const clock = 'forum.published_clock(uuid)';
const readers = 'forum_kr, forum_jp, forum_joint, forum_business, forum_public, forum_admin, forum_worker';
