import { Injectable } from '@nestjs/common';
import { newId, type Actor, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { instrumentEdited } from '../commitments.events.js';
import type { Strength } from '../domain/commitment.types.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import type { ClauseContent } from '../domain/instrument-content.js';
import { instrumentContext, instrumentLifecycle } from '../domain/instrument.lifecycle.js';
import { CLAUSE_MAX, textOf, type TextsInput } from '../domain/texts.js';
import {
  insertClause,
  lockInstrument,
  removeClause,
  saveClause,
  saveState,
  type LockedInstrument,
} from '../persistence/instruments.repository.js';
import { checkTopics } from '../persistence/references.js';
import { mergeDetails, type DetailsInput } from './change-details.js';
import type { InstrumentVersion } from './draft-instrument.js';

/** One clause holds one obligation, or none: a heading (domain.md 3.8). */
export interface ClauseInput extends DetailsInput {
  readonly text: TextsInput;
  readonly areaId?: string | null | undefined;
  readonly strength: Strength;
  /** Whose intent or proposal it is. */
  readonly strengthSide?: Side | null | undefined;
  readonly chapeau?: boolean | undefined;
  readonly topicCodes?: readonly string[] | undefined;
}

/**
 * Adds a clause to a draft; it becomes a commitment when both sides record the instrument.
 * @returns the id of the clause
 * @throws commitments.instrumentNotFound, common.staleVersion, common.wrongState, common.forbidden, commitments.sideOfStrength,
 *   commitments.areaUnknown, commitments.topicUnknown, and as `ChangeDetails`
 */
@Injectable()
export class AddClause {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, ...input }: ClauseInput & InstrumentVersion): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'edit', instrumentContext(row, actor));
      const clause = await clauseOf(tx, row, newId(), input);
      await insertClause(tx, row, clause);
      await saveState(tx, row, state, instrumentEdited);
      return clause.id;
    });
  }
}

export interface EditClauseInput extends ClauseInput, InstrumentVersion {
  readonly clauseId: string;
}

/** Writes a clause of a draft anew. @throws commitments.notFound, and as `AddClause` */
@Injectable()
export class EditClause {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, clauseId, ...input }: EditClauseInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'edit', instrumentContext(row, actor));
      assertIn(row, clauseId);
      await saveClause(tx, row, await clauseOf(tx, row, clauseId, input));
      await saveState(tx, row, state, instrumentEdited);
    });
  }
}

/** Takes a clause out of a draft. @throws as `EditClause` */
@Injectable()
export class RemoveClause {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, clauseId }: InstrumentVersion & { readonly clauseId: string }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'edit', instrumentContext(row, actor));
      assertIn(row, clauseId);
      await removeClause(tx, clauseId);
      await saveState(tx, row, state, instrumentEdited);
    });
  }
}

function assertIn(row: LockedInstrument, clauseId: string): void {
  if (!row.clauses.some(({ id }) => id === clauseId)) throw commitmentsErrors.notFound();
}

const nothing = { actingSide: null, krPostId: null, jpPostId: null, measure: null, due: null, quote: null };

async function clauseOf(tx: Tx, row: LockedInstrument, id: string, input: ClauseInput): Promise<ClauseContent> {
  const { areaId = null, strength, strengthSide = null, chapeau = false, topicCodes = [] } = input;
  const oneSided = strength === 'unilateral_intent' || strength === 'proposal';
  if (oneSided !== (strengthSide !== null))
    throw commitmentsErrors.sideOfStrength({}, [{ path: 'strengthSide', code: commitmentsErrors.sideOfStrength.code }]);
  if (areaId !== null && !row.areas.some((area) => area.id === areaId))
    throw commitmentsErrors.areaUnknown({}, [{ path: 'areaId', code: commitmentsErrors.areaUnknown.code }]);
  await checkTopics(tx, topicCodes);
  const details = await mergeDetails(tx, nothing, input, tx.actor);
  const text = textOf(input.text, CLAUSE_MAX, tx.actor.roles.includes('secretariat'));
  return { id, areaId, text, chapeau, strength, strengthSide, topicCodes, ...details };
}
