import { Module } from '@nestjs/common';
import { AgendaModule } from '#forum/agenda';
import { AgendaReader } from './agenda-reader.js';
import { AgendaItemsController } from './agenda-items.controller.js';
import { AgendaPlansController } from './agenda-plans.controller.js';
import { AgendaWarningsController } from './agenda-warnings.controller.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaVersionsController } from './agenda-versions.controller.js';

@Module({
  imports: [AgendaModule],
  controllers: [
    AgendaController,
    AgendaItemsController,
    AgendaPlansController,
    AgendaVersionsController,
    AgendaWarningsController,
  ],
  providers: [AgendaReader],
})
export class AgendaApiModule {}
