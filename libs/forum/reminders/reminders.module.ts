import { Module } from '@nestjs/common';
import { MarkMails } from './actions/mark-mails.js';
import { MendReminder, RetryFailed } from './actions/mend-reminder.js';
import { SetMailPreference, UnsubscribeByToken } from './actions/set-mail-preference.js';

const actions = [MarkMails, MendReminder, RetryFailed, SetMailPreference, UnsubscribeByToken];

/** The inbox and the desk; expects `Database` to be provided globally. The worker makes its own. */
@Module({ providers: actions, exports: actions })
export class RemindersModule {}
