import { SIDES, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ActingSide } from '../domain/commitment.types.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import type { Evidence } from '../domain/evidence.js';

const shared = `audience not in ('kr','jp')`;

/**
 * What evidence points to must be there for both sides: a meeting that was held, a paper that was released.
 * @throws commitments.evidenceUnknown for what is not there or not shared alike, commitments.meetingNotHeld
 */
export async function checkReferences(tx: Tx, { sessionId, paperId }: Evidence): Promise<void> {
  if (sessionId !== null) {
    const [session] = await tx.query<{ state: string }>(`select state from forum.session where id = $1 and ${shared}`, [
      sessionId,
    ]);
    if (!session) throw unknown('evidence.sessionId');
    if (!['in_session', 'held', 'closed'].includes(session.state))
      throw commitmentsErrors.meetingNotHeld({ state: session.state }, [
        { path: 'evidence.sessionId', code: commitmentsErrors.meetingNotHeld.code, params: { state: session.state } },
      ]);
  }
  if (paperId !== null) {
    const found = await tx.query(`select id from forum.paper where id = $1 and state = 'released' and ${shared}`, [
      paperId,
    ]);
    if (found.length === 0) throw unknown('evidence.paperId');
  }
}

function unknown(path: string) {
  return commitmentsErrors.evidenceUnknown({}, [{ path, code: commitmentsErrors.evidenceUnknown.code }]);
}

export interface PostsNamed {
  readonly kr: string | null;
  readonly jp: string | null;
}

/** Each side acts and signs with its own posts. @throws commitments.postOfOtherSide */
export async function checkPosts(tx: Tx, posts: PostsNamed, acting: ActingSide | null = 'both'): Promise<void> {
  for (const side of SIDES) {
    const id = posts[side];
    if (id === null) continue;
    const found = await tx.query('select id from forum.post where id = $1 and side = $2', [id, side]);
    const acts = acting === 'both' || acting === side;
    if (found.length === 0 || !acts) throw otherSides(side);
  }
}

export function otherSides(side: Side, path = `${side}PostId`) {
  return commitmentsErrors.postOfOtherSide({ side }, [
    { path, code: commitmentsErrors.postOfOtherSide.code, params: { side } },
  ]);
}

/** @throws commitments.topicUnknown */
export async function checkTopics(tx: Tx, codes: readonly string[]): Promise<void> {
  const rows = await tx.query('select 1 from forum.topic where code = any ($1)', [codes]);
  if (rows.length !== new Set(codes).size)
    throw commitmentsErrors.topicUnknown({}, [{ path: 'topicCodes', code: commitmentsErrors.topicUnknown.code }]);
}

/** The session where an instrument was agreed; both sides see it. @throws commitments.sessionUnknown */
export async function checkSession(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.query(`select id from forum.session where id = $1 and ${shared}`, [id]);
  if (found.length === 0)
    throw commitmentsErrors.sessionUnknown({}, [{ path: 'sessionId', code: commitmentsErrors.sessionUnknown.code }]);
}

/** Today at a side's capital, `YYYY-MM-DD`. */
export async function todayOf(tx: Tx, side: Side | null): Promise<string> {
  const [row] = await tx.query<{ today: string }>('select forum.today(forum.zone_of($1)) as today', [side ?? 'kr']);
  return row?.today ?? '';
}
