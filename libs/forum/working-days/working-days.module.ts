import { Module } from '@nestjs/common';
import { AddHoliday } from './actions/add-holiday.js';
import { ChangeHoliday } from './actions/change-holiday.js';
import { ImportHolidays } from './actions/import-holidays.js';
import { AddAvoidPeriod, ChangeAvoidPeriod, SetAvoidPeriodAside } from './actions/keep-avoid-period.js';
import { RestoreHoliday, WithdrawHoliday } from './actions/withdraw-holiday.js';

const actions = [
  AddHoliday,
  ChangeHoliday,
  WithdrawHoliday,
  RestoreHoliday,
  ImportHolidays,
  AddAvoidPeriod,
  ChangeAvoidPeriod,
  SetAvoidPeriodAside,
];

/** Keeping the holiday tables and soft periods; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class WorkingDaysModule {}
