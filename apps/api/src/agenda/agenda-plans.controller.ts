import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { historicText, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import {
  AddStandingItems,
  agendaErrors,
  agendaOfSession,
  CarryOver,
  deferredItemsFor,
  followUpsOf,
  ProposeTemplate,
  PublishAgenda,
  templateOfChannel,
} from '#forum/agenda';
import { channelsErrors } from '#forum/channels';
import { openProposalsOf } from '#forum/two-key';
import { CurrentActor, CurrentReading, IfMatch, type Reading } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { AgendaReader } from './agenda-reader.js';
import {
  AgendaTemplateView,
  CarryOverDto,
  CarryOverView,
  ProposeTemplateDto,
  PublishAgendaDto,
} from './agenda-plans.dto.js';
import { presentCarryOver, presentTemplate } from './agenda-plans.presenter.js';
import { AgendaView } from './agenda.views.js';

/** What an agenda begins with, what comes from earlier sessions, and who may read it in the end. */
@ApiTags('agenda')
@Controller()
export class AgendaPlansController {
  constructor(
    private readonly database: Database,
    private readonly agendas: AgendaReader,
    private readonly addStandingItems: AddStandingItems,
    private readonly carryOver: CarryOver,
    private readonly proposeTemplate: ProposeTemplate,
    private readonly publishAgenda: PublishAgenda,
  ) {}

  @Post('sessions/:id/agenda/standing')
  @ApiOkResponse({ type: AgendaView, description: 'with the missing standing items as drafts of the own side' })
  async addStanding(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaView> {
    await this.addStandingItems.run(actor, { sessionId: id });
    return this.agendas.read(actor, reading, id);
  }

  @Get('sessions/:id/agenda/carry-over')
  @ApiOkResponse({ type: CarryOverView })
  async waiting(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<CarryOverView> {
    const reader = this.database.reader(actor);
    const agenda = await agendaOfSession(reader, actor.side, id);
    if (!agenda) throw agendaErrors.notFound();
    const [items, actions] = await Promise.all([
      deferredItemsFor(reader, actor.side, id),
      agenda.channelId === null ? [] : followUpsOf(reader, actor.side, agenda.channelId),
    ]);
    return presentCarryOver(items, actions, actor, reading);
  }

  @Post('sessions/:id/agenda/carry-over')
  @ApiOkResponse({ type: AgendaView, description: 'with the items as linked drafts of the own side' })
  async carry(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: CarryOverDto,
  ): Promise<AgendaView> {
    await this.carryOver.run(actor, { sessionId: id, itemIds: body.itemIds });
    return this.agendas.read(actor, reading, id);
  }

  @Post('sessions/:id/agenda/publish')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaView, description: 'with the proposal, which the other side decides' })
  async publish(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PublishAgendaDto,
  ): Promise<AgendaView> {
    const { audience, reason } = body;
    await this.publishAgenda.run(actor, { sessionId: id, version, audience, reason: reason ?? null });
    return this.agendas.read(actor, reading, id);
  }

  @Get('channels/:id/agenda-template')
  @ApiOkResponse({ type: AgendaTemplateView })
  async template(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
  ): Promise<AgendaTemplateView> {
    const reader = this.database.reader(actor);
    const row = await templateOfChannel(reader, id);
    if (!row) throw channelsErrors.notFound();
    const proposals = (await openProposalsOf(reader, 'channel', id)).filter(
      ({ kind }) => kind === 'channel.agenda-template',
    );
    return presentTemplate(row, proposals, actor, reading);
  }

  @Post('channels/:id/agenda-template')
  @HttpCode(200)
  @ApiOkResponse({ type: AgendaTemplateView, description: 'with the proposal, which the other side decides' })
  async propose(
    @CurrentActor() actor: Actor,
    @CurrentReading() reading: Reading,
    @Param('id', IdPipe) id: string,
    @Body() body: ProposeTemplateDto,
  ): Promise<AgendaTemplateView> {
    const items = body.items.map(({ title, ...item }) => ({
      ...item,
      title: title ? historicText({ ...title }, actor.language) : null,
    }));
    const template = { first: body.first, items };
    await this.proposeTemplate.run(actor, { channelId: id, template, reason: body.reason ?? null });
    return this.template(actor, reading, id);
  }
}
