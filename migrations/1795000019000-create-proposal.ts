import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change of a shared object, proposed by one side and taking effect when the other turns its key on the same content
 * (design.md decision 1). The database keeps a side from proposing, accepting or refusing in the other's name.
 */
export class CreateProposal1795000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table forum.proposal (
        id uuid not null,
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        content jsonb not null,
        content_hash text not null,
        proposed_by_side text not null,
        proposed_by_post_id uuid not null,
        reason text,
        state text not null default 'open',
        decided_at timestamptz,
        decided_by_side text,
        decided_by_post_id uuid,
        decision_reason text,
        replaced_by_id uuid,
        audience text not null default 'joint',
        version integer not null default 1,
        created_at timestamptz not null default forum.now(),
        constraint pk_proposal primary key (id),
        constraint fk_proposal_proposed_by_post_id foreign key (proposed_by_post_id) references forum.post (id),
        constraint fk_proposal_decided_by_post_id foreign key (decided_by_post_id) references forum.post (id),
        constraint ck_proposal_subject_type check (subject_type in ('channel','session')),
        constraint ck_proposal_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint ck_proposal_proposed_by_side check (proposed_by_side in ('kr','jp')),
        constraint ck_proposal_state check (state in ('open','accepted','refused','withdrawn','superseded')),
        constraint ck_proposal_decided_by_side check (decided_by_side in ('kr','jp')),
        constraint ck_proposal_other_key check (state not in ('accepted','refused') or decided_by_side <> proposed_by_side),
        constraint ck_proposal_audience check (audience in ('joint'))
      )`);
    await runner.query(
      `create unique index uq_proposal_open on forum.proposal (subject_id, kind) where state = 'open'`,
    );
    await runner.query(`create index ix_proposal_subject on forum.proposal (subject_id, id)`);
    await runner.query(`create index ix_proposal_waiting on forum.proposal (id) where state = 'open'`);
    await runner.query(`select forum.secure_by_audience('forum.proposal', held => '{joint}')`);
    const decision = 'state, decided_at, decided_by_side, decided_by_post_id, decision_reason, replaced_by_id, version';
    await runner.query(`revoke insert, update on forum.proposal from forum_kr, forum_jp, forum_joint, forum_worker`);
    for (const verb of ['insert', 'update']) await runner.query(`drop policy proposal_joint_${verb} on forum.proposal`);
    for (const side of ['kr', 'jp']) {
      await runner.query(`grant insert, update (${decision}) on forum.proposal to forum_${side}`);
      await runner.query(`drop policy proposal_${side}_insert on forum.proposal`);
      await runner.query(`drop policy proposal_${side}_update on forum.proposal`);
      await runner.query(
        `create policy proposal_${side}_insert on forum.proposal for insert to forum_${side} with check (proposed_by_side = '${side}' and state = 'open' and audience = 'joint')`,
      );
      await runner.query(
        `create policy proposal_${side}_update on forum.proposal for update to forum_${side} using (audience = 'joint' and state = 'open') with check (audience = 'joint' and decided_by_side = '${side}')`,
      );
    }
    await runner.query(`grant update (${decision}) on forum.proposal to forum_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table forum.proposal');
  }
}
