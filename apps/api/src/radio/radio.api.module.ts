import { Module } from '@nestjs/common';
import { RadioModule } from '#forum/radio';
import { RadioImportController } from './import.controller.js';
import { MeasurementsController } from './measurements.controller.js';
import { RadioActsController } from './radio-acts.controller.js';
import { RadioConnectionsController } from './radio-connections.controller.js';
import { RadioController } from './radio.controller.js';
import { RadioReader } from './radio-reader.js';

@Module({
  imports: [RadioModule],
  controllers: [
    RadioImportController,
    RadioController,
    RadioActsController,
    RadioConnectionsController,
    MeasurementsController,
  ],
  providers: [RadioReader],
})
export class RadioApiModule {}
