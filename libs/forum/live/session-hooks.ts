import { subscribeInTx, type Tx } from '#platform/database';
import { ACTION_SUBJECT, actionRecorded } from '#forum/actions';
import { agendaItemDiscussed } from '#forum/agenda';
import { attendanceMarked } from '#forum/delegations';
import { registerOutline } from '#forum/records';
import { sessionHeld, sessionOpened } from '#forum/sessions';
import type { LiveEventKind } from './domain/live.types.js';
import { endSegment, happened, lockRun, raiseVersion, type Happening } from './persistence/live.repository.js';
import { endFloor } from './persistence/speakers.repository.js';
import { decisionsOf } from './queries/live-decisions.js';

/** What other capabilities do while a session runs reaches its screens in the same transaction. */
export function connectLive(): void {
  // What the room decided and both accepted begins the texts of the session (domain.md 3.7).
  registerOutline(async (reader, sessionId) =>
    (await decisionsOf(reader, sessionId)).filter(({ state }) => state === 'accepted'),
  );
  subscribeInTx(sessionOpened, async (tx, { sessionId }) => {
    const run = await lockRun(tx, sessionId);
    await happened(tx, run.sessionId, 'opened', { told: false });
  });
  subscribeInTx(sessionHeld, async (tx, { sessionId }) => {
    const run = await lockRun(tx, sessionId);
    await endFloor(tx, run);
    if (await endSegment(tx, sessionId)) await raiseVersion(tx, sessionId);
    await happened(tx, sessionId, 'over', { told: false });
  });
  subscribeInTx(attendanceMarked, (tx, { sessionId, memberId }) =>
    whileRunning(tx, sessionId, 'attendance_marked', { subjectId: memberId }),
  );
  subscribeInTx(agendaItemDiscussed, (tx, { sessionId, itemId }) =>
    whileRunning(tx, sessionId, 'item_discussed', { subjectId: itemId }),
  );
  subscribeInTx(actionRecorded, async (tx, { actionId }, { audience, subjectType }) => {
    if (subjectType !== ACTION_SUBJECT || audience === 'business' || audience === 'public') return;
    const [item] = await tx.query<{ sessionId: string | null }>(
      'select session_id as "sessionId" from forum.action_item where id = $1',
      [actionId],
    );
    if (item && item.sessionId !== null)
      await whileRunning(tx, item.sessionId, 'action_recorded', { subjectId: actionId, audience });
  });
}

/** Before the opening and after the end there is no run to tell. */
async function whileRunning(tx: Tx, sessionId: string, kind: LiveEventKind, about: Happening): Promise<void> {
  const [session] = await tx.query<{ state: string }>('select state from forum.session where id = $1', [sessionId]);
  if (session?.state !== 'in_session') return;
  await lockRun(tx, sessionId);
  await happened(tx, sessionId, kind, { ...about, told: false });
}
