import { Module } from '@nestjs/common';
import { LinkIssue, RaiseIssue, SetNextCheck, UnlinkIssue } from './actions/connect-issue.js';
import { ImportIssues } from './actions/import-issues.js';
import { AddMeasurement, EditMeasurement, ExchangeMeasurement, RemoveMeasurement } from './actions/measure-issue.js';
import { ProposeIssueChange, ProposeMeasure, ProposeResolution } from './actions/propose-issue.js';
import { ReportIssue, WithdrawIssue } from './actions/report-issue.js';
import { ReopenIssue, StepIssue, TakeUpIssue } from './actions/step-issue.js';
import { DraftIssue, EditIssue } from './actions/write-issue.js';
import { ExchangePosition, WritePosition } from './actions/write-position.js';

const actions = [
  DraftIssue,
  EditIssue,
  ReportIssue,
  WithdrawIssue,
  StepIssue,
  ReopenIssue,
  TakeUpIssue,
  ProposeIssueChange,
  ProposeResolution,
  ProposeMeasure,
  WritePosition,
  ExchangePosition,
  AddMeasurement,
  EditMeasurement,
  RemoveMeasurement,
  ExchangeMeasurement,
  SetNextCheck,
  RaiseIssue,
  LinkIssue,
  UnlinkIssue,
  ImportIssues,
];

/** The radio register; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class RadioModule {}
