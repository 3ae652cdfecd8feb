import pg from 'pg';
import type { DatabaseRole } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { TestDatabase } from './database.js';

/** A statement as it was sent. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** One reading of a table in a plan. */
export interface TableScan {
  readonly table: string;
  readonly how: string;
  readonly index: string | null;
  /** Rows given, over all loops. */
  readonly rows: number;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  Plans?: PlanNode[];
}

/** A reader that also keeps what was asked, so that statements can be counted and run again under `scansOf`. */
export function recordingReader(reader: Reader): Reader & { readonly statements: Statement[] } {
  const statements: Statement[] = [];
  return {
    statements,
    query: (sql, params = []) => {
      statements.push({ sql, params });
      return reader.query(sql, params);
    },
  };
}

/**
 * Every reading of a table by a statement that runs as a role, under its row-level security, also those inside the SQL functions it
 * calls: `auto_explain` tells the plan of each as it was carried out. Nothing stays: the transaction is rolled back.
 * @param arrange statements run before as superuser, in the same transaction, for example `drop index …`
 */
export async function scansOf(
  test: TestDatabase,
  role: DatabaseRole,
  statement: Statement,
  arrange: readonly string[] = [],
): Promise<TableScan[]> {
  const client = new pg.Client({ connectionString: superuserUrl(test.name) });
  const plans: PlanNode[] = [];
  client.on('notice', ({ message }) => {
    const text = message?.slice(message.indexOf('plan:') + 'plan:'.length) ?? '';
    if (text.trimStart().startsWith('{')) plans.push((JSON.parse(text) as { Plan: PlanNode }).Plan);
  });
  await client.connect();
  try {
    await client.query(`load 'auto_explain'`);
    await client.query(`begin`);
    for (const sql of arrange) await client.query(sql);
    await client.query(`set local search_path = forum`);
    await client.query(`set local timezone = 'UTC'`);
    await client.query(
      `select set_config('auto_explain.' || name, value, true) from (values ${settings}) as s(name, value)`,
    );
    await client.query(`set local role ${role}`);
    plans.length = 0;
    await client.query(statement.sql, [...statement.params]);
    // Its own plan is told when the next statement takes its place.
    await client.query('select');
    const seen = plans.flatMap(readings);
    await client.query(`rollback`);
    return seen;
  } finally {
    await client.end();
  }
}

/** Tables that people fill once and correct rarely. Every other table grows with use, a new one too. */
const steady = new Set([
  'avoid_period',
  'body',
  'body_name',
  'body_working_hours',
  'channel',
  'channel_name',
  'channel_party',
  'channel_relation',
  'clock_offset',
  'holiday',
  'post',
  'topic',
]);

/** Sequential scans of tables that grow, as `table: how many rows it gave`. */
export function sequentialScans(scans: readonly TableScan[]): string[] {
  return scans
    .filter(({ how, table }) => how === 'Seq Scan' && !steady.has(table))
    .map(({ table, rows }) => `${table}: ${String(rows)} rows`);
}

/** The readings of a plan as one line for people. */
export function summary(scans: readonly TableScan[]): string {
  const counted = new Map<string, { times: number; rows: number }>();
  for (const { table, how, index, rows } of scans) {
    const key = `${table} by ${index ?? how.toLowerCase()}`;
    const known = counted.get(key) ?? { times: 0, rows: 0 };
    counted.set(key, { times: known.times + 1, rows: known.rows + rows });
  }
  return [...counted]
    .map(([key, { times, rows }]) => `${key} ${String(rows)} rows${times > 1 ? ` in ${String(times)} readings` : ''}`)
    .join(', ');
}

const settings = Object.entries({
  log_min_duration: '0',
  log_analyze: 'on',
  log_timing: 'off',
  log_nested_statements: 'on',
  log_format: 'json',
  log_level: 'notice',
})
  .map(([name, value]) => `('${name}', '${value}')`)
  .join(', ');

function readings(node: PlanNode): TableScan[] {
  // An index named by a bitmap scan stands one node below the table.
  const below = (node.Plans ?? []).map((child) => child['Index Name']).find((name) => name !== undefined);
  const own =
    node['Relation Name'] === undefined
      ? []
      : [
          {
            table: node['Relation Name'],
            how: node['Node Type'],
            index: node['Index Name'] ?? below ?? null,
            rows: (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1),
          },
        ];
  return [...own, ...(node.Plans ?? []).flatMap(readings)];
}

function superuserUrl(name: string): string {
  const address = new URL(process.env['FORUM_TEST_SUPERUSER_URL'] ?? '');
  address.pathname = `/${name}`;
  return address.href;
}
