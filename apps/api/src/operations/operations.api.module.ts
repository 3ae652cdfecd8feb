import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';
import { MetricsController } from './metrics.controller.js';

@Module({ controllers: [JobsController, MetricsController] })
export class OperationsApiModule {}
