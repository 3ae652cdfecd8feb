import { Module } from '@nestjs/common';
import { BlockAction, UnblockAction } from './actions/block-action.js';
import { BulkUpdate } from './actions/bulk-update.js';
import { ProposeActionRule } from './actions/change-rule.js';
import { CommentAction } from './actions/comment-action.js';
import { ConfirmDone } from './actions/confirm-done.js';
import { CancelAction, SupersedeAction } from './actions/end-action.js';
import { ExtendDue } from './actions/extend-due.js';
import { EditAction, ReassignAction } from './actions/reassign-action.js';
import { RecordAction, RecordActionLine } from './actions/record-action.js';
import { ReportDone } from './actions/report-done.js';
import { ReturnDone } from './actions/return-done.js';
import { StartAction } from './actions/start-action.js';
import { TakeOver } from './actions/take-over.js';

const writes = [
  RecordAction,
  RecordActionLine,
  StartAction,
  ReportDone,
  ConfirmDone,
  ReturnDone,
  ExtendDue,
  BlockAction,
  UnblockAction,
  ReassignAction,
  EditAction,
  CancelAction,
  SupersedeAction,
  CommentAction,
  ProposeActionRule,
  TakeOver,
  BulkUpdate,
];

/** The writes of action items; expects `Database` to be provided globally. */
@Module({ providers: writes, exports: writes })
export class ActionsModule {}
