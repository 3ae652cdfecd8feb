import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { datePollParticipantsNamed } from '../date-polls.events.js';
import { datePollContext } from '../domain/date-poll-context.js';
import { datePollLifecycle } from '../domain/date-poll.lifecycle.js';
import type { ParticipantRole } from '../domain/date-poll.types.js';
import { datePollsErrors } from '../domain/date-polls.errors.js';
import { publishPoll, sharePollLock, sideOf } from '../persistence/date-polls.repository.js';

export interface NameParticipantsInput {
  readonly pollId: string;
  /** The whole list of the own side. Who is left out is asked no longer; their answers are kept, should they come back. */
  readonly participants: readonly { readonly postId: string; readonly role: ParticipantRole }[];
}

/**
 * Names whom the own side asks. The poll's version stays: the other side must not notice.
 * @throws date-polls.notFound, date-polls.postNotOwn, date-polls.twoHeads, common.duplicate, common.forbidden, common.wrongState
 */
@Injectable()
export class NameParticipants {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: NameParticipantsInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(tx);
      const poll = await sharePollLock(tx, input.pollId);
      datePollLifecycle.step(poll.state, 'name-participants', datePollContext(poll, actor));
      await assertList(tx, side, input.participants);
      await tx.query(
        `update forum.date_poll_participant set removed_at = forum.now()
          where poll_id = $1 and audience = $2 and removed_at is null and post_id <> all ($3::uuid[])`,
        [poll.id, side, input.participants.map(({ postId }) => postId)],
      );
      for (const { postId, role } of input.participants) {
        await tx.query(
          `insert into forum.date_poll_participant (id, poll_id, post_id, role, audience) values ($1, $2, $3, $4, $5)
           on conflict on constraint uq_date_poll_participant_poll_id_post_id_audience do update set role = excluded.role, removed_at = null`,
          [newId(), poll.id, postId, role, side],
        );
      }
      await publishPoll(tx, datePollParticipantsNamed, { pollId: poll.id }, side);
    });
  }
}

async function assertList(tx: Tx, side: Side, list: NameParticipantsInput['participants']): Promise<void> {
  const ids = list.map(({ postId }) => postId);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      throw commonErrors.invalid({}, [{ path: `participants.${String(index)}`, code: commonErrors.duplicate.code }]);
  if (list.filter(({ role }) => role === 'head').length > 1) throw datePollsErrors.twoHeads();
  const own = await tx.query<{ id: string }>('select id from forum.post where id = any ($1::uuid[]) and side = $2', [
    ids,
    side,
  ]);
  const faults = ids.flatMap((id, index) =>
    own.some((post) => post.id === id)
      ? []
      : [{ path: `participants.${String(index)}.postId`, code: datePollsErrors.postNotOwn.code }],
  );
  if (faults.length > 0) throw datePollsErrors.postNotOwn({}, faults);
}
