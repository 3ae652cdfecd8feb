import { Module } from '@nestjs/common';
import { DraftEscalation, EditEscalation } from './actions/draft-escalation.js';
import { ReturnEscalation, SettleEscalation } from './actions/end-escalation.js';
import { RaiseEscalation, WithdrawEscalation } from './actions/raise-escalation.js';

const actions = [
  DraftEscalation,
  EditEscalation,
  RaiseEscalation,
  WithdrawEscalation,
  ReturnEscalation,
  SettleEscalation,
];

/** What rises from one level to the next; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class EscalationsModule {}
