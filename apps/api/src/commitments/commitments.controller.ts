import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { ChangeDetails, ChangeStatus, readProgress, type CommitmentFilter } from '#forum/commitments';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { pageAsk } from '../record/page.js';
import { CommitmentsReader } from './commitments-reader.js';
import { CommitmentChangeDto, CommitmentStepDto, ListCommitmentsDto } from './commitments.dto.js';
import { presentProgress } from './commitments.presenter.js';
import { CommitmentDetailView, CommitmentListView, CommitmentProgressView } from './commitments.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the commitment' });

@ApiTags('commitments')
@Controller('commitments')
export class CommitmentsController {
  constructor(
    private readonly database: Database,
    private readonly page: CommitmentsReader,
    private readonly changeStatus: ChangeStatus,
    private readonly changeDetails: ChangeDetails,
  ) {}

  /** Commitments in the order of the record, each with what has happened on either side. */
  @Get()
  @ApiOkResponse({ type: CommitmentListView })
  list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListCommitmentsDto,
  ): Promise<CommitmentListView> {
    return this.page.list(actor, reading, commitmentFilter(query), pageAsk(query));
  }

  /** How far commitments have come, by instrument, year and topic; only what both sides stand behind counts as agreed. */
  @Get('progress')
  @ApiOkResponse({ type: CommitmentProgressView })
  async progress(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() _query: ReadingDto,
  ): Promise<CommitmentProgressView> {
    const rows = await readProgress(this.database.reader(actor));
    return { rows: rows.map((row) => presentProgress(row, reading)) };
  }

  /** One commitment with the chain from its instrument to confirmed results. 404 commitments.notFound */
  @Get(':id')
  @ApiOkResponse({ type: CommitmentDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<CommitmentDetailView> {
    return this.page.commitment(actor, reading, id);
  }

  /**
   * Says, with evidence, what the commitment has come to. What both sides stand behind becomes a proposal that the other side confirms
   * (`/proposals`); an intent or proposal of one side changes at once. 422 commitments.evidenceMissing
   */
  @Post(':id/steps')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: CommitmentDetailView })
  async step(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { action, ...body }: CommitmentStepDto,
  ): Promise<CommitmentDetailView> {
    await this.changeStatus.run(actor, { ...body, id, version, step: action });
    return this.page.commitment(actor, reading, id);
  }

  /** Says who acts, by what it is measured and by when; with two keys for what both sides stand behind. */
  @Post(':id/details')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: CommitmentDetailView })
  async details(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CommitmentChangeDto,
  ): Promise<CommitmentDetailView> {
    await this.changeDetails.run(actor, { ...body, id, version });
    return this.page.commitment(actor, reading, id);
  }
}

/** The filters of a list, as the export has them too. */
export function commitmentFilter(query: ListCommitmentsDto): CommitmentFilter {
  const { instrument, status, topic, strength, year, agreed } = query;
  return {
    ...{ instrumentId: instrument, status, topic, strength, year },
    agreed: agreed === undefined ? undefined : agreed === 'true',
  };
}
