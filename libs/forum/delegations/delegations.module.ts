import { Module } from '@nestjs/common';
import { ArrangeInterpretation, ConfirmInterpretation } from './actions/arrange-interpretation.js';
import { AskRank, KeepRank } from './actions/ask-rank.js';
import { AddMember, EditMember, OrderMembers, RemoveMember } from './actions/edit-members.js';
import { AcceptDelegation, ApproveDelegation, SubmitDelegation } from './actions/hand-over-list.js';
import { AddCompanyPerson, EditCompanyPerson } from './actions/keep-company-people.js';
import { ChangePaper, ListPaper } from './actions/list-papers.js';
import { MarkAttendance } from './actions/mark-attendance.js';
import { DismissInterpreter, NameInterpreter } from './actions/name-interpreters.js';
import { RecordNeeds } from './actions/record-needs.js';

const actions = [
  AddMember,
  EditMember,
  RemoveMember,
  OrderMembers,
  ApproveDelegation,
  SubmitDelegation,
  AcceptDelegation,
  AskRank,
  KeepRank,
  RecordNeeds,
  MarkAttendance,
  AddCompanyPerson,
  EditCompanyPerson,
  ArrangeInterpretation,
  ConfirmInterpretation,
  NameInterpreter,
  DismissInterpreter,
  ListPaper,
  ChangePaper,
];

/** Delegation lists and interpretation; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class DelegationsModule {}
