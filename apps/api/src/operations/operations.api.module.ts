import { Module } from '@nestjs/common';
import { RetryLeftBehind } from '#forum/operations';
import { JobsController } from './jobs.controller.js';
import { MetricsController } from './metrics.controller.js';

@Module({ controllers: [JobsController, MetricsController], providers: [RetryLeftBehind] })
export class OperationsApiModule {}
