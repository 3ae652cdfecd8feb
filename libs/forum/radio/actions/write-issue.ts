import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { changeOf, factsOf } from '../domain/fact-change.js';
import { newFacts, withInput, type IssueInput } from '../domain/issue-facts.js';
import { mayDraftRadio, radioContext } from '../domain/radio-context.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import { insertDraft, saveFacts } from '../persistence/issue-facts.repository.js';
import { aboutRadio, isShared, lockRadioIssue, noteRadioEvent } from '../persistence/radio.repository.js';
import { todayOfRegister } from '../queries/today.js';
import { radioDrafted } from '../radio.events.js';

export interface DraftIssueInput extends IssueInput {
  readonly title: string;
}

/**
 * Writes a case down; it is its side's own until it is reported.
 * @returns the id of the case
 * @throws radio.notABand and the like with the bands in `fields`, radio.stationSite, radio.dateInFuture, radio.channelNotFound, common.forbidden
 */
@Injectable()
export class DraftIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DraftIssueInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null || !mayDraftRadio(actor)) throw commonErrors.forbidden();
      const facts = withInput(newFacts(input.lang, input.title), input, await todayOfRegister(tx));
      const id = await insertDraft(tx, side, facts);
      await tx.publish(radioDrafted, { radioIssueId: id }, aboutRadio({ id, audience: side }));
      return id;
    });
  }
}

export interface EditIssueInput extends IssueInput {
  readonly issueId: string;
  readonly version: number;
}

/**
 * Changes what the own side wrote, until the other side has acknowledged it; from then on a change takes two keys (`ProposeChange`).
 * @throws radio.notFound, common.wrongState, common.staleVersion, common.forbidden and what bands and stations are refused with
 */
@Injectable()
export class EditIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, ...input }: EditIssueInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'edit', radioContext(issue, actor));
      const was = factsOf(issue);
      const facts = withInput(was, input, issue.today);
      if (Object.keys(changeOf(was, facts).now).length === 0) return;
      await saveFacts(tx, issue, facts);
      if (isShared(issue)) await noteRadioEvent(tx, issue.id, 'changed');
      else await tx.publish(radioDrafted, { radioIssueId: issue.id }, aboutRadio(issue));
    });
  }
}
