import { Injectable } from '@nestjs/common';
import { givenText, type Actor, type GivenTexts, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals, openProposal, type AcceptedProposal } from '#forum/two-key';
import { escalationContext, isAbove } from '../domain/escalation-context.js';
import { escalationLifecycle } from '../domain/escalation.lifecycle.js';
import { escalationsErrors } from '../domain/escalations.errors.js';
import { returnProposal, settleProposal, type ReturnContent, type SettleContent } from '../domain/proposals.js';
import { escalationReturned, escalationSettled } from '../escalations.events.js';
import { lockEscalation, moveEscalation, noteEvent, placeEscalation } from '../persistence/escalations.repository.js';
import { channelLevel } from '../queries/targets.js';
import { aboutRise, placeNext, riseOf, tellRegister, unplace } from './after-step.js';
import type { EscalationVersion } from './draft-escalation.js';
import { assertMeets } from './find-way.js';

export interface ReturnEscalationInput extends EscalationVersion {
  /** The channel it came from unless told. */
  readonly channelId?: string | undefined;
  /** Read by both sides. */
  readonly reason: string;
}

/**
 * Proposes to give a matter back to a lower channel; the other side's key does it.
 * @returns the id of the proposal
 * @throws escalations.notFound, escalations.channelNotFound, escalations.notLower, escalations.noChannel, escalations.channelStopped,
 *   two-key.alreadyProposed
 */
@Injectable()
export class ReturnEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { escalationId, version, channelId, reason }: ReturnEscalationInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockEscalation(tx, escalationId, version);
      escalationLifecycle.step(row.state, 'propose-return', escalationContext(row, undefined, actor));
      const target = channelId ?? row.from?.id;
      if (target === undefined) throw escalationsErrors.noChannel();
      const level = await channelLevel(tx, target);
      if (level === null) throw lowerFault(escalationsErrors.channelNotFound);
      if (!isAbove(row.toLevel, level)) throw lowerFault(escalationsErrors.notLower);
      await assertMeets(tx, target);
      return openProposal(tx, returnProposal, row.id, { channelId: target, level, title: row.title }, { reason });
    });
  }
}

const lowerFault = (error: typeof escalationsErrors.notLower) => error({}, [{ path: 'channelId', code: error.code }]);

/**
 * Both keys: the matter is before the lower channel again, on the agenda of its next session, or of the first one to be proposed.
 * @throws escalations.channelStopped, common.wrongState
 */
export async function giveBack(tx: Tx, { subjectId, content, reason }: AcceptedProposal<ReturnContent>): Promise<void> {
  const row = await lockEscalation(tx, subjectId);
  const { level, channelId } = content;
  const state = escalationLifecycle.step(row.state, 'return', escalationContext(row, undefined, tx.actor, true));
  await assertMeets(tx, channelId);
  await moveEscalation(tx, row.id, state);
  await noteEvent(tx, row.id, 'returned', { level, channelId, reason });
  await unplace(tx, row);
  await placeEscalation(tx, row.id, null);
  await closeOpenProposals(tx, 'escalation', row.id);
  await tellRegister(tx, row, level, level === 'experts' ? null : channelId);
  await tx.publish(escalationReturned, { ...riseOf(row), level, channelId }, aboutRise(row));
  await placeNext(tx, await lockEscalation(tx, row.id));
}

export interface SettleEscalationInput extends EscalationVersion {
  readonly lang: Language;
  /** How it was settled, in all three languages. */
  readonly outcome: GivenTexts & Readonly<Record<Language, string>>;
  readonly reason?: string | undefined;
}

/** Proposes to record how the higher level settled a matter. @returns the id of the proposal. @throws escalations.notFound, common.wrongState */
@Injectable()
export class SettleEscalation {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { escalationId, version, lang, outcome, reason }: SettleEscalationInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const row = await lockEscalation(tx, escalationId, version);
      escalationLifecycle.step(row.state, 'propose-settle', escalationContext(row, undefined, actor));
      const content = { title: row.title, outcome: givenText(outcome, lang, 'outcome') };
      return openProposal(tx, settleProposal, row.id, content, { reason: reason ?? null });
    });
  }
}

/** Both keys: settled, with the words both agreed on. The item stays on the agenda on which it was dealt with. */
export async function settle(tx: Tx, { subjectId, content }: AcceptedProposal<SettleContent>): Promise<void> {
  const row = await lockEscalation(tx, subjectId);
  const state = escalationLifecycle.step(row.state, 'settle', escalationContext(row, undefined, tx.actor, true));
  await moveEscalation(tx, row.id, state, content.outcome);
  await noteEvent(tx, row.id, 'settled', { level: row.toLevel, channelId: row.to?.id ?? null });
  await closeOpenProposals(tx, 'escalation', row.id);
  await tx.publish(escalationSettled, riseOf(row), aboutRise(row));
}
