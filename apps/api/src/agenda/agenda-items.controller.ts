import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaErrors, CommentItem, commentsOfItem, DeferItem, LinkItem, MarkDiscussed } from '#forum/agenda';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { AgendaReader } from './agenda-reader.js';
import { AgendaView } from './agenda.views.js';
import { AgendaCommentListView, CommentItemDto, DeferItemDto, LinkItemDto } from './agenda-items.dto.js';
import { presentComment } from './agenda-items.presenter.js';

/** What surrounds one item: what it is about, what is said about it, and what becomes of it. */
@ApiTags('agenda')
@Controller('agenda-items/:id')
export class AgendaItemsController {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendaReader,
    private readonly linkItem: LinkItem,
    private readonly commentItem: CommentItem,
    private readonly deferItem: DeferItem,
    private readonly markDiscussed: MarkDiscussed,
  ) {}

  @Put('links')
  @ApiOkResponse({ type: AgendaView })
  async link(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: LinkItemDto,
  ): Promise<AgendaView> {
    await this.linkItem.run(actor, { itemId: id, version, links: body.links });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Get('comments')
  @ApiOkResponse({ type: AgendaCommentListView })
  async comments(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaCommentListView> {
    const rows = await commentsOfItem(this.database.reader(actor), id);
    if (!rows) throw agendaErrors.itemNotFound();
    return { items: rows.map((row) => presentComment(row, reading)) };
  }

  @Post('comments')
  @ApiOkResponse({ type: AgendaCommentListView })
  async comment(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: CommentItemDto,
  ): Promise<AgendaCommentListView> {
    const { lang, text, shared } = body;
    await this.commentItem.run(actor, { itemId: id, lang, text, shared: shared ?? false });
    return this.comments(actor, reading, id);
  }

  @Post('defer')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView, description: 'with the proposal, which the other side decides' })
  async defer(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: DeferItemDto,
  ): Promise<AgendaView> {
    await this.deferItem.run(actor, { itemId: id, version, reason: body.reason ?? null });
    return this.agendas.readByItem(actor, reading, id);
  }

  @Post('discussed')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView })
  async discussed(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AgendaView> {
    await this.markDiscussed.run(actor, { itemId: id, version });
    return this.agendas.readByItem(actor, reading, id);
  }
}
