import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionDeadlineRules, sessionTitle } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';
import { deadlineFingerprint, isDone, isSilent } from '../domain/session-matters.js';
import { remindsIn } from '../domain/session-rules.js';
import { readSessionMatters } from './session-matters.js';

/** Where each deadline is worked on, below the session's page; the page itself unless told. */
const tabs: Readonly<Record<string, string>> = {
  agenda_proposal: '/agenda',
  agenda_agreed: '/agenda',
  texts_without_brackets: '/agenda',
  actions_registered: '/actions',
  delegation_list: '/delegations',
};

/** The deadline of a session while the side still has to keep it; undefined once its matter is done, or the session is silent. */
export async function findSessionDeadline(
  reader: Reader,
  side: Side,
  sessionId: string,
  deadline: string,
): Promise<Cause | undefined> {
  const matters = await readSessionMatters(reader, side, sessionId);
  const rule = sessionDeadlineRules.find((one) => one.rule === deadline);
  if (!matters || !rule || isSilent(matters)) return undefined;
  if (!remindsIn(matters.state, rule) || isDone(deadline, matters, side)) return undefined;
  return {
    fingerprint: deadlineFingerprint(matters),
    title: sessionTitle(matters.ref, side),
    number: null,
    session: null,
    facts: [{ label: 'sessionDate', date: matters.startDate }],
    path: `/sessions/${sessionId}${tabs[deadline] ?? ''}`,
  };
}
