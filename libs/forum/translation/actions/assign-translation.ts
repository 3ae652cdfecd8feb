import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { translationContext } from '../domain/translation-context.js';
import { translationLifecycle } from '../domain/translation.lifecycle.js';
import { lockRequest, recordEvent, saveRequest } from '../persistence/translation.repository.js';
import { translationArranged, translationAssigned } from '../translation.events.js';
import { checkPosts } from './check-posts.js';
import { assertAhead } from './request-translation.js';

export interface AssignTranslationInput {
  readonly id: string;
  readonly version: number;
  /** Null: whoever takes it up; absent: as it is. */
  readonly translatorPostId?: string | null | undefined;
  readonly checkerPostId?: string | null | undefined;
  readonly dueOn?: string | undefined;
}

/**
 * Names who translates and who checks, and moves the day. The requesting side decides who translates and when; on a shared text the
 * other side's secretariat may name who checks.
 * @throws translation.notFound, common.staleVersion, common.forbidden, common.wrongState, translation.postUnknown, notOwnPost, samePost, duePassed
 */
@Injectable()
export class AssignTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: AssignTranslationInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const request = await lockRequest(tx, input.id, input.version);
      translationLifecycle.step(request.state, 'assign', translationContext(request, [], actor));
      const { side } = actor;
      const leads = side === request.requestedSide;
      if (side === null || (!leads && (input.translatorPostId !== undefined || input.dueOn !== undefined)))
        throw commonErrors.forbidden();
      await checkPosts(tx, side, input, request);
      if (input.dueOn !== undefined && input.dueOn !== request.dueOn) {
        const [clock] = await tx.query<{ today: string }>(`select forum.today(forum.zone_of($1)) as today`, [side]);
        assertAhead(input.dueOn, clock?.today ?? '');
      }
      const { translatorPostId = request.translatorPostId, checkerPostId = request.checkerPostId } = input;
      const sameTranslator = translatorPostId === request.translatorPostId;
      const assigned = await saveRequest(tx, request, {
        translatorPostId,
        translatorUserId: sameTranslator ? request.translatorUserId : null,
        checkerPostId,
        dueOn: input.dueOn ?? request.dueOn,
      });
      await recordEvent(tx, assigned, 'assigned', sameTranslator ? translationArranged : translationAssigned);
    });
  }
}
