import { followHolidays } from './actions/follow-holidays.js';
import { followSessions } from './actions/follow-sessions.js';
import { followActions } from './actions/plan-action-reminders.js';
import { followAgendas } from './actions/plan-cleared-keys.js';
import { followInvitations } from './actions/plan-invitations.js';
import { followProposals, followSessionChanges } from './actions/plan-notices.js';
import { followPolls } from './actions/plan-poll-reminders.js';
import { followTranslations } from './actions/plan-translations.js';

followActions();
followAgendas();
followSessions();
followSessionChanges();
followProposals();
followPolls();
followTranslations();
followInvitations();
followHolidays();

export { DeliverReminder, type DeliverOptions } from './actions/deliver-reminder.js';
export { handOverDue } from './actions/hand-over-due.js';
export { planDays, type PlannedDay } from './domain/planning.js';
export { REMINDER_STATES, type ReminderState } from './domain/reminder.types.js';
export { actionItemRule, type ReminderRule } from './domain/rules.js';
export { deadlineOfRule, sessionReminderRules } from './domain/session-rules.js';
export { reminderEntities } from './persistence/reminders.entities.js';
export { listMails, type MailRow } from './queries/list-mails.js';
export { listReminders, type ReminderFilter, type ReminderRow } from './queries/list-reminders.js';
export { deliverReminderJob } from './reminders.jobs.js';
