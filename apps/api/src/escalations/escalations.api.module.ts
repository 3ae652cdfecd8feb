import { Module } from '@nestjs/common';
import { EscalationsModule } from '#forum/escalations';
import { EscalationsController } from './escalations.controller.js';
import { EscalationSummaryController } from './summary.controller.js';
import { EscalationsReader } from './escalations-reader.js';

@Module({
  imports: [EscalationsModule],
  controllers: [EscalationsController, EscalationSummaryController],
  providers: [EscalationsReader],
})
export class EscalationsApiModule {}
