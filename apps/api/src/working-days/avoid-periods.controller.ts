import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { commonErrors, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddAvoidPeriod,
  allowedEntrySteps,
  assertRange,
  ChangeAvoidPeriod,
  findAvoidPeriod,
  listAvoidPeriods,
  SetAvoidPeriodAside,
  type AvoidPeriodRecord,
} from '#forum/working-days';
import { CurrentActor, CurrentReading, etagOf, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { presentText } from '../http/text.view.js';
import {
  AddAvoidPeriodDto,
  AvoidPeriodListView,
  AvoidPeriodsDto,
  AvoidPeriodView,
  ChangeAvoidPeriodDto,
} from './avoid-periods.dto.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the period' });

@ApiTags('working-days')
@Controller('avoid-periods')
export class AvoidPeriodsController {
  constructor(
    private readonly database: Database,
    private readonly addAvoidPeriod: AddAvoidPeriod,
    private readonly changeAvoidPeriod: ChangeAvoidPeriod,
    private readonly setAside: SetAvoidPeriodAside,
  ) {}

  /** Days that a side would rather not meet on, touching a range; withdrawn ones among them. */
  @Get()
  @ApiOkResponse({ type: AvoidPeriodListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() { from, to }: AvoidPeriodsDto,
  ): Promise<AvoidPeriodListView> {
    assertRange(from, to);
    const periods = await listAvoidPeriods(this.database.reader(actor), from, to);
    return { items: periods.map((period) => presentPeriod(period, actor, reading)) };
  }

  /** 403 for anybody but the secretariat of a side; 422 working-days.rangeInverted, .periodTooLong, .ownNameMissing, .dateOutOfReach */
  @Post()
  @ApiCreatedResponse({ type: AvoidPeriodView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: AddAvoidPeriodDto,
  ): Promise<AvoidPeriodView> {
    return this.present(actor, reading, await this.addAvoidPeriod.run(actor, body));
  }

  @Patch(':id')
  @ifMatch
  @ApiOkResponse({ type: AvoidPeriodView })
  async change(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangeAvoidPeriodDto,
  ): Promise<AvoidPeriodView> {
    await this.changeAvoidPeriod.run(actor, { id, version, ...body });
    return this.present(actor, reading, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: AvoidPeriodView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AvoidPeriodView> {
    await this.setAside.run(actor, { id, version, step: 'withdraw' });
    return this.present(actor, reading, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: AvoidPeriodView })
  async restore(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AvoidPeriodView> {
    await this.setAside.run(actor, { id, version, step: 'restore' });
    return this.present(actor, reading, id);
  }

  private async present(actor: Actor, reading: Reading, id: string): Promise<AvoidPeriodView> {
    const period = await findAvoidPeriod(this.database.reader(actor), id);
    if (!period) throw commonErrors.notFound();
    return presentPeriod(period, actor, reading);
  }
}

function presentPeriod(period: AvoidPeriodRecord, actor: Actor, reading: Reading): AvoidPeriodView {
  const { id, side, from, to, origin, withdrawn } = period;
  return {
    id,
    etag: etagOf(period.version),
    side,
    from,
    to,
    name: presentText(period.name, reading),
    origin,
    withdrawn,
    allowedActions: allowedEntrySteps(period, actor),
  };
}
