import { AUDIENCES, type Audience, type DatabaseRole, type Side } from '#core/kernel';
import type pg from 'pg';
import { commentProbes, keyProbes, proposalProbes, verdictProbes } from './key-probes.js';
import { literal, literalInsert, selectOf, updateOf } from './probe-sql.js';
import { clearanceProbes } from './record-probes.js';
import type { RowMaker } from './rows.js';

/**
 * Who may do what with a row of which audience, said once more and apart from the migrations (design.md decision 3): an own side reads
 * and writes its own and everything shared; readers without a side get what is meant for them; only the worker reaches all.
 */
const reads: Readonly<Record<DatabaseRole, readonly Audience[]>> = {
  forum_kr: ['kr', 'joint', 'business', 'public'],
  forum_jp: ['jp', 'joint', 'business', 'public'],
  forum_joint: ['joint', 'business', 'public'],
  forum_business: ['business', 'public'],
  forum_public: ['public'],
  forum_admin: ['public'],
  forum_worker: AUDIENCES,
  forum_auth: [],
};
const writers: readonly DatabaseRole[] = ['forum_kr', 'forum_jp', 'forum_joint', 'forum_worker'];
export const databaseRoles = Object.keys(reads) as readonly DatabaseRole[];

/** Fewer rights than the rule gives; who is not named keeps what the rule says. */
interface Exception {
  /** Who sees none of its rows, whatever their audience, and writes none. */
  readonly without?: readonly DatabaseRole[];
  /** Who may read, where that are fewer than may write. */
  readonly readers?: readonly DatabaseRole[];
  readonly insert?: readonly DatabaseRole[];
  readonly update?: readonly DatabaseRole[];
  /** A column that those who may update at all may update. */
  readonly column?: string;
  /** A column that nobody may update, where `column` is named. */
  readonly fixed?: string;
}

const nobody: readonly DatabaseRole[] = [];
const workerOnly: readonly DatabaseRole[] = ['forum_worker'];

const exceptions: Readonly<Record<string, Exception>> = {
  // Append-only, for everybody (design.md decisions 6 and 11).
  action_comment: { update: nobody },
  action_event: { update: nobody },
  action_evidence: { update: nobody },
  commitment_event: { update: nobody },
  commitment_evidence: { update: nobody },
  action_handover: { update: nobody },
  glossary_version: { update: nobody },
  escalation_event: { update: nobody },
  record_version: { update: nobody },
  live_event: { update: nobody },
  live_note: { update: nobody },
  // Never rewritten; who may read it may change, by the function that asks for both keys.
  agenda_version: { update: workerOnly, column: 'audience', fixed: 'content' },
  // Only the import may correct what its file corrected; only the worker relays and seals.
  channel_event: { update: workerOnly },
  outbox_event: { update: workerOnly },
  calendar_reply: { update: workerOnly },
  channel_private_reason: { update: workerOnly },
  radio_event: { update: workerOnly },
  translation_event: { update: workerOnly },
  translation_source: { update: workerOnly },
  // The monthly check suggests, people decide.
  stall_suggestion: { insert: workerOnly },
  audit_entry: { update: workerOnly, column: 'hash' },
  // A reminder is of its reader's side but planned by whoever causes it: through a function, never by hand.
  reminder: { insert: workerOnly, update: workerOnly },
  // Asked for by whoever changes the cause, worked off by the worker.
  reminder_replan: { update: workerOnly },
  sent_mail: { insert: workerOnly, update: workerOnly },
  // Nobody knows yet whether it was told to anybody.
  mail_in_doubt: { readers: workerOnly, insert: workerOnly, update: workerOnly },
  // Given once, to whoever made it; then only what signs may know it.
  webhook_secret: { readers: workerOnly, update: workerOnly },
  // Restricted (domain.md 3.13): between the two sides, and for nobody without one.
  multilateral_support: { without: ['forum_joint'] },
  // A key is turned by its own side only (keyProbes say how); later only cleared.
  key_turn: { column: 'cleared_reason' },
};

/** Tables whose rows are read by all and written by the side they belong to (domain.md 3.4). */
export const sideTables = [
  'body',
  'body_name',
  'person',
  'person_name',
  'post',
  'post_holder',
  'holiday',
  'avoid_period',
];

/** Tables with rules of their own, which the probes of keys and words know. */
const apart: readonly string[] = ['proposal', 'date_poll_verdict', 'agenda_comment', 'record_clearance'];

/** Side tables in which every row belongs to one of the two. */
const ownedTables = ['holiday', 'avoid_period'];

export interface Probe {
  readonly role: DatabaseRole;
  readonly table: string;
  /** What is tried, for the report. */
  readonly what: string;
  readonly sql: string;
  readonly allowed: boolean;
}

/** Every probe over one row per audience (or side) of each table under row security. Stores the rows. */
export async function makeProbes(maker: RowMaker): Promise<Probe[]> {
  const probes: Probe[] = [];
  const tables = new Set([...maker.tablesWith('audience'), ...maker.tablesWith('side')]);
  for (const table of tables) {
    if (table === 'user_account') probes.push(...(await accountProbes(maker)));
    else if (sideTables.includes(table)) probes.push(...(await sideProbes(maker, table)));
    else if (!apart.includes(table) && maker.column(table, 'audience'))
      probes.push(...(await audienceProbes(maker, table)));
  }
  return [
    ...probes,
    ...(await keyProbes(maker, databaseRoles)),
    ...(await proposalProbes(maker, databaseRoles, reads)),
    ...(await verdictProbes(maker, databaseRoles, reads)),
    ...(await commentProbes(maker, databaseRoles, reads)),
    ...(await clearanceProbes(maker, databaseRoles, reads)),
  ];
}

async function audienceProbes(maker: RowMaker, table: string): Promise<Probe[]> {
  const {
    without = nobody,
    readers = databaseRoles,
    insert,
    update,
    column = 'id',
    fixed = 'subject_id',
  } = exceptions[table] ?? {};
  const probes: Probe[] = [];
  const audiences = (maker.column(table, 'audience')?.values ?? []) as Audience[];
  for (const audience of audiences) {
    const wish = { audience, side: sideOf(audience), marker: 'probe' };
    const stored = await maker.make(table, wish);
    const planned = await maker.plan(table, wish);
    for (const role of databaseRoles) {
      const reach = reads[role].includes(audience) && !without.includes(role);
      const may = (verb: readonly DatabaseRole[] | undefined) => reach && (verb ?? writers).includes(role);
      probes.push({
        role,
        table,
        what: `select ${audience}`,
        sql: selectOf(table, stored),
        allowed: reach && readers.includes(role),
      });
      probes.push({
        role,
        table,
        what: `update ${audience}`,
        sql: updateOf(table, stored, column),
        allowed: may(update),
      });
      if (table !== 'key_turn')
        probes.push({
          role,
          table,
          what: `insert ${audience}`,
          sql: literalInsert(table, planned),
          allowed: may(insert),
        });
      probes.push({
        role,
        table,
        what: `delete ${audience}`,
        sql: `delete from forum.${table} where id = ${literal(stored['id'])}`,
        allowed: false,
      });
      if (column !== 'id')
        probes.push({
          role,
          table,
          what: `rewrite ${audience}`,
          sql: updateOf(table, stored, fixed),
          allowed: false,
        });
      if (!may(update) || column !== 'id') continue;
      // What may be written may not be moved out of reach, nor into a stranger's: both sides of the policy.
      // A reminder's audience is its reader's side by a check of the table.
      for (const target of audiences.filter((other) => other !== audience && table !== 'reminder')) {
        const sql = `update forum.${table} set audience = ${literal(target)} where id = ${literal(stored['id'])}`;
        probes.push({ role, table, what: `move ${audience} to ${target}`, sql, allowed: reads[role].includes(target) });
      }
    }
  }
  return probes;
}

async function sideProbes(maker: RowMaker, table: string): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const side of ['kr', 'jp', null] as const) {
    if (side === null && ownedTables.includes(table)) continue;
    const stored = await maker.make(table, { side, marker: 'probe' });
    const planned = await maker.plan(table, { side, marker: 'probe' });
    for (const role of databaseRoles) {
      const own = role === 'forum_worker' || (side !== null && role === `forum_${side}`);
      const name = side ?? 'nobody';
      probes.push({ role, table, what: `select ${name}`, sql: selectOf(table, stored), allowed: true });
      probes.push({ role, table, what: `update ${name}`, sql: updateOf(table, stored, 'id'), allowed: own });
      probes.push({ role, table, what: `insert ${name}`, sql: literalInsert(table, planned), allowed: own });
      probes.push({
        role,
        table,
        what: `delete ${name}`,
        sql: `delete from forum.${table} where id = ${literal(stored['id'])}`,
        allowed: false,
      });
      if (!own) continue;
      const sql = `update forum.${table} set side = ${literal(side === 'kr' ? 'jp' : 'kr')} where id = ${literal(stored['id'])}`;
      probes.push({ role, table, what: `give ${name} away`, sql, allowed: role === 'forum_worker' });
    }
  }
  return probes;
}

/** Accounts: a side sees its own users, the administrator all, nobody the other side's; a password only the sign-in. */
async function accountProbes(maker: RowMaker): Promise<Probe[]> {
  const table = 'user_account';
  const probes: Probe[] = [];
  for (const side of ['kr', 'jp', null] as const) {
    const stored = await maker.make(table, { side, marker: `probe.${side ?? 'nobody'}` });
    const planned = await maker.plan(table, { side, marker: `other.${side ?? 'nobody'}` });
    const name = side ?? 'nobody';
    const where = `where id = ${literal(stored['id'])}`;
    const everything: readonly DatabaseRole[] = ['forum_admin', 'forum_worker', 'forum_auth'];
    for (const role of databaseRoles) {
      const reach = everything.includes(role) || role === `forum_${name}`;
      probes.push({
        role,
        table,
        what: `select ${name}`,
        sql: `select id, email, roles from forum.${table} ${where}`,
        allowed: reach,
      });
      probes.push({
        role,
        table,
        what: `password of ${name}`,
        sql: `select password_hash from forum.${table} ${where}`,
        allowed: role === 'forum_auth',
      });
      probes.push({
        role,
        table,
        what: `update ${name}`,
        sql: `update forum.${table} set language = language ${where}`,
        allowed: ['forum_admin', 'forum_auth'].includes(role),
      });
      probes.push({
        role,
        table,
        what: `insert ${name}`,
        sql: literalInsert(table, planned),
        allowed: ['forum_admin', 'forum_worker'].includes(role),
      });
      probes.push({ role, table, what: `delete ${name}`, sql: `delete from forum.${table} ${where}`, allowed: false });
    }
  }
  return probes;
}

/** Runs probes, each undone at once, and says which answered otherwise than the matrix. Leaves a transaction that is open as it was. */
export async function checkRowSecurity(client: pg.ClientBase, probes: readonly Probe[]): Promise<string[]> {
  const faults: string[] = [];
  for (const role of new Set(probes.map((probe) => probe.role))) {
    const own = probes.filter((probe) => probe.role === role);
    const { rows } = await client.query<{ reached: string[] }>(`select probe.reach_all($1, $2) as reached`, [
      role,
      own.map((probe) => probe.sql),
    ]);
    for (const [index, probe] of own.entries()) {
      const reached = rows[0]?.reached[index] ?? '';
      const refused = reached === '0' || refusals.includes(reached);
      if (reached !== '1' && !refused)
        throw new Error(`${role} ${probe.what} of ${probe.table} answered ${reached}: ${probe.sql}`);
      if ((reached === '1') !== probe.allowed)
        faults.push(`${role} ${probe.allowed ? 'may not' : 'may'} ${probe.what} of ${probe.table}`);
    }
  }
  return faults;
}

/** Insufficient privilege: what a missing grant and a policy's check both answer. */
const refusals = ['42501'];

/** Counts what a statement reaches as a role, and undoes it; a refusal gives its SQLSTATE. */
export const probeFunctions = `
  create schema probe;
  grant usage on schema probe to public;
  create function probe.reach(statement text) returns text language plpgsql as $$
  declare reached bigint;
  begin
    execute statement;
    get diagnostics reached = row_count;
    raise exception using errcode = 'PT000', message = reached::text;
  exception
    when sqlstate 'PT000' then return sqlerrm;
    when others then return sqlstate;
  end $$;
  create function probe.reach_all(as_role text, statements text[]) returns text[] language plpgsql as $$
  declare
    answers text[] := '{}';
    statement text;
  begin
    perform set_config('role', as_role, true);
    foreach statement in array statements loop answers := answers || probe.reach(statement); end loop;
    perform set_config('role', 'none', true);
    return answers;
  end $$`;

function sideOf(audience: Audience): Side {
  return audience === 'jp' ? 'jp' : 'kr';
}
