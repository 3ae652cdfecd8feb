import { Module } from '@nestjs/common';
import { MultilateralModule } from '#forum/multilateral';
import { MultilateralItemsController } from './multilateral-items.controller.js';
import { MultilateralWorksController } from './multilateral-works.controller.js';
import { MultilateralController } from './multilateral.controller.js';
import { MultilateralReader } from './multilateral-reader.js';

@Module({
  imports: [MultilateralModule],
  controllers: [MultilateralController, MultilateralItemsController, MultilateralWorksController],
  providers: [MultilateralReader],
})
export class MultilateralApiModule {}
