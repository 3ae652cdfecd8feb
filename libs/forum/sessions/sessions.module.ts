import { Module } from '@nestjs/common';
import { ConfirmInterpretation } from './actions/confirm-interpretation.js';
import { HoldSession } from './actions/hold-session.js';
import { MarkReady } from './actions/mark-ready.js';
import { OpenSession } from './actions/open-session.js';
import { StartPreparing } from './actions/start-preparing.js';
import { SubmitDelegation } from './actions/submit-delegation.js';

const actions = [StartPreparing, SubmitDelegation, ConfirmInterpretation, MarkReady, OpenSession, HoldSession];

/** The steps of a session; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class SessionsModule {}
