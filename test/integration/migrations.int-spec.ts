import { DataSource } from 'typeorm';
import pg from 'pg';
import { SnakeNamingStrategy, openMigrationSource } from '#platform/database';
import { forumEntities } from '#forum/assembly';
import { type TestDatabase, createTestDatabase } from '../support/database.js';

/** What a schema holds, one line per column, constraint, index, function, trigger and policy, sorted. */
const inventory = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'forum'
  union all
  select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'forum'::regnamespace and contype <> 'n'
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = 'forum'
  union all
  select 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc) from pg_proc p where p.pronamespace = 'forum'::regnamespace
  union all
  select 'trigger ' || tgrelid::regclass || ' ' || tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where c.relnamespace = 'forum'::regnamespace and not tgisinternal
  union all
  select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
    from pg_policies where schemaname = 'forum'
  union all
  select 'security ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || coalesce(relacl::text, '')
    from pg_class where relnamespace = 'forum'::regnamespace and relkind in ('r', 'v', 'p')
  order by 1`;

async function lines(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(inventory);
  return rows.map((row) => row.line);
}

/** What TypeORM would have to change so that the tables match the entities. Entities hold columns only: links are the migrations'. */
async function entityDifferences(url: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'forum',
    entities: forumEntities,
    namingStrategy: new SnakeNamingStrategy(),
    installExtensions: false,
    extra: { options: '-c timezone=UTC -c search_path=forum' },
  });
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map((one) => one.query).filter((query) => !/DROP CONSTRAINT "fk_/.test(query));
  } finally {
    await source.destroy();
  }
}

describe('migrations', () => {
  let test: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    test = await createTestDatabase('empty');
    client = new pg.Client({ connectionString: test.migrationUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await test.close();
  });

  it('lead to exactly the tables that the entities describe', async () => {
    expect(await entityDifferences(test.migrationUrl)).toEqual([]);
  });

  it('are seen to differ when a table lacks a column', async () => {
    await client.query('alter table forum.clock_offset rename column amount to distance');
    expect((await entityDifferences(test.migrationUrl)).join('\n')).toContain('amount');
    await client.query('alter table forum.clock_offset rename column distance to amount');
  });

  it('go all the way down, leaving nothing, and all the way up again to the same schema', async () => {
    const before = await lines(client);
    expect(before.length).toBeGreaterThan(100);
    const source = await openMigrationSource(test.migrationUrl);
    try {
      for (const migration of [...source.migrations].reverse()) {
        await source.undoLastMigration({ transaction: 'each' });
        expect(migration.constructor.name).toMatch(/\d{13}$/);
      }
      const { rows: left } = await client.query<{ left: string | null }>(
        `select to_regnamespace('forum')::text as left`,
      );
      expect(left[0]?.left === null ? [] : await lines(client)).toEqual([]);
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    expect(await lines(client)).toEqual(before);
  });
});
