import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { loadCalendar } from '#forum/working-days';
import { actionRecorded } from '../actions.events.js';
import { actionLifecycle } from '../domain/action.lifecycle.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { assertDueAfterSession, assertDueDay } from '../domain/due.js';
import { seriesOf } from '../domain/numbering.js';
import { checkOwners, namedOwners, type OwnerPost, type OwnersInput } from '../domain/owners.js';
import { assertMayRecord } from '../domain/recording.js';
import { titleOf, type TitleInput } from '../domain/title.js';
import { insertAction, recordEvent } from '../persistence/actions.repository.js';

export interface RecordActionInput extends TitleInput, OwnersInput {
  readonly sessionId: string;
  /** `YYYY-MM-DD`, a working day of both countries. */
  readonly due: string;
  readonly commitmentId?: string | undefined;
}

interface SessionRow {
  state: string;
  start_date: string;
  ordinal: number | null;
  illustrative: boolean;
  channel_id: string;
  channel_code: string;
}

/**
 * Records what a session agreed somebody will do (domain.md 3.9). Two posts, one of each side, give two items with one owner each.
 * Items of a session are joint: the other side confirms them.
 * @returns the ids, in the order of the owners named
 * @throws common.forbidden, actions.sessionNotFound, actions.sessionNotHeld, actions.bothOwners, actions.ownerUnknown,
 *   actions.splitNeedsTwoSides, actions.commitmentUnknown, actions.dueNotWorkingDay, actions.dueBeforeSession
 */
@Injectable()
export class RecordAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: RecordActionInput): Promise<string[]> {
    const named = namedOwners(input);
    const title = titleOf(input, actor.roles.includes('secretariat'));
    return this.database.runInTx(actor, async (tx) => {
      const session = await readSession(tx, input.sessionId);
      assertMayRecord(session.state, actor);
      const owners = checkOwners(named, await readPosts(tx, named));
      await assertCommitment(tx, input.commitmentId);
      assertDueDay(await loadCalendar(tx), input.due);
      assertDueAfterSession(input.due, session.start_date);
      const { commitmentId = null, sessionId, due } = input;
      const ids = await insertAction(tx, {
        series: seriesOf({
          startDate: session.start_date,
          channelCode: session.channel_code,
          ordinal: session.ordinal,
        }),
        sessionId,
        channelId: session.channel_id,
        commitmentId,
        title,
        owners,
        due,
        state: actionLifecycle.initial,
        joint: true,
        audience: 'joint',
        illustrative: session.illustrative,
      });
      for (const id of ids)
        await recordEvent(tx, { id, version: 1, audience: 'joint' }, 'recorded', actionRecorded, { due });
      return ids;
    });
  }
}

async function readSession(tx: Tx, id: string): Promise<SessionRow> {
  const [session] = await tx.query<SessionRow>(
    // An ordinal that the sides count differently stays out of the shared number (domain.md 1.1).
    `select s.state, s.start_date, case when s.ordinal_kr = s.ordinal_jp then s.ordinal_kr end as ordinal, s.illustrative, s.channel_id, c.code as channel_code
       from forum.session s join forum.channel c on c.id = s.channel_id where s.id = $1`,
    [id],
  );
  if (!session) throw actionsErrors.sessionNotFound();
  return session;
}

function readPosts(tx: Tx, ids: readonly string[]): Promise<OwnerPost[]> {
  return tx.query<OwnerPost>('select id, side from forum.post where id = any ($1::uuid[])', [ids]);
}

async function assertCommitment(tx: Tx, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const found = await tx.query('select id from forum.commitment where id = $1', [id]);
  if (found.length === 0)
    throw actionsErrors.commitmentUnknown({}, [{ path: 'commitmentId', code: actionsErrors.commitmentUnknown.code }]);
}
