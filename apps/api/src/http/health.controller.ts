import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { commonErrors } from '#core/kernel';
import { Database } from '#platform/database';
import { Public } from './decorators.js';

/** Health for whoever runs the product: the process answers, the database answers. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.readAs('forum_public').query('select 1 from forum.clock_offset');
    } catch (error) {
      throw commonErrors.unavailable({}, [], { cause: error });
    }
    return { status: 'ok' };
  }
}
