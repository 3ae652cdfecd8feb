import { Injectable } from '@nestjs/common';
import { newText, type Actor, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals, openProposal, type AcceptedProposal } from '#forum/two-key';
import { actionCancel, actionSupersede, type CancelContent, type SupersedeContent } from '../action-proposals.js';
import { ACTION_SUBJECT, actionCancelled, actionSuperseded } from '../actions.events.js';
import { nextState } from '../domain/action.lifecycle.js';
import type { ActionItem } from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { checkReason } from '../domain/reason.js';
import { lockAction, recordEvent, saveAction } from '../persistence/actions.repository.js';
import { breakSilence } from './silence.js';
import { findSuccessor, titleOfAction } from '../queries/successor.js';

export interface CancelActionInput {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | undefined;
}

/**
 * Ends an item without its being done. A joint one ends when the other side accepts; until then it goes on.
 * @returns the id of the proposal, or null when the item has ended
 * @throws actions.notFound, common.staleVersion, common.wrongState, common.forbidden, actions.reasonMissing, two-key.noPost
 */
@Injectable()
export class CancelAction {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CancelActionInput): Promise<string | null> {
    return this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      nextState(item, 'cancel', actor);
      const why = newText(actor.language, checkReason(input.reason));
      if (!item.joint) {
        await cancel(tx, item, why);
        return null;
      }
      const content = { number: item.number, title: await titleOfAction(tx, item.id), why };
      return propose(tx, item, () => openProposal(tx, actionCancel, item.id, content));
    });
  }
}

/**
 * Ends an item because another one takes its place; a joint one when the other side accepts.
 * @returns the id of the proposal, or null when the item has ended
 * @throws as `CancelAction`, and actions.successorUnfit
 */
@Injectable()
export class SupersedeAction {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: CancelActionInput & { readonly byId: string }): Promise<string | null> {
    return this.database.runInTx(actor, async (tx) => {
      const item = await lockAction(tx, input.id, input.version);
      nextState(item, 'supersede', actor);
      const why = newText(actor.language, checkReason(input.reason));
      const by = await fit(tx, item, input.byId);
      if (!item.joint) {
        await supersede(tx, item, by, why);
        return null;
      }
      const content = { number: item.number, title: await titleOfAction(tx, item.id), why, by };
      return propose(tx, item, () => openProposal(tx, actionSupersede, item.id, content));
    });
  }
}

/** Who was asked to confirm and proposes an end instead has answered. */
async function propose(tx: Tx, item: ActionItem, open: () => Promise<string>): Promise<string> {
  const id = await open();
  if (item.state === 'done_claimed' && tx.actor.side !== item.ownerSide) await breakSilence(tx, item.id);
  return id;
}

/** What the second key does. */
export async function agreeCancel(tx: Tx, { subjectId, content }: AcceptedProposal<CancelContent>): Promise<void> {
  await cancel(tx, await lockAction(tx, subjectId), content.why);
}

/** What the second key does; the successor may have ended since. */
export async function agreeSupersede(tx: Tx, accepted: AcceptedProposal<SupersedeContent>): Promise<void> {
  const { subjectId, content } = accepted;
  const item = await lockAction(tx, subjectId);
  await supersede(tx, item, await fit(tx, item, content.by.id), content.why);
}

async function cancel(tx: Tx, item: ActionItem, why: LocalizedText): Promise<void> {
  const ended = await saveAction(tx, item, { state: nextState(item, 'cancel', tx.actor) });
  await recordEvent(tx, ended, 'cancelled', actionCancelled, wordsOf(why));
  await closeOpenProposals(tx, ACTION_SUBJECT, item.id);
}

async function supersede(tx: Tx, item: ActionItem, by: SupersedeContent['by'], why: LocalizedText): Promise<void> {
  const ended = await saveAction(tx, item, { state: nextState(item, 'supersede', tx.actor), supersededById: by.id });
  await recordEvent(tx, ended, 'superseded', actionSuperseded, { ...wordsOf(why), by: by.number });
  await closeOpenProposals(tx, ACTION_SUBJECT, item.id);
}

/** A successor that fewer may read than the item itself would show that it is there. */
async function fit(tx: Tx, item: ActionItem, byId: string): Promise<SupersedeContent['by']> {
  const by = byId === item.id ? undefined : await findSuccessor(tx, byId);
  if (!by || by.ended || (item.joint && !by.joint))
    throw actionsErrors.successorUnfit({}, [{ path: 'byId', code: actionsErrors.successorUnfit.code }]);
  return { id: by.id, number: by.number, title: by.title };
}

function wordsOf(why: LocalizedText): Record<string, string> {
  return { reason: why[why.source]?.text ?? '', lang: why.source };
}
