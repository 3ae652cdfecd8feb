import { otherSide, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionTitle } from '#forum/sessions';
import type { Cause, Fact } from '../domain/reminder.types.js';
import type { SessionNotice } from '../domain/rules.js';
import { wasInvited } from './invitation-cause.js';
import { readSessionMatters } from './session-matters.js';

/** What a notice about a session depends on: that the news still holds. A level is told as it is when the mail leaves. */
export function sessionNoticeCause(rule: SessionNotice, side?: Side): string {
  switch (rule) {
    case 'session-postponed':
      return 'state=postponed';
    case 'session-cancelled':
      return 'state=cancelled';
    case 'session-level-changed':
      return 'state=living';
    case 'delegation-changed':
      return `told=${side ?? ''}`;
  }
}

/** A session as a notice tells of it. Whose calendar has the session learns that it is off from the calendar file, not twice. */
export async function findSessionNews(
  reader: Reader,
  side: Side,
  sessionId: string,
  { rule, postId }: { readonly rule: SessionNotice; readonly postId: string },
): Promise<Cause | undefined> {
  const matters = await readSessionMatters(reader, side, sessionId);
  if (!matters) return undefined;
  const ended = matters.state === 'cancelled' || matters.state === 'postponed';
  if (ended && (rule !== `session-${matters.state}` || (await wasInvited(reader, sessionId, postId)))) return undefined;
  const date: Fact[] = ended ? [] : [{ label: 'sessionDate', date: matters.startDate }];
  const level: Fact[] = rule === 'session-level-changed' ? [{ label: 'level', level: matters.level }] : [];
  return {
    fingerprint: fingerprintOf(rule, side, matters.state),
    title: sessionTitle(matters.ref, side),
    number: null,
    session: null,
    ...(rule === 'delegation-changed' ? { side: otherSide(side) } : {}),
    facts: [...date, ...level],
    path: `/sessions/${sessionId}${rule === 'delegation-changed' ? '/delegations' : ''}`,
  };
}

function fingerprintOf(rule: SessionNotice, side: Side, state: string): string {
  return rule === 'session-postponed' || rule === 'session-cancelled'
    ? `state=${state}`
    : sessionNoticeCause(rule, side);
}
