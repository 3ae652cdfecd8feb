import { Module } from '@nestjs/common';
import { GlossaryModule } from '#forum/glossary';
import { GlossaryFilesController } from './glossary-files.controller.js';
import { GlossaryController } from './glossary.controller.js';

@Module({ imports: [GlossaryModule], controllers: [GlossaryFilesController, GlossaryController] })
export class GlossaryApiModule {}
