import { Module } from '@nestjs/common';
import { AddNote, CaptureAction, CaptureDecision } from './actions/capture-lines.js';
import { GoToItem, StopItem, TakeBreak } from './actions/conduct-run.js';
import { AskFloor, DropSpeaker, EndFloor, GiveFloor } from './actions/keep-speakers.js';
import { RewordDecision, SettleDecision } from './actions/settle-decisions.js';

const actions = [
  GoToItem,
  TakeBreak,
  StopItem,
  AskFloor,
  GiveFloor,
  EndFloor,
  DropSpeaker,
  CaptureDecision,
  CaptureAction,
  AddNote,
  RewordDecision,
  SettleDecision,
];

/** Sessions as they run; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class LiveModule {}
