import { Module } from '@nestjs/common';
import { TranslationModule } from '#forum/translation';
import { TranslationFilesController } from './translation-files.controller.js';
import { TranslationReader } from './translation-reader.js';
import { TranslationUnitsController } from './translation-units.controller.js';
import { TranslationController } from './translation.controller.js';

@Module({
  imports: [TranslationModule],
  controllers: [TranslationController, TranslationUnitsController, TranslationFilesController],
  providers: [TranslationReader],
})
export class TranslationApiModule {}
