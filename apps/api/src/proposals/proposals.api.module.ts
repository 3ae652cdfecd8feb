import { Module } from '@nestjs/common';
import { TwoKeyModule } from '#forum/two-key';
import { ProposalsController } from './proposals.controller.js';

@Module({ imports: [TwoKeyModule], controllers: [ProposalsController] })
export class ProposalsApiModule {}
