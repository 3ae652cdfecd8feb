import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses of a side's own systems that are told what its people are told by mail. What is to be told is a row first, made with the
 * mail's own row by a trigger, so that no mail is forgotten and none is told twice; the queue only carries it.
 *
 * To sign, the desk needs the secret itself: the sides may add one and read none, only the worker reads them.
 */
export class CreateWebhook1795000054000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.webhook (
        id uuid not null,
        name text not null,
        url text not null,
        state text not null default 'on',
        off_reason text,
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        updated_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_webhook primary key (id),
        constraint ck_webhook_state check (state in ('on','off','removed')),
        constraint ck_webhook_off_reason check (off_reason in ('gone')),
        constraint ck_webhook_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`
      create table forum.webhook_secret (
        id uuid not null,
        webhook_id uuid not null,
        secret text not null,
        created_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_webhook_secret primary key (id),
        constraint fk_webhook_secret_webhook_id foreign key (webhook_id) references forum.webhook (id),
        constraint ck_webhook_secret_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(`create index ix_webhook_secret_webhook_id on forum.webhook_secret (webhook_id, created_at)`);
    await runner.query(`
      create table forum.webhook_delivery (
        id uuid not null,
        webhook_id uuid not null,
        kind text not null,
        mail_id uuid,
        state text not null default 'planned',
        due_at timestamptz not null default forum.now(),
        lease_until timestamptz,
        attempt integer not null default 0,
        body text,
        answer_status integer,
        last_error_code text,
        delivered_at timestamptz,
        created_at timestamptz not null default forum.now(),
        audience text not null,
        constraint pk_webhook_delivery primary key (id),
        constraint uq_webhook_delivery_mail unique (webhook_id, mail_id),
        constraint fk_webhook_delivery_webhook_id foreign key (webhook_id) references forum.webhook (id),
        constraint fk_webhook_delivery_mail_id foreign key (mail_id) references forum.sent_mail (id),
        constraint ck_webhook_delivery_kind check (kind in ('mail','ping')),
        constraint ck_webhook_delivery_state check (state in ('planned','queued','sending','delivered','failed')),
        constraint ck_webhook_delivery_mail check ((kind = 'mail') = (mail_id is not null)),
        constraint ck_webhook_delivery_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(
      `create index ix_webhook_delivery_waiting on forum.webhook_delivery (due_at, id) where state = 'planned'`,
    );
    await runner.query(
      `create index ix_webhook_delivery_leased on forum.webhook_delivery (lease_until, id) where state in ('queued','sending')`,
    );
    await runner.query(
      `create index ix_webhook_delivery_failed on forum.webhook_delivery (webhook_id, id) where state = 'failed'`,
    );
    await runner.query(
      `create index ix_webhook_delivery_webhook_id on forum.webhook_delivery (webhook_id, created_at, id)`,
    );
    for (const table of ['webhook', 'webhook_delivery'])
      await runner.query(`select forum.secure_by_audience('forum.${table}', held => '{kr,jp}')`);
    await runner.query(`select forum.secure_by_audience('forum.webhook_secret', '{insert}', '{kr,jp}')`);
    for (const side of ['kr', 'jp'])
      await runner.query(`drop policy webhook_secret_${side}_read on forum.webhook_secret`);

    await runner.query(`
      create function forum.tell_webhooks() returns trigger language plpgsql set search_path = forum, pg_temp as $$
      begin
        insert into forum.webhook_delivery (id, webhook_id, kind, mail_id, audience)
        select gen_random_uuid(), w.id, 'mail', m.id, w.audience
          from written m
          join forum.webhook w on w.audience = m.audience and w.state = 'on'
        on conflict on constraint uq_webhook_delivery_mail do nothing;
        return null;
      end $$`);
    await runner.query(`
      create trigger tr_sent_mail_webhooks after insert on forum.sent_mail
        referencing new table as written for each statement execute function forum.tell_webhooks()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tr_sent_mail_webhooks on forum.sent_mail`);
    await runner.query(`drop function forum.tell_webhooks()`);
    await runner.query(`drop table forum.webhook_delivery, forum.webhook_secret, forum.webhook`);
  }
}
