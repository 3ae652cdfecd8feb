import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionDetailsChanged, actionReassigned } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import type { ActionPriority } from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { checkDeputy } from '../domain/owners.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';
import { readPosts } from '../queries/place-of-action.js';
import { assertBodies } from './record-actions.js';

/**
 * The owner's secretariat or head gives the item to another post of their side.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.newOwnerUnfit
 */
@Injectable()
export class ReassignAction {
  constructor(private readonly database: Database) {}

  async run(
    actor: Actor,
    input: { readonly id: string; readonly version: number; readonly ownerPostId: string },
  ): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      nextState(item, 'reassign', actor);
      const { ownerPostId } = input;
      const [post] = await readPosts(tx, [ownerPostId]);
      if (post?.side !== item.ownerSide || ownerPostId === item.ownerPostId)
        throw actionsErrors.newOwnerUnfit({}, [{ path: 'ownerPostId', code: actionsErrors.newOwnerUnfit.code }]);
      const deputyPostId = item.deputyPostId === ownerPostId ? null : item.deputyPostId;
      const given = await saveAction(tx, item, { ownerPostId, deputyPostId });
      await recordEvent(tx, given, 'reassigned', actionReassigned, { from: item.ownerPostId, to: ownerPostId });
    });
  }
}

export interface EditActionInput {
  readonly id: string;
  readonly version: number;
  /** Null for nobody; absent leaves it. */
  readonly deputyPostId?: string | null | undefined;
  readonly supportingBodyIds?: readonly string[] | undefined;
  readonly priority?: ActionPriority | undefined;
}

/**
 * The owner's secretariat or head says who stands in, who supports, and how urgent it is.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.deputyUnfit, actions.bodyUnknown,
 *   actions.nothingChanges
 */
@Injectable()
export class EditAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: EditActionInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      nextState(item, 'edit', actor);
      const deputyPostId = input.deputyPostId === undefined ? item.deputyPostId : input.deputyPostId;
      if (deputyPostId !== null && deputyPostId !== item.deputyPostId) {
        const [deputy] = await readPosts(tx, [deputyPostId]);
        checkDeputy([{ id: item.ownerPostId, side: item.ownerSide }], deputy ?? { id: deputyPostId, side: null });
      }
      const supportingBodyIds = [...new Set(input.supportingBodyIds ?? item.supportingBodyIds)];
      await assertBodies(tx, supportingBodyIds);
      const priority = input.priority ?? item.priority;
      const same =
        deputyPostId === item.deputyPostId &&
        priority === item.priority &&
        [...supportingBodyIds].sort().join() === [...item.supportingBodyIds].sort().join();
      if (same) throw actionsErrors.nothingChanges();
      const edited = await saveAction(tx, item, { deputyPostId, supportingBodyIds, priority });
      await recordEvent(tx, edited, 'detailsChanged', actionDetailsChanged);
    });
  }
}
