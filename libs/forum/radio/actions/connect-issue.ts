import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { radioContext } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import {
  aboutRadio,
  isShared,
  lockRadioIssue,
  noteRadioEvent,
  touchRadioIssue,
} from '../persistence/radio.repository.js';
import { findRadioIssue } from '../queries/find-radio-issue.js';
import { radioNoted } from '../radio.events.js';
import type { IssueStepInput } from './report-issue.js';

/** Says when both sides look at a case again, or that no day is set. @throws radio.dateInPast, common.wrongState, common.staleVersion */
@Injectable()
export class SetNextCheck {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, on }: IssueStepInput & { readonly on: string | null }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'set-next-check', radioContext(issue, actor));
      if (on !== null && on < issue.today) throw radioErrors.dateInPast();
      await tx.query('update forum.radio_issue set next_check = $2 where id = $1', [issue.id, on]);
      await touchRadioIssue(tx, issue.id);
      await noteRadioEvent(tx, issue.id, 'changed');
    });
  }
}

/** Says that a case was raised in a session both sides see. @throws radio.sessionNotShared, radio.alreadyRaised, common.wrongState */
@Injectable()
export class RaiseIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version, sessionId }: IssueStepInput & { readonly sessionId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId, version);
      radioLifecycle.step(issue.status, 'raise', radioContext(issue, actor));
      const shared = await tx.query(`select id from forum.session where id = $1 and audience not in ('kr','jp')`, [
        sessionId,
      ]);
      if (shared.length === 0) throw radioErrors.sessionNotShared();
      await tx.query(
        `insert into forum.radio_meeting (id, radio_issue_id, session_id, audience) values ($1, $2, $3, 'joint')`,
        [newId(), issue.id, sessionId],
      );
      await touchRadioIssue(tx, issue.id);
      await noteRadioEvent(tx, issue.id, 'raised');
    });
  }
}

/**
 * Links two cases that belong together. A link with a draft is the draft's side's own, and becomes shared with it.
 * @throws radio.notFound also for the other case, radio.sameIssue, radio.alreadyLinked, common.wrongState
 */
@Injectable()
export class LinkIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, otherId }: { readonly issueId: string; readonly otherId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      if (issueId === otherId) throw radioErrors.sameIssue();
      const issue = await lockRadioIssue(tx, issueId);
      radioLifecycle.step(issue.status, 'link', radioContext(issue, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const other = await findRadioIssue(tx, side, otherId);
      if (!other) throw radioErrors.notFound();
      const audience = isShared(issue) && isShared(other) ? 'joint' : side;
      const [one, two] = issue.id < other.id ? [issue.id, other.id] : [other.id, issue.id];
      await tx.query(
        `insert into forum.radio_link (id, one_id, other_id, linked_side, audience) values ($1, $2, $3, $4, $5)`,
        [newId(), one, two, side, audience],
      );
      await tx.publish(
        radioNoted,
        { radioIssueId: issue.id },
        aboutRadio(issue, audience === 'joint' ? undefined : side),
      );
    });
  }
}

/** Takes a link away. @throws radio.notFound, radio.linkNotFound, common.wrongState */
@Injectable()
export class UnlinkIssue {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, linkId }: { readonly issueId: string; readonly linkId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId);
      radioLifecycle.step(issue.status, 'link', radioContext(issue, actor));
      const link = issue.links.find((row) => row.linkId === linkId);
      if (!link) throw radioErrors.linkNotFound();
      const [row] = await tx.query<{ audience: 'kr' | 'jp' | 'joint' }>(
        'update forum.radio_link set removed_at = forum.now() where id = $1 returning audience',
        [linkId],
      );
      const only = row && row.audience !== 'joint' ? row.audience : undefined;
      await tx.publish(radioNoted, { radioIssueId: issue.id }, aboutRadio(issue, only));
    });
  }
}
