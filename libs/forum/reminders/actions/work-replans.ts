import type { Database, Reader, Tx } from '#platform/database';
import { loadRuleBooks, RuleBook } from '#forum/reminder-rules';
import { reachOf, type Reach } from '../domain/reach.js';
import type { ReplanScope } from '../domain/replan.types.js';
import { countAffected, nextAffected } from '../queries/affected.js';
import { planOneByOne, planTogether } from './left-behind.js';
import { replanSteps, type ReplanStep } from './replan-steps.js';
import { throwAll } from './throw-all.js';
import { workerActor } from './worker-actor.js';

/** Only one worker plans anew at a time. */
const replanLock = 7_320_417;

/** After so many tries of one piece its objects are planned one by one, and what fails is left as it is, to be tried again by itself. */
const mostTries = 3;

interface Replan extends ReplanScope {
  readonly id: string;
  readonly step: number;
  readonly afterId: string | null;
  readonly tries: number;
  readonly started: boolean;
  /** Nobody plans any more by what was true before. */
  readonly settled: boolean;
}

/**
 * Works off one piece of what waits to be planned anew. The piece and the place it got to are written in one transaction: killed anywhere
 * it is as if the piece had not begun, and the next worker goes on from there. A piece that fails lets what else waits go first, and after
 * some tries only the objects that fail are left behind, counted with the re-plan.
 * @returns how much was done; 0 when nothing waits, or another worker is at it
 */
export async function workReplans(database: Database): Promise<number> {
  const [waiting] = await database
    .readAs('forum_worker')
    .query('select 1 from forum.reminder_replan where finished_at is null limit 1');
  if (!waiting) return 0;
  const at: { id?: string } = {};
  const done = await database
    .runInTx(workerActor, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [replanLock]);
      const replan = lock?.mine === true ? await findNext(tx) : undefined;
      if (!replan) return nothing;
      at.id = replan.id;
      if (!replan.started) return start(tx, replan);
      return replan.settled ? workPiece(tx, replan) : nothing;
    })
    .catch(async (error: unknown) => {
      if (at.id !== undefined) await noteFailure(database, at.id);
      throw error;
    });
  throwAll(done.failures);
  return done.moved;
}

interface Done {
  readonly moved: number;
  readonly failures: readonly unknown[];
}

const nothing: Done = { moved: 0, failures: [] };
const onePiece: Done = { moved: 1, failures: [] };

async function noteFailure(database: Database, id: string): Promise<void> {
  await database.runInTx(workerActor, (tx) =>
    tx.query('update forum.reminder_replan set tries = tries + 1 where id = $1', [id]),
  );
}

/** The oldest of those that failed least. */
async function findNext(tx: Tx): Promise<Replan | undefined> {
  // A transaction that hangs for minutes holds up nothing else.
  const [row] = await tx.query<Replan>(
    `select id, channel_id as "channelId", from_day as "from", to_day as "to", step, after_id as "afterId", tries, started_at is not null as started,
            (settles_at <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint or started_at < forum.now() - interval '1 minute') as settled
       from forum.reminder_replan where finished_at is null order by tries, requested_at, id limit 1 for update`,
  );
  return row;
}

async function start(tx: Tx, replan: Replan): Promise<Done> {
  const counts = [];
  for (const step of replanSteps) counts.push(await countAffected(tx, step.kind, replan, await reach(tx, step)));
  await tx.query(
    `update forum.reminder_replan
        set started_at = forum.now(), tries = 0, total = $2, settles_at = pg_snapshot_xmax(pg_current_snapshot())::text::bigint where id = $1`,
    [replan.id, counts.reduce((sum, count) => sum + count, 0)],
  );
  return onePiece;
}

async function workPiece(tx: Tx, replan: Replan): Promise<Done> {
  const step = replanSteps[replan.step];
  if (!step) {
    await tx.query(
      'update forum.reminder_replan set finished_at = forum.now(), done = coalesce(total, 0) where id = $1',
      [replan.id],
    );
    return onePiece;
  }
  const place = { after: replan.afterId, limit: step.piece };
  const found = await nextAffected(tx, step.kind, replan, await reach(tx, step), place);
  const ids = found.map(({ id }) => id);
  const planner = { kind: step.kind.name, plan: step.plan };
  const failures = replan.tries < mostTries ? [] : await planOneByOne(tx, planner, ids);
  if (replan.tries < mostTries) await planTogether(tx, planner, ids);
  const isLast = ids.length < step.piece;
  await tx.query(
    'update forum.reminder_replan set step = $2, after_id = $3, done = done + $4, failed = failed + $5, tries = 0 where id = $1',
    [
      replan.id,
      isLast ? replan.step + 1 : replan.step,
      isLast ? null : ids.at(-1),
      found.filter(({ counted }) => counted).length,
      failures.length,
    ],
  );
  return { moved: 1, failures };
}

/** How far a free day reaches; the few channels with rules of their own may reach further than the standard. */
async function reach(reader: Reader, { kind }: ReplanStep): Promise<Reach> {
  const channels = await reader.query<{ id: string }>(
    'select distinct channel_id as id from forum.channel_reminder_rule',
  );
  const bookOf = await loadRuleBooks(reader);
  return reachOf(kind.anchor, [RuleBook.standard, ...channels.map(({ id }) => bookOf(id))]);
}
