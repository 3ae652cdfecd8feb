import { Module } from '@nestjs/common';
import { AddSlots } from './actions/add-slots.js';
import { AnswerSlot } from './actions/answer-slot.js';
import { CreatePoll } from './actions/create-poll.js';
import { DecideSlot } from './actions/decide-slot.js';
import { ClosePoll, ExtendDeadline, WithdrawPoll } from './actions/end-poll.js';
import { HandOver } from './actions/hand-over.js';
import { HoldSlot, ReleaseHold } from './actions/hold-slot.js';
import { NameParticipants } from './actions/name-participants.js';
import { SharePoll } from './actions/share-poll.js';

const writes = [
  CreatePoll,
  AddSlots,
  SharePoll,
  NameParticipants,
  AnswerSlot,
  HandOver,
  ExtendDeadline,
  ClosePoll,
  WithdrawPoll,
  HoldSlot,
  ReleaseHold,
  DecideSlot,
];

/** The writes of date polls; expects `Database` to be provided globally. */
@Module({ providers: writes, exports: writes })
export class DatePollsModule {}
