import { defineEvent } from '#platform/database';

export const REMINDER_SUBJECT = 'reminder';

/** Rows of one mail, or of all the failed ones. */
export type RemindersMended = { reminderIds: readonly string[] };

/** Somebody of the reader's secretariat had what failed sent again. */
export const remindersRetried = defineEvent<RemindersMended>('reminders.retried');
/** … said that a mail in doubt has arrived. */
export const remindersArrived = defineEvent<RemindersMended>('reminders.arrived');
/** … had a mail in doubt sent again, under the Message-ID it had. */
export const remindersReleased = defineEvent<RemindersMended>('reminders.released');
/** … had something told once more on purpose. */
export const remindersResent = defineEvent<RemindersMended>('reminders.resent');

/** The mail of the day is a person's own affair. */
export const DAY_MAIL_SUBJECT = 'user_account';

/** By the link in a mail, without a sign-in, or by the reader in the settings. */
type DayMailChosen = { readonly userId: string; readonly by: 'link' | 'settings' };

export const dayMailStopped = defineEvent<DayMailChosen>('reminders.dayMailStopped');
/** … turned on again. */
export const dayMailWanted = defineEvent<DayMailChosen>('reminders.dayMailWanted');
