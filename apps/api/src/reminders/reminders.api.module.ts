import { Module } from '@nestjs/common';
import { RemindersModule } from '#forum/reminders';
import { DeskController } from './desk.controller.js';
import { InboxController } from './inbox.controller.js';
import { RemindersController } from './reminders.controller.js';

@Module({ imports: [RemindersModule], controllers: [DeskController, InboxController, RemindersController] })
export class RemindersApiModule {}
