import { Module } from '@nestjs/common';
import { AgendaModule } from '#forum/agenda';
import { AgendaReader } from './agenda-reader.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaVersionsController } from './agenda-versions.controller.js';

@Module({
  imports: [AgendaModule],
  controllers: [AgendaController, AgendaVersionsController],
  providers: [AgendaReader],
})
export class AgendaApiModule {}
