import { Module } from '@nestjs/common';
import { PapersModule } from '#forum/papers';
import { PaperContentController } from './content.controller.js';
import { PaperActsController } from './paper-acts.controller.js';
import { PapersController } from './papers.controller.js';
import { PapersReader } from './papers-reader.js';

@Module({
  imports: [PapersModule],
  controllers: [PapersController, PaperActsController, PaperContentController],
  providers: [PapersReader],
})
export class PapersApiModule {}
