import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaContext, itemContext } from '../domain/agenda-context.js';
import { agendaHash } from '../domain/agenda-content.js';
import { agendaLifecycle, itemLifecycle } from '../domain/agenda.lifecycle.js';
import { agendaErrors } from '../domain/agenda.errors.js';
import { isShared, type AgendaItemRow, type AgendaRow } from '../domain/agenda.types.js';
import { agendaExchanged } from '../agenda.events.js';
import {
  assertAgendaVersion,
  keepVersion,
  lockAgenda,
  saveAgenda,
  saveItem,
} from '../persistence/agenda.repository.js';
import { moveLinks } from '../persistence/links.repository.js';
import { agendaOfSession } from '../queries/agenda-of-session.js';
import { afterSharedChange } from './after-change.js';
import { assertLinks } from './link-item.js';

/**
 * Hands the own side's drafts to the other side: from now on both see them (domain.md 3.6). Notes stay private.
 * @throws agenda.notFound, agenda.nothingToExchange, agenda.machineText, agenda.alreadyShared, agenda.linkPrivate, common.staleVersion, common.forbidden
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
      const { drafts, superfluous } = sortDrafts(agenda, actor.side);
      for (const draft of superfluous) await saveItem(tx, { ...draft, state: 'withdrawn' });
      if (drafts.length === 0) return;
      for (const [index, draft] of drafts.entries()) {
        await assertLinks(tx, actor.side, draft.links, true);
        await moveLinks(tx, [draft.id], 'joint');
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

/**
 * What is handed over, and what the other side was quicker with: the same standing item, or the same item carried over. Such a draft
 * that nobody worked on is dropped. @throws agenda.alreadyShared when somebody did, naming each, so that no word is lost
 */
function sortDrafts(agenda: AgendaRow, side: Side): { drafts: AgendaItemRow[]; superfluous: AgendaItemRow[] } {
  const shared = agenda.items.filter(isShared);
  const isTwice = (draft: AgendaItemRow): boolean =>
    shared.some(
      (item) =>
        (draft.standing !== null && item.standing === draft.standing) ||
        (draft.carriedFrom !== null && item.carriedFrom?.itemId === draft.carriedFrom.itemId),
    );
  const own = agenda.items.filter((item) => item.audience === side);
  const superfluous = own.filter(isTwice);
  const worked = superfluous.filter((item) => item.version > 1 || item.note !== null || item.commentCount > 0);
  if (worked.length > 0) {
    const path = (item: AgendaItemRow): string => `items.${String(agenda.items.indexOf(item))}`;
    const { code } = agendaErrors.alreadyShared;
    throw agendaErrors.alreadyShared(
      {},
      worked.map((item) => ({ path: path(item), code })),
    );
  }
  return { drafts: own.filter((item) => !superfluous.includes(item)), superfluous };
}
