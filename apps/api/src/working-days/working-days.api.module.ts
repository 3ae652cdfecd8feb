import { Module } from '@nestjs/common';
import { WorkingDaysModule } from '#forum/working-days';
import { AvoidPeriodsController } from './avoid-periods.controller.js';
import { HolidaysController } from './holidays.controller.js';
import { WorkingDaysController } from './working-days.controller.js';

@Module({
  imports: [WorkingDaysModule],
  controllers: [WorkingDaysController, HolidaysController, AvoidPeriodsController],
})
export class WorkingDaysApiModule {}
