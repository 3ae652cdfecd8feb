import { Injectable } from '@nestjs/common';
import { cleanText, commonErrors, newText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { ACTION_SUBJECT, actionCommented } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { COMMENT_MAX } from '../domain/reason.js';
import { addComment, lockAction } from '../persistence/actions.repository.js';

/**
 * Somebody of a side writes a comment that only their side will read; the item itself does not change.
 * @throws actions.notFound, common.forbidden, actions.commentMissing, common.badText, common.tooLong
 */
@Injectable()
export class CommentAction {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: { readonly id: string; readonly text?: string | undefined }): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id);
      nextState(item, 'comment', actor);
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const text = cleanText(input.text ?? '', { max: COMMENT_MAX, multiline: true, optional: true });
      if (text === '')
        throw actionsErrors.commentMissing({}, [{ path: 'text', code: actionsErrors.commentMissing.code }]);
      await addComment(tx, item.id, side, { kind: 'comment', text: newText(actor.language, text) });
      await tx.publish(
        actionCommented,
        { actionId: item.id },
        { audience: side, subjectType: ACTION_SUBJECT, subjectId: item.id },
      );
    });
  }
}
