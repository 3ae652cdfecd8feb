import { handleJob, type JobHandler } from '#platform/queue';
import { deliverReminderJob, type DeliverReminder } from '#forum/reminders';

export function deliverJob(deliver: DeliverReminder): JobHandler {
  return handleJob(deliverReminderJob, ({ carriedId, attempt }) =>
    deliver.run({ carriedId, attempt: Number(attempt) }),
  );
}
