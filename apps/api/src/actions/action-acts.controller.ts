import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import {
  BlockAction,
  CancelAction,
  CommentAction,
  EditAction,
  ReassignAction,
  RecordAction,
  RecordActionLine,
  SupersedeAction,
  UnblockAction,
} from '#forum/actions';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import {
  BlockActionDto,
  CommentActionDto,
  EditActionDto,
  ReassignActionDto,
  RecordLineDto,
  SupersedeActionDto,
} from './action-acts.dto.js';
import { ActionsReader } from './actions-reader.js';
import { RecordLooseActionDto, ReturnDoneDto } from './actions.dto.js';
import { ActionDetailView } from './actions.views.js';

const ifMatch = ApiHeader({ name: 'If-Match', required: true, description: 'etag of the item' });
const idempotent = ApiHeader({ name: 'Idempotency-Key', required: false });

@ApiTags('action-items')
@Controller()
export class ActionActsController {
  constructor(
    private readonly reader: ActionsReader,
    private readonly recordAction: RecordAction,
    private readonly recordLine: RecordActionLine,
    private readonly blockAction: BlockAction,
    private readonly unblockAction: UnblockAction,
    private readonly reassignAction: ReassignAction,
    private readonly editAction: EditAction,
    private readonly cancelAction: CancelAction,
    private readonly supersedeAction: SupersedeAction,
    private readonly commentAction: CommentAction,
  ) {}

  @Post('action-items')
  @idempotent
  @ApiCreatedResponse({ type: ActionDetailView, description: 'an item that no session recorded' })
  async recordLoose(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Body() body: RecordLooseActionDto,
  ): Promise<ActionDetailView> {
    return this.reader.recorded(actor, reading, await this.recordAction.run(actor, body));
  }

  @Post('sessions/:id/actions/line')
  @idempotent
  @ApiCreatedResponse({ type: ActionDetailView, description: 'recorded from one typed line' })
  async line(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) sessionId: string,
    @Body() body: RecordLineDto,
  ): Promise<ActionDetailView> {
    return this.reader.recorded(actor, reading, await this.recordLine.run(actor, { ...body, sessionId }));
  }

  @Post('action-items/:id/block')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async block(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: BlockActionDto,
  ): Promise<ActionDetailView> {
    await this.blockAction.run(actor, { id, version, ...body });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/unblock')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async unblock(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ActionDetailView> {
    await this.unblockAction.run(actor, { id, version });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/reassign')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async reassign(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReassignActionDto,
  ): Promise<ActionDetailView> {
    await this.reassignAction.run(actor, { id, version, ...body });
    return this.reader.detail(actor, reading, id);
  }

  @Patch('action-items/:id')
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: EditActionDto,
  ): Promise<ActionDetailView> {
    await this.editAction.run(actor, { id, version, ...body });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/cancel')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView, description: 'a joint item goes on until the other side accepts' })
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReturnDoneDto,
  ): Promise<ActionDetailView> {
    await this.cancelAction.run(actor, { id, version, reason: body.reason });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/supersede')
  @HttpCode(200)
  @ifMatch
  @ApiOkResponse({ type: ActionDetailView, description: 'a joint item goes on until the other side accepts' })
  async supersede(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: SupersedeActionDto,
  ): Promise<ActionDetailView> {
    await this.supersedeAction.run(actor, { id, version, reason: body.reason, byId: body.byId });
    return this.reader.detail(actor, reading, id);
  }

  @Post('action-items/:id/comments')
  @idempotent
  @ApiCreatedResponse({ type: ActionDetailView })
  async comment(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: CommentActionDto,
  ): Promise<ActionDetailView> {
    await this.commentAction.run(actor, { id, text: body.text });
    return this.reader.detail(actor, reading, id);
  }
}
