import { Module } from '@nestjs/common';
import { DatePollsModule } from '#forum/date-polls';
import { DatePollsController } from './date-polls.controller.js';
import { SlotsController } from './slots.controller.js';
import { SuggestionsController } from './suggestions.controller.js';

@Module({ imports: [DatePollsModule], controllers: [DatePollsController, SlotsController, SuggestionsController] })
export class DatePollsApiModule {}
