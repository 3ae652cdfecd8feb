import { Module } from '@nestjs/common';
import { ProposeRecordRules } from './actions/agree-rules.js';
import { DecideClearance, RecallClearance, StartClearance } from './actions/clear-record.js';
import { DraftCorrigendum } from './actions/correct-record.js';
import { DraftRecord } from './actions/draft-record.js';
import {
  AcceptBrackets,
  AddParagraph,
  EditParagraph,
  MoveParagraph,
  RemoveParagraph,
} from './actions/edit-paragraph.js';
import { EditRecord } from './actions/edit-record.js';
import { ExchangeRecord, WithdrawRecord } from './actions/exchange-record.js';
import { ProposeForRecord } from './actions/propose-record.js';
import { CancelRecordRelease, SetRelease } from './actions/release-record.js';
import { TranslateRecord } from './actions/translate-record.js';
import { FinishRecord, TakeRecordKeyBack, TurnRecordKey } from './actions/turn-record-key.js';

const actions = [
  DraftRecord,
  EditRecord,
  AddParagraph,
  EditParagraph,
  AcceptBrackets,
  MoveParagraph,
  RemoveParagraph,
  TranslateRecord,
  ExchangeRecord,
  WithdrawRecord,
  StartClearance,
  DecideClearance,
  RecallClearance,
  TurnRecordKey,
  TakeRecordKeyBack,
  FinishRecord,
  ProposeForRecord,
  SetRelease,
  CancelRecordRelease,
  DraftCorrigendum,
  ProposeRecordRules,
];

/** Texts that come out of sessions; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class RecordsModule {}
