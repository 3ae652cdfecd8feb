import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { queueHealth, RetryLeftBehind, retryOffer, runsTheDesk, secondsSince } from '#forum/operations';
import { InjectConfig } from '../http/config.token.js';
import { CurrentActor, Unattended } from '../http/decorators.js';
import { ReadingDto } from '../http/reading.dto.js';
import { JobsRetriedView, JobsView } from './operations.dto.js';

/** How the queue is doing, for the administrator: numbers over both sides together and nothing of what they count (domain.md 2). */
@ApiTags('operations')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly database: Database,
    private readonly retryLeftBehind: RetryLeftBehind,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Its page asks again by itself. */
  @Get()
  @Unattended()
  @ApiOkResponse({ type: JobsView, description: '403 for everybody but the administrator' })
  async health(@CurrentActor() actor: Actor, @Query() _query: ReadingDto): Promise<JobsView> {
    if (!runsTheDesk(actor)) throw commonErrors.forbidden();
    const { now, carried, replans, leftBehind } = await queueHealth(this.database.reader(actor));
    return {
      at: now.toISOString(),
      backend: this.config.redisUrl === null ? 'postgres' : 'redis',
      items: carried.map(({ oldestDue, ...row }) => ({
        ...row,
        oldestDueAt: oldestDue?.toISOString() ?? null,
        secondsLate: secondsSince(oldestDue, now),
      })),
      replans: {
        open: replans.open,
        secondsWaiting: secondsSince(replans.oldest, now),
        percent: replans.percent,
      },
      leftBehind: { objects: leftBehind.objects, kinds: leftBehind.kinds },
      allowedActions: [retryOffer(actor)],
    };
  }

  /** Tries at once what could not be planned anew. 403 */
  @Post('retry-left-behind')
  @HttpCode(200)
  @ApiOkResponse({ type: JobsRetriedView })
  async retry(@CurrentActor() actor: Actor): Promise<JobsRetriedView> {
    return { retried: await this.retryLeftBehind.run(actor) };
  }
}
