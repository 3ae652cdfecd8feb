import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a promise (domain.md 3.8): who acts, by what it is measured, the original words of its clause, every change of its status
 * with evidence; and instruments that a side drafts and both record with two keys. Rows of the record stay as they are.
 */
export class GiveCommitmentsACourse1795000044000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table forum.instrument
        add column state text not null default 'recorded',
        add column origin_side text,
        add column session_id uuid,
        add column kr_signatory_post_id uuid,
        add column jp_signatory_post_id uuid,
        add column copy_languages text[] not null default '{}',
        add column version integer not null default 1,
        add column updated_at timestamptz not null default forum.now(),
        add constraint fk_instrument_session_id foreign key (session_id) references forum.session (id),
        add constraint fk_instrument_kr_signatory_post_id foreign key (kr_signatory_post_id) references forum.post (id),
        add constraint fk_instrument_jp_signatory_post_id foreign key (jp_signatory_post_id) references forum.post (id),
        add constraint ck_instrument_state check (state in ('recorded','draft','proposed','returned','withdrawn')),
        add constraint ck_instrument_origin_side check (origin_side in ('kr','jp')),
        add constraint ck_instrument_version check (version > 0)`);
    await runner.query(`create index ix_instrument_session_id on forum.instrument (session_id)`);

    await runner.query(`
      alter table forum.commitment
        add column quote text,
        add column quote_lang text,
        add column chapeau boolean not null default false,
        add column acting_side text,
        add column kr_post_id uuid,
        add column jp_post_id uuid,
        add column measure jsonb,
        add column removed_at timestamptz,
        add column version integer not null default 1,
        add column updated_at timestamptz not null default forum.now(),
        add constraint fk_commitment_kr_post_id foreign key (kr_post_id) references forum.post (id),
        add constraint fk_commitment_jp_post_id foreign key (jp_post_id) references forum.post (id),
        add constraint ck_commitment_quote check ((quote is null) = (quote_lang is null)),
        add constraint ck_commitment_quote_lang check (quote_lang in ('ko','ja','en')),
        add constraint ck_commitment_acting_side check (acting_side in ('kr','jp','both')),
        add constraint ck_commitment_kr_post check (kr_post_id is null or acting_side in ('kr','both')),
        add constraint ck_commitment_jp_post check (jp_post_id is null or acting_side in ('jp','both')),
        add constraint ck_commitment_version check (version > 0)`);

    // The words of a signed text are quoted once and never touched again, whoever asks.
    await runner.query(`
      create function forum.keep_quote() returns trigger language plpgsql set search_path = forum, pg_temp as $$
      begin
        if old.quote is not null and old.status <> 'proposed' and (new.quote, new.quote_lang) is distinct from (old.quote, old.quote_lang) then
          raise exception using errcode = '23514', constraint = 'ck_commitment_quote_kept', message = 'ck_commitment_quote_kept';
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger keep_quote before update of quote, quote_lang on forum.commitment for each row execute function forum.keep_quote()`,
    );

    // What shows that a status is true: a document, a meeting or a link. Append-only, for every role.
    await runner.query(`
      create table forum.commitment_evidence (
        id uuid not null,
        commitment_id uuid not null,
        kind text not null,
        text jsonb,
        url text,
        session_id uuid,
        paper_id uuid,
        side text not null,
        post_id uuid,
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_commitment_evidence primary key (id),
        constraint fk_commitment_evidence_commitment_id foreign key (commitment_id) references forum.commitment (id),
        constraint fk_commitment_evidence_session_id foreign key (session_id) references forum.session (id),
        constraint fk_commitment_evidence_paper_id foreign key (paper_id) references forum.paper (id),
        constraint fk_commitment_evidence_post_id foreign key (post_id) references forum.post (id),
        constraint ck_commitment_evidence_kind check (kind in ('document','meeting','link')),
        constraint ck_commitment_evidence_something check (text is not null or url is not null or session_id is not null or paper_id is not null),
        constraint ck_commitment_evidence_url check (url ~ '^https?://'),
        constraint ck_commitment_evidence_side check (side in ('kr','jp')),
        constraint ck_commitment_evidence_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_commitment_evidence_commitment_id on forum.commitment_evidence (commitment_id, at, id)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.commitment_evidence', '{insert}')`);

    await runner.query(`
      create table forum.commitment_event (
        id uuid not null,
        commitment_id uuid not null,
        event text not null,
        from_status text,
        to_status text,
        as_of date,
        note text,
        note_lang text,
        evidence_id uuid,
        proposal_id uuid,
        side text,
        post_id uuid,
        confirmed_by_side text,
        confirmed_by_post_id uuid,
        audience text not null,
        at timestamptz not null default forum.now(),
        constraint pk_commitment_event primary key (id),
        constraint fk_commitment_event_commitment_id foreign key (commitment_id) references forum.commitment (id),
        constraint fk_commitment_event_evidence_id foreign key (evidence_id) references forum.commitment_evidence (id),
        constraint fk_commitment_event_proposal_id foreign key (proposal_id) references forum.proposal (id),
        constraint fk_commitment_event_post_id foreign key (post_id) references forum.post (id),
        constraint fk_commitment_event_confirmed_by_post_id foreign key (confirmed_by_post_id) references forum.post (id),
        constraint ck_commitment_event_event check (event in ('recorded','statusChanged','detailsChanged')),
        constraint ck_commitment_event_note_lang check (note_lang in ('ko','ja','en')),
        constraint ck_commitment_event_side check (side in ('kr','jp')),
        constraint ck_commitment_event_confirmed_by_side check (confirmed_by_side in ('kr','jp')),
        constraint ck_commitment_event_audience check (${audiences})
      )`);
    await runner.query(
      `create index ix_commitment_event_commitment_id on forum.commitment_event (commitment_id, at, id)`,
    );
    await runner.query(`select forum.secure_by_audience('forum.commitment_event', '{insert}')`);
    await runner.query(`revoke update on forum.commitment_event, forum.commitment_evidence from forum_worker`);

    // What a side's own law asks of an arrangement between agencies (domain.md 3.8): its own matter, never the other side's.
    await runner.query(`
      create table forum.instrument_check (
        id uuid not null,
        instrument_id uuid not null,
        side text not null,
        makes_no_rights boolean not null default false,
        makes_no_budget boolean not null default false,
        makes_no_exemption boolean not null default false,
        consulted_on date,
        posted_on date,
        posting_url text,
        note text,
        audience text not null,
        updated_at timestamptz not null default forum.now(),
        constraint pk_instrument_check primary key (id),
        constraint uq_instrument_check_instrument_id_side unique (instrument_id, side),
        constraint fk_instrument_check_instrument_id foreign key (instrument_id) references forum.instrument (id),
        constraint ck_instrument_check_side check (side in ('kr','jp')),
        constraint ck_instrument_check_url check (posting_url ~ '^https?://'),
        constraint ck_instrument_check_audience check (audience in ('kr','jp'))
      )`);
    await runner.query(
      `select forum.secure_by_audience('forum.instrument_check', array['insert','update'], array['kr','jp'])`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.instrument_check, forum.commitment_event, forum.commitment_evidence');
    await runner.query('drop trigger keep_quote on forum.commitment');
    await runner.query('drop function forum.keep_quote()');
    await runner.query(`
      alter table forum.commitment drop column quote, drop column quote_lang, drop column chapeau, drop column acting_side,
        drop column kr_post_id, drop column jp_post_id, drop column measure, drop column removed_at, drop column version, drop column updated_at`);
    await runner.query(`
      alter table forum.instrument drop column state, drop column origin_side, drop column session_id, drop column kr_signatory_post_id,
        drop column jp_signatory_post_id, drop column copy_languages, drop column version, drop column updated_at`);
  }
}

const audiences = `audience in ('kr','jp','joint','business','public')`;
