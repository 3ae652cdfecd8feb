import { Module } from '@nestjs/common';
import { ConfirmInterpretation } from './actions/confirm-interpretation.js';
import { SubmitDelegation } from './actions/submit-delegation.js';

const actions = [SubmitDelegation, ConfirmInterpretation];

/** Delegation lists and interpretation; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class DelegationsModule {}
