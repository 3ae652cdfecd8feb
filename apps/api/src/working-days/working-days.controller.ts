import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { assertRange, loadCalendar } from '#forum/working-days';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { WorkingDaysDto, WorkingDaysView } from './working-days.dto.js';
import { presentWorkingDays } from './working-days.presenter.js';

@ApiTags('working-days')
@Controller('working-days')
export class WorkingDaysController {
  constructor(private readonly database: Database) {}

  /** Days of a range with the holidays of one side or both. 422 working-days.rangeInverted, working-days.rangeTooLong */
  @Get()
  @ApiOkResponse({ type: WorkingDaysView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: WorkingDaysDto,
  ): Promise<WorkingDaysView> {
    assertRange(query.from, query.to);
    const calendar = await loadCalendar(this.database.reader(actor));
    return presentWorkingDays(calendar, { from: query.from, to: query.to, side: query.side ?? 'common' }, reading);
  }
}
