import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal } from '#forum/two-key';
import { glossaryErrors } from '../domain/glossary.errors.js';
import { holdsKey, termContext, termLifecycle } from '../domain/glossary.lifecycle.js';
import type { TermContent, TermRow, TermWords } from '../domain/glossary.types.js';
import { assertForms, changedParts, codeOf, contentOf, isArea, isCode } from '../domain/term-content.js';
import { glossaryTerm } from '../glossary-proposals.js';
import { insertProposed, lockTerm, saveProposed } from '../persistence/glossary.repository.js';
import { termsByCode } from '../queries/terms.js';

export interface TermInput {
  readonly words: TermWords;
  readonly note: TermContent['note'];
  readonly binding: boolean;
  /** Read by both sides. */
  readonly reason: string | null;
}

export interface ProposeTermInput extends TermInput {
  readonly area: string;
  /** Made of the English term unless told. */
  readonly code?: string | undefined;
}

/**
 * Proposes a new term; it is agreed when the other side turns its key.
 * @returns the id of the term
 * @throws common.forbidden, glossary.areaMalformed, glossary.codeMalformed, glossary.codeTaken, glossary.formTwice
 */
@Injectable()
export class ProposeTerm {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { area, code, ...input }: ProposeTermInput): Promise<string> {
    if (!holdsKey(actor)) throw commonErrors.forbidden();
    if (!isArea(area)) throw glossaryErrors.areaMalformed();
    return this.database.runInTx(actor, async (tx) => {
      const chosen = code ?? (await freeCode(tx, codeOf(area, input.words.en.term)));
      return proposeNew(tx, { ...input, code: chosen }, input.reason);
    });
  }
}

/** @throws glossary.codeMalformed, glossary.codeTaken, glossary.formTwice */
export async function proposeNew(tx: Tx, content: TermContent, reason: string | null): Promise<string> {
  if (!isCode(content.code)) throw glossaryErrors.codeMalformed();
  assertForms(content.words);
  if ((await termsByCode(tx, [content.code])).length > 0) throw glossaryErrors.codeTaken({ code: content.code });
  const id = await insertProposed(tx, content);
  await openProposal(tx, glossaryTerm, id, { ...contentOf(content), change: 'new', base: 0 }, { reason });
  return id;
}

async function freeCode(tx: Tx, wanted: string): Promise<string> {
  const codes = [wanted, ...Array.from({ length: 98 }, (_, index) => `${wanted}_${String(index + 2)}`)];
  const taken = new Set((await termsByCode(tx, codes)).map((term) => term.code));
  return codes.find((code) => !taken.has(code)) ?? wanted;
}

export interface ProposeChangeInput extends TermInput {
  readonly termId: string;
  readonly version: number;
}

/**
 * Proposes other words for a term; on a term that is only proposed, a counter-proposal.
 * @throws glossary.notFound, glossary.nothingChanged, glossary.formTwice, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class ProposeChange {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { termId, version, reason, ...input }: ProposeChangeInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const term = await lockTerm(tx, termId, version);
      await proposeWords(tx, term, { ...input, code: term.code }, reason);
    });
  }
}

/** Opens a proposal of these words for a locked term. @throws as ProposeChange */
export async function proposeWords(tx: Tx, term: TermRow, content: TermContent, reason: string | null): Promise<void> {
  termLifecycle.step(term.state, 'propose-change', termContext(tx.actor));
  assertForms(content.words);
  if (changedParts(term, content).length === 0) throw glossaryErrors.nothingChanged();
  const fresh = term.state === 'proposed';
  await openProposal(
    tx,
    glossaryTerm,
    term.id,
    { ...contentOf(content), change: fresh ? 'new' : 'change', base: fresh ? 0 : term.version },
    { reason },
  );
  if (fresh) await saveProposed(tx, term, content);
}

export interface ProposeEndInput {
  readonly termId: string;
  readonly version: number;
  readonly reason: string | null;
}

/**
 * Proposes that a term is no longer used. It stays in the list of retired ones.
 * @throws glossary.notFound, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class ProposeRetirement {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ProposeEndInput): Promise<void> {
    return proposeState(this.database, actor, input, 'propose-retirement', 'retirement');
  }
}

/** Proposes that a retired term is used again, as it was. @throws as ProposeRetirement */
@Injectable()
export class ProposeRestoration {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ProposeEndInput): Promise<void> {
    return proposeState(this.database, actor, input, 'propose-restoration', 'restoration');
  }
}

function proposeState(
  database: Database,
  actor: Actor,
  { termId, version, reason }: ProposeEndInput,
  action: 'propose-retirement' | 'propose-restoration',
  change: 'retirement' | 'restoration',
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const term = await lockTerm(tx, termId, version);
    termLifecycle.step(term.state, action, termContext(actor));
    await openProposal(tx, glossaryTerm, term.id, { ...contentOf(term), change, base: term.version }, { reason });
  });
}
