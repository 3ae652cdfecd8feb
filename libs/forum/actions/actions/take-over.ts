import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionsTakenOver } from '../actions.events.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { openHandovers, takenOverBy } from '../queries/handovers.js';

/**
 * The new holder of a post acknowledges what comes with it (design.md decision 5). What was listed is kept; once for each holder.
 * @returns how many items came with the post
 * @throws common.forbidden, actions.nothingToTakeOver
 */
@Injectable()
export class TakeOver {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { postId }: { readonly postId: string }): Promise<number> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const row = (await openHandovers(tx, actor)).find(({ post }) => post.id === postId);
      if (!row) throw actionsErrors.nothingToTakeOver();
      const items = await takenOverBy(tx, actor, row);
      const kept = await tx.query(
        `insert into forum.action_handover (id, post_id, holder_id, item_ids, audience) values ($1, $2, $3, $4, $5)
         on conflict (holder_id) do nothing returning id`,
        [newId(), postId, row.holderId, items.map(({ id }) => id), side],
      );
      if (kept.length === 0) throw actionsErrors.nothingToTakeOver();
      const about = { audience: side, subjectType: 'post', subjectId: postId } as const;
      await tx.publish(actionsTakenOver, { postId, count: items.length }, about);
      return items.length;
    });
  }
}
