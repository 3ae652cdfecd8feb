import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { CONFIG } from './runtime/config.token.js';
import { Runner } from './runtime/runner.js';

/** The worker: one runner over the settings and the database. */
@Module({})
export class WorkerModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: CONFIG, useValue: config }, { provide: Database, useValue: database }, Runner],
    };
  }
}
