import { Module } from '@nestjs/common';
import { WorkingDaysController } from './working-days.controller.js';

@Module({ controllers: [WorkingDaysController] })
export class WorkingDaysApiModule {}
