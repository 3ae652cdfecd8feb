import type { ReminderToSend } from './reminder.types.js';

type Keyed = Pick<
  ReminderToSend,
  'subjectType' | 'subjectId' | 'rule' | 'offsetDays' | 'recipientPostId' | 'ruleDate' | 'occurrence'
>;

/** The unique key of a reminder in words: it names the mail in its header and makes its Message-ID. */
export function reminderKey(reminder: Keyed, resent: number): string {
  const { subjectType, subjectId, rule, offsetDays, recipientPostId, ruleDate, occurrence } = reminder;
  const key = [subjectType, subjectId, rule, offsetDays, recipientPostId, ruleDate];
  return again(occurrence === 0 ? key : [...key, occurrence], resent);
}

/** The key of a person's mail of a day. */
export function digestKey(userId: string, day: string, resent: number): string {
  return again(['digest', userId, day], resent);
}

/**
 * The key of a mail for who holds the post now, where who held it before may have the one that was tried: under the same Message-ID a
 * relay would drop it.
 */
export function keyForNewHolder(key: string, userId: string): string {
  return `${key}.for.${userId}`;
}

/** Told once more on purpose it is another mail, or a relay would drop it. */
function again(key: readonly (string | number)[], resent: number): string {
  return (resent === 0 ? key : [...key, `again${String(resent)}`]).join('.');
}
