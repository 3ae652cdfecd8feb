import { Module } from '@nestjs/common';
import { ArrangeSession, ProposeSession } from './actions/arrange-session.js';
import { CloseSession } from './actions/close-session.js';
import { CreateSession, EditDraft } from './actions/create-session.js';
import { AddProgrammeItem, EditProgrammeItem } from './actions/edit-programme.js';
import { CorrectOrdinal, EditSession } from './actions/edit-session.js';
import { HoldSession } from './actions/hold-session.js';
import { MarkReady } from './actions/mark-ready.js';
import { OpenSession } from './actions/open-session.js';
import { ProposeLevel } from './actions/propose-level.js';
import { StartPreparing } from './actions/start-preparing.js';
import { CancelSession, PostponeSession } from './actions/stop-session.js';

const actions = [
  CreateSession,
  EditDraft,
  ProposeSession,
  ArrangeSession,
  ProposeLevel,
  StartPreparing,
  MarkReady,
  OpenSession,
  HoldSession,
  CloseSession,
  PostponeSession,
  CancelSession,
  CorrectOrdinal,
  EditSession,
  AddProgrammeItem,
  EditProgrammeItem,
];

/** The life of a session; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class SessionsModule {}
