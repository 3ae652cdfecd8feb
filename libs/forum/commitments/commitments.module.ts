import { Module } from '@nestjs/common';
import { ChangeDetails } from './actions/change-details.js';
import { ChangeStatus } from './actions/change-status.js';
import { CheckArrangement } from './actions/check-arrangement.js';
import { AddArea, DraftInstrument, EditInstrument, WithdrawInstrument } from './actions/draft-instrument.js';
import { AddClause, EditClause, RemoveClause } from './actions/edit-clauses.js';
import { ProposeInstrument } from './actions/record-instrument.js';

const actions = [
  ChangeStatus,
  ChangeDetails,
  CheckArrangement,
  DraftInstrument,
  EditInstrument,
  AddArea,
  WithdrawInstrument,
  AddClause,
  EditClause,
  RemoveClause,
  ProposeInstrument,
];

/** Instruments and commitments; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class CommitmentsModule {}
