import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { findAction, listActions, type ActionDetailRow } from '#forum/actions';
import {
  commitmentsErrors,
  findCommitment,
  findInstrument,
  listCommitments,
  listInstruments,
} from '#forum/commitments';
import { CurrentActor, CurrentReading, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { pageAsk, PageDto, presentPage } from '../record/page.js';
import {
  CommitmentDetailView,
  CommitmentListView,
  InstrumentDetailView,
  InstrumentListView,
  ListCommitmentsDto,
} from './commitments.dto.js';
import {
  presentCommitment,
  presentCommitmentDetail,
  presentInstrument,
  presentInstrumentDetail,
} from './commitments.presenter.js';

/** Actions shown with one commitment. */
const MOST_ACTIONS = 50;

@ApiTags('commitments')
@Controller()
export class CommitmentsController {
  constructor(private readonly database: Database) {}

  /** Instruments, latest first. */
  @Get('instruments')
  @ApiOkResponse({ type: InstrumentListView })
  async instruments(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: PageDto,
  ): Promise<InstrumentListView> {
    return presentPage(await listInstruments(this.database.reader(actor), pageAsk(query)), (row) =>
      presentInstrument(row, reading),
    );
  }

  /** 404 commitments.instrumentNotFound */
  @Get('instruments/:id')
  @ApiOkResponse({ type: InstrumentDetailView })
  async instrument(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<InstrumentDetailView> {
    const row = await findInstrument(this.database.reader(actor), actor.side, id);
    if (!row) throw commitmentsErrors.instrumentNotFound();
    return presentInstrumentDetail(row, actor, reading);
  }

  /** Commitments in the order of the record. */
  @Get('commitments')
  @ApiOkResponse({ type: CommitmentListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListCommitmentsDto,
  ): Promise<CommitmentListView> {
    const filter = { instrumentId: query.instrument, status: query.status, topic: query.topic };
    const page = await listCommitments(this.database.reader(actor), actor.side, filter, pageAsk(query));
    return presentPage(page, (row) => presentCommitment(row, actor.side, reading));
  }

  /** One commitment with the chain from its instrument to confirmed results. 404 commitments.notFound */
  @Get('commitments/:id')
  @ApiOkResponse({ type: CommitmentDetailView })
  async read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<CommitmentDetailView> {
    const row = await findCommitment(this.database.reader(actor), actor.side, id);
    if (!row) throw commitmentsErrors.notFound();
    return presentCommitmentDetail(row, await this.actionsOf(actor, id), actor, reading);
  }

  private async actionsOf(actor: Actor, commitmentId: string): Promise<ActionDetailRow[]> {
    const reader = this.database.reader(actor);
    const { items } = await listActions(reader, actor, { scope: 'all', commitmentId, limit: MOST_ACTIONS });
    const found = await Promise.all(items.map(({ id }) => findAction(reader, actor.side, id)));
    return found.filter((action) => action !== undefined);
  }
}
