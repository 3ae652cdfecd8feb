import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of a channel are read by whoever reads the channel: the days of its sessions follow from them, and an interpreter must not
 * be shown another day than the two sides.
 */
export class ShowRulesWithTheirChannel1795000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await secure(runner, ['joint'], ['joint', 'business', 'public']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update forum.channel_reminder_rule set audience = 'joint'`);
    await secure(runner, ['joint', 'business', 'public'], ['joint']);
  }
}

const readers: Readonly<Record<string, readonly string[]>> = {
  joint: ['kr', 'jp', 'joint'],
  business: ['business'],
  public: ['public', 'admin'],
};

async function secure(runner: QueryRunner, before: readonly string[], after: readonly string[]): Promise<void> {
  const table = 'channel_reminder_rule';
  for (const role of before.flatMap((audience) => readers[audience] ?? [])) {
    await runner.query(`drop policy ${table}_${role}_read on forum.${table}`);
    if (readers['joint']?.includes(role))
      for (const act of ['insert', 'update'])
        await runner.query(`drop policy ${table}_${role}_${act} on forum.${table}`);
  }
  await runner.query(`drop policy ${table}_worker_all on forum.${table}`);
  await runner.query(`
    alter table forum.${table}
      drop constraint ck_${table}_audience,
      add constraint ck_${table}_audience check (${check(after)})`);
  await runner.query(`select forum.secure_by_audience('forum.${table}', '{insert,update}', '{${after.join(',')}}')`);
}

const check = (audiences: readonly string[]): string =>
  audiences.length === 1 ? `audience = '${audiences.join('')}'` : `audience in ('${audiences.join("','")}')`;
