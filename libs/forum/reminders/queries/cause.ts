import type { Reader } from '#platform/database';
import type { Cause, ReminderToSend } from '../domain/reminder.types.js';
import { findActionCause } from './action-cause.js';

type Subject = Pick<ReminderToSend, 'subjectType' | 'subjectId'>;

/** What a reminder depends on as it stands now for this reader; undefined when there is nothing left to tell. */
export function findCause(reader: Reader, { subjectType, subjectId }: Subject): Promise<Cause | undefined> {
  switch (subjectType) {
    case 'action_item':
      return findActionCause(reader, subjectId);
    case 'agenda':
      return Promise.resolve(undefined);
  }
}

/** Path of the page on which the reader can answer. */
export function hrefOf({ subjectType, subjectId }: Subject): string {
  switch (subjectType) {
    case 'action_item':
      return `/actions/${subjectId}`;
    case 'agenda':
      return `/sessions/${subjectId}`;
  }
}
