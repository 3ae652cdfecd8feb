import { Injectable } from '@nestjs/common';
import type { PersonName } from '#core/i18n';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { findPost, identityErrors } from '#forum/identity';
import { delegationsErrors } from '../domain/delegations.errors.js';
import type { BadgeName, DelegationListRow, MemberRole, MemberRow } from '../domain/delegations.types.js';
import {
  insertMember,
  lockListAt,
  lockMember,
  ownListOrDraft,
  removeMember,
  saveMember,
  sideOf,
} from '../persistence/delegations.repository.js';
import { takeAskedRank } from '../persistence/rank-requests.repository.js';
import { afterEdit, assertMayEdit } from './after-edit.js';

export interface AddMemberInput {
  readonly sessionId: string;
  readonly postId: string;
  readonly role: MemberRole;
  readonly names?: PersonName | undefined;
  readonly badge?: BadgeName | undefined;
  readonly arrival?: string | null | undefined;
  /** The side's own number for this session; null or absent takes the post's. */
  readonly rank?: number | null | undefined;
}

/**
 * Puts a post on the own side's list, which is made as a draft when there is none. A new head takes the place of the former one.
 * @returns the id of the card
 * @throws sessions.notFound, delegations.headNotOfSide, delegations.postAlreadyListed, delegations.sessionOver, identity.postNotFound
 */
@Injectable()
export class AddMember {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddMemberInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(actor);
      if (!actor.roles.includes('secretariat')) throw commonErrors.forbidden();
      const post = await findPost(tx, input.postId);
      if (!post) throw identityErrors.postNotFound();
      if (post.side !== side) throw delegationsErrors.headNotOfSide();
      const locked = await ownListOrDraft(tx, input.sessionId, side);
      assertMayEdit(locked, actor);
      if (input.role === 'head') await stepDown(tx, locked.list);
      const id = await insertMember(tx, locked.list, input.postId, {
        role: input.role,
        names: input.names ?? {},
        badge: input.badge ?? {},
        arrival: input.arrival ?? null,
        rankOverride: input.rank ?? null,
      });
      await afterEdit(tx, locked);
      return id;
    });
  }
}

export interface EditMemberInput extends Partial<Omit<AddMemberInput, 'sessionId' | 'postId'>> {
  readonly memberId: string;
  readonly version: number;
}

/**
 * Changes a card: the secretariat any of its own side's, a delegate badge name and arrival of the own one (domain.md 2).
 * @throws delegations.memberNotFound, common.staleVersion, common.forbidden, delegations.headStays, delegations.sessionOver
 */
@Injectable()
export class EditMember {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditMemberInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { member, ...locked } = await lockMember(tx, input.memberId, input.version);
      assertMayEdit(locked, actor, member);
      const more = [input.role, input.names, input.rank].some((value) => value !== undefined);
      if (more && !actor.roles.includes('secretariat')) throw commonErrors.forbidden();
      if (input.role === 'head' && member.role !== 'head') await stepDown(tx, locked.list);
      if (member.role === 'head' && input.role !== undefined && input.role !== 'head') refuseHeadless(locked.list);
      await saveMember(tx, edited(member, input));
      if (input.rank !== undefined) await takeAskedRank(tx, member.id, input.rank ?? member.post.rank);
      await afterEdit(tx, locked, member);
    });
  }
}

/** Takes a card off the own side's list. @throws as `EditMember` */
@Injectable()
export class RemoveMember {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly memberId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { member, ...locked } = await lockMember(tx, input.memberId, input.version);
      assertMayEdit(locked, actor);
      if (member.role === 'head') refuseHeadless(locked.list);
      await removeMember(tx, member.id);
      await afterEdit(tx, locked);
    });
  }
}

/** The order the office gives its own people; it counts between equal ranks (domain.md 3.4). @throws delegations.orderIncomplete */
@Injectable()
export class OrderMembers {
  constructor(private readonly database: Database) {}

  run(
    actor: Actor,
    input: { readonly sessionId: string; readonly version: number; readonly memberIds: readonly string[] },
  ): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const locked = await lockListAt(tx, input.sessionId, sideOf(actor), input.version);
      assertMayEdit(locked, actor);
      const { members } = locked.list;
      const complete =
        new Set(input.memberIds).size === members.length &&
        input.memberIds.length === members.length &&
        members.every((member) => input.memberIds.includes(member.id));
      if (!complete) throw delegationsErrors.orderIncomplete();
      for (const member of members) {
        const position = input.memberIds.indexOf(member.id) + 1;
        if (position !== member.position) await saveMember(tx, { ...member, position });
      }
      await afterEdit(tx, locked);
    });
  }
}

async function stepDown(tx: Tx, list: DelegationListRow): Promise<void> {
  const head = list.members.find((member) => member.role === 'head');
  if (head) await saveMember(tx, { ...head, role: 'member' });
}

function refuseHeadless(list: DelegationListRow): void {
  if (list.state !== 'draft') throw delegationsErrors.headStays();
}

function edited(member: MemberRow, input: EditMemberInput): MemberRow {
  return {
    ...member,
    role: input.role ?? member.role,
    names: input.names ?? member.names,
    badge: input.badge ?? member.badge,
    arrival: input.arrival === undefined ? member.arrival : input.arrival,
    rankOverride: input.rank === undefined ? member.rankOverride : input.rank,
  };
}
