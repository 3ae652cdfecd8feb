import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  actionsErrors,
  ConfirmDone,
  ExtendDue,
  findAction,
  listActions,
  RecordAction,
  ReportDone,
  ReturnDone,
  StartAction,
} from '#forum/actions';
import { listReminders } from '#forum/reminders';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { readCursor } from './actions.cursor.js';
import { ExtendDueDto, ListActionsDto, RecordActionDto, ReportDoneDto, ReturnDoneDto } from './actions.dto.js';
import { presentAction, presentActionPage } from './actions.presenter.js';
import { ActionDetailView, ActionListView } from './actions.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the item' });

/** Reminders of one item shown on its page: more than every offset of two extensions. */
const MAX_REMINDERS = 50;

@ApiTags('action-items')
@Controller()
export class ActionsController {
  constructor(
    private readonly database: Database,
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
    const page = await listActions(this.database.reader(actor), actor, {
      scope: query.scope ?? 'all',
      states: query.state,
      overdue: query.overdue === undefined ? undefined : query.overdue === 'true',
      sessionId: query.session,
      commitmentId: query.commitment,
      after: query.cursor === undefined ? undefined : readCursor(query.cursor),
      limit: query.limit ?? 50,
    });
    return presentActionPage(page, actor.side, reading);
  }

  @Get('action-items/:id')
  @ApiOkResponse({ type: ActionDetailView })
  read(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<ActionDetailView> {
    return this.detail(actor, reading, id);
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
    const halves = await Promise.all(ids.map((id) => findAction(this.database.reader(actor), actor.side, id)));
    const own = halves.find((half) => half?.ownerSide === actor.side) ?? halves[0];
    return this.detail(actor, reading, own?.id ?? '');
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
    return this.detail(actor, reading, id);
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
    return this.detail(actor, reading, id);
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
    return this.detail(actor, reading, id);
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
    return this.detail(actor, reading, id);
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
    return this.detail(actor, reading, id);
  }

  private async detail(actor: Actor, reading: Reading, id: string): Promise<ActionDetailView> {
    const reader = this.database.reader(actor);
    const row = await findAction(reader, actor.side, id);
    if (!row) throw actionsErrors.notFound();
    const subject = { type: 'action_item', id } as const;
    const reminders = await listReminders(reader, { subject, order: 'earliest', limit: MAX_REMINDERS });
    return presentAction(row, reminders.items, actor, reading);
  }
}
