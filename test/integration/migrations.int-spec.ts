import { DataSource, getMetadataArgsStorage } from 'typeorm';
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

/** Columns, constraints and indexes alone: what entities describe. One line each; nothing is left out but NOT NULL, which columns tell. */
const shape = `
  select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null ' else ' ' end
         || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where c.relnamespace = $1::text::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
  union all
  select 'constraint ' || c.relname || ' ' || o.conname || ' ' || pg_get_constraintdef(o.oid)
    from pg_constraint o join pg_class c on c.oid = o.conrelid where o.connamespace = $1::text::regnamespace and o.contype <> 'n'
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = $1::text
  order by 1`;

/** Tables of the schema that no entity describes, each with its reason. */
const undescribed: readonly string[] = [];

async function lines(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(inventory);
  return rows.map((row) => row.line);
}

async function shapeOf(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(shape, [schema]);
  return rows.map((row) => row.line.replaceAll(`${schema}.`, 'forum.'));
}

function entitySource(url: string, schema: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities: forumEntities,
    namingStrategy: new SnakeNamingStrategy(),
    installExtensions: false,
    extra: { options: `-c timezone=UTC -c search_path=${schema}` },
  });
}

/** The shape of tables made from the entities alone, in a schema of their own that is gone afterwards. */
async function describedShape(client: pg.Client, url: string): Promise<string[]> {
  await client.query('create schema described');
  const source = await entitySource(url, 'described').initialize();
  try {
    await source.synchronize();
    return await shapeOf(client, 'described');
  } finally {
    await source.destroy();
    await client.query('drop schema described cascade');
  }
}

/** What TypeORM would have to change so that the tables match the entities. */
async function pendingChanges(url: string): Promise<string[]> {
  const source = await entitySource(url, 'forum').initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map((one) => one.query);
  } finally {
    await source.destroy();
  }
}

describe('migrations', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let described: string[];

  beforeAll(async () => {
    test = await createTestDatabase('empty');
    client = new pg.Client({ connectionString: test.migrationUrl });
    await client.connect();
    described = await describedShape(client, test.migrationUrl);
  });

  afterAll(async () => {
    await client.end();
    await test.close();
  });

  /** Lines that only the migrations lead to (`+`) or only the entities (`-`). */
  async function differences(): Promise<string[]> {
    const migrated = await shapeOf(client, 'forum');
    return [
      ...migrated.filter((line) => !described.includes(line)).map((line) => `+ ${line}`),
      ...described.filter((line) => !migrated.includes(line)).map((line) => `- ${line}`),
    ];
  }

  it('make no table without an entity', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'forum'::regnamespace and relkind in ('r', 'v', 'm', 'p') order by 1`,
    );
    const entities = getMetadataArgsStorage().tables.filter((table) =>
      forumEntities.some((one) => one === table.target),
    );
    const names = [...entities.map((table) => table.name), ...undescribed];
    expect(names.length).toBeGreaterThan(30);
    expect(rows.map((row) => row.name)).toEqual(names.sort());
  });

  it('leave TypeORM nothing to change', async () => {
    expect(await pendingChanges(test.migrationUrl)).toEqual([]);
  });

  it('lead to exactly the columns, constraints and indexes that the entities describe', async () => {
    expect(await differences()).toEqual([]);
  });

  it.each([
    {
      fault: 'a column by another name',
      broken: 'alter table forum.clock_offset rename column amount to distance',
      mended: 'alter table forum.clock_offset rename column distance to amount',
      seen: '+ column clock_offset.distance',
    },
    {
      fault: 'one link less',
      broken: 'alter table forum.session drop constraint fk_session_channel_id',
      mended:
        'alter table forum.session add constraint fk_session_channel_id foreign key (channel_id) references forum.channel (id)',
      seen: '- constraint session fk_session_channel_id FOREIGN KEY',
    },
    {
      fault: 'a check of the right name that says something else',
      broken: `alter table forum.delegation drop constraint ck_delegation_side, add constraint ck_delegation_side check (side = 'kr')`,
      mended: `alter table forum.delegation drop constraint ck_delegation_side, add constraint ck_delegation_side check (side in ('kr','jp'))`,
      seen: '+ constraint delegation ck_delegation_side CHECK',
    },
    {
      fault: 'an index more',
      broken: 'create index ix_topic_position on forum.topic (position)',
      mended: 'drop index forum.ix_topic_position',
      seen: '+ index CREATE INDEX ix_topic_position',
    },
    {
      fault: 'a table more',
      broken: 'create table forum.stray (id uuid)',
      mended: 'drop table forum.stray',
      seen: '+ column stray.id',
    },
  ])('are seen to differ when there is $fault', async ({ broken, mended, seen }) => {
    await client.query(broken);
    const found = await differences();
    await client.query(mended);
    expect(found.join('\n')).toContain(seen);
    expect(await differences()).toEqual([]);
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
