import { Module } from '@nestjs/common';
import { LiveModule } from '#forum/live';
import { LiveEventsController } from './live-events.controller.js';
import { LiveLinesController } from './live-lines.controller.js';
import { LiveReader } from './live-reader.js';
import { LiveStreams } from './live-streams.js';
import { LiveController } from './live.controller.js';

@Module({
  imports: [LiveModule],
  controllers: [LiveController, LiveLinesController, LiveEventsController],
  providers: [LiveReader, LiveStreams],
})
export class LiveApiModule {}
