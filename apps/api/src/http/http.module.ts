import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { createFileStorage, FileStorage } from '#platform/file-storage';
import { CONFIG } from './config.token.js';
import { EtagInterceptor } from './etag.interceptor.js';
import { HealthController } from './health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { SessionGuard } from './session.guard.js';
import { Uploads } from './uploads.js';

/** What every capability's API needs: settings, database, kept files, the session guard and the two interceptors. */
@Global()
@Module({})
export class HttpModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: HttpModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Database, useValue: database },
        { provide: FileStorage, useFactory: () => createFileStorage(config) },
        Uploads,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [CONFIG, Database, FileStorage, Uploads],
    };
  }
}
