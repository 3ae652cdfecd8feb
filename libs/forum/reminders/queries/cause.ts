import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionTitle } from '#forum/sessions';
import type { Cause, ReminderToSend } from '../domain/reminder.types.js';
import { findActionCause } from './action-cause.js';
import { findClearedKeys } from './cleared-keys.js';

type Subject = Pick<ReminderToSend, 'subjectType' | 'subjectId' | 'recipientSide'>;

/** What a reminder depends on as it stands now for this reader; undefined when there is nothing left to tell. */
export function findCause(
  reader: Reader,
  { subjectType, subjectId, recipientSide }: Subject,
): Promise<Cause | undefined> {
  switch (subjectType) {
    case 'action_item':
      return findAction(reader, recipientSide, subjectId);
    case 'session':
      return findClearedKeys(reader, recipientSide, subjectId);
  }
}

async function findAction(reader: Reader, side: Side, actionId: string): Promise<Cause | undefined> {
  const found = await findActionCause(reader, actionId);
  return found && { ...found, session: found.session && sessionTitle(found.session, side) };
}

/** Path of the page on which the reader can answer. */
export function hrefOf({ subjectType, subjectId }: Subject): string {
  switch (subjectType) {
    case 'action_item':
      return `/actions/${subjectId}`;
    case 'session':
      return `/sessions/${subjectId}`;
  }
}
