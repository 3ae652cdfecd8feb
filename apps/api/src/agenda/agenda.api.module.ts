import { Module } from '@nestjs/common';
import { AgendaModule } from '#forum/agenda';
import { AgendaController } from './agenda.controller.js';

@Module({ imports: [AgendaModule], controllers: [AgendaController] })
export class AgendaApiModule {}
