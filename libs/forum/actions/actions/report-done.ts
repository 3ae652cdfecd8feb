import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { actionDoneClaimed } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import { checkEvidence, type EvidenceInput } from '../domain/evidence.js';
import { answerDayOf } from './silence.js';
import { addEvidence, lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';

export interface ReportDoneInput {
  readonly id: string;
  readonly version: number;
  readonly evidence?: EvidenceInput | undefined;
}

/**
 * The owner's side reports the item done, with evidence (domain.md 3.9): open or in_progress → done_claimed.
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.evidenceMissing, actions.evidenceLinkBad
 */
@Injectable()
export class ReportDone {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, input: ReportDoneInput): Promise<void> {
    await this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      const state = nextState(item, 'report-done', actor);
      const evidence = checkEvidence(input.evidence, actor.language);
      const claimed = await saveAction(tx, item, { state, answerUntil: await answerDayOf(tx, item) });
      await addEvidence(tx, claimed, item.ownerSide, evidence);
      await recordEvent(tx, claimed, 'doneClaimed', actionDoneClaimed, { evidence: evidence.kind });
    });
  }
}
