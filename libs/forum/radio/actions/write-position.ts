import { Injectable } from '@nestjs/common';
import {
  commonErrors,
  editText,
  newId,
  newText,
  textAsShared,
  type Actor,
  type Language,
  type Side,
} from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { radioContext, unfitToShow } from '../domain/radio-context.js';
import { radioErrors } from '../domain/radio.errors.js';
import { radioLifecycle } from '../domain/radio.lifecycle.js';
import type { PositionRow } from '../domain/radio-evidence.types.js';
import type { RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import { aboutRadio, lockRadioIssue, noteRadioEvent, touchRadioIssue } from '../persistence/radio.repository.js';
import { radioNoted, radioPositionWritten } from '../radio.events.js';

export interface WritePositionInput {
  readonly issueId: string;
  /** Of the position that is not exchanged yet; 0 when there is none. */
  readonly version: number;
  readonly lang: Language;
  readonly text: string;
}

/** The position of the actor's side that is not exchanged yet. */
export const draftPosition = (issue: RadioIssueDetailRow, side: Side | null): PositionRow | undefined =>
  issue.positions.find((one) => one.side === side && one.exchangedAt === null);

/**
 * Writes what the own side holds, for itself alone: nothing of the case that the other side sees changes by it (domain.md 3.10).
 * @throws radio.notFound, common.wrongState, common.staleVersion, common.forbidden
 */
@Injectable()
export class WritePosition {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: WritePositionInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, input.issueId);
      radioLifecycle.step(issue.status, 'write-position', radioContext(issue, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const draft = draftPosition(issue, side);
      if ((draft?.version ?? 0) !== input.version) throw commonErrors.staleVersion();
      if (draft)
        await tx.query(
          `update forum.radio_position set text = $2, version = version + 1, updated_at = forum.now() where id = $1`,
          [draft.id, editText(draft.text, input.lang, input.text)],
        );
      else
        await tx.query(
          `insert into forum.radio_position (id, radio_issue_id, side, text, audience) values ($1, $2, $3, $4, $3)`,
          [newId(), issue.id, side, newText(input.lang, input.text)],
        );
      await tx.publish(radioNoted, { radioIssueId: issue.id }, aboutRadio(issue, side));
      if (draft) await tellTranslators(tx, draft.id, side);
    });
  }
}

/** The desk follows the words of a position by its id. */
function tellTranslators(tx: Tx, positionId: string, side: Side): Promise<void> {
  return tx.publish(
    radioPositionWritten,
    { positionId },
    { audience: side, subjectType: 'radio_position', subjectId: positionId },
  );
}

/**
 * Shows the own position to the other side; the one it replaces is kept. Revisions of its text begin again and versions go on from a
 * round number, so nothing tells how often it was written anew.
 * @throws radio.notFound, radio.positionMissing, radio.machineText, agenda.textStale, common.wrongState, common.staleVersion, common.forbidden
 */
@Injectable()
export class ExchangePosition {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { issueId, version }: { readonly issueId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const issue = await lockRadioIssue(tx, issueId);
      radioLifecycle.step(issue.status, 'exchange-position', radioContext(issue, actor));
      const draft = draftPosition(issue, actor.side);
      if (!draft) throw radioErrors.positionMissing();
      if (draft.version !== version) throw commonErrors.staleVersion();
      const unfit = unfitToShow([draft.text]);
      if (unfit) throw unfit;
      await tx.query(
        `update forum.radio_position set replaced_at = forum.now()
          where radio_issue_id = $1 and side = $2 and exchanged_at is not null and replaced_at is null`,
        [issue.id, draft.side],
      );
      await tx.query(
        `update forum.radio_position set audience = 'joint', exchanged_at = forum.now(), text = $2, version = (version / 1000 + 1) * 1000,
                updated_at = forum.now()
          where id = $1`,
        [draft.id, textAsShared(draft.text)],
      );
      await touchRadioIssue(tx, issue.id);
      await noteRadioEvent(tx, issue.id, 'position_exchanged');
      await tx.publish(
        radioPositionWritten,
        { positionId: draft.id },
        { audience: 'joint', subjectType: 'radio_position', subjectId: draft.id },
      );
    });
  }
}
