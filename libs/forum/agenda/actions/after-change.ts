import type { Tx } from '#platform/database';
import { clearKeys } from '#forum/two-key';
import { agendaHash } from '../domain/agenda-content.js';
import { agendaLifecycle } from '../domain/agenda.lifecycle.js';
import { agendaContext } from '../domain/agenda-context.js';
import type { AgendaRow } from '../domain/agenda.types.js';
import type { VersionOccasion } from '../domain/version.types.js';
import { agendaKeysCleared } from '../agenda.events.js';
import { keepVersion, moveSharedItems, saveAgenda } from '../persistence/agenda.repository.js';
import { takeBackFromReaders } from '../persistence/release.repository.js';
import { agendaOfSession } from '../queries/agenda-of-session.js';

/**
 * To be called after every change of a shared item: when the signed words are no longer the words that stand, both keys are cleared
 * and both secretariats told (domain.md 3.6). A change that leaves every word as it was, such as marking a translation as checked,
 * leaves the keys. What was published is taken back until both sign and publish it anew. A translation is no counter-proposal: it moves the state only where something was agreed. What both sides negotiate,
 * and what cleared a key, is kept as a version.
 * @returns the agenda as it is now
 */
export async function afterSharedChange(
  tx: Tx,
  before: AgendaRow,
  kind: Exclude<VersionOccasion, 'signature'>,
): Promise<AgendaRow> {
  const agenda = await reload(tx, before);
  const hash = agendaHash(agenda.items);
  const wordsMoved = agendaHash(before.items) !== hash;
  const negotiated = wordsMoved && (kind !== 'translation' || agenda.state === 'agreed');
  const state = negotiated
    ? agendaLifecycle.step(agenda.state, 'change', agendaContext(agenda, tx.actor, true))
    : agenda.state;
  const version = await saveAgenda(tx, agenda, state);
  if (wordsMoved) {
    await takeBackFromReaders(tx, agenda);
    await moveSharedItems(tx, agenda.id, ['agreed'], 'in_negotiation');
    const sides = await clearKeys(tx, { subjectType: 'agenda', subjectId: agenda.id }, 'edited');
    if (hash && (negotiated || sides.length > 0)) await keepVersion(tx, agenda, hash, kind);
    if (sides.length > 0) {
      const about = { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id } as const;
      await tx.publish(agendaKeysCleared, { sessionId: agenda.sessionId, agendaId: agenda.id, version, sides }, about);
    }
  }
  return reload(tx, agenda);
}

async function reload(tx: Tx, agenda: AgendaRow): Promise<AgendaRow> {
  return (await agendaOfSession(tx, tx.actor.side, agenda.sessionId)) ?? agenda;
}
