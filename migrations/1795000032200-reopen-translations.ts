import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A side that edits a shared text may not know that the other side has a request of its own for it. So such requests are taken up
 * again inside the database, which gives nothing back; what the own role can see was taken up before, with an actor.
 */
export class ReopenTranslations1795000032200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forum.reopen_translations(p_texts jsonb) returns void
      language sql security definer set search_path = forum, pg_temp as $$
        with moved as (
          update forum.translation_request q
             set state = 'in_work', outdated_at = forum.now(), delivered_at = null, checked_at = null,
                 version = version + 1, updated_at = forum.now()
           where q.state in ('in_work','delivered','checked','locked') and q.outdated_at is null
             and exists (select 1 from jsonb_to_recordset(p_texts) as t(object_id uuid, field text, lang text)
                           join forum.translation_unit u on u.object_id = t.object_id and u.field = t.field
                          where u.request_id = q.id and t.lang = q.to_lang
                            and (q.state <> 'in_work' or u.translated_revision is not null))
          returning q.id, q.version, q.audience
        ), told as (
          insert into forum.translation_event (id, request_id, event, audience)
          select gen_random_uuid(), id, 'reopened', audience from moved
        ), traced as (
          insert into forum.audit_entry (id, zone, event, subject_type, subject_id, params, audience)
          select gen_random_uuid(), forum.zone_of(audience), 'translation.reopened', 'translation_request', id,
                 jsonb_build_object('requestId', id, 'version', version), audience from moved
        )
        insert into forum.outbox_event (id, event, payload, audience, subject_type, subject_id)
        select gen_random_uuid(), 'translation.reopened', jsonb_build_object('requestId', id, 'version', version), audience,
               'translation_request', id from moved
      $$`);
    await runner.query(`grant forum_worker to current_user`);
    await runner.query(`grant create on schema forum to forum_worker`);
    await runner.query(`alter function ${reopen} owner to forum_worker`);
    await runner.query(`revoke all on function ${reopen} from public`);
    await runner.query(`grant execute on function ${reopen} to forum_kr, forum_jp, forum_joint, forum_worker`);
    await runner.query(`revoke create on schema forum from forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${reopen}`);
  }
}

const reopen = 'forum.reopen_translations(jsonb)';
