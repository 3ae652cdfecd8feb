import { Module } from '@nestjs/common';
import { AcceptProposal, RefuseProposal, WithdrawProposal } from './actions/decide-proposal.js';

const actions = [AcceptProposal, RefuseProposal, WithdrawProposal];

/** Deciding proposals; expects `Database` to be provided globally. */
@Module({ providers: actions, exports: actions })
export class TwoKeyModule {}
