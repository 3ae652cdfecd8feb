import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { takeKeyBack, turnKey, twoKeyErrors } from '#forum/two-key';
import { agendaContext } from '../domain/agenda-context.js';
import { agendaHash } from '../domain/agenda-content.js';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { agendaAgreed, agendaSigned, agendaSignatureWithdrawn } from '../agenda.events.js';
import {
  assertAgendaVersion,
  keepVersion,
  lockAgenda,
  moveSharedItems,
  saveAgenda,
} from '../persistence/agenda.repository.js';

export interface SignAgendaInput {
  readonly sessionId: string;
  readonly version: number;
  /** The hash the signatory has seen, 64 hex digits: a key is turned on exactly this content. */
  readonly hash: string;
}

/**
 * Turns the actor's side's key on the agenda. With both keys on one hash the agenda is agreed (domain.md 3.6).
 * @throws two-key.contentChanged, agenda.textsOpen with every open text, agenda.noItems, agenda.keyAlreadyTurned, common.staleVersion
 */
@Injectable()
export class SignAgenda {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: SignAgendaInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, input.sessionId);
      agendaLifecycle.step(agenda.state, 'sign', agendaContext(agenda, actor));
      assertAgendaVersion(agenda, input.version);
      const hash = agendaHash(agenda.items);
      if (hash !== input.hash) throw twoKeyErrors.contentChanged();
      await keepVersion(tx, agenda, hash, 'signature');
      const both = await turnKey(tx, { subjectType: 'agenda', subjectId: agenda.id }, hash);
      const state = both
        ? agendaLifecycle.step(agenda.state, 'agree', agendaContext(agenda, actor, true))
        : agenda.state;
      if (both) await moveSharedItems(tx, agenda.id, ['exchanged', 'in_negotiation'], 'agreed');
      const version = await saveAgenda(tx, agenda, state);
      const payload = { sessionId: agenda.sessionId, agendaId: agenda.id, version, hash };
      const about = { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id } as const;
      await tx.publish(agendaSigned, payload, about);
      if (both) await tx.publish(agendaAgreed, payload, about);
    });
  }
}

/**
 * Takes the own side's key back; an agreed agenda goes back into negotiation.
 * @throws agenda.keyNotTurned, common.staleVersion, common.forbidden
 */
@Injectable()
export class WithdrawSignature {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly sessionId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, input.sessionId);
      const state = agendaLifecycle.step(agenda.state, 'withdraw-signature', agendaContext(agenda, actor));
      assertAgendaVersion(agenda, input.version);
      await takeKeyBack(tx, { subjectType: 'agenda', subjectId: agenda.id });
      if (state !== agenda.state) await moveSharedItems(tx, agenda.id, ['agreed'], 'in_negotiation');
      const version = await saveAgenda(tx, agenda, state);
      const about = { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id } as const;
      await tx.publish(agendaSignatureWithdrawn, { sessionId: agenda.sessionId, agendaId: agenda.id, version }, about);
    });
  }
}
