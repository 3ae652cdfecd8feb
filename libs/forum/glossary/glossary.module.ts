import { Module } from '@nestjs/common';
import { TwoKeyModule } from '#forum/two-key';
import { AcceptTerms } from './actions/accept-terms.js';
import { ImportTerms } from './actions/import-terms.js';
import { ProposeChange, ProposeRestoration, ProposeRetirement, ProposeTerm } from './actions/propose-term.js';

const actions = [ProposeTerm, ProposeChange, ProposeRetirement, ProposeRestoration, ImportTerms, AcceptTerms];

/** The writes of the glossary; expects `Database` to be provided globally. */
@Module({ imports: [TwoKeyModule], providers: actions, exports: actions })
export class GlossaryModule {}
