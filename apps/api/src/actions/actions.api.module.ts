import { Module } from '@nestjs/common';
import { ActionsModule } from '#forum/actions';
import { ActionsController } from './actions.controller.js';

@Module({ imports: [ActionsModule], controllers: [ActionsController] })
export class ActionsApiModule {}
