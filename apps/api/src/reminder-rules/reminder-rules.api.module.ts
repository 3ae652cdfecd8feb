import { Module } from '@nestjs/common';
import { ReminderRulesModule } from '#forum/reminder-rules';
import { ReminderRulesController } from './reminder-rules.controller.js';

@Module({ imports: [ReminderRulesModule], controllers: [ReminderRulesController] })
export class ReminderRulesApiModule {}
