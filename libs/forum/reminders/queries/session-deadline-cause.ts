import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { findRuleBook } from '#forum/reminder-rules';
import { sessionTitle } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';
import { deadlineFingerprint, isDone, isSilent } from '../domain/session-matters.js';
import { remindsIn } from '../domain/session-rules.js';
import { tellsOn } from '../domain/tells-on.js';
import { readSessionMatters } from './session-matters.js';

/** Where each deadline is worked on, below the session's page; the page itself unless told. */
const tabs: Readonly<Record<string, string>> = {
  agenda_proposal: '/agenda',
  agenda_agreed: '/agenda',
  texts_without_brackets: '/agenda',
  actions_registered: '/actions',
  delegation_list: '/delegations',
};

/**
 * The deadline of a session while the side still has to keep it; undefined once its matter is done, the
 * session is silent, or its channel agreed to go without this day.
 */
export async function findSessionDeadline(
  reader: Reader,
  side: Side,
  sessionId: string,
  {
    deadline,
    offsetDays,
    toHeads,
  }: { readonly deadline: string; readonly offsetDays: number; readonly toHeads: boolean },
): Promise<Cause | undefined> {
  const matters = await readSessionMatters(reader, side, sessionId);
  if (!matters || isSilent(matters)) return undefined;
  const rule = (await findRuleBook(reader, matters.channelId)).get(deadline);
  if (!tellsOn(rule, offsetDays, { up: toHeads })) return undefined;
  if (!remindsIn(matters.state, { rule: deadline, offsetDays: rule.offset })) return undefined;
  if (isDone(deadline, matters, side)) return undefined;
  return {
    fingerprint: deadlineFingerprint(matters, rule),
    title: sessionTitle(matters.ref, side),
    number: null,
    session: null,
    facts: [{ label: 'sessionDate', date: matters.startDate }],
    path: `/sessions/${sessionId}${tabs[deadline] ?? ''}`,
  };
}
