import { Module } from '@nestjs/common';
import { RadioController } from './radio.controller.js';
import { RadioReader } from './radio-reader.js';

@Module({
  controllers: [RadioController],
  providers: [RadioReader],
})
export class RadioApiModule {}
