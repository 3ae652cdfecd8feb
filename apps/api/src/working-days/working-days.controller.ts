import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { assertRange, assertWithinReach, loadCalendar } from '#forum/working-days';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { DeriveDto, DeriveView, OffsetDto, OffsetView, WorkingDaysDto, WorkingDaysView } from './working-days.dto.js';
import { presentDerived, presentOffset, presentWorkingDays } from './working-days.presenter.js';

@ApiTags('working-days')
@Controller('working-days')
export class WorkingDaysController {
  constructor(private readonly database: Database) {}

  /** Days of a range with the holidays of one side or both. 422 working-days.rangeInverted, .rangeTooLong, .dateOutOfReach */
  @Get()
  @ApiOkResponse({ type: WorkingDaysView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { from, to, side = 'common' }: WorkingDaysDto,
  ): Promise<WorkingDaysView> {
    assertRange(from, to);
    assertWithinReach(from);
    assertWithinReach(to);
    const calendar = await loadCalendar(this.database.reader(actor));
    return presentWorkingDays(calendar, { from, to, side }, actor, reading);
  }

  /** The n-th working day after a day, or before it when n is negative. 422 working-days.dateOutOfReach */
  @Get('offset')
  @ApiOkResponse({ type: OffsetView })
  async offset(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { date, n, side = 'common' }: OffsetDto,
  ): Promise<OffsetView> {
    assertWithinReach(date);
    const calendar = await loadCalendar(this.database.reader(actor));
    return presentOffset(calendar, { date, n, side }, actor, reading);
  }

  /** The working day at an offset in calendar days, rolled as domain.md 4 says. 422 working-days.dateOutOfReach */
  @Get('derive')
  @ApiOkResponse({ type: DeriveView })
  async derive(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { anchor, offset, side = 'common' }: DeriveDto,
  ): Promise<DeriveView> {
    assertWithinReach(anchor);
    const calendar = await loadCalendar(this.database.reader(actor));
    return presentDerived(calendar, { anchor, offset, side }, actor, reading);
  }
}
