import { Module } from '@nestjs/common';
import { HoldSession } from './actions/hold-session.js';
import { MarkReady } from './actions/mark-ready.js';
import { OpenSession } from './actions/open-session.js';
import { StartPreparing } from './actions/start-preparing.js';

const actions = [StartPreparing, MarkReady, OpenSession, HoldSession];

/** The steps of a session; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class SessionsModule {}
