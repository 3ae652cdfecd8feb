import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaContext, itemContext } from '../domain/agenda-context.js';
import { agendaHash } from '../domain/agenda-content.js';
import { agendaLifecycle, itemLifecycle } from '../domain/agenda.lifecycle.js';
import { isShared } from '../domain/agenda.types.js';
import { agendaExchanged } from '../agenda.events.js';
import {
  assertAgendaVersion,
  keepVersion,
  lockAgenda,
  saveAgenda,
  saveItem,
} from '../persistence/agenda.repository.js';
import { agendaOfSession } from '../queries/agenda-of-session.js';
import { afterSharedChange } from './after-change.js';

/**
 * Hands the own side's drafts to the other side: from now on both see them (domain.md 3.6). Notes stay private.
 * @throws agenda.notFound, agenda.nothingToExchange, agenda.machineText, common.staleVersion, common.forbidden
 */
@Injectable()
export class ExchangeAgenda {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly sessionId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const agenda = await lockAgenda(tx, input.sessionId);
      assertAgendaVersion(agenda, input.version);
      if (actor.side === null) throw commonErrors.forbidden();
      const state = agendaLifecycle.step(agenda.state, 'exchange', agendaContext(agenda, actor));
      const lastShared = Math.max(0, ...agenda.items.filter(isShared).map((item) => item.position));
      const drafts = agenda.items.filter((item) => item.audience === actor.side);
      for (const [index, draft] of drafts.entries()) {
        const exchanged = itemLifecycle.step(draft.state, 'exchange', itemContext(draft, actor, true));
        await saveItem(tx, { ...draft, audience: 'joint', state: exchanged, position: lastShared + index + 1 });
      }
      if (agenda.state === 'draft') await saveAgenda(tx, agenda, state);
      else await afterSharedChange(tx, agenda, 'exchange');
      const now = await agendaOfSession(tx, actor.side, agenda.sessionId);
      const hash = now && agendaHash(now.items);
      if (now && hash) await keepVersion(tx, now, hash, 'exchange');
      const about = { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id } as const;
      await tx.publish(
        agendaExchanged,
        { sessionId: agenda.sessionId, agendaId: agenda.id, version: now?.version ?? agenda.version },
        about,
      );
    });
  }
}
