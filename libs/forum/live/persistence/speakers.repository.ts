import { newId, type Actor, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { liveErrors } from '../domain/live.errors.js';
import { onTheFloor, type RunRow, type SpeakerRow } from '../domain/live.types.js';
import { speakerContext, speakerLifecycle, type SpeakerState } from '../domain/speaker.lifecycle.js';
import { happened } from './live.repository.js';

/** A card of the own side's list, when both sides have that list. */
export interface ListedMember {
  readonly id: string;
  /** The card is the actor's own. */
  readonly mine: boolean;
}

/** The cards of a side's shared list for a session. */
export function listedMembers(tx: Tx, sessionId: string, side: Side, { postIds }: Actor): Promise<ListedMember[]> {
  return tx.query<ListedMember>(
    `select m.id, m.post_id = any ($3::uuid[]) as mine from forum.delegation_member m join forum.delegation d on d.id = m.delegation_id
      where d.session_id = $1 and d.side = $2 and m.removed_at is null and m.audience not in ('kr','jp') order by m.position, m.id`,
    [sessionId, side, postIds],
  );
}

export async function insertSpeaker(
  tx: Tx,
  sessionId: string,
  speaker: Pick<SpeakerRow, 'itemId' | 'side' | 'memberId'>,
): Promise<string> {
  const id = newId();
  await tx.query(
    'insert into forum.live_speaker (id, session_id, item_id, side, member_id) values ($1, $2, $3, $4, $5)',
    [id, sessionId, speaker.itemId, speaker.side, speaker.memberId],
  );
  return id;
}

/** Writes what became of a wish to speak; its times follow from the state. */
export async function saveSpeaker(tx: Tx, id: string, state: SpeakerState): Promise<void> {
  await tx.query(
    `update forum.live_speaker set state = $2, version = version + 1,
            started_at = case when $2 = 'speaking' then forum.now() else started_at end,
            ended_at = case when $2 = 'speaking' then null else forum.now() end
      where id = $1`,
    [id, state],
  );
}

/** Takes the floor from whoever has it; gives whether anybody had. */
export async function endFloor(tx: Tx, run: RunRow): Promise<boolean> {
  const speaker = onTheFloor(run);
  if (!speaker) return false;
  await saveSpeaker(
    tx,
    speaker.id,
    speakerLifecycle.step('speaking', 'end-floor', speakerContext(speaker, tx.actor, true)),
  );
  await happened(tx, run.sessionId, 'floor_ended', { subjectId: speaker.id });
  return true;
}

/** The session of a wish to speak. @throws live.speakerNotFound */
export async function sessionOfSpeaker(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select session_id as id from forum.live_speaker where id = $1', [id]);
  if (!row) throw liveErrors.speakerNotFound();
  return row.id;
}
