import pg from 'pg';
import {
  checkRowSecurity,
  databaseRoles,
  makeProbes,
  probeFunctions,
  sideTables,
  type Probe,
} from '../support/row-security.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { RowMaker } from '../support/rows.js';

interface Policy {
  readonly table: string;
  readonly policy: string;
  readonly roles: string[];
}

/** Tables without row security: nothing in them is of one side. Who may read them, beyond nobody, is written out. */
const withoutRowSecurity: Readonly<Record<string, readonly string[]>> = {
  clock_offset: [...databaseRoles],
  source: [...databaseRoles],
  topic: [...databaseRoles],
  auth_session: ['forum_auth'],
  calendar_feed: ['forum_auth'],
  idempotency_key: ['forum_auth'],
  sign_in_attempt: ['forum_auth'],
  mail_preference: ['forum_worker', 'forum_auth'],
  record_import: ['forum_worker'],
  stall_check: ['forum_worker'],
  paper_sweep: ['forum_worker'],
  reminder_schedule: ['forum_worker'],
  reminder_left_behind: ['forum_worker'],
};

describe('row security', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let probes: Probe[];
  let policies: Policy[];

  beforeAll(async () => {
    test = await createTestDatabase('empty');
    const address = new URL(test.migrationUrl);
    const superuser = new URL(process.env['FORUM_TEST_SUPERUSER_URL'] ?? '');
    superuser.pathname = address.pathname;
    client = new pg.Client({ connectionString: superuser.href });
    await client.connect();
    const maker = await RowMaker.open(test.admin);
    probes = await makeProbes(maker);
    await client.query(probeFunctions);
    policies = await test.admin<Policy>(
      `select tablename as "table", policyname as policy, roles::text[] as roles from pg_policies where schemaname = 'forum' order by 1, 2`,
    );
  });
  afterAll(async () => {
    await client.end();
    await test.close();
  });

  /** Runs the check after a change that is rolled back. */
  const faultsAfter = async (change: string, asked: readonly Probe[]): Promise<string[]> => {
    await client.query('begin');
    try {
      await client.query(change);
      return [...(await flagFaults()), ...(await checkRowSecurity(client, asked))];
    } finally {
      await client.query('rollback');
    }
  };

  /** Tables that lack what every table with rows of one side must have. */
  const flagFaults = async (): Promise<string[]> => {
    const { rows } = await client.query<{ fault: string }>(
      `select c.relname || ': ' || case when not c.relrowsecurity then 'no row security' when not c.relforcerowsecurity then 'not forced' else 'no policy' end as fault
         from pg_class c
        where c.relnamespace = 'forum'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1)
          and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
      [Object.keys(withoutRowSecurity)],
    );
    return rows.map((row) => row.fault);
  };

  it('lets every role do with every row what the matrix says, and no more', async () => {
    expect(await checkRowSecurity(client, probes)).toEqual([]);
    expect(probes.length).toBeGreaterThan(4000);
  });

  it('is on and forced with policies for every table, but for the named ones that hold nothing of one side', async () => {
    expect(await flagFaults()).toEqual([]);
    const plain = await test.admin<{ name: string; readers: string[]; private: boolean }>(
      `select c.relname as name, array(select r from unnest($1::text[]) r where has_any_column_privilege(r, c.oid, 'select')) as readers,
              exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience') as private
         from pg_class c where c.relnamespace = 'forum'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity`,
      [databaseRoles],
    );
    expect(Object.fromEntries(plain.map((table) => [table.name, table.readers]))).toEqual(withoutRowSecurity);
    expect(plain.filter((table) => table.private)).toEqual([]);
  });

  it('has a probe for every table it is on', async () => {
    const secured = await test.admin<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'forum'::regnamespace and relrowsecurity order by 1`,
    );
    expect(secured.map((table) => table.name)).toEqual([...new Set(probes.map((probe) => probe.table))].sort());
    expect(sideTables.every((table) => probes.some((probe) => probe.table === table))).toBe(true);
  });

  it('cannot be gone around: no role is above it, owns a table or is a member of another', async () => {
    const roles = await test.admin(
      `select rolname from pg_roles where rolname like 'forum%' and (rolsuper or rolbypassrls or (rolname = any ($1) and rolcanlogin))`,
      [databaseRoles],
    );
    expect(roles).toEqual([]);
    const members = await test.admin(
      `select m.member::regrole::text as member, m.roleid::regrole::text as role from pg_auth_members m
        where m.roleid::regrole::text = any ($1) and (m.member::regrole::text = any ($1) or (m.inherit_option and m.member::regrole::text <> 'forum_owner'))`,
      [databaseRoles],
    );
    expect(members).toEqual([]);
    const owned = await test.admin(
      `select relname from pg_class where relnamespace = 'forum'::regnamespace and relowner::regrole::text <> 'forum_owner' and relkind in ('r', 'p', 'v', 'm')`,
    );
    expect(owned).toEqual([]);
    const truncating = await test.admin(
      `select c.relname, r from pg_class c, unnest($1::text[]) r where c.relnamespace = 'forum'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(r, c.oid, 'truncate')`,
      [databaseRoles],
    );
    expect(truncating).toEqual([]);
  });

  it('is not lost in views, nor in functions beyond the three that are meant to act for others', async () => {
    const views = await test.admin(
      `select relname from pg_class where relnamespace = 'forum'::regnamespace and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`,
    );
    expect(views).toEqual([]);
    const functions = await test.admin<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(functions.map((row) => row.name)).toEqual([
      'choose_day_mail',
      'create_queue_schema',
      'head_posts',
      'left_behind_health',
      'lock_reminders',
      'mark_mails',
      'mend_reminders',
      'plan_action_reminders',
      'plan_notice',
      'plan_poll_reminders',
      'plan_reminders',
      'plan_translation_reminders',
      'published_clock',
      'queue_health',
      'release_agenda_version',
      'reopen_translations',
      'replan_health',
      'retry_left_behind',
      'secretariat_posts',
    ]);
  });

  it('misses every single policy when it is dropped', async () => {
    const unmissed: string[] = [];
    for (const { table, policy, roles } of policies) {
      const asked = probes.filter(
        (probe) => probe.table === table && (roles.includes('public') || roles.includes(probe.role)),
      );
      const faults = await faultsAfter(`drop policy ${policy} on forum.${table}`, asked);
      if (faults.length === 0) unmissed.push(`${table} ${policy}`);
    }
    expect(unmissed).toEqual([]);
    expect(policies.length).toBeGreaterThan(300);
  });

  it('misses row security of every single table when it is off, or not forced', async () => {
    const unmissed: string[] = [];
    for (const table of new Set(probes.map((probe) => probe.table))) {
      const asked = probes.filter((probe) => probe.table === table);
      await client.query('begin');
      await client.query(`alter table forum.${table} disable row level security`);
      if ((await checkRowSecurity(client, asked)).length === 0) unmissed.push(`${table} disabled`);
      await client.query('rollback');
      if ((await faultsAfter(`alter table forum.${table} no force row level security`, [])).length === 0)
        unmissed.push(`${table} not forced`);
    }
    expect(unmissed).toEqual([]);
  });

  it('would be seen to give too much: one policy more for any role on any table fails the check', async () => {
    const unseen: string[] = [];
    for (const table of new Set(probes.map((probe) => probe.table).filter((name) => !sideTables.includes(name)))) {
      for (const role of ['forum_kr', 'forum_jp', 'forum_public'] as const) {
        const asked = probes.filter((probe) => probe.table === table && probe.role === role);
        // Where a role reads every row there can be, a policy more gives it nothing.
        if (asked.filter((probe) => probe.sql.startsWith('select')).every((probe) => probe.allowed)) continue;
        const faults = await faultsAfter(
          `create policy too_much on forum.${table} for select to ${role} using (true)`,
          asked,
        );
        if (role !== 'forum_public' || table !== 'user_account')
          if (faults.length === 0) unseen.push(`${table} ${role}`);
      }
    }
    expect(unseen).toEqual([]);
  });
});
