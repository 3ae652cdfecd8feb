import { followChannels, followHolidays, followRules } from './actions/request-replan.js';
import { followSessions } from './actions/follow-sessions.js';
import { followActions } from './actions/plan-action-reminders.js';
import { followSilence } from './actions/plan-silence.js';
import { followDues } from './actions/follow-dues.js';
import { followNews } from './actions/plan-news.js';
import { followAgendas } from './actions/plan-cleared-keys.js';
import { followInvitations } from './actions/plan-invitations.js';
import { followProposals, followSessionChanges } from './actions/plan-notices.js';
import { followPolls } from './actions/plan-poll-reminders.js';
import { followRecords } from './actions/plan-records.js';
import { followTranslations } from './actions/plan-translations.js';

followActions();
followSilence();
followAgendas();
followSessions();
followSessionChanges();
followProposals();
followPolls();
followRecords();
followTranslations();
followInvitations();
followDues();
followNews();
followHolidays();
followRules();
followChannels();

export { DeliverReminder, type Carried, type DeliverOptions } from './actions/deliver-reminder.js';
export { handOverDue, type HandOverOptions } from './actions/hand-over-due.js';
export { roleOfSide, workerActor } from './actions/worker-actor.js';
export { planScheduled } from './actions/plan-scheduled.js';
export { retryLeftBehind } from './actions/retry-left-behind.js';
export { bringBackVacant, followReaders } from './actions/follow-readers.js';
export { workReplans } from './actions/work-replans.js';
export { REPLAN_CAUSES, type ReplanCause } from './domain/replan.types.js';
export { listReplans, type ReplanRow } from './queries/list-replans.js';
export { planActions } from './actions/plan-action-reminders.js';
export { actionDays, type ActionDay, type ActionShape } from './domain/action-days.js';
export {
  findMailPreference,
  SetMailPreference,
  UnsubscribeByToken,
  type MailPreference,
} from './actions/set-mail-preference.js';
export { planDays, zones, type PlannedDay } from './domain/planning.js';
export { MarkMails, type MarkMailsInput } from './actions/mark-mails.js';
export { MendReminder, RetryFailed, type MendInput } from './actions/mend-reminder.js';
export { allowedDeskActs, DESK_ACTS, keepsDesk, reminderLifecycle, type DeskAct } from './domain/reminder.lifecycle.js';
export { remindersErrors } from './domain/reminders.errors.js';
export { REMINDER_STATES, type ReminderDelivery, type ReminderState } from './domain/reminder.types.js';
export { actionItemRule } from './domain/rules.js';
export { deadlineOfRule, sessionRuleCodes } from './domain/session-rules.js';
export { reminderEntities } from './persistence/reminders.entities.js';
export { countDesk, deskDays, type DeskCounts, type DeskDay } from './queries/desk-overview.js';
export { countUnread, findMail, listInbox, type InboxMail, type InboxRow } from './queries/list-inbox.js';
export { findPostCard, type PostCard } from './queries/post-card.js';
export { RemindersModule } from './reminders.module.js';
export { countMessages, type PreviewMessage } from './domain/rule-preview.js';
export { previewRules, type RulesPreview } from './queries/preview-rules.js';
export { listMails, type MailRow } from './queries/list-mails.js';
export { findReminder, listReminders, type ReminderFilter, type ReminderRow } from './queries/list-reminders.js';
export { deliverReminderJob } from './reminders.jobs.js';
