import { Module } from '@nestjs/common';
import { RemindersModule } from '#forum/reminders';
import { DeskController } from './desk.controller.js';
import { InboxController } from './inbox.controller.js';
import { MailPreferencesController, UnsubscribeController } from './mail-preferences.controller.js';
import { RemindersController } from './reminders.controller.js';

@Module({
  imports: [RemindersModule],
  controllers: [DeskController, InboxController, MailPreferencesController, RemindersController, UnsubscribeController],
})
export class RemindersApiModule {}
