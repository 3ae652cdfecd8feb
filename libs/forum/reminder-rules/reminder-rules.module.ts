import { Module } from '@nestjs/common';
import { ProposeReminderRules } from './actions/propose-rules.js';

/** Changing the rules of a channel; expects `Database` to be provided globally. */
@Module({ providers: [ProposeReminderRules], exports: [ProposeReminderRules] })
export class ReminderRulesModule {}
