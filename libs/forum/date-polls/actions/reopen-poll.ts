import { subscribeInTx, type Tx } from '#platform/database';
import { proposalRefused, proposalWithdrawn } from '#forum/two-key';
import { datePollReopened } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import { lockPoll, publishPoll, savePoll } from '../persistence/date-polls.repository.js';

/** When the date made of a poll is refused or taken back, the poll that led to it can choose another slot. */
export function reopenWithTheProposal(): void {
  for (const event of [proposalRefused, proposalWithdrawn])
    subscribeInTx(event, async (tx, { kind, subjectId }) => {
      if (kind === 'session.arrangement') await reopenPollOf(tx, subjectId);
    });
}

async function reopenPollOf(tx: Tx, sessionId: string): Promise<void> {
  const [decided] = await tx.query<{ id: string }>(
    `select id from forum.date_poll where session_id = $1 and state = 'decided' order by id desc limit 1`,
    [sessionId],
  );
  if (!decided) return;
  const poll = await lockPoll(tx, decided.id);
  await tx.query('update forum.date_poll_slot set decided_at = null where poll_id = $1', [poll.id]);
  await savePoll(tx, poll, datePollLifecycle.step(poll.state, 'reopen', datePollContext(poll, tx.actor, true)));
  await publishPoll(tx, datePollReopened, { pollId: poll.id }, 'joint');
}
