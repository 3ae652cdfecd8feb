import { commonErrors, isSide, type Actor, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { loadCalendar } from '#forum/working-days';
import { actionRecorded } from '../actions.events.js';
import { actionLifecycle, speaksForSide } from '../domain/action.lifecycle.js';
import type { ActionOrigin, ActionPriority } from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { assertDueAfterSession, assertDueAhead, assertDueDay } from '../domain/due.js';
import { internalSeries, seriesOf, yearSeries } from '../domain/numbering.js';
import { originsSeen } from '../origins.js';
import { checkDeputy, checkOwners, namedOwners, type OwnersInput } from '../domain/owners.js';
import { assertMayRecord } from '../domain/recording.js';
import { titleOf, type TitleInput } from '../domain/title.js';
import { recordEvent } from '../persistence/actions.repository.js';
import { insertAction } from '../persistence/new-action.repository.js';
import { readPlace, readPosts, type Place } from '../queries/place-of-action.js';

export interface RecordActionsInput extends TitleInput, OwnersInput {
  /** The session that agreed it; without one the item stands for itself, or for its channel. */
  readonly sessionId?: string | undefined;
  readonly channelId?: string | undefined;
  /** `YYYY-MM-DD`, a working day of both countries. */
  readonly due: string;
  readonly commitmentId?: string | undefined;
  readonly deputyPostId?: string | undefined;
  readonly supportingBodyIds?: readonly string[] | undefined;
  readonly priority?: ActionPriority | undefined;
  /** Absent: the session, or `other` without one. */
  readonly origin?: ActionOrigin | undefined;
  /** Of the actor's side alone: the other side never learns of it, and the own side confirms it. */
  readonly internal?: boolean | undefined;
}

/**
 * Records what somebody will do (domain.md 3.9), for a session, a paragraph of its record, a radio issue or by itself. Two posts, one of
 * each side, give two items with one owner each. Shared items are joint: the other side confirms them.
 * @returns the ids, in the order of the owners named
 * @throws common.forbidden, actions.sessionNotFound, actions.sessionNotHeld, actions.bothOwners, actions.ownerUnknown,
 *   actions.splitNeedsTwoSides, actions.internalOwner, actions.deputyUnfit, actions.bodyUnknown, actions.commitmentUnknown,
 *   actions.originUnknown, actions.dueNotWorkingDay, actions.dueBeforeSession, actions.dueInPast
 */
export async function recordActions(tx: Tx, input: RecordActionsInput): Promise<string[]> {
  const { actor } = tx;
  const named = namedOwners(input);
  const title: LocalizedText = titleOf(input, actor.roles.includes('secretariat'));
  const place = await readPlace(tx, input);
  const side = assertRecorder(place, actor);
  const posts = await readPosts(tx, [...named, ...(input.deputyPostId === undefined ? [] : [input.deputyPostId])]);
  const owners = checkOwners(named, posts);
  if (input.internal === true && owners.some((owner) => owner.side !== side))
    throw actionsErrors.internalOwner({}, [{ path: 'ownerPostId', code: actionsErrors.internalOwner.code }]);
  const deputyPostId = deputyOf(input.deputyPostId, owners, posts);
  await assertBodies(tx, input.supportingBodyIds ?? []);
  const joint = input.internal !== true;
  if (joint && !place.shared) throw originUnknown(place.sessionId === null ? 'channelId' : 'sessionId');
  await assertCommitment(tx, input.commitmentId, joint);
  const origin = input.origin ?? ({ kind: place.sessionId === null ? 'other' : 'session' } as const);
  await assertOrigin(tx, origin, joint);
  assertDueDay(await loadCalendar(tx), input.due);
  if (place.startDate === null) assertDueAhead(input.due, place.today);
  else assertDueAfterSession(input.due, place.startDate);

  const series = seriesIn(place);
  const audience = input.internal === true ? side : 'joint';
  const ids = await insertAction(tx, {
    series: input.internal === true ? internalSeries(series, side) : series,
    sessionId: place.sessionId,
    channelId: place.channelId,
    commitmentId: input.commitmentId ?? (origin.kind === 'commitment' ? (origin.id ?? null) : null),
    title,
    owners,
    due: input.due,
    state: actionLifecycle.initial,
    joint: input.internal !== true,
    audience,
    illustrative: place.illustrative,
    deputyPostId,
    supportingBodyIds: [...new Set(input.supportingBodyIds ?? [])],
    priority: input.priority ?? 'normal',
    origin,
  });
  for (const id of ids)
    await recordEvent(tx, { id, version: 1, audience }, 'recorded', actionRecorded, { due: input.due });
  return ids;
}

/** Secretariats and heads record; of a session only while it is held or after it. @throws common.forbidden, actions.sessionNotHeld */
function assertRecorder(place: Place, actor: Actor): Side {
  if (place.sessionState !== null) assertMayRecord(place.sessionState, actor);
  if (actor.side === null || !speaksForSide(actor)) throw commonErrors.forbidden();
  return actor.side;
}

function seriesIn(place: Place): string {
  const { startDate, channelCode, ordinal, today } = place;
  if (startDate === null || channelCode === null) return yearSeries(today.slice(0, 4), channelCode);
  return seriesOf({ startDate, channelCode, ordinal });
}

function deputyOf(
  id: string | undefined,
  owners: Parameters<typeof checkDeputy>[0],
  posts: Awaited<ReturnType<typeof readPosts>>,
): string | null {
  if (id === undefined) return null;
  const deputy = posts.find((post) => post.id === id);
  return checkDeputy(owners, deputy ?? { id, side: null });
}

export async function assertBodies(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.query('select id from forum.body where id = any ($1::uuid[])', [ids]);
  if (found.length < new Set(ids).size)
    throw actionsErrors.bodyUnknown({}, [{ path: 'supportingBodyIds', code: actionsErrors.bodyUnknown.code }]);
}

/** What both sides read must not tell of what one side keeps for itself. */
async function assertCommitment(tx: Tx, id: string | undefined, joint: boolean): Promise<void> {
  if (id === undefined) return;
  const found = await tx.query(
    `select id from forum.commitment where id = $1 and not ($2 and audience in ('kr','jp'))`,
    [id, joint],
  );
  if (found.length === 0)
    throw actionsErrors.commitmentUnknown({}, [{ path: 'commitmentId', code: actionsErrors.commitmentUnknown.code }]);
}

async function assertOrigin(tx: Tx, { kind, id }: ActionOrigin, joint: boolean): Promise<void> {
  if (kind === 'session' || kind === 'other') {
    if (id !== undefined) throw originUnknown('origin');
    return;
  }
  const seen = id === undefined ? undefined : (await originsSeen(tx, tx.actor.side, kind, [id])).get(id);
  if (!seen || (joint && isSide(seen.audience))) throw originUnknown('origin');
}

function originUnknown(path: string) {
  return actionsErrors.originUnknown({}, [{ path, code: actionsErrors.originUnknown.code }]);
}
