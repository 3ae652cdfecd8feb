import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { ConfirmDone, ExtendDue, listActions, RecordAction, ReportDone, ReturnDone, StartAction } from '#forum/actions';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ActionsReader } from './actions-reader.js';
import { actionFilter } from './action-filter.js';
import { ExtendDueDto, ListActionsDto, RecordActionDto, ReportDoneDto, ReturnDoneDto } from './actions.dto.js';
import { presentActionPage } from './actions.presenter.js';
import { ActionDetailView, ActionListView } from './actions.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the item' });

@ApiTags('action-items')
@Controller()
export class ActionsController {
  constructor(
    private readonly database: Database,
    private readonly reader: ActionsReader,
    private readonly recordAction: RecordAction,
    private readonly startAction: StartAction,
    private readonly reportDone: ReportDone,
    private readonly confirmDone: ConfirmDone,
    private readonly returnDone: ReturnDone,
    private readonly extendDue: ExtendDue,
  ) {}

  @Get('action-items')
  @ApiOkResponse({ type: ActionListView })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Query() query: ListActionsDto,
  ): Promise<ActionListView> {
    const page = await listActions(this.database.reader(actor), actor, actionFilter(query));
    return presentActionPage(page, actor, reading);
  }

  @Get('action-items/:id')
  @ApiOkResponse({ type: ActionDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ActionDetailView> {
    return this.reader.detail(actor, reading, id);
  }

  @Post('sessions/:id/action-items')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({
    type: ActionDetailView,
    description: 'the item; of a split one the half that belongs to the reader’s side',
  })
  async record(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) sessionId: string,
    @Body() body: RecordActionDto,
  ): Promise<ActionDetailView> {
    const ids = await this.recordAction.run(actor, { ...body, sessionId });
    return this.reader.recorded(actor, reading, ids);
  }

  @Post('action-items/:id/start')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async start(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ActionDetailView> {
    await this.startAction.run(actor, { id, version });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/report-done')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async report(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReportDoneDto,
  ): Promise<ActionDetailView> {
    await this.reportDone.run(actor, { id, version, evidence: body.evidence });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/confirm')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async confirm(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ActionDetailView> {
    await this.confirmDone.run(actor, { id, version });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/return')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async sendBack(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReturnDoneDto,
  ): Promise<ActionDetailView> {
    await this.returnDone.run(actor, { id, version, reason: body.reason });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/extend')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async extend(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ExtendDueDto,
  ): Promise<ActionDetailView> {
    await this.extendDue.run(actor, { id, version, due: body.due, reason: body.reason });
    return this.reader.detail(actor, reading, id);
  }
}
