import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { dueOf } from '../domain/due.js';
import type { Cause, ReminderToSend } from '../domain/reminder.types.js';
import type { DueFamily } from './due-family.js';
import { commitmentDues } from './commitment-cause.js';
import { contributionDues } from './contribution-cause.js';
import { exchangeDues } from './exchange-cause.js';
import { exhibitionDues } from './exhibition-cause.js';
import { instrumentDues } from './instrument-cause.js';
import { radioDues } from './radio-cause.js';

/** Everything that has dates of its own beside sessions, action items, polls and translations. */
export const dueFamilies: readonly DueFamily[] = [
  radioDues,
  instrumentDues,
  commitmentDues,
  contributionDues,
  exhibitionDues,
  exchangeDues,
];

/** The date a reminder speaks of while the reader's side still has to keep it. */
export async function findDue(
  reader: Reader,
  side: Side,
  { subjectType, subjectId, rule }: Pick<ReminderToSend, 'subjectType' | 'subjectId' | 'rule'>,
): Promise<Cause | undefined> {
  const family = dueFamilies.find((one) => one.subjectType === subjectType);
  const [object] = (await family?.find(reader, side, [subjectId])) ?? [];
  const due = dueOf(object, rule, side);
  if (!object || !due) return undefined;
  const { title, number, path, facts, side: actor } = object;
  return {
    fingerprint: due.fingerprint,
    title,
    number,
    session: null,
    ...(facts ? { facts } : {}),
    ...(actor ? { side: actor } : {}),
    path,
  };
}
