import { Module } from '@nestjs/common';
import { DelegationsModule } from '#forum/delegations';
import { CompanyPeopleController } from './company-people.controller.js';
import { DelegationsReader } from './delegations-reader.js';
import { DelegationsController } from './delegations.controller.js';
import { InterpretationController } from './interpretation.controller.js';

@Module({
  imports: [DelegationsModule],
  controllers: [DelegationsController, CompanyPeopleController, InterpretationController],
  providers: [DelegationsReader],
})
export class DelegationsApiModule {}
