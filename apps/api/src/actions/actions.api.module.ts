import { Module } from '@nestjs/common';
import { ActionsModule } from '#forum/actions';
import { ActionActsController } from './action-acts.controller.js';
import { ActionDeskController } from './action-desk.controller.js';
import { ActionsController } from './actions.controller.js';
import { ActionsReader } from './actions-reader.js';

@Module({
  imports: [ActionsModule],
  controllers: [ActionDeskController, ActionsController, ActionActsController],
  providers: [ActionsReader],
})
export class ActionsApiModule {}
