import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listExchangeProgrammes, listExhibitions } from '#forum/business';
import { listBodies } from '#forum/channels';
import { listConflicts, listSources } from '#forum/provenance';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { pageAsk, PageDto, presentPage } from './page.js';
import {
  BodyListView,
  ConflictListView,
  ExchangeProgrammeListView,
  ExhibitionListView,
  SourceListView,
} from './record.dto.js';
import { presentBody, presentExchangeProgramme, presentExhibition } from './record.presenter.js';
import { presentConflict, presentSource } from './source.view.js';

/** The registers of the record; what each reader finds in them is row security's decision. */
@ApiTags('record')
@Controller()
export class RecordController {
  constructor(private readonly database: Database) {}

  @Get('exhibitions')
  @ApiOkResponse({ type: ExhibitionListView })
  async exhibitions(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<ExhibitionListView> {
    return presentPage(await listExhibitions(this.database.reader(actor), pageAsk(query)), (row) =>
      presentExhibition(row, reading),
    );
  }

  @Get('exchange-programmes')
  @ApiOkResponse({ type: ExchangeProgrammeListView })
  async exchangeProgrammes(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<ExchangeProgrammeListView> {
    return presentPage(await listExchangeProgrammes(this.database.reader(actor), pageAsk(query)), (row) =>
      presentExchangeProgramme(row, reading),
    );
  }

  @Get('bodies')
  @ApiOkResponse({ type: BodyListView })
  async bodies(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<BodyListView> {
    return presentPage(await listBodies(this.database.reader(actor), reading.language, pageAsk(query)), (row) =>
      presentBody(row, reading),
    );
  }

  /** Contradictions of sources, each with both sources. */
  @Get('conflicts')
  @ApiOkResponse({ type: ConflictListView })
  async conflicts(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<ConflictListView> {
    return presentPage(await listConflicts(this.database.reader(actor), pageAsk(query)), presentConflict);
  }

  @Get('sources')
  @ApiOkResponse({ type: SourceListView })
  async sources(@CurrentActor() actor: Actor, @Query() query: PageDto): Promise<SourceListView> {
    return presentPage(await listSources(this.database.reader(actor), pageAsk(query)), presentSource);
  }
}
