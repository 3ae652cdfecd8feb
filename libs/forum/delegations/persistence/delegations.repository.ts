import { commonErrors, newId, type Actor, type Side } from '#core/kernel';
import type { PersonName } from '#core/i18n';
import type { Tx } from '#platform/database';
import { sessionsErrors } from '#forum/sessions';
import { delegationsErrors } from '../domain/delegations.errors.js';
import type { DelegationListRow, MemberRow, MemberRole, BadgeName } from '../domain/delegations.types.js';
import type { DelegationState } from '../domain/delegation.lifecycle.js';
import {
  findSessionOfList,
  listDelegations,
  sessionIdOfMember,
  type SessionOfListRow,
} from '../queries/delegation-lists.js';

export interface LockedList {
  readonly session: SessionOfListRow;
  readonly list: DelegationListRow;
}

/** Locks a session against changes of its state while its lists change. @throws sessions.notFound */
export async function lockSessionOfList(tx: Tx, sessionId: string): Promise<SessionOfListRow> {
  await tx.query('select id from forum.session where id = $1 for update', [sessionId]);
  const session = await findSessionOfList(tx, sessionId);
  if (!session) throw sessionsErrors.notFound();
  return session;
}

/** @throws sessions.notFound, delegations.listNotFound (also for the other side's draft) */
export async function lockList(tx: Tx, sessionId: string, side: Side): Promise<LockedList> {
  const session = await lockSessionOfList(tx, sessionId);
  const list = (await listDelegations(tx, sessionId)).find((candidate) => candidate.side === side);
  if (!list) throw delegationsErrors.listNotFound();
  return { session, list };
}

/** As `lockList`, also checks that the list is the version the actor has seen. @throws common.staleVersion */
export async function lockListAt(tx: Tx, sessionId: string, side: Side, version: number): Promise<LockedList> {
  const locked = await lockList(tx, sessionId, side);
  if (locked.list.version !== version) throw commonErrors.staleVersion();
  return locked;
}

/** The list of one card, locked. Without `version` any version will do. @throws delegations.memberNotFound, common.staleVersion */
export async function lockMember(
  tx: Tx,
  memberId: string,
  version?: number,
): Promise<LockedList & { readonly member: MemberRow }> {
  const sessionId = await sessionIdOfMember(tx, memberId);
  if (sessionId === undefined) throw delegationsErrors.memberNotFound();
  const session = await lockSessionOfList(tx, sessionId);
  const list = (await listDelegations(tx, sessionId)).find((candidate) =>
    candidate.members.some((member) => member.id === memberId),
  );
  const member = list?.members.find((candidate) => candidate.id === memberId);
  if (!list || !member) throw delegationsErrors.memberNotFound();
  if (version !== undefined && member.version !== version) throw commonErrors.staleVersion();
  return { session, list, member };
}

/** The actor's side's list, made as a draft that only the side sees when there is none yet. */
export async function ownListOrDraft(tx: Tx, sessionId: string, side: Side): Promise<LockedList> {
  const session = await lockSessionOfList(tx, sessionId);
  const known = (await listDelegations(tx, sessionId)).find((candidate) => candidate.side === side);
  if (known) return { session, list: known };
  await tx.query(
    `insert into forum.delegation (id, session_id, side, state, audience) values ($1, $2, $3, 'draft', $3)`,
    [newId(), sessionId, side],
  );
  return lockList(tx, sessionId, side);
}

export interface CardFields {
  readonly role: MemberRole;
  readonly names: PersonName;
  readonly badge: BadgeName;
  readonly arrival: string | null;
  readonly rankOverride: number | null;
}

/** Adds a card at the end of the list; a post that was taken off comes back on its old row. @throws delegations.postAlreadyListed */
export async function insertMember(tx: Tx, list: DelegationListRow, postId: string, card: CardFields): Promise<string> {
  if (list.members.some((member) => member.post.id === postId)) throw delegationsErrors.postAlreadyListed();
  const position = Math.max(0, ...list.members.map((member) => member.position)) + 1;
  const [row] = await tx.query<{ id: string }>(
    `insert into forum.delegation_member (id, delegation_id, post_id, role, position, names, badge, arrival, rank, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict on constraint uq_delegation_member_delegation_id_post_id do update
       set role = excluded.role, position = excluded.position, names = excluded.names, badge = excluded.badge, arrival = excluded.arrival,
           rank = excluded.rank, audience = excluded.audience, removed_at = null, version = delegation_member.version + 1
     returning id`,
    [
      newId(),
      list.id,
      postId,
      card.role,
      position,
      JSON.stringify(card.names),
      JSON.stringify(card.badge),
      card.arrival,
      card.rankOverride,
      list.audience,
    ],
  );
  if (!row) throw delegationsErrors.memberNotFound();
  return row.id;
}

export async function saveMember(tx: Tx, member: MemberRow): Promise<void> {
  await tx.query(
    `update forum.delegation_member set role = $2, names = $3, badge = $4, arrival = $5, rank = $6, position = $7, version = version + 1 where id = $1`,
    [
      member.id,
      member.role,
      JSON.stringify(member.names),
      JSON.stringify(member.badge),
      member.arrival,
      member.rankOverride,
      member.position,
    ],
  );
}

/** Takes a card off its list; what the person needs is forgotten. */
export async function removeMember(tx: Tx, memberId: string): Promise<void> {
  await tx.query(`update forum.delegation_member set removed_at = forum.now(), version = version + 1 where id = $1`, [
    memberId,
  ]);
  await tx.query(
    `update forum.delegation_need set diet = '', access = '', version = version + 1 where member_id = $1 and audience = $2`,
    [memberId, tx.actor.side],
  );
}

/** Writes the list's state; gives its new version. Approval is kept only where told. */
export async function saveList(
  tx: Tx,
  list: DelegationListRow,
  state: DelegationState,
  set: { readonly approved?: boolean; readonly accepted?: boolean } = {},
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.delegation set state = $2, version = version + 1,
            approved_at = case when $3::boolean is null then approved_at when $3 then forum.now() end,
            accepted_at = case when $4::boolean is null then accepted_at when $4 then forum.now() end
      where id = $1 returning version`,
    [list.id, state, set.approved ?? null, set.accepted ?? null],
  );
  if (!row) throw delegationsErrors.listNotFound();
  return row.version;
}

/**
 * Shows a draft to the other side. Versions go on from a round number, so that they do not tell how often the draft was changed;
 * cards that were taken off before stay the side's own.
 */
export async function shareList(tx: Tx, list: DelegationListRow): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.delegation set state = 'submitted', submitted_at = forum.now(), audience = 'joint', version = (version / 1000 + 1) * 1000
      where id = $1 returning version`,
    [list.id],
  );
  await tx.query(
    `update forum.delegation_member set audience = 'joint', version = (version / 1000 + 1) * 1000 where delegation_id = $1 and removed_at is null`,
    [list.id],
  );
  if (!row) throw delegationsErrors.listNotFound();
  return row.version;
}

/** The actor's side. @throws common.forbidden for who belongs to none */
export function sideOf(actor: Actor): Side {
  if (actor.side === null) throw commonErrors.forbidden();
  return actor.side;
}
