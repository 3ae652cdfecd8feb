import { Injectable } from '@nestjs/common';
import { cleanText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { translationErrors } from '../domain/translation.errors.js';
import { translationReturned } from '../translation.events.js';
import { takeStep, type StepInput } from './take-step.js';

export interface ReturnTranslationInput extends StepInput {
  readonly reason?: string | undefined;
}

/** Characters of a reason, at most. */
export const REASON_MAX = 1000;

/**
 * Who checks sends the work back, with a reason the translator reads: delivered or checked → in_work.
 * @throws translation.notFound, common.staleVersion, common.wrongState, common.forbidden, translation.ownWork, translation.reasonMissing
 */
@Injectable()
export class ReturnTranslation {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: ReturnTranslationInput): Promise<void> {
    const step = { action: 'return', name: 'returned', event: translationReturned } as const;
    await this.database.runInTx(actor, async (tx) => {
      const reason = cleanText(input.reason ?? '', { max: REASON_MAX, multiline: true, optional: true });
      if (reason === '')
        throw translationErrors.reasonMissing({}, [{ path: 'reason', code: translationErrors.reasonMissing.code }]);
      await takeStep(tx, input, step, () => ({}), { reason, lang: actor.language });
    });
  }
}
