import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { radioContext } from '../domain/radio-context.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import { shareIssue } from '../persistence/issue-facts.repository.js';
import {
  aboutRadio,
  isShared,
  lockRadioIssue,
  noteRadioEvent,
  saveRadioState,
} from '../persistence/radio.repository.js';
import { radioDrafted, radioReported } from '../radio.events.js';

export interface IssueStepInput {
  readonly issueId: string;
  readonly version: number;
}

/**
 * Reports a draft: both sides see it from now on, under a code. What is planned enters at coordination (domain.md 3.10).
 * @throws radio.notFound, radio.noBand, radio.machineText, agenda.textStale, common.wrongState, common.staleVersion, common.forbidden
 */
@Injectable()
export class ReportIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version }: IssueStepInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      const action = issue.type === 'planned_use' ? 'report-plan' : 'report';
      const state = radioLifecycle.step(issue.status, action, radioContext(issue, actor));
      await shareIssue(tx, issue, state);
      await noteRadioEvent(tx, issue.id, 'reported', { state });
      const side = issue.originSide ?? actor.side;
      if (side !== null)
        await tx.publish(
          radioReported,
          { radioIssueId: issue.id, side },
          { audience: 'joint', subjectType: 'radio_issue', subjectId: issue.id },
        );
    });
  }
}

/** Takes a draft back, or a report nobody has acknowledged. @throws radio.notFound, common.wrongState, common.staleVersion, common.forbidden */
@Injectable()
export class WithdrawIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version }: IssueStepInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      const state = radioLifecycle.step(issue.status, 'withdraw', radioContext(issue, actor));
      await saveRadioState(tx, issue.id, state);
      if (isShared(issue)) {
        await noteRadioEvent(tx, issue.id, 'withdrawn', { state });
        await closeOpenProposals(tx, 'radio_issue', issue.id);
      } else await tx.publish(radioDrafted, { radioIssueId: issue.id }, aboutRadio(issue));
    });
  }
}
