import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { assertCalendarRange, calendarBetween } from '#forum/calendar';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { CalendarDto, CalendarView } from './calendar.dto.js';
import { presentCalendar } from './calendar.presenter.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly database: Database) {}

  /** Both countries' days with what stands on them. 422 working-days.rangeInverted, working-days.rangeTooLong */
  @Get()
  @ApiOkResponse({ type: CalendarView })
  async read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: CalendarDto,
  ): Promise<CalendarView> {
    assertCalendarRange(query.from, query.to);
    const entries = await calendarBetween(this.database.reader(actor), actor.side, query.from, query.to);
    return presentCalendar(entries, query, actor, reading);
  }
}
