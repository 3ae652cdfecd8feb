import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import { HttpModule } from './http/http.module.js';
import { IdentityApiModule } from './identity/identity.api.module.js';

/** The API: what every capability needs, then one module per capability. */
@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return { module: AppModule, imports: [HttpModule.with(config, database), IdentityApiModule] };
  }
}
