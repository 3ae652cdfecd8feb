import { Module } from '@nestjs/common';
import { CommitmentsModule } from '#forum/commitments';
import { ClausesController } from './clauses.controller.js';
import { CommitmentsController } from './commitments.controller.js';
import { CommitmentsReader } from './commitments-reader.js';
import { InstrumentsController } from './instruments.controller.js';

@Module({
  imports: [CommitmentsModule],
  providers: [CommitmentsReader],
  controllers: [CommitmentsController, InstrumentsController, ClausesController],
})
export class CommitmentsApiModule {}
