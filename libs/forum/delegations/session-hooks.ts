import { SIDES } from '#core/kernel';
import { registerReadinessCheck } from '#forum/sessions';
import { delegationsErrors } from './domain/delegations.errors.js';
import { readPreparation } from './queries/preparation.js';

/** A session is not ready until both lists are in and the interpretation is confirmed (domain.md 3.3). */
export function connectDelegationsToSessions(): void {
  registerReadinessCheck(
    async (reader, sessionId) => {
      const { submitted, interpretationConfirmed } = await readPreparation(reader, sessionId);
      const lists = SIDES.filter((side) => !submitted.includes(side)).map((side) =>
        delegationsErrors.delegationMissing({ side }),
      );
      return interpretationConfirmed ? lists : [...lists, delegationsErrors.interpretationMissing()];
    },
    {
      [delegationsErrors.delegationMissing.code]: 'delegation_list',
      [delegationsErrors.interpretationMissing.code]: 'interpretation',
    },
  );
}
