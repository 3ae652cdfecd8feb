import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { agendaOfSession } from '#forum/agenda';
import { findSession, sessionTitle } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';

/** What a notice of cleared keys depends on: that the agenda still waits for them. */
export const keysStillWaited = 'agenda=unsigned';

/** The session whose agenda waits for both keys again; undefined once they are turned, or when there is nothing to see. */
export async function findClearedKeys(reader: Reader, side: Side, sessionId: string): Promise<Cause | undefined> {
  const agenda = await agendaOfSession(reader, side, sessionId);
  if (!agenda || agenda.state === 'agreed' || agenda.state === 'adopted') return undefined;
  const session = await findSession(reader, side, sessionId);
  if (!session) return undefined;
  return {
    fingerprint: keysStillWaited,
    title: sessionTitle(session, side),
    number: null,
    session: null,
    path: `/sessions/${sessionId}/agenda`,
  };
}
