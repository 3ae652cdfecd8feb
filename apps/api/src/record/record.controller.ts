import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { listExchangeProgrammes, listExhibitions } from '#forum/business';
import { listBodies } from '#forum/channels';
import { listMultilateralMeetings } from '#forum/multilateral';
import { listConflicts, listSources } from '#forum/provenance';
import { findRadioIssue, listRadioIssues, radioErrors } from '#forum/radio';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { pageAsk, PageDto, presentPage } from './page.js';
import {
  BodyListView,
  ConflictListView,
  ExchangeProgrammeListView,
  ExhibitionListView,
  MultilateralMeetingListView,
  RadioIssueDetailView,
  RadioIssueListView,
  SourceListView,
} from './record.dto.js';
import {
  presentBody,
  presentExchangeProgramme,
  presentExhibition,
  presentMultilateralMeeting,
  presentRadioIssue,
  presentRadioIssueDetail,
} from './record.presenter.js';
import { presentConflict, presentSource } from './source.view.js';

/** The registers of the record; what each reader finds in them is row security's decision. */
@ApiTags('record')
@Controller()
export class RecordController {
  constructor(private readonly database: Database) {}

  @Get('radio-issues')
  @ApiOkResponse({ type: RadioIssueListView })
  async radioIssues(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<RadioIssueListView> {
    return presentPage(await listRadioIssues(this.database.reader(actor), pageAsk(query)), (row) =>
      presentRadioIssue(row, reading),
    );
  }

  /** 404 radio.notFound */
  @Get('radio-issues/:id')
  @ApiOkResponse({ type: RadioIssueDetailView })
  async radioIssue(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<RadioIssueDetailView> {
    const row = await findRadioIssue(this.database.reader(actor), id);
    if (!row) throw radioErrors.notFound();
    return presentRadioIssueDetail(row, reading);
  }

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

  @Get('multilateral-meetings')
  @ApiOkResponse({ type: MultilateralMeetingListView })
  async multilateralMeetings(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<MultilateralMeetingListView> {
    return presentPage(await listMultilateralMeetings(this.database.reader(actor), pageAsk(query)), (row) =>
      presentMultilateralMeeting(row, reading),
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
