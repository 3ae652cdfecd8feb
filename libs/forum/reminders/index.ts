import { followActions } from './actions/plan-action-reminders.js';
import { followAgendas } from './actions/plan-cleared-keys.js';

followActions();
followAgendas();

export { DeliverReminder, type DeliverOptions } from './actions/deliver-reminder.js';
export { handOverDue } from './actions/hand-over-due.js';
export { planDays, type PlannedDay } from './domain/planning.js';
export { REMINDER_STATES, type ReminderState } from './domain/reminder.types.js';
export { actionItemRule, type ReminderRule } from './domain/rules.js';
export { reminderEntities } from './persistence/reminders.entities.js';
export { listMails, type MailRow } from './queries/list-mails.js';
export { listReminders, type ReminderFilter, type ReminderRow } from './queries/list-reminders.js';
export { deliverReminderJob } from './reminders.jobs.js';
