import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { instrumentDrafted, instrumentEdited, instrumentWithdrawn } from '../commitments.events.js';
import type { InstrumentKind, LegalForce } from '../domain/commitment.types.js';
import type { InstrumentWords } from '../domain/instrument-content.js';
import { drafts, instrumentContext, instrumentLifecycle } from '../domain/instrument.lifecycle.js';
import { dateOf, NAME_MAX, textOf, type TextsInput } from '../domain/texts.js';
import {
  insertArea,
  insertInstrument,
  lockInstrument,
  removeClauses,
  saveState,
  saveWords,
} from '../persistence/instruments.repository.js';
import { checkPosts, checkSession } from '../persistence/references.js';

/** What people write of an instrument; null takes away what may be absent. */
export interface InstrumentInput {
  readonly name: TextsInput;
  readonly kind: InstrumentKind;
  readonly legal: LegalForce;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  readonly date: string;
  readonly place?: TextsInput | null | undefined;
  readonly sessionId?: string | null | undefined;
  readonly krSignatoryPostId?: string | null | undefined;
  readonly jpSignatoryPostId?: string | null | undefined;
  readonly copyLanguages?: readonly Language[] | undefined;
}

/**
 * Begins an instrument as a draft of the own side alone.
 * @returns its id
 * @throws common.forbidden, commitments.dateBad, commitments.postOfOtherSide, commitments.sessionUnknown
 */
@Injectable()
export class DraftInstrument {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: InstrumentInput): Promise<string> {
    const { side } = actor;
    if (side === null || !drafts(actor)) throw commonErrors.forbidden();
    return this.database.runInTx(actor, async (tx) => {
      const id = await insertInstrument(tx, side, await wordsOf(tx, input));
      await tx.publish(
        instrumentDrafted,
        { instrumentId: id, version: 1 },
        { audience: side, subjectType: 'instrument', subjectId: id },
      );
      return id;
    });
  }
}

export interface InstrumentVersion {
  readonly id: string;
  readonly version: number;
}

/** Writes the words of a draft, or of one that was returned, anew. @throws commitments.instrumentNotFound, common.staleVersion, common.wrongState, common.forbidden */
@Injectable()
export class EditInstrument {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, ...input }: InstrumentInput & InstrumentVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'edit', instrumentContext(row, actor));
      await saveWords(tx, row, await wordsOf(tx, input));
      await saveState(tx, row, state, instrumentEdited);
    });
  }
}

/** Adds an area that the text itself heads. @throws as `EditInstrument` */
@Injectable()
export class AddArea {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version, name }: InstrumentVersion & { readonly name: TextsInput }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'edit', instrumentContext(row, actor));
      await insertArea(tx, row, named(tx, name));
      await saveState(tx, row, state, instrumentEdited);
    });
  }
}

/** Gives a draft up; its clauses leave every list. @throws as `EditInstrument` */
@Injectable()
export class WithdrawInstrument {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { id, version }: InstrumentVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockInstrument(tx, id, version);
      const state = instrumentLifecycle.step(row.state, 'withdraw', instrumentContext(row, actor));
      await removeClauses(tx, id);
      await saveState(tx, row, state, instrumentWithdrawn);
    });
  }
}

const named = (tx: Tx, name: TextsInput): LocalizedText =>
  textOf(name, NAME_MAX, tx.actor.roles.includes('secretariat'));

async function wordsOf(tx: Tx, input: InstrumentInput): Promise<InstrumentWords> {
  const { value, precision } = dateOf(input.date, 'date');
  const { krSignatoryPostId = null, jpSignatoryPostId = null, sessionId = null, place = null } = input;
  await checkPosts(tx, { kr: krSignatoryPostId, jp: jpSignatoryPostId });
  await checkSession(tx, sessionId);
  return {
    name: named(tx, input.name),
    kind: input.kind,
    legal: input.legal,
    date: { value, precision },
    place: place && named(tx, place),
    sessionId,
    krSignatoryPostId,
    jpSignatoryPostId,
    copyLanguages: input.copyLanguages ?? [],
  };
}
