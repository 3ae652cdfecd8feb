import { newId } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { registerReadinessCheck, sessionOpened, sessionProposed } from '#forum/sessions';
import { agendaAdopted } from './agenda.events.js';
import { agendaContext } from './domain/agenda-context.js';
import { agendaErrors } from './domain/agenda.errors.js';
import { agendaLifecycle } from './domain/agenda.lifecycle.js';
import { lockAgenda, moveSharedItems, saveAgenda } from './persistence/agenda.repository.js';

/** What the agenda says to the session it belongs to: not ready until agreed, adopted at the opening (domain.md 3.3, 3.6). */
export function connectAgendaToSessions(): void {
  registerReadinessCheck(
    async (reader, sessionId) => {
      const [agenda] = await reader.query<{ state: string }>('select state from forum.agenda where session_id = $1', [
        sessionId,
      ]);
      return agenda?.state === 'agreed' || agenda?.state === 'adopted' ? [] : [agendaErrors.notAgreed()];
    },
    { [agendaErrors.notAgreed.code]: 'agenda_agreed' },
  );
  subscribeInTx(sessionProposed, (tx, { sessionId }) => begin(tx, sessionId));
  subscribeInTx(sessionOpened, (tx, { sessionId }) => adopt(tx, sessionId));
}

/** Every shared session has an agenda from the start, so that its existence never tells of a side's drafts. */
async function begin(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('insert into forum.agenda (id, session_id) values ($1, $2) on conflict (session_id) do nothing', [
    newId(),
    sessionId,
  ]);
}

async function adopt(tx: Tx, sessionId: string): Promise<void> {
  const agenda = await lockAgenda(tx, sessionId);
  const state = agendaLifecycle.step(agenda.state, 'adopt', agendaContext(agenda, tx.actor, true));
  await moveSharedItems(tx, agenda.id, ['agreed'], 'adopted');
  const version = await saveAgenda(tx, agenda, state);
  const about = { audience: 'joint', subjectType: 'agenda', subjectId: agenda.id } as const;
  await tx.publish(agendaAdopted, { sessionId, agendaId: agenda.id, version }, about);
}
