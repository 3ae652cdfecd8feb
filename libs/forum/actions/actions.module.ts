import { Module } from '@nestjs/common';
import { ConfirmDone } from './actions/confirm-done.js';
import { ExtendDue } from './actions/extend-due.js';
import { RecordAction, RecordActionLine } from './actions/record-action.js';
import { ReportDone } from './actions/report-done.js';
import { ReturnDone } from './actions/return-done.js';
import { StartAction } from './actions/start-action.js';

const writes = [RecordAction, RecordActionLine, StartAction, ReportDone, ConfirmDone, ReturnDone, ExtendDue];

/** The writes of action items; expects `Database` to be provided globally. */
@Module({ providers: writes, exports: writes })
export class ActionsModule {}
