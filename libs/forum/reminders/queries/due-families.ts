import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { findRuleBook, RuleBook } from '#forum/reminder-rules';
import { dueOf, ruleOfCode } from '../domain/due.js';
import type { Cause, ReminderToSend } from '../domain/reminder.types.js';
import { tellsOn } from '../domain/tells-on.js';
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

/** The date a reminder speaks of while the reader's side still has to keep it, and the rules still tell of it on this day. */
export async function findDue(
  reader: Reader,
  side: Side,
  {
    subjectType,
    subjectId,
    rule,
    offsetDays,
  }: Pick<ReminderToSend, 'subjectType' | 'subjectId' | 'rule' | 'offsetDays'>,
): Promise<Cause | undefined> {
  const family = dueFamilies.find((one) => one.subjectType === subjectType);
  const [object] = (await family?.find(reader, side, [subjectId])) ?? [];
  const due = dueOf(object, rule, side);
  if (!object || !due) return undefined;
  const book = object.channelId === null ? RuleBook.standard : await findRuleBook(reader, object.channelId);
  if (!tellsOn(book.get(due.rule), offsetDays, ruleOfCode(rule))) return undefined;
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
