import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { AddMeasurement, EditMeasurement, ExchangeMeasurement, RemoveMeasurement } from '#forum/radio';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { RadioReader } from './radio-reader.js';
import { RadioIssueDetailView } from './radio.views.js';
import { RadioMeasurementDto } from './write.dto.js';

/** Measurements of a case; each its side's own until it is exchanged. If-Match names the measurement. */
@ApiTags('radio')
@Controller('radio-issues/:id/measurements')
export class MeasurementsController {
  constructor(
    private readonly page: RadioReader,
    private readonly addMeasurement: AddMeasurement,
    private readonly editMeasurement: EditMeasurement,
    private readonly removeMeasurement: RemoveMeasurement,
    private readonly exchangeMeasurement: ExchangeMeasurement,
  ) {}

  @Post()
  @ApiOkResponse({ type: RadioIssueDetailView })
  async add(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: RadioMeasurementDto,
  ): Promise<RadioIssueDetailView> {
    await this.addMeasurement.run(actor, { issueId: id, ...body });
    return this.page.read(actor, reading, id);
  }

  @Put(':measurementId')
  @ApiOkResponse({ type: RadioIssueDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('measurementId', IdPipe) measurementId: string,
    @IfMatch() version: number,
    @Body() body: RadioMeasurementDto,
  ): Promise<RadioIssueDetailView> {
    await this.editMeasurement.run(actor, { issueId: id, measurementId, version, ...body });
    return this.page.read(actor, reading, id);
  }

  @Post(':measurementId/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('measurementId', IdPipe) measurementId: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.removeMeasurement.run(actor, { issueId: id, measurementId, version });
    return this.page.read(actor, reading, id);
  }

  @Post(':measurementId/exchange')
  @HttpCode(200)
  @ApiOkResponse({ type: RadioIssueDetailView })
  async exchange(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Param('measurementId', IdPipe) measurementId: string,
    @IfMatch() version: number,
  ): Promise<RadioIssueDetailView> {
    await this.exchangeMeasurement.run(actor, { issueId: id, measurementId, version });
    return this.page.read(actor, reading, id);
  }
}
